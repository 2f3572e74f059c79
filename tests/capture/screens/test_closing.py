from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from capture.app import VakborgApp
from capture.interviewing.state import Alarm, Recording, Snapshot, Transcribing, Writing
from capture.screens.closing import ClosingScreen
from sessions.interview import Answer
from sessions.programme import Programme, create_programme
from sessions.spending import Who, spent
from sessions.store.interviews import find_session
from sessions.store.spending import stretches_of
from tests.builders import add_session
from tests.capture.interviewing.fakes import FakeConductor, a_conversation
from tests.watching import read, settled, until

TALL = (90, 60)


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    made = create_programme(tmp_path / "leerpad")
    with made.store() as store:
        add_session(store, "Jan van Dijk", "Vonkwerk")
    return made


async def opened(
    pilot: Pilot[None], programme: Programme, now: Snapshot
) -> tuple[ClosingScreen, FakeConductor]:
    conductor = FakeConductor(now, programme)
    screen = ClosingScreen(conductor)
    await pilot.app.push_screen(screen)
    await settled(pilot)
    return screen, conductor


def talked() -> Snapshot:
    """The first question recorded twice, the second skipped, the third to come back to, the fourth noted."""
    now = a_conversation()
    one, two, three, four, *rest = now.standings
    answers = [Answer(1, s.question.id, n) for n, s in enumerate(now.standings, 1)]
    done = (
        replace(one, answer=answers[0], takes=2, seconds=125.0),
        replace(two, answer=replace(answers[1], skipped_because="Dat doet [/] Piet.")),
        replace(three, answer=replace(answers[2], flagged=True)),
        replace(four, answer=replace(answers[3], note="Alleen een schets.")),
    )
    return replace(now, standings=(*done, *rest))


async def test_it_tells_what_there_is_now(programme: Programme) -> None:
    app = VakborgApp(None)
    async with app.run_test(size=TALL) as pilot:
        await opened(pilot, programme, talked())
        text = read(app)
    assert "Dank je wel voor je tijd" in text
    assert "Wie doet dit anders dan jij?" in text
    assert "Recorded, 02:05 in all" in text
    assert "2 recordings, 02:05" in text
    assert "Dat doet [/] Piet." in text
    assert "Alleen een schets." in text
    assert "To come back to" in text
    left = len(talked().standings) - 4
    assert f"{left} questions were not asked" in text
    assert str(programme.folder) in text.replace(" ", "")  # it may be broken over two lines


async def test_it_says_what_still_becomes_text_and_how(programme: Programme) -> None:
    app = VakborgApp(None)
    async with app.run_test(size=TALL) as pilot:
        _screen, conductor = await opened(pilot, programme, a_conversation())
        assert "vakborg transcribe" not in read(app)
        conductor.change(transcribing=Transcribing(Writing.WORKING, waiting=2))
        await pilot.pause()
        assert "2 recordings still become text." in read(app)
        no_model = Transcribing(Writing.NO_MODEL, 2, message="No model here.", advice="Get one.")
        conductor.change(transcribing=no_model)
        await pilot.pause()
        assert "No model here. Get one." in read(app)


async def test_minutes_of_the_developer_are_added_and_corrected(programme: Programme) -> None:
    app = VakborgApp(None)
    async with app.run_test(size=TALL) as pilot:
        screen, _conductor = await opened(pilot, programme, a_conversation())
        screen.query_one(Input).focus()
        await pilot.press("enter")
        assert "Type a whole number" in read(app)
        await pilot.press(*"90", "enter")
        await settled(pilot)
        assert "you 1 h 30 min" in read(app)
        await pilot.press("minus", *"30", "enter")
        await settled(pilot)
        assert "you 1 h 00 min" in read(app)
        assert screen.result is None
    with programme.store() as store:
        stretches = stretches_of(store, find_session(store, "A1"))
    assert spent(stretches, Who.DEVELOPER).total_seconds() == 3600
    assert spent(stretches, Who.EXPERT).total_seconds() == 0


async def test_enter_closes_the_session(programme: Programme) -> None:
    app = VakborgApp(None)
    async with app.run_test(size=TALL) as pilot:
        screen, conductor = await opened(pilot, programme, a_conversation())
        await pilot.press("enter")
        await settled(pilot)
    assert (conductor.calls, screen.result) == ([("end",)], True)


async def test_escape_goes_back_to_the_conversation(programme: Programme) -> None:
    app = VakborgApp(None)
    async with app.run_test(size=TALL) as pilot:
        screen, conductor = await opened(pilot, programme, a_conversation())
        await pilot.press("escape")
        await settled(pilot)
    assert (conductor.calls, screen.result) == ([], False)


async def test_a_microphone_that_fails_is_loud_here_too_and_once(
    programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, bells = VakborgApp(None), list[int]()
    monkeypatch.setattr(app, "bell", lambda: bells.append(1))
    async with app.run_test(size=TALL, notifications=True) as pilot:
        _screen, conductor = await opened(pilot, programme, a_conversation())
        assert bells == []
        gone = Alarm("The microphone [/x] is gone.", "Plug it in.", microphone=True)
        conductor.change(recording=Recording.BROKEN, alarm=gone)
        await until(pilot, lambda: "The microphone [/x] is gone. Plug it in." in read(app))
        conductor.change(talked=900.0)
        await pilot.pause()
        assert bells == [1]
        conductor.change(alarm=None)
        conductor.change(alarm=gone)
        await pilot.pause()
        assert bells == [1, 1]


async def test_a_recording_that_runs_is_in_sight(programme: Programme) -> None:
    app = VakborgApp(None)
    async with app.run_test(size=TALL) as pilot:
        _screen, conductor = await opened(pilot, programme, a_conversation(recording=Recording.RUNNING))
        assert "● The recording still runs" in read(app)
        conductor.change(recording=Recording.READY)
        await pilot.pause()
        assert "● The recording still runs" not in read(app)

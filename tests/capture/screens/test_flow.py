"""From the form to the closing words and back: what comes after what."""

from dataclasses import replace

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from capture.app import VakborgApp
from capture.interviewing.state import Recording
from capture.screens import flow
from capture.screens.closing import ClosingScreen
from capture.screens.consent import ConsentScreen
from capture.screens.failure import FailureScreen
from capture.screens.home import HomeScreen
from capture.screens.interview import InterviewScreen
from capture.screens.interviewing.confirm import Confirm
from capture.screens.new_session import NewSessionScreen
from capture.screens.opening import OpeningScreen
from capture.screens.session import SessionScreen
from capture.screens.sound_check import SoundCheckScreen
from capture.screens.withdrawing.screen import WithdrawScreen
from capture.settings import remember
from sessions.errors import DamagedProgramme
from sessions.interview import Session
from sessions.moment import now
from sessions.people import Expert, Permission
from sessions.programme import Programme
from sessions.store.interviews import find_session
from sessions.store.people import keep_consent
from tests.capture.interviewing.fakes import FakeConductor, a_conversation
from tests.watching import SMALL, read, settled

YES = dict.fromkeys(Permission, True)


@pytest.fixture(autouse=True)
def conductors(monkeypatch: pytest.MonkeyPatch) -> list[FakeConductor]:
    """Every conductor that was made."""
    made: list[FakeConductor] = []

    def make(programme: Programme, code: str, model: str) -> FakeConductor:
        conductor = FakeConductor(a_conversation(), programme)
        conductor.code, conductor.model = code, model
        made.append(conductor)
        return conductor

    monkeypatch.setattr("capture.interviewing.conductor.Conductor", make)
    monkeypatch.setattr("capture.recorder.microphones.microphones", list)
    remember(interviewer="Anneke")
    return made


def permitted(programme: Programme, answers: dict[Permission, bool] = YES) -> None:
    with programme.store() as store:
        keep_consent(store, store.all(Expert, code="A")[0], answers, "Anneke")


def at(programme: Programme, **changes: object) -> None:
    """Session A1 is this far."""
    with programme.store() as store:
        store.save(replace(find_session(store, "A1"), **changes))  # type: ignore[arg-type]


async def pressed(pilot: Pilot[None], *keys: str) -> Screen[object]:
    await pilot.press(*keys)
    await settled(pilot)
    return pilot.app.screen


async def test_a_new_session_goes_from_form_to_conversation(
    programme: Programme, conductors: list[FakeConductor]
) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert isinstance(await pressed(pilot, "n"), NewSessionScreen)
        screen = await pressed(pilot, *"jan van dijk", "enter")
        assert isinstance(screen, ConsentScreen)
        assert conductors == []
        assert isinstance(await pressed(pilot, "y", "y", "y", "y", "enter"), SoundCheckScreen)
        (conductor,) = conductors
        assert (conductor.code, conductor.calls, app.conductor) == ("A2", [("start",)], conductor)
        assert isinstance(await pressed(pilot, "enter"), OpeningScreen)
        assert isinstance(await pressed(pilot, "enter"), InterviewScreen)
        assert conductor.calls == [("start",), ("begin",)]
        assert isinstance(await pressed(pilot, "e"), ClosingScreen)
        assert isinstance(await pressed(pilot, "enter"), HomeScreen)
    assert conductor.calls == [("start",), ("begin",), ("end",), ("close",)]
    assert app.conductor is None


async def test_the_model_that_was_chosen_before_is_used_again(
    programme: Programme, conductors: list[FakeConductor]
) -> None:
    permitted(programme)
    remember(model="large-v2")
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pressed(pilot, "i")
    assert [c.model for c in conductors] == ["large-v2"]


async def test_whoever_was_asked_before_is_asked_again_for_a_new_session(programme: Programme) -> None:
    permitted(programme)
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pressed(pilot, "n")
        assert isinstance(await pressed(pilot, *"jan van dijk", "enter"), ConsentScreen)
        assert isinstance(await pressed(pilot, "enter"), SoundCheckScreen)


async def test_without_permission_there_is_no_sound_check(programme: Programme) -> None:
    permitted(programme, {**YES, Permission.RECORDING: False})
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert isinstance(await pressed(pilot, "i"), OpeningScreen)


async def test_a_session_whose_expert_was_never_asked_begins_with_asking(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert isinstance(await pressed(pilot, "i"), ConsentScreen)
        assert isinstance(await pressed(pilot, "escape"), HomeScreen)


async def test_a_conversation_that_broke_off_goes_on_where_it_was(
    programme: Programme, conductors: list[FakeConductor]
) -> None:
    permitted(programme)
    at(programme, place="M3-V3")
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert "under way" in read(app)
        assert isinstance(await pressed(pilot, "i"), InterviewScreen)
        assert conductors[0].calls == [("start",)]
        assert isinstance(await pressed(pilot, "escape"), HomeScreen)
    assert conductors[0].calls == [("start",), ("close",)]


@pytest.mark.parametrize(
    ("answer", "then", "calls"),
    [(".yes", InterviewScreen, [("start",), ("begin",)]), (".no", SessionScreen, None)],
)
async def test_a_closed_session_is_opened_again_or_only_read(
    programme: Programme,
    conductors: list[FakeConductor],
    answer: str,
    then: type[Screen[object]],
    calls: list[tuple[str]] | None,
) -> None:
    permitted(programme)
    at(programme, place="M3-V3", ended_at=now())
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert isinstance(await pressed(pilot, "i"), Confirm)
        await pilot.click(answer)
        await settled(pilot)
        assert isinstance(app.screen, then)
        assert [c.calls for c in conductors] == ([calls] if calls else [])


async def test_only_reading_a_session_that_is_open_already_stays_there(programme: Programme) -> None:
    permitted(programme)
    at(programme, place="M3-V3", ended_at=now())
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        opened = await pressed(pilot, "enter")
        await pressed(pilot, "i")
        await pilot.click(".no")
        await settled(pilot)
        assert app.screen is opened


async def test_leaving_the_sound_check_lets_go_of_the_microphone(
    programme: Programme, conductors: list[FakeConductor]
) -> None:
    permitted(programme)
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pressed(pilot, "i")
        assert isinstance(await pressed(pilot, "escape"), HomeScreen)
    assert conductors[0].calls == [("start",), ("close",)]


async def test_from_the_closing_words_one_can_go_back(programme: Programme) -> None:
    permitted(programme)
    at(programme, place="M3-V3")
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pressed(pilot, "i")
        await pressed(pilot, "e")
        assert isinstance(await pressed(pilot, "escape"), InterviewScreen)
        assert app.conductor is not None


async def test_one_conversation_at_a_time_and_the_way_back_to_it(programme: Programme) -> None:
    permitted(programme)
    at(programme, place="M3-V3")
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await settled(pilot)
        talk = await pressed(pilot, "i")
        await app.push_screen(SessionScreen(programme, "B1"))
        await pressed(pilot, "i")
        assert isinstance(app.screen, SessionScreen)
        assert "A1 is still open" in read(app)
        await app.push_screen(SessionScreen(programme, "A1"))
        assert await pressed(pilot, "i") is talk


async def test_two_quick_keys_make_one_conductor(
    programme: Programme, conductors: list[FakeConductor]
) -> None:
    permitted(programme)
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pressed(pilot, "i", "i")
    assert [c.calls[:1] for c in conductors].count([("start",)]) == 1


async def test_what_is_permitted_can_be_changed_from_the_session(programme: Programme) -> None:
    permitted(programme)
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        opened = await pressed(pilot, "enter")
        assert isinstance(await pressed(pilot, "t"), ConsentScreen)
        assert isinstance(await pressed(pilot, "n", "enter"), WithdrawScreen)  # there are recordings already
        assert await pressed(pilot, "escape") is opened


@pytest.mark.parametrize("key", ["ctrl+q", "q"])
async def test_closing_the_app_while_recording_asks_first_and_keeps_it(
    programme: Programme, conductors: list[FakeConductor], key: str
) -> None:
    permitted(programme)
    at(programme, place="M3-V3")
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pressed(pilot, "i")
        conductors[0].change(recording=Recording.RUNNING)
        await pressed(pilot, key, "escape")
        assert isinstance(app.screen, InterviewScreen)
        await pressed(pilot, key)
        await pilot.click(".yes")
        await settled(pilot)
    assert conductors[0].calls == [("start",), ("close",)]
    assert app.return_code == 0


@pytest.mark.parametrize("key", ["ctrl+q", "q"])
async def test_closing_the_app_is_asked_in_the_same_words_everywhere(
    programme: Programme, conductors: list[FakeConductor], key: str
) -> None:
    permitted(programme)
    at(programme, place="M3-V3")
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pressed(pilot, "i")
        conductors[0].change(recording=Recording.PAUSED)
        asked = await pressed(pilot, key)
        assert isinstance(asked, flow.CloseQuestion)
        assert "Close Vakborg?" in read(app)
        assert "The recording stops and is kept." in read(app)


async def test_escape_on_a_closed_session_neither_opens_nor_reads_it(programme: Programme) -> None:
    permitted(programme)
    at(programme, place="M3-V3", ended_at=now())
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pressed(pilot, "i")
        assert isinstance(await pressed(pilot, "escape"), HomeScreen)


async def test_asking_to_close_twice_asks_once(programme: Programme, conductors: list[FakeConductor]) -> None:
    permitted(programme)
    at(programme, place="M3-V3")
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pressed(pilot, "i")
        conductors[0].change(recording=Recording.RUNNING)
        await pressed(pilot, "ctrl+q", "ctrl+q", "escape")
        assert isinstance(app.screen, InterviewScreen)


async def test_closing_the_app_between_two_recordings_just_closes(
    programme: Programme, conductors: list[FakeConductor]
) -> None:
    permitted(programme)
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pressed(pilot, "i")
        await pressed(pilot, "ctrl+q")
    assert conductors[0].calls == [("start",), ("close",)]


async def test_a_conductor_that_cannot_close_holds_up_nobody(
    programme: Programme, conductors: list[FakeConductor], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: FakeConductor) -> None:
        raise DamagedProgramme("The disk is gone.", "Plug it in.")

    monkeypatch.setattr(FakeConductor, "close", fail)
    permitted(programme)
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pressed(pilot, "i")
        screen = await pressed(pilot, "escape")
        assert isinstance(screen, FailureScreen)
        assert "The disk is gone." in read(app)
        assert isinstance(await pressed(pilot, "escape"), HomeScreen)


async def test_a_session_that_is_gone_is_a_failure(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        flow.resume(app, programme, "Z9")
        await settled(pilot)
        assert isinstance(app.screen, FailureScreen)
        with programme.store() as store:
            assert store.count(Session) == 2


async def test_nothing_covers_a_conversation_and_no_search_throws_it_away(
    programme: Programme, conductors: list[FakeConductor]
) -> None:
    permitted(programme)
    at(programme, place="M2-V2")
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pressed(pilot, "slash", *"startgat")
        await settled(pilot)
        await pressed(pilot, "enter")
        assert isinstance(app.screen, SessionScreen)
        assert isinstance(await pressed(pilot, "i"), InterviewScreen)
        for key in ("slash", "ctrl+f", "f2"):
            assert isinstance(await pressed(pilot, key), InterviewScreen), key
        assert app.conductor is conductors[0]
        assert ("close",) not in conductors[0].calls

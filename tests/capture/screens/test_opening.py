from dataclasses import replace

import pytest
from textual.pilot import Pilot

from capture.app import VakborgApp
from capture.interviewing.state import Alarm, Recording
from capture.screens.opening import OpeningScreen, listed, read_aloud
from tests.capture.interviewing.fakes import FakeConductor, a_conversation
from tests.watching import SMALL, read, settled, until


async def opened(pilot: Pilot[None], conductor: FakeConductor) -> OpeningScreen:
    screen = OpeningScreen(conductor)
    await pilot.app.push_screen(screen)
    await settled(pilot)
    return screen


def test_a_script_is_read_a_sentence_at_a_time() -> None:
    assert read_aloud("Welkom.  Mag\nhet aan? Ja!\n").plain == "Welkom.\n\nMag\nhet aan?\n\nJa!"


def test_no_questions_take_no_room() -> None:
    assert listed("To get going", ()).plain == ""


async def test_the_script_of_the_guide_and_its_first_questions_are_shown() -> None:
    app = VakborgApp(None)
    async with app.run_test(size=(80, 40)) as pilot:
        await opened(pilot, FakeConductor(a_conversation()))
        text = read(app)
    assert "Jan van Dijk, Vonkwerk" in text
    assert "Fijn dat je meedoet." in text
    assert "Hoe ben je in het vak gerold" in text


@pytest.mark.parametrize("way", ["enter", "mouse"])
async def test_the_conversation_begins(way: str) -> None:
    app, conductor = VakborgApp(None), FakeConductor(a_conversation())
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, conductor)
        await (pilot.press("enter") if way == "enter" else pilot.click("#forward"))
        await settled(pilot)
    assert conductor.calls == [("begin",)]
    assert screen.result is True


async def test_leaving_begins_nothing() -> None:
    app, conductor = VakborgApp(None), FakeConductor(a_conversation())
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, conductor)
        await pilot.press("escape")
        await settled(pilot)
    assert (conductor.calls, screen.result) == ([], None)


async def test_without_permission_to_record_it_says_so() -> None:
    app = VakborgApp(None)
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot, FakeConductor(a_conversation(recording=Recording.NOTES_ONLY)))
        assert "only your notes are kept" in read(app)


async def test_a_microphone_that_fails_is_told_on_top_of_the_script() -> None:
    app, conductor = VakborgApp(None), FakeConductor(a_conversation())
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await opened(pilot, conductor)
        conductor.change(alarm=Alarm("The microphone is gone.", "Plug it in.", microphone=True))
        await until(pilot, lambda: "The microphone is gone. Plug it in." in read(app))


async def test_a_script_with_markup_in_it_is_shown_as_it_is() -> None:
    now = a_conversation()
    script = replace(now.guide.script, opening="[@click=app.quit]x[/] Welkom \x1b]52;c;x\x07.")
    app = VakborgApp(None)
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot, FakeConductor(replace(now, guide=replace(now.guide, script=script))))
        assert "[@click=app.quit]x[/] Welkom ]52;c;x." in read(app)
        await pilot.click(".script", offset=(3, 0))
        assert app.is_running

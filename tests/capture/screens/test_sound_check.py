from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, ProgressBar

from capture.app import VakborgApp
from capture.interviewing.state import Alarm, Recording
from capture.recorder.microphones import Microphone
from capture.recorder.protocol import Level, Played, Tried
from capture.screens.sound_check import SoundCheckScreen
from capture.settings import remember
from sessions.errors import SoundSystemError
from tests.capture.interviewing.fakes import FakeConductor, a_conversation
from tests.watching import SMALL, prompts, read, settled

TABLE = Microphone("usb", "Jabra Speak 510", 1, is_default=True)
LAPTOP = Microphone("laptop", "Interne microfoon", 2, built_in=True)
MONITOR = Microphone("monitor", "Monitor van [/] luidspreker", 2, virtual=True)
GOOD = Tried((-24.0,), (-12.0,), (-60.0,), (0.0,), (2.0,), silent=False)
SOFT = Tried((-50.0,), (-40.0,), (-62.0,), (0.0,), (2.0,), silent=False)

There = Callable[[list[Microphone]], None]


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> There:
    """Says which microphones are there."""

    def plug_in(microphones: list[Microphone]) -> None:
        monkeypatch.setattr("capture.recorder.microphones.microphones", lambda: microphones)

    plug_in([TABLE, LAPTOP, MONITOR])
    return plug_in


async def opened(pilot: Pilot[None], conductor: FakeConductor) -> SoundCheckScreen:
    screen = SoundCheckScreen(conductor)
    await pilot.app.push_screen(screen)
    await settled(pilot)
    return screen


@pytest.mark.usefixtures("there")
async def test_microphones_have_names_of_people_and_the_one_in_use_is_marked() -> None:
    app = VakborgApp(None)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, FakeConductor(a_conversation()))
        shown = prompts(screen.list)
    assert shown[0] == "● Jabra Speak 510  in use, the usual one"
    assert shown[1] == "○ Interne microfoon  in the laptop itself"
    assert shown[2] == "○ Monitor van [/] luidspreker  not a real microphone"


async def test_of_two_that_have_the_same_name_the_one_in_use_is_marked(there: There) -> None:
    there([replace(TABLE, key="left"), TABLE])
    app = VakborgApp(None)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, FakeConductor(a_conversation()))
        assert [line[0] for line in prompts(screen.list)] == ["○", "●"]


@pytest.mark.usefixtures("there")
async def test_a_key_that_was_changed_is_named_by_its_new_name() -> None:
    remember(keys={"play_try": "f6"})
    app, conductor = VakborgApp(None), FakeConductor(a_conversation())
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot, conductor)
        await pilot.press("t")
        conductor.say(GOOD)
        await pilot.pause()
        assert "F6 plays it again." in read(app)


@pytest.mark.usefixtures("there")
async def test_another_one_is_taken_with_space_or_a_click() -> None:
    app, conductor = VakborgApp(None), FakeConductor(a_conversation())
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, conductor)
        await pilot.press("down", "space")
        await pilot.click(OptionList, offset=(10, 3))
        await pilot.pause()
        conductor.change(microphone_key=MONITOR.key)
        await pilot.pause()
        assert prompts(screen.list)[2].startswith("●")
    assert conductor.calls == [("use_microphone", "laptop"), ("use_microphone", "monitor")]


@pytest.mark.usefixtures("there")
async def test_five_seconds_are_recorded_played_and_judged() -> None:
    app, conductor = VakborgApp(None), FakeConductor(a_conversation())
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, conductor)
        await pilot.press("p")
        assert conductor.calls == []
        await pilot.press("t", "t")
        assert screen.query_one(ProgressBar).display
        assert conductor.calls == [("try_sound",)]
        conductor.say(SOFT)
        await pilot.pause()
        assert "Put the microphone closer" in read(app)
        assert not screen.query_one(ProgressBar).display
        conductor.say(Played())
        await pilot.pause()
        assert "Put the microphone closer" in read(app)
        await pilot.click("#try")
        conductor.say(GOOD)
        await pilot.pause()
        assert "The sound is good." in read(app)
        await pilot.press("p")
    assert conductor.calls == [("try_sound",), ("play_try",), ("try_sound",), ("play_try",), ("play_try",)]


@pytest.mark.usefixtures("there")
async def test_the_microphone_of_the_laptop_gets_a_warning_of_its_own() -> None:
    app, conductor = VakborgApp(None), FakeConductor(a_conversation(microphone_key=LAPTOP.key))
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot, conductor)
        await pilot.press("t")
        conductor.say(GOOD)
        await pilot.pause()
        assert "Put a separate microphone between the two of you." in read(app)


@pytest.mark.usefixtures("there")
async def test_what_cannot_be_played_is_told() -> None:
    app, conductor = VakborgApp(None), FakeConductor(a_conversation())
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot, conductor)
        conductor.say(Played("There is no loudspeaker [/x]."))
        await pilot.pause()
        assert "There is no loudspeaker [/x]." in read(app)


@pytest.mark.usefixtures("there")
async def test_the_level_is_shown_as_it_comes() -> None:
    app, conductor = VakborgApp(None), FakeConductor(a_conversation())
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot, conductor)
        conductor.say(Level(0.0, (-20.0,), (-12.0,)))
        await pilot.pause()
        assert "−12 dB" in read(app)


@pytest.mark.usefixtures("there")
async def test_a_microphone_that_gives_no_sound_is_not_tried() -> None:
    alarm = Alarm("It cannot be opened [/]", "Look at its plug.")
    conductor = FakeConductor(a_conversation(recording=Recording.BROKEN, alarm=alarm))
    app = VakborgApp(None)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, conductor)
        assert "It cannot be opened [/] Look at its plug." in read(app)
        await pilot.press("t")
        assert "no sound yet" in read(app)
        await pilot.press("enter")
        await settled(pilot)
    assert conductor.calls == []
    assert screen.result is True


async def test_without_a_microphone_it_says_what_to_do_and_finds_a_new_one(there: There) -> None:
    there([])
    app, conductor = VakborgApp(None), FakeConductor(a_conversation())
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, conductor)
        assert "No microphone was found. Plug one in and press r." in read(app)
        there([TABLE])
        await pilot.press("r")
        await settled(pilot)
        assert "No microphone was found" not in read(app)
        assert len(prompts(screen.list)) == 1
        await pilot.press("enter")
        await settled(pilot)
    assert screen.result is True


async def test_without_a_sound_system_the_failure_is_shown_and_one_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse() -> list[Microphone]:
        raise SoundSystemError("PortAudio is missing.", "Install it.")

    monkeypatch.setattr("capture.recorder.microphones.microphones", refuse)
    app, conductor = VakborgApp(None), FakeConductor(a_conversation())
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, conductor)
        assert "PortAudio is missing." in read(app)
        await pilot.press("escape")
        assert "No microphone was found" in read(app)
        await pilot.press("enter")
        await settled(pilot)
    assert screen.result is True


@pytest.mark.usefixtures("there")
async def test_escape_goes_back_without_a_result() -> None:
    app, conductor = VakborgApp(None), FakeConductor(a_conversation())
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, conductor)
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is not screen
    assert screen.result is None

from textual.binding import Binding
from textual.pilot import Pilot

from capture.app import VakborgApp
from capture.keymap import sound
from capture.screens.home import HomeScreen
from capture.screens.keys import KeysScreen, PressScreen
from capture.screens.new_session import NewSessionScreen
from capture.settings import read_settings, remember
from sessions.programme import Programme
from tests.watching import SMALL, prompts, read, settled


async def opened(pilot: Pilot[None]) -> KeysScreen:
    await settled(pilot)
    await pilot.press("f2")
    await settled(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, KeysScreen)
    return screen


def choose(screen: KeysScreen, key_id: str) -> None:
    screen.list.highlighted = screen.list.get_option_index(key_id)


async def test_a_changed_key_works_at_once_and_next_time(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot)
        choose(screen, "new_session")
        await pilot.press("enter")
        assert isinstance(app.screen, PressScreen)
        await pilot.press("f7")
        await settled(pilot)
        assert "F7 from now on" in read(app)
        assert f"{screen.keys['new_session'].does} (changed)" in read(app)
        await pilot.press("escape", "n")
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("f7")
        await settled(pilot)
        assert isinstance(app.screen, NewSessionScreen)
    again = VakborgApp(programme)
    async with again.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert " F7 " in read(again)
        await pilot.press("f7")
        await settled(pilot)
        assert isinstance(again.screen, NewSessionScreen)


async def test_a_key_that_is_taken_is_refused_with_what_it_does(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot)
        choose(screen, "new_session")
        await pilot.press("enter", "i")
        await settled(pilot)
        assert f"i is in use already: {screen.keys['interview'].does}." in read(app)
        await pilot.press("enter", "tab")
        await settled(pilot)
        assert "cannot be used" in read(app)
        await pilot.press("enter", "escape")
        await settled(pilot)
    assert read_settings().keys == {}


async def test_a_key_gets_back_what_it_had_unless_that_was_taken_meanwhile(programme: Programme) -> None:
    remember(keys={"new_session": "f7", "interview": "n"})
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot)
        choose(screen, "new_session")
        await pilot.press("backspace")
        await settled(pilot)
        assert "n is in use already" in read(app)
        choose(screen, "interview")
        await pilot.press("backspace")
        choose(screen, "new_session")
        await pilot.press("backspace")
        await settled(pilot)
    assert read_settings().keys == {}


async def test_the_list_tells_every_key_once_with_its_screen(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot)
        shown = prompts(screen.list)
        assert screen.about
    assert len(screen.keys) == len(shown) - len(screen.places)
    assert shown[0] == "The conversation"
    assert shown[1].startswith(f"{app.get_key_display(Binding('space', ''))}, r ")


async def test_damaged_keys_in_the_settings_are_left_out(programme: Programme) -> None:
    remember(keys={"new_session": "", "interview": "x,", "nothing": "f7", "help": "f6"})
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.press("n")
        await settled(pilot)
        assert isinstance(app.screen, NewSessionScreen)
    assert sound(read_settings().keys) == {"nothing": "f7", "help": "f6"}

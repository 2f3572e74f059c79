import pytest

from capture.app import VakborgApp
from capture.screens.help import HelpScreen, _moving, _table
from capture.screens.welcome import WelcomeScreen
from sessions.i18n import gettext as _
from sessions.programme import Programme
from tests.capture.screens.reviewing.sitting import sitting
from tests.watching import read, settled


@pytest.mark.parametrize("way", [(), ("enter",), ("ctrl+f",), ("n",), ("i",), ("f2",)])
async def test_every_screen_explains_itself_and_its_keys(programme: Programme, way: tuple[str, ...]) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=(100, 50)) as pilot:
        await settled(pilot)
        await pilot.press(*way)
        await settled(pilot)
        about = app.screen.about  # type: ignore[attr-defined]
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        assert app.screen.about == about != ""
        text = read(app)
        assert "F1" in text
        assert "Ctrl+Q" in text
        assert "vakborg session new" in text
        await pilot.press("escape")
        assert not isinstance(app.screen, HelpScreen)


async def test_a_click_beside_it_closes_it_and_one_inside_does_not(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=(100, 50)) as pilot:
        await settled(pilot)
        await pilot.press("question_mark")
        await pilot.pause()
        await pilot.click(".about")
        assert isinstance(app.screen, HelpScreen)
        await pilot.click(offset=(1, 1))
        assert not isinstance(app.screen, HelpScreen)


async def test_without_a_programme_it_offers_no_search() -> None:
    app = VakborgApp(None)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", "ctrl+f")
        assert isinstance(app.screen, WelcomeScreen)
        await pilot.press("question_mark")
        await pilot.pause()
        assert "Ctrl+F" not in read(app)
        assert _("Help") in read(app)


def test_the_keys_leave_most_of_the_room_to_what_they_do() -> None:
    rows = [
        ("Ctrl+Y, U, Shift+U, F2, F3, F4, F5, F6", "Do again what was taken back"),
        ("k", "This is right"),
    ]
    lines = _table(rows, 64).plain.splitlines()
    assert lines[0].endswith("  Do again what was taken back")
    assert all(len(line) <= 64 for line in lines)
    assert lines[-1] == "k".ljust(16) + "This is right"


def test_a_key_that_does_something_else_here_is_not_explained_twice() -> None:
    assert "Enter" in dict(_moving([("q", "Close")]))
    assert "Enter" not in dict(_moving([("Enter, t", "Store what is shown here")]))


async def test_digits_that_do_the_same_are_one_key(programme: Programme) -> None:
    async with sitting(programme) as at:
        await at.press("f1")
        await at.until(lambda: isinstance(at.app.screen, HelpScreen))
        assert "1–9" in dict(at.app.screen.keys)  # type: ignore[attr-defined]

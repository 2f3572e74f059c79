"""Whose name stands in the history."""

from textual.widgets import Input

from capture.app import VakborgApp
from capture.naming import who_works
from capture.screens.review import ReviewScreen
from capture.screens.reviewing.beginning import review
from capture.screens.reviewing.commands import ReviewCommands
from capture.screens.reviewing.who import WhoDialog
from capture.settings import read_settings, remember
from sessions.programme import Programme
from sessions.store.interviews import find_session
from sessions.store.reading import read_session
from sessions.transcript import Revision
from tests.capture.screens.reviewing.sitting import sitting
from tests.watching import SMALL, settled, until


def is_open(app: VakborgApp) -> bool:
    """Whether a review is on the screen."""
    return isinstance(app.screen, ReviewScreen) and app.screen.now is not None


async def test_who_works_is_asked_once_and_remembered(programme: Programme) -> None:
    app = VakborgApp(programme)
    with programme.store() as store:
        reading = read_session(store, find_session(store, "A1"))
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        review(app, programme, reading)
        review(app, programme, reading)
        await settled(pilot)
        assert isinstance(app.screen, WhoDialog)
        assert app.screen.query_one(Input).value == who_works()
        await pilot.press(*"Bas", "enter")
        await until(pilot, lambda: is_open(app))
        assert isinstance(app.screen, ReviewScreen)
        assert app.screen.review.by == read_settings().interviewer == "Bas"
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, ReviewScreen))
        review(app, programme, reading)
        await until(pilot, lambda: is_open(app))


async def test_enter_takes_the_name_of_the_system_and_escape_opens_nothing(programme: Programme) -> None:
    app = VakborgApp(programme)
    with programme.store() as store:
        reading = read_session(store, find_session(store, "A1"))
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        proposal = who_works()
        review(app, programme, reading)
        await settled(pilot)
        await pilot.press("escape")
        assert not isinstance(app.screen, ReviewScreen | WhoDialog)
        review(app, programme, reading)
        await settled(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: is_open(app))
        assert read_settings().interviewer == proposal


async def test_another_can_take_over_from_the_command_palette(programme: Programme) -> None:
    remember(interviewer="Anneke")
    async with sitting(programme, at="Ik zet") as at:
        provider = ReviewCommands(at.screen)
        assert "who" in {command.action for command in provider._commands()}
        await at.screen.run_action("who")
        await at.press(*"Bas", "enter")
        assert read_settings().interviewer == "Bas"
        await at.press("enter", *"Nou ", "enter")
        await at.until(lambda: at.screen.page.by == "Bas" and at.here.startswith("Nou"))
    with programme.store() as store:
        assert [revision.by for revision in store.all(Revision)][-1] == "Bas"

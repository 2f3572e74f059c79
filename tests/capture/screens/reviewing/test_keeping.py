"""What is typed in the review is kept, or it is still there."""

import pytest
from textual.widgets import TextArea

from capture.app import VakborgApp
from capture.reviewing.bench import Bench
from capture.reviewing.review import Review
from capture.screens.confirm import Confirm
from capture.screens.failure import FailureScreen
from capture.screens.review import ReviewScreen
from capture.screens.reviewing.beginning import review
from capture.screens.reviewing.find import FindDialog
from capture.screens.search import SearchScreen
from capture.settings import remember
from sessions.errors import VakborgError
from sessions.programme import Programme
from sessions.store.interviews import find_session
from sessions.store.reading import read_session
from tests.capture.screens.reviewing.held import all_done, change_elsewhere, held_up
from tests.capture.screens.reviewing.sitting import Sitting, segment_of, sitting, stored
from tests.watching import SMALL, settled, shown, until

IK_ZET = "Ik zet het startgat"
EN_LET = "En let op het spoelen"


async def type_in(at: Sitting, *keys: str) -> None:
    await at.press("enter", "ctrl+end", *keys)


async def test_the_app_does_not_close_over_what_is_typed_below_a_dialog(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        await type_in(at, "x", "y", "z", "ctrl+f")
        assert isinstance(at.app.screen, FindDialog)
        await at.press("ctrl+q")
        assert isinstance(at.app.screen, Confirm)
        await at.press("escape", "escape")
        assert at.screen.editor.unsaved


async def test_the_app_does_not_close_over_what_is_typed_in_a_card(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        await at.press("w", "x", "ctrl+q")
        await at.sees("Throw away what you typed?")


async def test_going_back_to_a_search_below_asks_first(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(SearchScreen(programme))
        await settled(pilot)
        screen = ReviewScreen(Review(programme, "A1", "Anneke"), segment_of(programme, IK_ZET))
        await app.push_screen(screen)
        await until(pilot, lambda: screen.now is not None)
        await pilot.press("enter", "x", "shift+tab", "slash")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        await pilot.press("right", "enter")
        await until(pilot, lambda: isinstance(app.screen, SearchScreen))


async def test_what_could_not_be_kept_waits_until_the_next_text_is_done(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        with held_up(at):
            await type_in(at, "x", "y", "z", "enter")
            await at.press("down")
            await type_in(at, "q", "q", "q")
            change_elsewhere(programme, segment_of(programme, IK_ZET), "Anders.")
        await at.until(lambda: isinstance(at.app.screen, FailureScreen))
        await at.press("escape")
        assert at.screen.editor.field.text.endswith("qqq")
        await at.press("enter")
        await at.sees("not kept yet", "wand.xyz")
        await all_done(at)
        await at.press("enter")
        await all_done(at)
        texts = [segment.text for segment in stored(programme)]
        assert any(text.endswith("wand.xyz") for text in texts)
        assert any(text.endswith("qqq") for text in texts)


async def test_leaving_waits_until_what_was_typed_is_kept(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        with held_up(at):
            await type_in(at, "x", "y", "z", "enter")
            await at.press("escape")
            await at.sees("What you typed is being kept")
        await at.until(lambda: at.app.screen is not at.screen)
    assert any(segment.text.endswith("xyz") for segment in stored(programme))


async def test_one_does_not_leave_where_it_could_not_be_kept(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        with held_up(at):
            await type_in(at, "x", "y", "z", "enter")
            await at.press("escape")
            change_elsewhere(programme, segment_of(programme, IK_ZET), "Anders.")
        await at.until(lambda: isinstance(at.app.screen, FailureScreen))
        await at.press("escape")
        await at.sees("not kept yet", "xyz")


async def test_enter_on_the_list_goes_back_to_the_field(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        await type_in(at, "x", "shift+tab", "enter")
        assert isinstance(at.app.focused, TextArea)
        assert at.screen.editor.unsaved


async def test_a_text_that_is_kept_as_it_was_is_right(programme: Programme) -> None:
    async with sitting(programme, at=EN_LET) as at:
        await at.press("enter", "enter")
        await at.sees("1 of 4 looked at")
        await at.stands_on(EN_LET)
        assert at.segment.checked


async def test_a_review_that_cannot_begin_says_so_and_takes_nothing(
    programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(bench: Bench, segment_id: int | None) -> None:
        del bench, segment_id
        raise VakborgError("The disk is broken.")

    remember(interviewer="Anneke")
    monkeypatch.setattr(Bench, "begin", fail)
    app = VakborgApp(programme)
    with programme.store() as store:
        reading = read_session(store, find_session(store, "A1"))
    async with app.run_test(size=SMALL) as pilot:
        review(app, programme, reading)
        await until(pilot, lambda: isinstance(app.screen, FailureScreen))
        await pilot.press("escape", "enter", "x", "enter")
        await until(pilot, lambda: "Nothing can be kept" in shown(app))
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        assert screen.editor.unsaved
        assert not screen.check_action("right", ())

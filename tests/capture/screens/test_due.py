from datetime import date

from capture.app import VakborgApp
from capture.screens.home import HomeScreen
from capture.screens.withdrawing.due import DueScreen
from capture.screens.withdrawing.notices import Notices, lines, read_notices
from capture.screens.withdrawing.screen import WithdrawScreen
from capture.screens.withdrawing.until import UntilDialog
from sessions.programme import Programme
from sessions.store.retention import keep_until
from tests.capture.screens.withdrawals import NOTHING, YES, answer, pressed, typed, what_is_left
from tests.watching import SMALL, prompts, read, settled

OVER = date(2020, 1, 31)


def over(programme: Programme) -> None:
    with programme.store() as store:
        keep_until(store, OVER, "Bea")


async def test_home_leads_to_what_is_due_and_that_to_what_would_go(programme: Programme) -> None:
    answer(programme, YES)
    answer(programme, NOTHING)
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert "1 withdrawal not carried out yet" in read(app)
        await pilot.click(".notices")
        await settled(pilot)
        assert isinstance(app.screen, DueScreen)
        (line,) = prompts(app.screen.listing)
        assert line == "Jan van Dijk (A) took back: the recordings, the text of what was said"
        assert isinstance(await pressed(pilot, "enter"), WithdrawScreen)
        await pressed(pilot, "w")
        await typed(pilot, "A")
        assert "Taken out for good" in read(app)
        assert isinstance(await pressed(pilot, "escape"), DueScreen)
        assert "Nothing is due." in read(app)
        assert isinstance(await pressed(pilot, "escape"), HomeScreen)
        assert "not carried out" not in read(app)


async def test_what_is_past_its_last_day_goes_of_everybody(programme: Programme) -> None:
    over(programme)
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert "Kept up to January 31, 2020, that is over: 5 recordings and 2 sessions" in read(app)
        assert "Jan van Dijk" in read(app)
        await pressed(pilot, "o", "enter")
        assert "5 recordings" in read(app)
        await pressed(pilot, "w")
        await typed(pilot, "A")
        assert "all does not stand there" in read(app)
        await pilot.press("backspace")
        await typed(pilot, "all")
        assert "Taken out for good 5 recordings" in read(app)
    assert what_is_left(programme) == (0, 0)
    with programme.store() as store:
        assert read_notices(store, date.today()).takings == []


async def test_where_nothing_is_due_it_says_so(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert "!" not in read(app)
        assert isinstance(await pressed(pilot, "o"), DueScreen)
        assert "Nothing is due." in read(app)
        assert "No last day was chosen" in read(app)
        assert isinstance(await pressed(pilot, "b"), UntilDialog)


def test_before_the_last_day_nothing_is_due_by_it(programme: Programme) -> None:
    over(programme)
    with programme.store() as store:
        assert read_notices(store, OVER).takings == []
        ((told, taking),) = read_notices(store, date(2020, 2, 1)).takings
    assert told.startswith("Kept up to January 31, 2020")
    assert [share.expert.code for share in taking.shares] == ["A", "B"]


def test_without_anything_due_there_is_no_line() -> None:
    assert lines(Notices(), "o") == []

from datetime import date
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from capture.app import VakborgApp
from capture.screens.withdrawing.due import DueScreen
from capture.screens.withdrawing.until import UntilDialog, day_of
from capture.settings import remember
from sessions.programme import Programme
from sessions.store.retention import keep_until, retention
from sessions.withdrawal import Retention
from tests.capture.screens.withdrawals import pressed, typed
from tests.watching import SMALL, read, settled


def kept(programme: Programme) -> Retention | None:
    with programme.store() as store:
        return retention(store)


async def asked(pilot: Pilot[Any], programme: Programme) -> None:
    await pilot.app.push_screen(DueScreen(programme, ask_last_day=True))
    await settled(pilot)
    assert isinstance(pilot.app.screen, UntilDialog)


async def test_a_last_day_is_kept_with_who_chose_it(programme: Programme) -> None:
    remember(interviewer="Bea")
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await asked(pilot, programme)
        await typed(pilot, "31-12")
        assert "That is no day. For example: 31-12-2030" in read(app)
        assert isinstance(await typed(pilot, "-2099"), DueScreen)
        assert "Kept up to and including December 31, 2099 (noted by Bea" in read(app)
        assert "Until then nothing is erased by it." in read(app)
    stored = kept(programme)
    assert stored
    assert (stored.until, stored.by) == (date(2099, 12, 31), "Bea")


async def test_a_day_that_is_over_asks_once_more(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await asked(pilot, programme)
        assert isinstance(await typed(pilot, "2020-01-31"), UntilDialog)
        assert "is over already" in read(app)
        assert kept(programme) is None
        assert isinstance(await pressed(pilot, "enter"), DueScreen)
        assert "that is over" in read(app)


async def test_an_empty_field_takes_the_day_away(programme: Programme) -> None:
    with programme.store() as store:
        keep_until(store, date(2099, 12, 31), "Bea")
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await asked(pilot, programme)
        app.screen.query_one(Input).value = ""
        await pilot.click(".for-the-mouse")
        await settled(pilot)
        assert "No last day was chosen" in read(app)
    assert kept(programme) is None


async def test_the_palette_of_the_list_of_sessions_leads_there(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await app.screen.run_action("last_day")
        await settled(pilot)
        assert isinstance(app.screen, UntilDialog)
        await pressed(pilot, "escape", "escape")
        await pressed(pilot, "ctrl+p")
        await pilot.press(*"last day")
        await pilot.pause(0.3)
        await settled(pilot)
        assert "Until when recordings and texts are kept" in read(app)


@pytest.mark.parametrize(
    ("typed_day", "meant"),
    [
        ("31-12-2030", date(2030, 12, 31)),
        ("1/2/2030", date(2030, 2, 1)),
        ("2030-02-01", date(2030, 2, 1)),
        ("31-13-2030", None),
        ("31-12-30", None),
        ("29-02-2030", None),
        ("0-0-0000", None),
        ("gisteren", None),
        ("", None),
    ],
)
def test_a_day_is_read_the_dutch_way_and_as_iso(typed_day: str, meant: date | None) -> None:
    assert day_of(typed_day) == meant

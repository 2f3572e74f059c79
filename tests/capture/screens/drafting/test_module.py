"""One module as text, and the way to the review and back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.pilot import Pilot

from capture.app import VakborgApp
from capture.drafts.rows import Kind
from capture.drafts.shelf import Which
from capture.screens.drafting.changes import ChangesScreen
from capture.screens.drafting.folded import FoldedScreen
from capture.screens.drafting.module import ModuleScreen
from capture.screens.review import ReviewScreen
from capture.settings import remember
from sessions.interview import Session
from sessions.programme import Programme
from sessions.release import Release
from tests.capture.drafts.programmes import release, segment_of
from tests.capture.screens.test_hostile import hostile, is_harmless
from tests.watching import SMALL, prompts, read, settled, shown, until


@asynccontextmanager
async def module(
    programme: Programme, module_id: str = "M2", size: tuple[int, int] = SMALL
) -> AsyncIterator[tuple[VakborgApp, Pilot[Any], ModuleScreen]]:
    remember(interviewer="Anneke")
    app = VakborgApp(programme)
    screen = ModuleScreen(programme, Which("edm-nl", module_id), "Startgat", Release.PARTNERS)
    async with app.run_test(size=size, notifications=True) as pilot:
        await app.push_screen(screen)
        await settled(pilot)
        yield app, pilot, screen


def go_to(screen: ModuleScreen, words: str) -> None:
    rows = screen.text.rows
    screen.text.stand_on(next(n for n, r in enumerate(rows) if words in r.text and r.kind is Kind.SAID))


async def test_what_needs_a_decision_stands_at_the_top(released: Programme) -> None:
    async with module(released) as (app, _pilot, screen):
        assert app.focused is screen.text
        assert screen.page is not None
        first = screen.page.blocks[0]
        assert any(row.open and "Jan van Dijk" not in row.text for row in first.rows)
        assert f"!{sum(row.open for row in first.rows)}" in prompts(screen.parts)[0]


async def test_a_part_is_jumped_to_and_the_parts_follow_the_text(released: Programme) -> None:
    async with module(released) as (app, pilot, screen):
        await pilot.press("left", "down", "down")
        await pilot.pause()
        row = screen.text.row
        assert row is not None
        assert row.kind is Kind.HEADING
        assert row.text in prompts(screen.parts)[2]
        await pilot.press("enter", "end")
        await pilot.pause()
        assert app.focused is screen.text
        assert screen.parts.highlighted == screen.parts.option_count - 1


async def test_enter_on_a_statement_reviews_its_fragment_and_escape_comes_back(released: Programme) -> None:
    async with module(released) as (app, pilot, screen):
        go_to(screen, "spoelen")
        row = screen.text.row
        assert row is not None
        await pilot.press("enter")
        await until(
            pilot, lambda: isinstance(app.screen, ReviewScreen) and app.screen.fragments.line is not None
        )
        review = app.screen
        assert isinstance(review, ReviewScreen)
        line = review.fragments.line
        assert line is not None
        assert line.id == row.segment_id == segment_of(released, "En let op het spoelen").id
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        await settled(pilot)
        assert screen.text.row == row


async def test_what_was_mended_in_the_review_is_there_when_one_comes_back(released: Programme) -> None:
    async with module(released) as (app, pilot, screen):
        go_to(screen, "spoelen")
        await pilot.press("enter")
        await until(
            pilot, lambda: isinstance(app.screen, ReviewScreen) and app.screen.fragments.line is not None
        )
        await pilot.press("enter", "end", *" Echt waar.", "enter")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        await until(pilot, lambda: any("Echt waar." in row.text for row in screen.text.rows))


async def test_a_line_that_leads_nowhere_says_so(released: Programme) -> None:
    async with module(released) as (app, pilot, screen):
        screen.text.action_go_to(0)
        await pilot.press("enter")
        await settled(pilot)
        assert app.screen is screen
        assert "This line leads to no fragment" in read(app)


async def test_the_next_thing_to_decide_comes_round_again(released: Programme) -> None:
    async with module(released) as (_app, pilot, screen):
        found = sum(row.open for row in screen.text.rows)
        seen = []
        for _turn in range(found + 1):
            await pilot.press("n")
            seen.append(screen.text.at)
        assert len(set(seen)) == found
        assert seen[0] == seen[-1]


async def test_an_empty_module_says_what_to_ask_and_whom(programme: Programme) -> None:
    async with module(programme, size=(100, 40)) as (app, _pilot, screen):
        assert "What to ask" in read(app)
        assert any("Fatima el Amrani" in row.text for row in screen.text.rows)


async def test_it_is_written_from_here(released: Programme) -> None:
    async with module(released) as (app, pilot, screen):
        await pilot.press("w")
        await settled(pilot)
        assert "1 document was written." in read(app)
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is screen
        assert "Exported as version 1" in read(app)


@pytest.mark.parametrize(("key", "screen_type"), [("c", ChangesScreen), ("f", FoldedScreen)])
async def test_its_lists_open_and_close(released: Programme, key: str, screen_type: type) -> None:
    async with module(released) as (app, pilot, screen):
        await pilot.press(key)
        await settled(pilot)
        assert isinstance(app.screen, screen_type)
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is screen


@pytest.mark.parametrize("width", [60, 80, 101, 120])
async def test_no_width_cuts_a_statement_off(released: Programme, width: int) -> None:
    async with module(released, size=(width, 40)) as (app, pilot, screen):
        go_to(screen, "contour")
        await settled(pilot)
        here = [line.rpartition("│")[2] for line in shown(app).splitlines()]
        assert "wand." in " ".join(here)


async def test_the_mouse_stands_on_a_row_and_a_double_click_opens_it(released: Programme) -> None:
    async with module(released) as (app, pilot, screen):
        go_to(screen, "spoelen")
        await settled(pilot)
        row = next(y for y, line in enumerate(shown(app).splitlines()) if "▌" in line)
        await pilot.click(offset=(40, row), times=2)
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        assert screen.text.row is not None


async def test_hostile_words_are_shown_and_obeyed_by_nothing(programme: Programme) -> None:
    with hostile(programme).store() as store:
        for session in store.all(Session):
            release(store, session, Release.PARTNERS)
    async with module(programme, "M3", (160, 40)) as (app, pilot, screen):
        for _page in range(4):
            assert is_harmless(shown(app))
            await pilot.press("pagedown")
            await pilot.pause()
        assert any("[@click=app.quit]x[/]" in row.text for row in screen.text.rows)
        for y in range(2, 30, 4):
            await pilot.click(offset=(60, y))
        for key in ("w", "escape", "c", "escape", "f", "escape"):
            await pilot.press(key)
            await settled(pilot)
            assert is_harmless(shown(app))
        assert app.screen is screen

"""The modules of a programme, and writing them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

from textual.pilot import Pilot

from capture.app import VakborgApp
from capture.drafts.writing import Done, Task, Writing
from capture.screens.drafting.keys import keys_of
from capture.screens.drafting.module import ModuleScreen
from capture.screens.drafting.writing import WritingDialog
from capture.screens.drafts import ModulesScreen
from capture.screens.failure import FailureScreen
from sessions.programme import Programme, create_programme
from sessions.release import Release
from tests.capture.drafts.programmes import segment_of
from tests.watching import SMALL, read, settled, shown, until


@asynccontextmanager
async def modules(
    programme: Programme, size: tuple[int, int] = SMALL
) -> AsyncIterator[tuple[VakborgApp, Pilot[Any], ModulesScreen]]:
    app = VakborgApp(programme)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("m")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, ModulesScreen)
        yield app, pilot, screen


async def test_each_module_tells_how_far_it_is(released: Programme) -> None:
    async with modules(released) as (app, pilot, screen):
        assert screen.shelf is not None
        assert screen.shelf.complete
        assert "for the partners" in read(app)
        assert "Not exported yet for this audience." in read(app)
        await pilot.press("down")
        await pilot.pause()
        assert "2 experts, 2 companies, 0 of 2 answers approved" in read(app)


async def test_a_wide_screen_has_every_column(released: Programme) -> None:
    async with modules(released, (120, 40)) as (app, _pilot, _screen):
        assert all(heading in read(app) for heading in ("companies", "not released", "exported"))


async def test_before_anything_was_released_it_says_how(programme: Programme) -> None:
    async with modules(programme) as (app, pilot, _screen):
        assert "vakborg release A1 --level partners" in read(app)
        await pilot.press("W")
        await until(pilot, lambda: "No module has a statement yet" in read(app))


async def test_without_sessions_it_says_so(tmp_path: Path) -> None:
    async with modules(create_programme(tmp_path / "leeg")) as (app, pilot, screen):
        assert "There are no sessions yet" in read(app)
        await pilot.press("w", "W", "c", "enter")
        assert app.screen is screen


async def test_the_other_audience_gets_only_what_is_free(released: Programme) -> None:
    free = segment_of(released, "En let op het spoelen")
    with released.store() as store:
        store.save(replace(free, release=Release.FREE))
    async with modules(released) as (app, pilot, screen):
        await pilot.press("a")
        await settled(pilot)
        assert "free: for everybody" in read(app)
        assert screen.shelf
        assert screen.shelf.audience is Release.FREE
        assert sum(line.tally.statements for line in screen.shelf.lines if line.tally) == 1


async def test_enter_and_a_double_click_open_a_module(released: Programme) -> None:
    async with modules(released) as (app, pilot, screen):
        await pilot.press("down", "enter")
        await settled(pilot)
        opened = app.screen
        assert isinstance(opened, ModuleScreen)
        assert opened.which.module_id == "M2"
        await pilot.press("escape")
        await settled(pilot)
        assert screen.is_current
        row = next(y for y, line in enumerate(shown(app).splitlines()) if line.startswith(" M3"))
        await pilot.click(offset=(10, row))
        await pilot.click(offset=(10, row))
        await settled(pilot)
        assert isinstance(app.screen, ModuleScreen)
        assert app.screen.which.module_id == "M3"


async def test_one_module_is_written_and_its_version_shown(released: Programme) -> None:
    async with modules(released) as (app, pilot, screen):
        await pilot.press("down", "w")
        await settled(pilot)
        assert "1 document was written." in read(app)
        assert len(list(released.exports.glob("*M2.docx"))) == 1
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is screen
        assert "Exported as version 1" in read(app)


async def test_all_modules_with_a_statement_are_written(released: Programme) -> None:
    async with modules(released) as (app, pilot, screen):
        assert screen.shelf is not None
        told = [line for line in screen.shelf.lines if line.tally and line.tally.statements]
        await pilot.press("W")
        await settled(pilot)
        assert f"{len(told)} documents were written." in read(app)
        assert len(list(released.exports.glob("*.docx"))) == len(told)


async def test_escape_stops_after_the_module_at_hand(released: Programme) -> None:
    begun, go_on = Event(), Event()

    def write(task: Task) -> Done:
        begun.set()
        go_on.wait(20)
        return Done(task.title, released.exports / task.title)

    async with modules(released) as (app, pilot, screen):
        assert screen.shelf is not None
        writing = Writing([Task(line.which, line.title) for line in screen.shelf.lines], lambda: write)
        await app.push_screen(WritingDialog(writing))
        await until(pilot, begun.is_set)
        await pilot.press("escape")
        await until(pilot, lambda: "It stops after this one." in read(app))
        go_on.set()
        await settled(pilot)
        assert "Stopped. 1 document was written." in read(app)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is screen


async def test_a_failure_is_shown_and_what_was_written_stays_in_sight(released: Programme) -> None:
    released.exports.rmdir()
    released.exports.write_text("geen map")
    async with modules(released) as (app, pilot, _screen):
        await pilot.press("W")
        await settled(pilot)
        assert isinstance(app.screen, FailureScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert "It was not finished." in read(app)


async def test_a_programme_that_cannot_be_read_says_how_to_try_again(released: Programme) -> None:
    async with modules(released) as (app, pilot, screen):
        screen.shelf = None
        kept = released.database.read_bytes()
        released.database.unlink()
        await pilot.press("r")
        await settled(pilot)
        assert isinstance(app.screen, FailureScreen)
        await pilot.press("escape")
        await settled(pilot)
        assert "r tries again" in read(app)
        released.database.write_bytes(kept)
        await pilot.press("r")
        await settled(pilot)
        assert screen.shelf is not None


async def test_the_help_tells_what_the_columns_mean(released: Programme) -> None:
    write_all = next(b for b in keys_of(ModulesScreen) if b.id == "draft_write_all")
    async with modules(released, (100, 40)) as (app, pilot, _screen):
        await pilot.press("question_mark")
        await pilot.pause()
        assert "Approved are the quoted answers" in read(app)
        assert str(write_all.tooltip) in read(app)

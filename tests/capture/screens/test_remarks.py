"""What the expert remarked: read, done, open again, and to the fragment."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot

from capture.app import VakborgApp
from capture.screens.review import ReviewScreen
from capture.screens.wordreview.remarks import RemarksScreen
from capture.settings import remember
from sessions.interview import Answer
from sessions.programme import Programme
from sessions.received import NoteKind
from sessions.remark import Remark
from sessions.store.interviews import find_session
from sessions.transcript import Segment
from tests.capture.screens.test_hostile import ALL, VISIBLE, is_harmless
from tests.capture.wordreview.came_back import WHEN
from tests.watching import SMALL, prompts, read, settled, shown, until


def add_remarks(programme: Programme) -> list[Remark]:
    """One on a fragment, one in the room of its answer, and one that belongs nowhere."""
    with programme.store() as store:
        session = find_session(store, "A1")
        (answer,) = store.all(Answer, session_id=session.id, question_id="M2-V2")
        said = next(s for s in store.all(Segment) if s.text.startswith("En let op"))
        told = (
            ("Klopt dit?", NoteKind.COMMENT, answer.id, said.id, "de druk te hoog"),
            ("Een foto erbij\nzou helpen.", NoteKind.ROOM, answer.id, None, ""),
            ("Groeten", NoteKind.UNPLACED, None, None, ""),
        )
        made = [
            Remark(session.id, text, "Jan van Dijk", WHEN, kind, of, segment, quote)
            for text, kind, of, segment, quote in told
        ]
        return [store.add(remark) for remark in made]


def settled_ones(programme: Programme) -> list[str]:
    with programme.store() as store:
        return [r.text for r in store.all(Remark) if r.settled]


@asynccontextmanager
async def remarks(
    programme: Programme, size: tuple[int, int] = SMALL
) -> AsyncIterator[tuple[VakborgApp, Pilot[Any], RemarksScreen]]:
    remember(interviewer="Anneke")
    app = VakborgApp(programme)
    screen = RemarksScreen(programme, "A1")
    async with app.run_test(size=size, notifications=True) as pilot:
        await app.push_screen(screen)
        await settled(pilot)
        yield app, pilot, screen


async def test_without_any_it_says_where_they_come_from(programme: Programme) -> None:
    async with remarks(programme) as (app, pilot, screen):
        assert "They come with the Word file of the expert" in read(app)
        await pilot.press("space", "enter", "f")
        assert app.screen is screen


async def test_each_says_whose_it_is_and_what_it_is_about(programme: Programme) -> None:
    add_remarks(programme)
    async with remarks(programme) as (app, _pilot, _screen):
        text = read(app)
        assert "3 open remarks" in text
        assert "A1·01, Word comment, Jan van Dijk" in text
        assert "“de druk te hoog” Klopt dit?" in text
        assert "Een foto erbij zou helpen." in text
        assert "○ open text without a place" in text


async def test_one_is_marked_as_done_and_as_open_again(programme: Programme) -> None:
    add_remarks(programme)
    async with remarks(programme) as (app, pilot, screen):
        await pilot.press("space")
        await until(pilot, lambda: "2 open remarks. f shows the 1 that are done too." in read(app))
        assert settled_ones(programme) == ["Klopt dit?"]
        assert len(screen.shown) == 2
        await pilot.press("f")
        await settled(pilot)
        assert len(screen.shown) == 3
        assert "✓ done" in read(app)
        await pilot.press("home", "x")
        await until(pilot, lambda: settled_ones(programme) == [])
        await until(pilot, lambda: "✓ done" not in read(app))


async def test_enter_reviews_the_fragment_it_is_about(programme: Programme) -> None:
    about = add_remarks(programme)[0].segment_id
    async with remarks(programme) as (app, pilot, screen):
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        review = app.screen
        assert isinstance(review, ReviewScreen)
        await until(pilot, lambda: review.fragments.line is not None)
        assert review.fragments.line
        assert review.fragments.line.id == about
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)


async def test_of_an_answer_it_goes_to_its_first_fragment(programme: Programme) -> None:
    add_remarks(programme)
    async with remarks(programme) as (app, pilot, _screen):
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        review = app.screen
        assert isinstance(review, ReviewScreen)
        await until(pilot, lambda: review.fragments.line is not None)
        assert review.fragments.line
        assert review.fragments.line.fragment.segment.text.startswith("En hoe bepaal je")


async def test_what_belongs_nowhere_says_so(programme: Programme) -> None:
    add_remarks(programme)
    async with remarks(programme) as (app, pilot, screen):
        await pilot.press("end", "enter")
        await until(pilot, lambda: "about no fragment that is still there" in read(app))
        assert app.screen is screen


async def test_what_was_remarked_is_shown_and_obeyed_nowhere(programme: Programme) -> None:
    with programme.store() as store:
        session = find_session(store, "A1")
        store.add(Remark(session.id, ALL, ALL, WHEN, NoteKind.ROOM, quote=ALL))
    async with remarks(programme, (160, 40)) as (app, pilot, screen):
        assert is_harmless(shown(app))
        text = "\n".join(prompts(screen.listing))
        assert all(part in text for part in VISIBLE)
        await pilot.press("space", "f", "enter")
        await settled(pilot)
        assert app.is_running

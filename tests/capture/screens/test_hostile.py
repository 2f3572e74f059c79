"""Text that tries to drive the terminal, the markup or the database: shown, and nothing more."""

import sqlite3

import pytest
from textual.widgets import OptionList

from capture.app import VakborgApp
from capture.screens.failure import Failed, FailureScreen
from capture.screens.home import HomeScreen
from capture.screens.review import ReviewScreen
from capture.screens.reviewing.fragment_list import FragmentList
from capture.screens.session import SessionScreen
from capture.settings import remember
from sessions.errors import VakborgError
from sessions.programme import Programme, create_programme
from sessions.store import queue
from tests.builders import Said, add_clip, add_session, add_transcript
from tests.watching import read, settled, shown, until

CLICK = "[@click=app.quit]x[/]"
VISIBLE = ("../", "[/]", CLICK, "'\";--")
NASTY = (*VISIBLE, "a\x00b", "\x1b]52;c;aGk=\x07", "a\ud800b", "a\u202eb", "\x9b31m")
ALL = "".join(NASTY)
ROOMY = (160, 40)


def hostile(programme: Programme) -> Programme:
    with programme.store() as store:
        while job := queue.claim(store):
            queue.finish(store, job)
        session = add_session(store, f"Zed {ALL}", f"Bv {ALL}", machine=f"M {ALL}", title=f"T {ALL}")
        clip = add_clip(programme, store, session, "M3-V4", 1)
        add_transcript(
            store,
            clip,
            [Said(f"Gezegd {ALL} klaar", suggested={"[/]": (ALL,)}), Said(f"Rest {ALL}", 3.0, speaker=ALL)],
            model=f"m {ALL}",
        )
    return programme


def stored_raw(programme: Programme) -> None:
    """Bring the control characters past the store's own gate, as another program could."""
    db = sqlite3.connect(programme.database)
    db.execute("update expert set name = name || ?", ("\x1b]52;c;aGk=\x07\x9b",))
    db.execute("update segment set text = text || ?", ("\x1b]52;c;aGk=\x07\u202e",))
    db.commit()
    db.close()


def is_harmless(text: str) -> bool:
    return all(c == "\n" or c.isprintable() for c in text)


@pytest.mark.parametrize("raw", [False, True])
async def test_every_screen_shows_it_and_obeys_none_of_it(programme: Programme, raw: bool) -> None:
    remember(interviewer="Anneke")
    app = VakborgApp(hostile(programme))
    if raw:
        stored_raw(programme)
    async with app.run_test(size=ROOMY, notifications=True) as pilot:
        await settled(pilot)
        assert all(part in shown(app) for part in VISIBLE[:3])
        assert is_harmless(shown(app))
        await pilot.press("down", "down", "enter")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, SessionScreen)
        assert all(part in read(app) for part in VISIBLE)
        assert is_harmless(shown(app))
        await pilot.click(".title", offset=(12, 0))
        await pilot.click(screen.fragments, offset=(20, 1))
        await until(
            pilot, lambda: isinstance(app.screen, ReviewScreen) and app.screen.fragments.line is not None
        )
        for y in range(1, 20, 4):
            await pilot.click(FragmentList, offset=(20, y))
        assert all(part in read(app) for part in VISIBLE)
        assert is_harmless(shown(app))
        await pilot.press("h", "escape", "v", "escape", "w", "escape", "escape")
        await pilot.press("question_mark", "escape")
        await pilot.press("slash", *"gezegd", "enter")
        await settled(pilot)
        assert app.is_running
        assert is_harmless(shown(app))


async def test_a_hit_with_markup_in_it_is_shown_whole(programme: Programme) -> None:
    app = VakborgApp(hostile(programme))
    async with app.run_test(size=ROOMY) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"klaar")
        while not app.screen.query_one(OptionList).options:
            await pilot.pause(0.02)
        await settled(pilot)
        assert all(part in read(app) for part in VISIBLE)
        for x in range(2, 60, 12):
            await pilot.hover(OptionList, offset=(x, 1))
        assert app.is_running


async def test_a_failure_shows_a_hostile_path_as_it_is(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=ROOMY) as pilot:
        await settled(pilot)
        app.post_message(Failed(VakborgError(f"In {ALL}.", f"Kijk in {ALL}.")))
        await settled(pilot)
        assert all(part in read(app) for part in VISIBLE)
        assert is_harmless(shown(app))
        await pilot.click(".message", offset=(12, 0))
        assert not isinstance(app.screen, FailureScreen)
        assert app.is_running


async def test_a_folder_with_a_hostile_name_is_a_title_like_any_other(programme: Programme) -> None:
    folder = programme.folder.parent / "[@click=app.quit]x[red]\x1b]0;t\x07'"
    app = VakborgApp(create_programme(folder))
    async with app.run_test(size=ROOMY) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "[@click=app.quit]x[red]" in shown(app)
        assert is_harmless(shown(app))
        await pilot.click(".title", offset=(3, 0))
        assert app.is_running

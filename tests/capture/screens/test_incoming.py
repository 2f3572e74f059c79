"""What came back from the expert, looked at before it is stored."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from capture.app import VakborgApp
from capture.screens.confirm import Confirm
from capture.screens.failure import FailureScreen
from capture.screens.wordreview.incoming import IncomingScreen, ToldList
from capture.wordreview.desk import LookedInto
from sessions.errors import ChangedSince, ReviewFileError, VakborgError
from sessions.i18n import gettext as _
from sessions.incoming import Age, Incoming, Removal
from sessions.programme import Programme
from sessions.received import Note, NoteKind, Placed, Received, Wish
from sessions.sheet import Sheet
from tests.capture.screens.test_hostile import ALL, VISIBLE, is_harmless
from tests.capture.wordreview.came_back import WHEN, answer, everything, incoming, rewording
from tests.watching import SMALL, prompts, read, settled, shown, until

CAME = Path("nakijken-A1 terug.docx")


@dataclass
class Desk:
    """A desk on which a file lies; notes what is taken in, or refuses it."""

    came: Incoming
    unreadable: VakborgError | None = None
    refuses: VakborgError | None = None
    read: int = 0
    taken_in: list[Incoming] = field(default_factory=list)

    def look_into(self, _programme: Programme, path: Path) -> LookedInto:
        self.read += 1
        if self.unreadable:
            raise self.unreadable
        sheet = Sheet(1, self.came.mark, WHEN, "Anneke", "exports/x.docx", ())
        return LookedInto(path, sheet, Received(self.came.mark, self.came.sha256, ()), self.came)

    def take_in(self, _programme: Programme, looked: LookedInto) -> Incoming:
        if self.refuses:
            raise self.refuses
        self.taken_in.append(looked.incoming)
        return looked.incoming


@dataclass
class Looking:
    app: VakborgApp
    pilot: Pilot[Any]
    screen: IncomingScreen
    desk: Desk
    left: list[None]

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await settled(self.pilot)

    @property
    def lines(self) -> str:
        """All that is listed, in sight or not."""
        return "\n".join(prompts(self.screen.query_one(ToldList)))


@asynccontextmanager
async def looking(
    monkeypatch: pytest.MonkeyPatch,
    programme: Programme,
    came: Incoming,
    *,
    code: str = "A1",
    size: tuple[int, int] = SMALL,
    unreadable: VakborgError | None = None,
) -> AsyncIterator[Looking]:
    desk = Desk(came, unreadable)
    monkeypatch.setattr("capture.wordreview.desk.look_into", desk.look_into)
    monkeypatch.setattr("capture.wordreview.desk.take_in", desk.take_in)
    app, left = VakborgApp(programme), list[None]()
    screen = IncomingScreen(programme, CAME, code)
    async with app.run_test(size=size, notifications=True) as pilot:
        await app.push_screen(screen, left.append)
        await settled(pilot)
        yield Looking(app, pilot, screen, desk, left)


async def test_it_says_whose_file_it_is_and_how_much_changes(
    programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with looking(monkeypatch, programme, everything()) as at:
        text = read(at.app)
        assert "A1: from Jan van Dijk, sent on" in text
        assert "nakijken-A1 terug.docx: 2 fragments changed, 1 taken out" in text
        assert text.index("tracked changes were neither") < text.index("A1·01 Hoe bepaal jij")
        assert at.desk.taken_in == []


async def test_what_changes_reads_without_colour_too(
    programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with looking(monkeypatch, programme, everything(), size=(120, 60)) as at:
        text = read(at.app)
        assert "[− drie] [+ vijf] millimeter" in text
        assert "[− En let op het spoelen.]" in text
        assert "[+ Bij hardmetaal boor ik eerst.]" in text
        assert "placed by its words" in text
        assert "Klopt dit [/]?" in text
        assert "Groeten aan iedereen" in text
        assert "kept as a remark" in text


async def test_it_is_read_to_the_end_with_keys_and_nothing_is_stored_by_a_click(
    programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with looking(monkeypatch, programme, everything()) as at:
        listing = at.screen.query_one(ToldList)
        await at.press("j", "j", "k")
        assert listing.highlighted == 1
        await at.press("end")
        assert "Groeten aan iedereen" in read(at.app)
        await at.pilot.click(ToldList, offset=(10, 3))
        await at.pilot.click(ToldList, offset=(10, 3))
        await settled(at.pilot)
        assert at.desk.taken_in == []
        assert at.app.screen is at.screen


@pytest.mark.parametrize("key", ["enter", "t"])
async def test_what_takes_nothing_away_is_taken_in_at_once(
    programme: Programme, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    came = incoming(answer(rewordings=(rewording(),), wish=Wish.CHANGED))
    async with looking(monkeypatch, programme, came) as at:
        await at.press(key)
        await until(at.pilot, lambda: at.left == [None])
        assert at.desk.taken_in == [came]
        assert at.screen.result.startswith(
            "Taken in: 1 fragment changed, 1 answer agreed. u in the review takes"
        )
        assert at.screen.result_code == "A1"


@pytest.mark.parametrize(
    ("came", "reason"),
    [
        (everything(), "1 fragment is struck."),
        (incoming(answer(rewordings=(rewording(),)), age=Age.LATER_BACK), "This is not the latest file"),
        (incoming(answer(wish=Wish.NOT_TO_USE)), "1 answer is not to be used"),
    ],
)
async def test_what_takes_something_away_is_asked_once(
    programme: Programme, monkeypatch: pytest.MonkeyPatch, came: Incoming, reason: str
) -> None:
    async with looking(monkeypatch, programme, came) as at:
        await at.press("t")
        assert isinstance(at.app.screen, Confirm)
        assert reason in read(at.app)
        await at.press("enter")
        assert at.screen.is_current
        assert at.desk.taken_in == []
        await at.press("t", "y")
        await until(at.pilot, lambda: at.desk.taken_in == [came])


async def test_escape_leaves_without_storing_anything_and_says_so(
    programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with looking(monkeypatch, programme, everything()) as at:
        await at.press("escape")
        assert at.left == [None]
        assert at.screen.result == _("Nothing was stored.")
        assert at.desk.taken_in == []


async def test_a_file_that_was_taken_in_already_is_not_taken_in_again(
    programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with looking(monkeypatch, programme, incoming(taken_in_at=WHEN)) as at:
        assert "was taken in already, on" in read(at.app)
        await at.press("t")
        assert "there is nothing to store" in read(at.app)
        assert at.desk.taken_in == []


async def test_a_file_of_another_session_says_where_it_goes(
    programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    came = incoming(answer(rewordings=(rewording(),)))
    async with looking(monkeypatch, programme, came, code="B1") as at:
        assert "This file is of session A1, not of B1" in read(at.app)


async def test_a_file_that_cannot_be_taken_in_says_why_and_can_be_left(
    programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = ReviewFileError("x.docx is another document.", "Choose the file that was mailed back.")
    async with looking(monkeypatch, programme, incoming(), unreadable=error) as at:
        assert isinstance(at.app.screen, FailureScreen)
        assert "Choose the file that was mailed back." in read(at.app)
        assert at.left == [None]
        await at.press("enter")
        assert not isinstance(at.app.screen, IncomingScreen)
        assert at.desk.taken_in == []


async def test_what_changed_here_meanwhile_is_shown_anew_before_it_is_stored(
    programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    came = incoming(answer(rewordings=(rewording(),)))
    async with looking(monkeypatch, programme, came) as at:
        at.desk.refuses = ChangedSince("The session was changed meanwhile.")
        await at.press("t")
        await until(at.pilot, lambda: isinstance(at.app.screen, FailureScreen))
        assert "changed meanwhile" in read(at.app)
        at.desk.refuses = None
        await at.press("escape")
        assert at.desk.read >= 2
        await at.press("t")
        await until(at.pilot, lambda: at.desk.taken_in == [came])


async def test_what_is_in_the_file_is_shown_and_obeyed_nowhere(
    programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    nasty = answer(
        question=ALL,
        rewordings=(rewording(now=f"a {ALL}", then=f"{ALL} b", placed=Placed.TEXT),),
        removals=(Removal(2, "A1·01 00:12", ALL),),
        notes=(Note(NoteKind.COMMENT, ALL, ALL, 1, ALL),),
    )
    came = incoming(nasty, expert=f"Jan {ALL}", unplaced=(Note(NoteKind.UNPLACED, f"x\n{ALL}"),))
    async with looking(monkeypatch, programme, came, size=(160, 60)) as at:
        assert is_harmless(shown(at.app))
        assert all(part in at.lines for part in VISIBLE)
        assert is_harmless(at.lines)
        await at.press("t")
        assert is_harmless(shown(at.app))
        await at.press("y")
        await until(at.pilot, lambda: at.left == [None])
        assert at.app.is_running

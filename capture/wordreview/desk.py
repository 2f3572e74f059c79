"""Sending a session to its expert, looking into what came back, taking it in, and noting what they say aloud.

Each function opens the programme for itself, so that a worker of the app can call it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from capture.naming import who_works
from capture.wordreview.agreement import AnswerStanding, standings
from sessions.approving import version_of
from sessions.fragments import AnswerReading, SessionReading
from sessions.incoming import Incoming
from sessions.received import Received, Wish
from sessions.remark import Remark
from sessions.sheet import Sheet

if TYPE_CHECKING:
    from exports.reviewing import Sent
    from sessions.programme import Programme
    from sessions.store import Store


@dataclass(frozen=True)
class Desk:
    """A session with all that went to its expert and came back: the ``sheets`` newest first, the ``remarks`` settled
    or not. ``proposal`` is where a file for the expert goes unless somebody chooses another place."""

    reading: SessionReading
    sheets: tuple[Sheet, ...]
    answers: tuple[AnswerStanding, ...]
    remarks: tuple[Remark, ...]
    proposal: Path

    @property
    def open(self) -> int:
        """How many remarks wait."""
        return sum(not remark.settled for remark in self.remarks)


@dataclass(frozen=True)
class LookedInto:
    """A file that came back, read and compared; nothing of it is stored."""

    path: Path
    sheet: Sheet
    received: Received
    incoming: Incoming


def read_desk(programme: "Programme", code: str) -> Desk:
    """The session with this code; raises :class:`~sessions.errors.VakborgError`."""
    with programme.store() as store:
        return _desk(programme, store, code)


def _desk(programme: "Programme", store: "Store", code: str) -> Desk:
    from exports.reviewing import file_name
    from sessions.store.approving import decisions
    from sessions.store.interviews import find_session
    from sessions.store.reading import read_session
    from sessions.store.remarks import remarks
    from sessions.store.sheets import sheets

    reading = read_session(store, find_session(store, code))
    session = reading.session
    remarked = tuple(remarks(store, session, settled=True))
    decided = decisions(store, session.id)
    answers = standings(reading, decided, remarked)
    place = programme.exports / file_name(reading)
    return Desk(reading, tuple(sheets(store, session)), answers, remarked, place)


def send_to(programme: "Programme", code: str, target: Path | None) -> "Sent":
    """Write the file for the expert of a session, at ``target`` or in the programme's exports; raises
    :class:`~sessions.errors.ExportError` and what a disk can do."""
    from exports.reviewing import send
    from sessions.store.interviews import find_session

    with programme.store() as store:
        return send(programme, store, find_session(store, code), target, who_works())


def look_into(programme: "Programme", path: Path) -> LookedInto:
    """What taking in this file would change; raises :class:`~sessions.errors.ReviewFileError`."""
    from exports.reviewing import open_returned
    from sessions.store.receiving import plan

    with programme.store() as store:
        sheet, received = open_returned(path, store)
        return LookedInto(path, sheet, received, plan(store, sheet, received))


def take_in(programme: "Programme", looked: LookedInto) -> Incoming:
    """Store what was shown; raises :class:`~sessions.errors.ChangedSince` where it would be something else by now."""
    from sessions.store.receiving import accept

    with programme.store() as store:
        return accept(store, looked.sheet, looked.received, looked.incoming)


def decide_on(programme: "Programme", code: str, answers: Sequence[AnswerReading], wish: Wish) -> None:
    """Note what the expert says aloud of these answers, as they were shown."""
    from sessions.store.approving import decide
    from sessions.store.interviews import find_session

    with programme.store() as store, store.immediate():
        session = find_session(store, code)
        for answer in answers:
            decide(store, session, answer, wish, noted_by=who_works(), version=version_of(answer))


def settle_remark(programme: "Programme", remark: Remark, *, settled: bool) -> None:
    """Mark a remark as done, or as open again."""
    from sessions.store.remarks import settle

    with programme.store() as store:
        settle(store, remark, settled=settled)

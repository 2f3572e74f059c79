"""Sending a session to its expert, looking into what came back, taking it in, and noting what they say aloud.

Each function opens the programme for itself, so that a worker of the app can call it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from capture.naming import who_works
from capture.wordreview.agreement import AnswerStanding, standings
from sessions.approving import version_of
from sessions.errors import ChangedSince
from sessions.fragments import AnswerReading, SessionReading
from sessions.i18n import gettext as _
from sessions.incoming import Incoming
from sessions.people import Permission
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
    or not. ``proposal`` is where a file for the expert goes unless somebody chooses another place. ``refused`` tells
    that they do not want what they say to become text, ``taken_out_at`` when text of the session was taken out."""

    reading: SessionReading
    sheets: tuple[Sheet, ...]
    answers: tuple[AnswerStanding, ...]
    remarks: tuple[Remark, ...]
    proposal: Path
    refused: bool = False
    taken_out_at: datetime | None = None

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
    from sessions.store.people import refuses_text
    from sessions.store.reading import read_session
    from sessions.store.remarks import remarks
    from sessions.store.sheets import sheets

    reading = read_session(store, find_session(store, code))
    session = reading.session
    remarked = tuple(remarks(store, session, settled=True))
    decided = decisions(store, session.id)
    answers = standings(reading, decided, remarked)
    return Desk(
        reading,
        tuple(sheets(store, session)),
        answers,
        remarked,
        proposal=programme.exports / file_name(reading),
        refused=refuses_text(store, session),
        taken_out_at=_taken_out_at(store, reading),
    )


def _taken_out_at(store: "Store", reading: SessionReading) -> datetime | None:
    from sessions.store.withdrawing import withdrawals

    if not any(answer.answer.withdrawn for answer in reading.answers):
        return None
    noted = withdrawals(store, reading.expert)
    texts = (
        w.at for w in noted if w.permission is Permission.TRANSCRIPT and w.at > reading.session.started_at
    )
    return max(texts, default=None)


def send_to(programme: "Programme", code: str, target: Path | None, by: str) -> "Sent":
    """Write the file for the expert of a session, at ``target`` or in the programme's exports, to be mailed back to
    ``by`` (empty: to whoever sent it); raises :class:`~sessions.errors.ExportError` and what a disk can do."""
    from exports.reviewing import send
    from sessions.store.interviews import find_session

    with programme.store() as store:
        return send(programme, store, find_session(store, code), target, by)


def look_into(programme: "Programme", path: Path) -> LookedInto:
    """What taking in this file would change; raises :class:`~sessions.errors.ReviewFileError`."""
    from exports.reviewing import open_returned
    from sessions.store.receiving import plan

    with programme.store() as store:
        sheet, received = open_returned(path.absolute(), store)  # "." has no name to tell
        return LookedInto(path, sheet, received, plan(store, sheet, received))


def take_in(programme: "Programme", looked: LookedInto) -> Incoming:
    """Store what was shown; raises :class:`~sessions.errors.ChangedSince` where it would be something else by now."""
    from sessions.store.receiving import accept

    with programme.store() as store:
        return accept(store, looked.sheet, looked.received, looked.incoming)


def decide_on(programme: "Programme", code: str, answers: Sequence[AnswerReading], wish: Wish) -> None:
    """Note what the expert says aloud of these answers, as they were shown.

    Raises :class:`~sessions.errors.ChangedSince` where one says something else by now.
    """
    from sessions.store.approving import decide
    from sessions.store.interviews import find_session
    from sessions.store.reading import read_session

    with programme.store() as store, store.immediate():
        session = find_session(store, code)
        there = {a.answer.id: a for a in read_session(store, session).answers}
        for shown in answers:
            answer = there.get(shown.answer.id)
            if answer is None or version_of(answer) != version_of(shown):
                raise ChangedSince(
                    _("An answer was changed in another window meanwhile: it is not as it was shown."),
                    _("Look at it once more, then note what the expert says."),
                )
            decide(store, session, answer, wish, noted_by=who_works())


def settle_remark(programme: "Programme", remark: Remark, *, settled: bool) -> None:
    """Mark a remark as done, or as open again."""
    from sessions.store.remarks import settle

    with programme.store() as store:
        settle(store, remark, settled=settled)

"""What came back from an expert, made up: for what tells of it and shows it."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sessions.incoming import Age, AnswerChange, Incoming, NewText, Removal, Rewording
from sessions.received import Note, NoteKind, Placed, Wish

WHEN = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
DRIE = "Ik zet het startgat altijd drie millimeter naast de contour, want anders beschadig je de wand."
VIJF = "Ik zet het startgat altijd vijf millimeter naast de contour, want anders beschadig je de wand."


def rewording(**changes: Any) -> Rewording:
    return replace(Rewording(1, "A1·01 00:04", DRIE, VIJF, DRIE, VIJF), **changes)


def answer(**changes: Any) -> AnswerChange:
    return replace(AnswerChange(1, "A1·01", "Hoe bepaal jij waar het startgat komt?"), **changes)


def incoming(*answers: AnswerChange, **changes: Any) -> Incoming:
    """A file of session A1 that was sent in March 2026."""
    came = Incoming("A1", "Jan van Dijk", "k7m2xw9q", "0" * 64, WHEN, Age.NEWEST, answers)
    return replace(came, **changes)


def everything() -> Incoming:
    """One of each that can be in a file."""
    return incoming(
        answer(
            rewordings=(rewording(), rewording(reference="A1·01 00:09", placed=Placed.TEXT)),
            removals=(Removal(2, "A1·01 00:12", "En let op het spoelen."),),
            additions=(NewText("Bij hardmetaal boor ik eerst.", 1, "A1·01 00:04"),),
            wish=Wish.CHANGED,
            notes=(Note(NoteKind.COMMENT, "Klopt dit [/]?", "drie millimeter", 1, "Jan"),),
        ),
        answer(answer_id=2, code="A1·02", there=False),
        unplaced=(Note(NoteKind.UNPLACED, "Groeten aan iedereen"),),
        open_changes=2,
    )

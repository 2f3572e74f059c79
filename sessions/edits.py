"""What a person did in the review, so that it can be undone and done again."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sessions.transcript import Why


class EditState(StrEnum):
    """Whether an edit holds or was undone, and the same of those that can be turned neither way any more: one that
    was undone is ``TAKEN_BACK`` for good where something else came after, and one that held is ``DROPPED`` where the
    recording was transcribed again, which carries what it did over."""

    DONE = "done"
    UNDONE = "undone"
    TAKEN_BACK = "taken_back"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Edit:
    """One thing that a person did to a session, as one press of "undo" takes it back.

    ``what`` names it for people (an English source text, see :data:`sessions.edits.KINDS`); what was done to
    several sessions at once shares a ``batch``.
    """

    session_id: int
    by: str
    at: datetime
    why: Why
    what: str
    batch: str = ""
    state: EditState = EditState.DONE
    id: int = 0


@dataclass(frozen=True)
class Delta:
    """How an edit changed one row: JSON objects of what it held ``before`` and ``after``, empty where there
    was none. It belongs to a segment, and is gone with it.

    ``kind`` is the name of the row's type, or "order", with ``row_id`` a transcript and the ids of its
    segments in their order.
    """

    edit_id: int
    segment_id: int
    kind: str
    row_id: int
    before: str
    after: str
    id: int = 0

"""What an expert remarked on a session or an answer when reading it back."""

from dataclasses import dataclass
from datetime import datetime

from sessions.received import NoteKind


@dataclass(frozen=True)
class Remark:
    """A remark that waits until somebody ``settled`` it.

    ``answer_id`` is None where it belongs to none; ``quote`` are the words that it is about.
    """

    session_id: int
    text: str
    by: str
    at: datetime
    kind: NoteKind
    answer_id: int | None = None
    segment_id: int | None = None
    quote: str = ""
    settled: bool = False
    id: int = 0

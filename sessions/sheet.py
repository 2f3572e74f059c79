"""What an expert was sent to read back, so that what comes back can be laid beside it."""

import secrets
from dataclasses import dataclass
from datetime import datetime

_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""Without what looks alike: a person may have to type a mark over."""

MARK_LENGTH = 8


@dataclass(frozen=True)
class SentFragment:
    """A fragment and the text that stood in the file; empty where the expert had taken it out.

    ``begins`` tells that it stood at the beginning of a paragraph.
    """

    segment_id: int
    text: str
    begins: bool = False


@dataclass(frozen=True)
class SentAnswer:
    """An answer as it stood in the file: under its ``heading``, with its fragments in order.

    ``version`` is that of its text at that moment (:func:`sessions.approving.version_of`).
    """

    answer_id: int
    heading: str
    version: str
    fragments: tuple[SentFragment, ...]


@dataclass(frozen=True)
class Sheet:
    """A file that was made for the expert of a session.

    ``mark`` stands in the file, by which it is known again; ``path`` is where it was written. ``answers`` is what
    stood in it, and ``back``, once it came back, the same as it came back last, with what the expert had added. The
    SHA-256 of every content that was taken in is in ``taken_in``, the last at ``back_at``; ``modified`` is when that
    was last saved, as the file itself says.
    """

    session_id: int
    mark: str
    sent_at: datetime
    by: str
    path: str
    answers: tuple[SentAnswer, ...]
    back: tuple[SentAnswer, ...] = ()
    back_at: datetime | None = None
    modified: datetime | None = None
    taken_in: tuple[str, ...] = ()
    id: int = 0

    @property
    def known(self) -> tuple[SentAnswer, ...]:
        """What the expert has seen last: what comes back differs from this by what they did since."""
        return self.back or self.answers


def new_mark() -> str:
    """A mark that no other file has: 40 random bits."""
    return "".join(secrets.choice(_ALPHABET) for _place in range(MARK_LENGTH))

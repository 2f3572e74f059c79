"""What an expert was sent to read back, so that what comes back can be laid beside it."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sessions.received import Wish

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

    ``version`` is that of its text at that moment (:func:`sessions.approving.version_of`), and ``wish`` what was
    ticked for it when it came back.
    """

    answer_id: int
    heading: str
    version: str
    fragments: tuple[SentFragment, ...]
    wish: Wish | None = None


@dataclass(frozen=True)
class Former:
    """What was known of a file before it came back once more; see :class:`Sheet`."""

    back: tuple[SentAnswer, ...]
    back_at: datetime | None
    modified: datetime | None
    edit_id: int


@dataclass(frozen=True)
class Sheet:
    """A file that was made for the expert of a session.

    ``mark`` stands in the file, by which it is known again; ``path`` is where it was written. ``answers`` is what
    stood in it, and ``back``, once it came back, the same as it came back last, with what the expert had added. The
    SHA-256 of every content that was taken in is in ``taken_in``, the last at ``back_at``; ``modified`` is when that
    was last saved, as the file itself says. ``ours`` are its lines that are filled in for this file, such as that with
    the machine: another text there is what the expert made of it.

    ``edit_id`` is the edit by which what came back last changed the fragments (0: it changed none), and ``earlier``
    what was known before each time that it came back: that is so again where the edit is undone
    (:func:`sessions.store.sheets.standing`).
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
    ours: tuple[str, ...] = ()
    edit_id: int = 0
    earlier: tuple[Former, ...] = ()
    id: int = 0

    @property
    def known(self) -> tuple[SentAnswer, ...]:
        """What the expert has seen last: what comes back differs from this by what they did since."""
        return self.back or self.answers


def new_mark() -> str:
    """A mark that no other file has: 40 random bits."""
    return "".join(secrets.choice(_ALPHABET) for _place in range(MARK_LENGTH))

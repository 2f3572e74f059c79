"""What came back from an expert in a file: read and placed, not yet compared with what is in the programme."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Wish(StrEnum):
    """What the expert ticked for an answer: it is right, right as they changed it, for use within the company only,
    or not to be used. Where several are ticked the last of these holds."""

    RIGHT = "right"
    CHANGED = "changed"
    INTERNAL = "internal"
    NOT_TO_USE = "not_to_use"


class Placed(StrEnum):
    """How it is known which fragment a text belongs to: by its mark in the file, by its words, or, of a paragraph
    with several fragments that was written anew, by where in it the words stand."""

    MARK = "mark"
    TEXT = "text"
    POSITION = "position"


class NoteKind(StrEnum):
    """Where an expert's remark comes from: the room for remarks, a Word comment, text that has no place in the
    answers, or a paragraph that they moved (the text says where to)."""

    ROOM = "room"
    COMMENT = "comment"
    UNPLACED = "unplaced"
    MOVED = "moved"


@dataclass(frozen=True)
class SaidAgain:
    """The text of a fragment as it came back, changed or not."""

    segment_id: int
    text: str
    placed: Placed = Placed.MARK


@dataclass(frozen=True)
class Addition:
    """A paragraph that the expert wrote, after the fragment ``after`` (its id; 0: before all of the answer)."""

    text: str
    after: int


@dataclass(frozen=True)
class Note:
    """A remark in the file; ``quote`` are the words that it is about, ``segment_id`` their fragment (0: none), and
    ``author`` who wrote it, where the file says so."""

    kind: NoteKind
    text: str
    quote: str = ""
    segment_id: int = 0
    author: str = ""


@dataclass(frozen=True)
class AnswerBack:
    """An answer as it came back. ``gone`` are the ids of its fragments of which no word stands in the file any more;
    of an answer that is not ``there``, with heading and all, nothing is known and nothing changes."""

    answer_id: int
    there: bool = True
    said: tuple[SaidAgain, ...] = ()
    additions: tuple[Addition, ...] = ()
    gone: tuple[int, ...] = ()
    wishes: frozenset[Wish] = frozenset()
    notes: tuple[Note, ...] = ()

    @property
    def wish(self) -> Wish | None:
        """The wish that holds: the most careful one."""
        return max(self.wishes, key=list(Wish).index, default=None)


@dataclass(frozen=True)
class Received:
    """A file that came back, with every text in it placed, or in ``unplaced``.

    ``mark`` is that of its :class:`~sessions.sheet.Sheet`; ``open_changes`` counts tracked changes that nobody
    accepted or rejected: they are read as accepted. ``split`` and ``joined`` count paragraphs of which only the
    borders changed. An ``other_copy`` was made of the file as it was sent, after one came back: what was changed in
    that one is not taken back by it. ``crossed_out`` counts stretches that are struck through: read as taken out.
    """

    mark: str
    sha256: str
    answers: tuple[AnswerBack, ...]
    unplaced: tuple[Note, ...] = ()
    modified: datetime | None = None
    open_changes: int = 0
    split: int = 0
    joined: int = 0
    other_copy: bool = False
    crossed_out: int = 0

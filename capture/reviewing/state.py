"""What is shown of a review: one frozen picture after each change, and what is told between two of them."""

from dataclasses import dataclass

from capture.wordreview.agreement import Standing
from sessions.errors import VakborgError
from sessions.fragments import AnswerReading, Fragment, SessionReading
from sessions.mishearing import Correction
from sessions.numerals import FoundValue
from sessions.remark import Remark
from sessions.replacing import Hit, Replacement
from sessions.text import clean_line
from sessions.transcript import Conflict, Value


@dataclass(frozen=True)
class Line:
    """A fragment with what is to be settled in it.

    ``doubts`` are where in the text the hardly heard words stand, in characters; ``proposals`` what could
    stand in the place of something, from the vocabulary and from the pass over numbers; ``values`` the cards
    that were made; ``found`` numbers with a unit for which there is none yet; ``golden`` tells that somebody chose it
    as a golden quote; ``remarks`` are those of the expert that are open.
    """

    fragment: Fragment
    doubts: tuple[tuple[int, int], ...] = ()
    proposals: tuple[Replacement, ...] = ()
    values: tuple[Value, ...] = ()
    found: tuple[FoundValue, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    golden: bool = False
    remarks: tuple[Remark, ...] = ()

    @property
    def id(self) -> int:
        """The fragment's id."""
        return self.fragment.segment.id

    @property
    def counts(self) -> bool:
        """Whether somebody has to look at it: it was said by the expert, and is neither struck nor empty."""
        return self.fragment.usable

    @property
    def left(self) -> bool:
        """Whether a person still has to look at it, or has a conflict to settle in it."""
        return self.counts and (not self.fragment.segment.checked or bool(self.conflicts))

    @property
    def open(self) -> bool:
        """Whether something in it is not settled, looked at or not: a proposal, a topic, a value."""
        incomplete = any(not value.complete for value in self.values)
        unsettled = (self.proposals, self.found, self.conflicts, self.fragment.suggestions)
        return self.counts and (incomplete or any(unsettled))


@dataclass(frozen=True)
class Left:
    """How far a review is: fragments in all, those looked at, and what is still to be settled in them.

    ``doubts`` are words, ``proposals`` replacements, ``topics`` fragments with suggested topics, ``values``
    numbers without their context, ``conflicts`` places that were heard again and differ.
    """

    fragments: int = 0
    checked: int = 0
    doubts: int = 0
    proposals: int = 0
    topics: int = 0
    values: int = 0
    conflicts: int = 0

    @property
    def done(self) -> bool:
        """Whether nothing is left to look at."""
        return self.checked == self.fragments and not self.conflicts

    def __add__(self, other: "Left") -> "Left":
        return Left(*(a + b for a, b in zip(_figures(self), _figures(other), strict=True)))


def _figures(left: Left) -> tuple[int, ...]:
    return (
        left.fragments,
        left.checked,
        left.doubts,
        left.proposals,
        left.topics,
        left.values,
        left.conflicts,
    )


@dataclass(frozen=True)
class Answered:
    """An answer in the list on the left, and where it stands with the expert."""

    reading: AnswerReading
    left: Left
    standing: Standing = Standing.NOTHING


@dataclass(frozen=True)
class Page:
    """The review as it is now: all answers, and the ``lines`` of the one at hand.

    ``undo`` and ``redo`` name what would be taken back or done again, empty where there is nothing. ``number``
    counts the pages, ``done`` what was asked of the review and done before this one.
    """

    reading: SessionReading
    answers: tuple[Answered, ...]
    here: int
    lines: tuple[Line, ...]
    left: Left
    undo: str = ""
    redo: str = ""
    by: str = ""
    number: int = 0
    done: int = 0

    @property
    def answer(self) -> AnswerReading | None:
        """The answer at hand; None where the session has none."""
        return self.answers[self.here].reading if self.answers else None


@dataclass(frozen=True)
class Told:
    """Something to say in one line; ``warning`` for what a person should not miss."""

    text: str
    warning: bool = False


@dataclass(frozen=True)
class GoTo:
    """The fragment to stand on next: after a split, a join, an undo, or a jump."""

    segment_id: int


@dataclass(frozen=True)
class Offer:
    """A correction in a fragment looks like a term: shall it go into the vocabulary?"""

    segment_id: int
    correction: Correction


@dataclass(frozen=True)
class Found:
    """Where something stands, to be looked at before it is replaced. ``places`` are (fragment, hit)."""

    wanted: str
    instead: str
    places: tuple[tuple[Fragment, Hit], ...]


@dataclass(frozen=True)
class Unkept:
    """What somebody typed in a fragment that said ``seen``, and did not keep yet.

    ``moved`` tells that another fragment stands there by now, ``gone`` that there is none that could say it.
    """

    segment_id: int
    text: str
    seen: str
    moved: bool = False
    gone: bool = False

    @property
    def changed(self) -> bool:
        """Whether it says something else."""
        return clean_line(self.text) != clean_line(self.seen)


@dataclass(frozen=True)
class PutBack:
    """What was typed before the review was closed last, and not kept."""

    texts: tuple[Unkept, ...]


News = Page | Told | GoTo | Offer | Found | PutBack | VakborgError

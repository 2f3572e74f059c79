"""What taking in a file from an expert would change: shown to a person before anything is stored."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sessions.received import Note, Placed, Wish
from sessions.release import Release


class Age(StrEnum):
    """Whether a file is the newest: not where a later one was sent since, or where a later one, or a later saving of
    this one, came back already."""

    NEWEST = "newest"
    LATER_SENT = "later_sent"
    LATER_BACK = "later_back"


@dataclass(frozen=True)
class Rewording:
    """A fragment that gets another text: ``now`` is what it says in the programme, ``then`` what it will say.

    ``sent`` is what stood in the file, ``came`` what came back. Where somebody changed it here meanwhile
    (``meanwhile``) both changes are kept; where they are about the same words (``clash``), the expert's stand.
    ``release`` is how far the fragment goes once this is taken in: the new words go along.
    """

    segment_id: int
    reference: str
    sent: str
    came: str
    now: str
    then: str
    placed: Placed = Placed.MARK
    meanwhile: bool = False
    clash: bool = False
    release: Release = Release.INTERNAL


@dataclass(frozen=True)
class Removal:
    """A fragment that the expert took out: it will be struck, which can be undone."""

    segment_id: int
    reference: str
    text: str


@dataclass(frozen=True)
class NewText:
    """What the expert added: it becomes a fragment without sound after the one with the id ``after`` (0: first)."""

    text: str
    after: int
    reference: str


@dataclass(frozen=True)
class AnswerChange:
    """What changes in one answer; ``wish`` is None where nothing new was ticked, and ``several`` tells that more
    than one box was. What came back of a fragment that is not in the programme any more is among its ``notes``.
    Where it was not to be used until now, so many fragments as ``come_back`` are struck no longer."""

    answer_id: int
    code: str
    question: str
    there: bool = True
    rewordings: tuple[Rewording, ...] = ()
    removals: tuple[Removal, ...] = ()
    additions: tuple[NewText, ...] = ()
    wish: Wish | None = None
    several: bool = False
    notes: tuple[Note, ...] = ()
    approved_before: bool = False
    come_back: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing changes in it."""
        return not (self.rewordings or self.removals or self.additions or self.wish or self.notes)


@dataclass(frozen=True)
class Incoming:
    """All that taking in one file changes, in the order of the answers.

    ``taken_in_at`` is when this very content was taken in before: then nothing changes. ``unticked`` are the codes
    of the answers for which no box is ticked. ``crossed_out`` counts stretches that are struck through in the file.
    """

    session_code: str
    expert: str
    mark: str
    sha256: str
    sent_at: datetime
    age: Age
    answers: tuple[AnswerChange, ...]
    unplaced: tuple[Note, ...] = ()
    unticked: tuple[str, ...] = ()
    open_changes: int = 0
    split: int = 0
    joined: int = 0
    taken_in_at: datetime | None = None
    crossed_out: int = 0
    counts: "Counts" = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "counts", _counted(self))

    @property
    def empty(self) -> bool:
        """Whether taking it in changes nothing at all."""
        return not self.unplaced and all(answer.empty for answer in self.answers)


@dataclass(frozen=True)
class Counts:
    """How many of each."""

    reworded: int
    removed: int
    added: int
    notes: int
    agreed: int
    not_to_use: int
    internal: int
    unplaced: int
    missing: int
    clashes: int


def _counted(incoming: Incoming) -> Counts:
    answers = incoming.answers
    wishes = [answer.wish for answer in answers]
    return Counts(
        reworded=sum(len(a.rewordings) for a in answers),
        removed=sum(len(a.removals) for a in answers),
        added=sum(len(a.additions) for a in answers),
        notes=sum(len(a.notes) for a in answers),
        agreed=wishes.count(Wish.RIGHT) + wishes.count(Wish.CHANGED),
        not_to_use=wishes.count(Wish.NOT_TO_USE),
        internal=wishes.count(Wish.INTERNAL),
        unplaced=len(incoming.unplaced),
        missing=sum(not a.there for a in answers),
        clashes=sum(r.clash for a in answers for r in a.rewordings),
    )

"""All that module drafts are made of, as far as it may leave: the result of one reading through the gate."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from sessions.fragments import Fragment, SessionReading
from sessions.guides.model import Guide
from sessions.interview import Case
from sessions.people import Company
from sessions.release import Approved, Release
from sessions.transcript import Value


@dataclass(frozen=True)
class Photo:
    """A photo that was released. ``path`` is relative to the programme. One of an answer has its ``answer_id``,
    and its ``clip_id`` and ``at`` (seconds from the start of the clip) where a recording was running."""

    path: PurePosixPath
    caption: str = ""
    answer_id: int = 0
    clip_id: int | None = None
    at: float | None = None
    id: int = 0


@dataclass(frozen=True)
class CaseReading:
    """A practice case that was released, with its company and those of its photos that are pictures.

    Whether their files are on the disk is for whoever opens them.
    """

    case: Case
    company: Company
    photos: tuple[Photo, ...] = ()


def _as_it_is(text: str) -> str:
    return text


@dataclass(frozen=True)
class Material:
    """What may go to ``audience``.

    In ``readings`` each fragment that may not go keeps its place without a word of it; who refused a transcript is
    not in them. ``values`` and ``golden`` (the ids of fragments that were marked as a golden quote) are of released
    fragments only, and each value still stands in the text of its own; ``unsaid`` are the ids of those whose text
    does not say a value of theirs any more, ``dismissed`` the numbers that a person said are no value. ``approved``
    says per answer id whether the expert agreed to it as it stands (silence is not yet). ``terms`` are all of the
    programme's own, of which a draft may print those only that occur in its words. ``apart`` are the ids of fragments
    that are never folded. ``disguise`` replaces the names in what is put together from texts again.
    """

    audience: Release
    guides: tuple[Guide, ...]
    readings: tuple[SessionReading, ...]
    values: tuple[Value, ...] = ()
    golden: frozenset[int] = frozenset()
    photos: tuple[Photo, ...] = ()
    cases: tuple[CaseReading, ...] = ()
    approved: Mapping[int, Approved] = field(default_factory=dict)
    terms: tuple[str, ...] = ()
    apart: frozenset[int] = frozenset()
    unsaid: frozenset[int] = frozenset()
    dismissed: tuple[Value, ...] = ()
    disguise: Callable[[str], str] = _as_it_is

    @property
    def heard(self) -> frozenset[int]:
        """The ids of the experts of whom a word may go."""
        said = (f for r in self.readings for a in r.answers for f in a.fragments)
        return frozenset(f.expert.id for f in said if f.usable)

    def of_guide(self, guide: Guide) -> tuple[SessionReading, ...]:
        """The readings of sessions that used this guide, in any version."""
        return tuple(r for r in self.readings if r.guide.id == guide.id)

    def fragments(self, guide: Guide) -> list[Fragment]:
        """What was said in them."""
        return [f for r in self.of_guide(guide) for a in r.answers for f in a.fragments]

    def withheld(self, guide: Guide, topics: Collection[str]) -> int:
        """How many fragments count for one of ``topics`` (slugs) and may not go to this audience.

        What can never go counts for no topic: struck, said by the interviewer, or by who refused a transcript.
        """
        about = (f for f in self.fragments(guide) if not set(f.topics).isdisjoint(topics))
        return sum(not f.usable for f in about)

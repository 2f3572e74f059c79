"""What could be replaced in a fragment, found a few fragments at a time so that no key waits for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sessions.guides.model import Guide
from sessions.interview import Session
from sessions.numerals import FoundValue, found_values, number_suggestions
from sessions.replacing import Replacement
from sessions.store import Store
from sessions.store.vocabulary import proposer, refusals
from sessions.suggesting import Proposer
from sessions.transcript import Segment

AT_ONCE = 10
"""Fragments that are looked into between two keys."""


@dataclass(frozen=True)
class Seen:
    """What was found in a text: replacements to propose, and values in it."""

    proposals: tuple[Replacement, ...] = ()
    found: tuple[FoundValue, ...] = ()


class Proposing:
    """Looks into the fragments of a session; :meth:`seen` gives what it found, once it has looked."""

    def __init__(self, store: Store, session: Session, guide: Guide) -> None:
        self._store = store
        self._session = session
        self._guide = guide
        self._seen: dict[tuple[int, str], Seen] = {}
        self._waiting: dict[int, Segment] = {}
        self._proposer: Proposer | None = None

    @property
    def waits(self) -> bool:
        """Whether there is a fragment in which it has not looked yet."""
        return bool(self._waiting)

    def seen(self, segment: Segment) -> Seen | None:
        """What is in this fragment as it is now; None as long as it has not looked."""
        return self._seen.get((segment.id, segment.text))

    def queue(self, segments: Iterable[Segment]) -> None:
        """Look into these later; those that are known as they are need no second look."""
        for segment in segments:
            if (segment.id, segment.text) not in self._seen:
                self._waiting[segment.id] = segment

    def first(self, ids: Sequence[int]) -> None:
        """Look into these before all others."""
        ahead = {id_: self._waiting[id_] for id_ in ids if id_ in self._waiting}
        self._waiting = ahead | self._waiting

    def again(self, segments: Iterable[Segment]) -> None:
        """Look into these again, though they may say the same: something was refused in them, or is not any more."""
        for segment in segments:
            self._seen.pop((segment.id, segment.text), None)
            self._waiting[segment.id] = segment

    def forget(self) -> None:
        """Look into everything again."""
        self._seen.clear()
        self._waiting.clear()
        self._proposer = None

    def look_into_all(self) -> None:
        """Look into all that waits, now."""
        while self._waiting:
            self.look()

    def look(self) -> set[int]:
        """Look into a few; returns their ids."""
        ids = list(self._waiting)[:AT_ONCE]
        refused = refusals(self._store, ids) if ids else {}
        for id_ in ids:
            segment = self._waiting.pop(id_)
            self._seen[id_, segment.text] = self._look_into(segment, refused.get(id_, frozenset()))
        return set(ids)

    def _look_into(self, segment: Segment, refused: frozenset[tuple[str, str]]) -> Seen:
        if self._proposer is None:
            self._proposer = proposer(self._store, self._guide, self._session.language)
        text, words, language = segment.text, segment.current_words, self._session.language
        numbers = number_suggestions(text, self._guide.numbers, language, words, refused)
        taken = [range(n.start, n.end) for n in numbers]
        terms = self._proposer.suggestions(text, words, refused)
        free = [t for t in terms if not any(t.start < r.stop and r.start < t.end for r in taken)]
        proposals = sorted([*numbers, *free], key=lambda proposal: proposal.start)
        return Seen(tuple(proposals), tuple(found_values(text, self._guide.numbers, language, words)))

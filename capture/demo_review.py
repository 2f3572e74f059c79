"""The review of the example programme: what may leave, the golden quotes, and the companies' practice cases."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from capture.demonstration import fixed, interviews
from sessions.fragments import Fragment
from sessions.interview import Case, Marker, MarkerKind
from sessions.release import Release
from sessions.store import Store
from sessions.store.cases import add_case
from sessions.store.reading import read_sessions
from sessions.store.releasing import release_all
from sessions.text import fold

REVIEWER = "Vakborg demo"
"""Who decides in the demo what may leave: nobody of flesh and blood."""


@dataclass(frozen=True)
class Reviewed:
    """What was decided in the example: fragments that may go to partners, fragments that stay, golden quotes."""

    released: int
    kept: int
    golden: int


def review(store: Store) -> Reviewed:
    """Release what the experts would let go, mark the golden quotes, and add the companies' practice cases."""
    released = kept = golden = 0
    for interview, reading in zip(interviews(), read_sessions(store), strict=True):
        said = [f for answer in reading.answers for f in answer.fragments]
        inside = {f.segment.id for f in _with_words(said, interview.internal)}
        going = [f.segment for f in said if f.segment.id not in inside]
        released += release_all(store, reading.session, going, Release.PARTNERS, REVIEWER).changed
        kept += len(inside)
        marks = [_golden(fragment) for fragment in _with_words(said, interview.golden)]
        golden += len(store.add_all(marks))
        case = {name: fixed(value) for name, value in interview.case.items()}
        add_case(store, interview.company, Case(0, release=Release.PARTNERS, **case))
    return Reviewed(released, kept, golden)


def _with_words(said: Iterable[Fragment], phrases: Sequence[str]) -> Iterator[Fragment]:
    for fragment in said:
        if any(fold(phrase) in fold(fragment.segment.text) for phrase in phrases):
            yield fragment


def _golden(fragment: Fragment) -> Marker:
    clip = fragment.clip.id if fragment.clip else None
    return Marker(fragment.answer.id, MarkerKind.GOLDEN_QUOTE, clip, fragment.segment.end)

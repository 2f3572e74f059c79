"""Which fragments people marked as golden quotes: while somebody told it, or later while reading."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sessions.fragments import Fragment
from sessions.interview import Marker, MarkerKind
from sessions.transcript import Role

_HEARD_BEFORE = 1.5
"""Seconds after the end of a fragment in which a golden mark still means that fragment: people press after
they heard it."""

_Take = tuple[int, int | None]


def quoted(fragments: Iterable[Fragment], marks: Iterable[Marker]) -> dict[int, tuple[Marker, ...]]:
    """The golden ones of ``marks`` by the id of the fragment that each means: the expert's words during which, or
    just after which, it was set. Text without sound has marks without a clip."""
    golden = [mark for mark in marks if mark.kind is MarkerKind.GOLDEN_QUOTE]
    by_take: dict[_Take, list[Fragment]] = defaultdict(list)
    for fragment in fragments if golden else ():
        if fragment.segment.role is Role.EXPERT:
            by_take[fragment.answer.id, fragment.clip.id if fragment.clip else None].append(fragment)
    found: dict[int, tuple[Marker, ...]] = {}
    for mark in golden:
        said = by_take.get((mark.answer_id, mark.clip_id), ())
        if meant := _at(said, mark.at):
            found[meant.segment.id] = (*found.get(meant.segment.id, ()), mark)
    return found


def mark_of(fragment: Fragment) -> Marker:
    """A mark that means ``fragment``."""
    clip = fragment.clip.id if fragment.clip else None
    return Marker(fragment.answer.id, MarkerKind.GOLDEN_QUOTE, clip, fragment.segment.start)


def _at(fragments: Sequence[Fragment], moment: float) -> Fragment | None:
    begun = [f for f in fragments if f.segment.start <= moment <= f.segment.end + _HEARD_BEFORE]
    return max(begun, key=lambda f: f.segment.start, default=None)

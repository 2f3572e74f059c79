"""The lines of a review: each fragment with what is to be settled in it, and how much of that is left."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from capture.reviewing.proposing import Seen
from capture.reviewing.state import Left, Line
from sessions.fragments import Fragment
from sessions.numerals import without_card
from sessions.remark import Remark
from sessions.store import Store
from sessions.timing import unsure
from sessions.transcript import Conflict, Segment, Value


class Beside:
    """What stands beside the fragments of a session: value cards, conflicts, refusals. Read again after each edit
    that touched them, for these fragments only."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._values: dict[int, list[Value]] = defaultdict(list)
        self._conflicts: dict[int, list[Conflict]] = defaultdict(list)

    def read(self, segment_ids: Iterable[int]) -> None:
        """Read what stands beside these fragments."""
        ids = list(segment_ids)
        for id_ in ids:
            self._values.pop(id_, None)
            self._conflicts.pop(id_, None)
        for value in self._store.all(Value, segment_id=ids):
            self._values[value.segment_id].append(value)
        for conflict in self._store.all(Conflict, segment_id=ids, settled=False):
            self._conflicts[conflict.segment_id].append(conflict)

    def values(self, segment: Segment) -> tuple[Value, ...]:
        """The cards of a fragment, dismissed ones too."""
        return tuple(self._values.get(segment.id, ()))

    def conflicts(self, segment: Segment) -> tuple[Conflict, ...]:
        """The conflicts in a fragment that nobody settled."""
        return tuple(self._conflicts.get(segment.id, ()))


def line_of(
    fragment: Fragment,
    seen: Seen | None,
    values: tuple[Value, ...],
    conflicts: tuple[Conflict, ...],
    *,
    golden: bool = False,
    remarks: tuple[Remark, ...] = (),
) -> Line:
    """One line; ``seen`` is what could be replaced in it, None as long as nobody looked."""
    if not fragment.usable:
        return Line(fragment, values=_kept(values), conflicts=conflicts, golden=golden, remarks=remarks)
    return Line(
        fragment,
        doubts=() if fragment.segment.checked else tuple(unsure(fragment.segment)),
        proposals=seen.proposals if seen else (),
        values=_kept(values),
        found=without_card(seen.found, values) if seen else (),
        conflicts=conflicts,
        golden=golden,
        remarks=remarks,
    )


def _kept(values: Sequence[Value]) -> tuple[Value, ...]:
    return tuple(v for v in values if not v.dismissed)


def left_of(lines: Iterable[Line]) -> Left:
    """What is left to do in these lines."""
    return sum((_left(line) for line in lines if line.counts), Left())


def _left(line: Line) -> Left:
    checked = line.fragment.segment.checked
    incomplete = sum(not value.complete for value in line.values)
    return Left(
        fragments=1,
        checked=int(checked),
        doubts=len(line.doubts),
        proposals=len(line.proposals),
        topics=int(bool(line.fragment.suggestions)),
        values=incomplete + len(line.found),
        conflicts=len(line.conflicts),
    )

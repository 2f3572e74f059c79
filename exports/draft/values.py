"""The process values that were told about a topic, exactly as they were given."""

from collections import defaultdict
from collections.abc import Iterable

from exports.draft.model import Statement, ValueRow
from exports.draft.statements import Told
from sessions.transcript import Value


def value_rows(told: Iterable[Told], values: Iterable[Value]) -> tuple[ValueRow, ...]:
    """The complete ones of ``values`` that were said in ``told``, in its order.

    ``told`` is before folding, so that each value leads to the very place where it was said.
    """
    by_segment: dict[int, list[Value]] = defaultdict(list)
    for value in values:
        if value.complete and not value.dismissed:
            by_segment[value.segment_id].append(value)
    return tuple(_row(v, t.statement) for t in told for v in by_segment.get(t.fragment.segment.id, ()))


def _row(value: Value, statement: Statement) -> ValueRow:
    return ValueRow(
        value.quantity,
        value.number,
        value.unit,
        value.machine,
        value.material,
        value.height,
        value.electrode,
        value.cut,
        value.deviate_when,
        statement,
    )

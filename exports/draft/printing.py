"""The texts of a draft in which terms of the trade may occur, wherever in it they are printed."""

from collections.abc import Iterable, Iterator

from exports.draft.model import AssignmentBlock, Picture, TopicBlock, ValueRow
from exports.draft.statements import Basis


def printed(basis: Basis, topics: Iterable[TopicBlock], assignment: AssignmentBlock) -> Iterator[str]:
    """All that was told and suggested, captions and values, the assignment and its cases."""
    yield from (one.statement.text for one in (*basis.unfolded, *basis.suggested))
    for topic in topics:
        yield topic.title
        yield from _captions(topic.pictures)
        yield from (text for section in topic.sections for row in section.values for text in _value(row))
    yield from (assignment.title, assignment.text, *assignment.criteria)
    for case in assignment.cases:
        yield from (case.title, case.workpiece, case.material, case.machine, case.requirements)
        yield from _captions(case.pictures)


def _captions(pictures: Iterable[Picture]) -> Iterator[str]:
    return (picture.caption for picture in pictures)


def _value(row: ValueRow) -> Iterator[str]:
    yield from (row.quantity, row.machine, row.material, row.height, row.electrode, row.cut, row.deviate_when)

"""The practice assignment: the guide's, on the companies' own cases, with criteria that experts complete."""

from exports.draft.model import AssignmentBlock
from exports.draft.statements import Basis


def assignment(basis: Basis) -> AssignmentBlock:
    """The practice assignment of the module."""
    given = basis.module.assignment
    return AssignmentBlock(given.title, given.text, given.criteria)

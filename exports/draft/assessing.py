"""Proposals for test questions."""

from exports.draft.model import AssessmentItem
from exports.draft.statements import Basis


def items(basis: Basis) -> tuple[AssessmentItem, ...]:
    """Proposals for test questions."""
    return ()

"""Where experts agree and where they do not."""

from exports.draft.model import Comparison
from exports.draft.statements import Basis


def comparisons(basis: Basis) -> tuple[Comparison, ...]:
    """Where experts agree and where they do not."""
    return ()

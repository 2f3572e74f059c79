"""Faults as experts tell them, from incidents and simulations."""

from exports.draft.model import Fault
from exports.draft.statements import Basis


def faults(basis: Basis) -> tuple[Fault, ...]:
    """Faults as experts tell them, from incidents and simulations."""
    return ()

"""Work instructions, from task diagrams and teach-backs."""

from exports.draft.model import Instruction
from exports.draft.statements import Basis


def instructions(basis: Basis) -> tuple[Instruction, ...]:
    """Work instructions, from task diagrams and teach-backs."""
    return ()

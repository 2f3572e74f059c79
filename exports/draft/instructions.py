"""Work instructions, from task diagrams and teach-backs."""

from collections.abc import Sequence
from itertools import groupby

from exports.draft.model import Instruction
from exports.draft.standing import PROCEDURES, standing
from exports.draft.statements import Basis, Told
from exports.draft.steps import rows
from exports.draft.titles import title_of
from sessions.guides.model import Module

FEWEST = 2
"""Steps that make a work instruction; one step is none."""


def instructions(basis: Basis) -> tuple[Instruction, ...]:
    """The steps that each expert named where they were asked for a task, or to teach it, in order of speaking.

    Made before folding: everybody's own way of working stays whole.
    """
    asked = (t for t in basis.unfolded if t.fragment.question.kind in PROCEDURES)
    by_answer = groupby(asked, key=lambda t: t.fragment.answer.id)
    made = (_instruction(basis.module, list(group)) for _id, group in by_answer)
    return tuple(one for one in made if len(one.steps) >= FEWEST)


def _instruction(module: Module, told: Sequence[Told]) -> Instruction:
    question, voice = told[0].fragment.question, told[0].statement.source.voice
    return Instruction(voice, question.id, question.text, rows(standing(told)), title_of(module, question))

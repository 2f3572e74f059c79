"""The practice assignment: the guide's, on the companies' own cases, with criteria that experts complete."""

from collections.abc import Iterator, Sequence

from exports.draft.model import AssignmentBlock, CaseBlock, ExpertCriterion, Picture, Statement
from exports.draft.statements import Basis, Told
from sessions.facets import Facet
from sessions.guides.model import Module
from sessions.material import CaseReading
from sessions.transcript import Doubt

MOST_CRITERIA = 4
"""Proposals per topic and side of the rubric: more would not be chosen from."""


def assignment(basis: Basis) -> AssignmentBlock:
    """The practice assignment of the module, with the cases that exercise its topics."""
    given = basis.module.assignment
    return AssignmentBlock(
        given.title, given.text, given.criteria, tuple(_cases(basis)), tuple(_from_experts(basis))
    )


def _cases(basis: Basis) -> Iterator[CaseBlock]:
    for reading in basis.material.cases:
        if exercised := _exercised(basis.module, reading):
            yield _case(reading, exercised)


def _exercised(module: Module, reading: CaseReading) -> tuple[str, ...]:
    """The titles of the module's topics that a case exercises."""
    return tuple(topic.title for topic in module.topics if topic.slug in reading.case.topics)


def _case(reading: CaseReading, topics: tuple[str, ...]) -> CaseBlock:
    case = reading.case
    pictures = tuple(Picture(photo.path, photo.caption) for photo in reading.photos)
    return CaseBlock(
        case.title,
        reading.company.name,
        case.workpiece,
        case.material,
        case.machine,
        case.requirements,
        topics,
        pictures,
        case.id,
    )


def _from_experts(basis: Basis) -> Iterator[ExpertCriterion]:
    for topic in basis.module.topics:
        told = [t for t in basis.told if t.topic == topic.slug]
        not_yet, good = _best(told, Facet.ERROR), _best(told, Facet.CHECK)
        if not_yet or good:
            yield ExpertCriterion(topic.title, not_yet, good)


def _best(told: Sequence[Told], facet: Facet) -> tuple[Statement, ...]:
    """What shows ``facet`` and can be read by itself; what most experts say first, then what was said first."""
    shown = [t.statement for t in told if t.statement.facet is facet]
    alone = [s for s in shown if not s.leans and s.doubt is Doubt.NONE]
    return tuple(sorted(alone, key=lambda s: -len(s.voices))[:MOST_CRITERIA])

"""Proposals for test questions, each from what experts said, with its answer in their words.

A question is only as good as what it stands on: nothing that the machine doubts becomes one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from exports.draft.faults import faults, part_by_words
from exports.draft.instructions import instructions
from exports.draft.model import AssessmentItem, Fault, ItemKind, Statement, Step
from exports.draft.readable import by_itself
from exports.draft.shuffling import mixed, without_order_word
from exports.draft.statements import Basis
from sessions.facets import Facet
from sessions.guides.model import FaultPart, Guide, QuestionKind
from sessions.placing import is_story
from sessions.transcript import Doubt
from sessions.words import spoken

MOST = 12
"""Questions that a module proposes."""

FEWEST_STEPS = 3
MOST_STEPS = 7
"""Steps that one can put in order, and at most the number that TWI gives a task."""

MOST_SAID = 6
"""Statements in the answer to an open question."""

_OPEN = frozenset({QuestionKind.SIMULATION, QuestionKind.KNOWLEDGE_AUDIT})
_DONE = frozenset({Facet.STEP, Facet.LIMIT})
_TELLING = 5  # letters from which a word is about something


def items(basis: Basis) -> tuple[AssessmentItem, ...]:
    """At most :data:`MOST` proposals, by their form, spread over the topics and the same each time."""
    told = faults(basis)
    made = [*_orders(basis), *_causes(told), *_what_next(basis, told), *_opens(basis), *_true(basis)]
    topics = {t.statement.source.segment_id: t.topic for t in basis.unfolded}
    return _spread(made, topics)


def _orders(basis: Basis) -> Iterator[AssessmentItem]:
    """Each work instruction as steps to put in order."""
    for instruction in instructions(basis):
        steps = _distinct(instruction.steps)[:MOST_STEPS]
        if len(steps) >= FEWEST_STEPS:
            given = (without_order_word(step, basis.guide.language) for step in mixed(steps))
            yield AssessmentItem(ItemKind.ORDER, tuple(given), steps, instruction.task)


def _distinct(rows: Iterable[Step]) -> tuple[Statement, ...]:
    """The steps that nobody has to listen to again, each text once: of two alike the order could not be told."""
    by_text: dict[str, Statement] = {}
    for row in rows:
        if row.step.doubt is Doubt.NONE:
            by_text.setdefault(row.step.text, row.step)
    return tuple(by_text.values())


def _causes(told: Iterable[Fault]) -> Iterator[AssessmentItem]:
    """What is the cause, and where do you look first? Nothing is given that names it."""
    for fault in told:
        cause = _sure(fault.part(FaultPart.CAUSE))
        given = _shows(fault, cause)
        if given and cause:
            answer = (*cause, *_sure(fault.part(FaultPart.FIRST_CHECK)))
            yield AssessmentItem(ItemKind.CAUSE, given, answer)


def _what_next(basis: Basis, told: Iterable[Fault]) -> Iterator[AssessmentItem]:
    """What would you do? Of each incident, with what its expert did."""
    kinds = {question.id: question.kind for question in basis.guide.questions.values()}
    for fault in told:
        if kinds.get(fault.question_id) is QuestionKind.CRITICAL_INCIDENT:
            done = _sure(fault.part(FaultPart.REMEDY))
            if done and (given := _shows(fault, done)):
                yield AssessmentItem(ItemKind.OPEN, given, done[:MOST_SAID], fault.question)


def _opens(basis: Basis) -> Iterator[AssessmentItem]:
    """What would you do? Of each simulation and audit, with what all experts do, and where they stop."""
    readable, folded = by_itself(basis.unfolded), _folded_away(basis)
    for question in basis.module.questions:
        if question.kind in _OPEN:
            here = (t for t in basis.unfolded if t.fragment.question.id == question.id)
            done = (t.statement.source.segment_id for t in here if _is_done(basis.guide, t.statement))
            chosen = [s for one in done if one not in folded for s in readable.get(one, ())]
            if answer := tuple(dict.fromkeys(chosen))[:MOST_SAID]:
                yield AssessmentItem(ItemKind.OPEN, (), answer, question.text)


def _is_done(guide: Guide, statement: Statement) -> bool:
    return statement.facet in _DONE or part_by_words(guide, statement.text) is FaultPart.REMEDY


def _folded_away(basis: Basis) -> set[int]:
    return {source.segment_id for t in basis.told for source in t.statement.also}


def _true(basis: Basis) -> Iterator[AssessmentItem]:
    """True or false, of what experts of several companies say alike; as stated it is true."""
    for told in basis.told:
        statement = told.statement
        companies = {voice.company for voice in statement.voices}
        general = statement.facet is not Facet.EXAMPLE and not is_story(told.fragment)
        if len(companies) > 1 and general and not statement.leans and statement.doubt is Doubt.NONE:
            yield AssessmentItem(ItemKind.TRUE_FALSE, (statement,), ())


def _shows(fault: Fault, answer: Sequence[Statement]) -> tuple[Statement, ...]:
    """How a fault shows, without what gives ``answer`` away; nothing where its symptom does."""
    symptom = _sure(fault.part(FaultPart.SYMPTOM))
    if not symptom or any(gives_away(one, answer) for one in symptom):
        return ()
    perceived = _sure(fault.part(FaultPart.PERCEIVED))
    return (*symptom, *(one for one in perceived if not gives_away(one, answer)))


def gives_away(given: Statement, answer: Iterable[Statement]) -> bool:
    """Whether half or more of what a statement of ``answer`` is about stands in ``given`` already."""
    known = _about(given)
    return any(2 * len(known & wanted) >= len(wanted) for one in answer if (wanted := _about(one)))


def _about(statement: Statement) -> set[str]:
    words = {word.folded for word in spoken(statement.text).words}
    return {word for word in words if len(word) >= _TELLING}


def _sure(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(s for s in statements if s.doubt is Doubt.NONE)


def _spread(made: Sequence[AssessmentItem], topics: dict[int, str]) -> tuple[AssessmentItem, ...]:
    """Of more than enough: one of each topic in turn, each topic beginning with one of each form."""
    ranks: dict[tuple[str, ItemKind], int] = defaultdict(int)
    waiting: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, item in enumerate(made):
        topic = topics.get((*item.given, *item.answer)[0].source.segment_id, "")
        waiting[topic].append((ranks[topic, item.kind], at))
        ranks[topic, item.kind] += 1
    turns = ((turn, at) for some in waiting.values() for turn, (_rank, at) in enumerate(sorted(some)))
    return tuple(made[at] for at in sorted(at for _turn, at in sorted(turns)[:MOST]))

"""Proposals for test questions, each from what experts said, with its answer in their words.

A question is only as good as what it stands on: nothing that the machine doubts becomes one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from exports.draft.fault_words import part_by_words, says, supposes
from exports.draft.model import (
    AssessmentItem,
    Comparison,
    ComparisonRow,
    Fault,
    Instruction,
    ItemKind,
    Statement,
    Step,
    Verdict,
    Voice,
)
from exports.draft.readable import by_itself
from exports.draft.shuffling import mixed, to_be_ordered, without_order_word
from exports.draft.statements import Basis, Told
from exports.draft.titles import title_of
from sessions.facets import Facet
from sessions.guides.model import FaultPart, Guide, Question, QuestionKind
from sessions.placing import is_story, opens_with
from sessions.transcript import Doubt
from sessions.words import spoken

MOST = 12
"""Questions that a module proposes; chosen."""

FEWEST_STEPS = 3
MOST_STEPS = 7
"""Steps that one can put in order; no more than the 5 to 7 to which TWI keeps a task (TWI Workbook, p. 58)."""

MOST_SAID = 6
MOST_SAID_BY_ALL = 12
"""Statements of one expert, and of all, in the answer to an open question; chosen."""

_OPEN = frozenset({QuestionKind.SIMULATION, QuestionKind.KNOWLEDGE_AUDIT})
_DONE = frozenset({Facet.STEP, Facet.LIMIT})
_SITUATION = {"nl": ("je", "u"), "en": ("you",)}
"""What a question begins with that puts somebody in a situation ("Je staat met je rug naar de machine.")."""

_TELLING = 5  # letters from which a word is about something

Chain = tuple[Statement, ...]
"""A statement, and before it those it leans on."""


def items(
    basis: Basis,
    faults: Sequence[Fault],
    instructions: Sequence[Instruction],
    comparisons: Sequence[Comparison],
) -> tuple[AssessmentItem, ...]:
    """At most :data:`MOST` proposals, by their form, spread over the topics and the same each time.

    The others are what the draft of ``basis`` has of each.
    """
    rows = [row for comparison in comparisons for row in comparison.with_verdict(Verdict.DIFFER)]
    made = [
        *_orders(basis, instructions),
        *_causes(basis, faults),
        *_what_next(basis, faults),
        *_opens(basis, rows),
        *_true(basis, rows),
    ]
    topics = {t.statement.source.segment_id: t.topic for t in basis.unfolded}
    return _spread(made, topics)


def _orders(basis: Basis, instructions: Iterable[Instruction]) -> Iterator[AssessmentItem]:
    """Each work instruction as steps to put in order, unless one comes again or there are too many."""
    language = basis.guide.language
    for told in instructions:
        sure = _sure(row.step for row in told.steps)
        steps = to_be_ordered(sure, language)
        if FEWEST_STEPS <= len(steps) <= MOST_STEPS and not _comes_again(told.steps, language):
            given = tuple(without_order_word(step, language) for step in mixed(steps))
            yield AssessmentItem(ItemKind.ORDER, given, steps, told.task, told.title)


def _comes_again(rows: Iterable[Step], language: str) -> bool:
    """Whether two steps read the same: of those nobody could tell the order."""
    texts = [without_order_word(row.step, language).text.removeprefix("… ").casefold() for row in rows]
    return len(set(texts)) < len(texts)


def _causes(basis: Basis, told: Iterable[Fault]) -> Iterator[AssessmentItem]:
    """What is the cause? Nothing is given that names it, and what was only suspected is no answer."""
    for fault in told:
        cause = _known(basis.guide, fault.part(FaultPart.CAUSE))
        given = _shows(basis.guide, fault, cause)
        if given and cause:
            yield AssessmentItem(ItemKind.CAUSE, given, cause, fault.question, _title(basis, fault))


def _what_next(basis: Basis, told: Iterable[Fault]) -> Iterator[AssessmentItem]:
    """What would you do? Of each incident, with where its expert looked, what it was and what helped."""
    for fault in told:
        if basis.guide.question(fault.question_id).kind is QuestionKind.CRITICAL_INCIDENT:
            parts = (FaultPart.FIRST_CHECK, FaultPart.CAUSE, FaultPart.REMEDY)
            done = [s for part in parts for s in _known(basis.guide, fault.part(part))][:MOST_SAID]
            given = _shows(basis.guide, fault, done)
            if given and _sure(fault.part(FaultPart.REMEDY)):
                title = _title(basis, fault)
                yield AssessmentItem(ItemKind.OPEN, given, tuple(done), fault.question, title)


def _title(basis: Basis, fault: Fault) -> str:
    return title_of(basis.module, basis.guide.question(fault.question_id))


def _opens(basis: Basis, differ: Sequence[ComparisonRow]) -> Iterator[AssessmentItem]:
    """What would you do? Of each simulation and audit, with what each expert does, and where they stop."""
    readable, folded = by_itself(basis.unfolded), _folded_away(basis)
    for question in basis.module.questions:
        if question.kind not in _OPEN:
            continue
        here = [t.statement for t in basis.unfolded if t.fragment.question.id == question.id]
        done = {
            which for s in here if _is_done(basis.guide, s) for which in map(_id, readable.get(_id(s), ()))
        }
        wanted = done.union(*(side for row in differ if done & (side := _said_in(row))))
        chains = [readable.get(_id(s), ()) for s in here if _id(s) in wanted - folded]
        if answer := _both_sides(_by_voice(chains), differ):
            title, poses = title_of(basis.module, question), _poses(basis.guide, question)
            yield AssessmentItem(ItemKind.OPEN, (), answer, question.text, title, poses)


def _poses(guide: Guide, question: Question) -> bool:
    """Whether it asks what to do in a situation, rather than to tell of what was."""
    audit = question.kind is QuestionKind.KNOWLEDGE_AUDIT
    return not audit or opens_with(question.text, _SITUATION.get(guide.language, ()))


def _by_voice(chains: Iterable[Chain]) -> list[Chain]:
    """Who is heard one after the other, of each as much as there is room for."""
    by_voice: dict[Voice, list[Chain]] = defaultdict(list)
    for chain in chains:
        if chain:
            by_voice[chain[-1].source.voice].append(chain)
    most = min(MOST_SAID, max(1, MOST_SAID_BY_ALL // max(1, len(by_voice))))
    return [chain for mine in by_voice.values() for chain in _fitting(mine, most)]


def _fitting(chains: Iterable[Chain], most: int) -> Iterator[Chain]:
    said: set[Statement] = set()
    for chain in chains:
        if len(said.union(chain)) <= most:
            said.update(chain)
            yield chain


def _both_sides(chains: list[Chain], differ: Sequence[ComparisonRow]) -> tuple[Statement, ...]:
    """What they say, without that of which others say otherwise who are not heard in it."""
    while True:
        heard = {_id(statement) for chain in chains for statement in chain}
        sides = [[{_id(s) for s in position.statements} for position in row.positions] for row in differ]
        one_sided = [row for row in sides if any(side.isdisjoint(heard) for side in row)]
        gone = {which for row in one_sided for side in row for which in side}
        kept = [chain for chain in chains if gone.isdisjoint(map(_id, chain))]
        if len(kept) == len(chains):
            return tuple(dict.fromkeys(statement for chain in chains for statement in chain))
        chains = kept


def _said_in(row: ComparisonRow) -> set[int]:
    return {_id(statement) for position in row.positions for statement in position.statements}


def _is_done(guide: Guide, statement: Statement) -> bool:
    if supposes(guide, statement.text):
        return False
    return statement.facet in _DONE or part_by_words(guide, statement.text) is FaultPart.REMEDY


def _folded_away(basis: Basis) -> set[int]:
    return {source.segment_id for t in basis.told for source in t.statement.also}


def _true(basis: Basis, differ: Iterable[ComparisonRow]) -> Iterator[AssessmentItem]:
    """True or false, of what experts of several companies say alike and nobody otherwise; as stated it is true."""
    disputed = {which for row in differ for which in _said_in(row)}
    titles = {topic.slug: topic.title for topic in basis.module.topics}
    for told in basis.told:
        if _is_general(told) and disputed.isdisjoint(s.segment_id for s in told.statement.sources):
            both = (told.statement,)
            yield AssessmentItem(ItemKind.TRUE_FALSE, both, both, topic=titles.get(told.topic, ""))


def _is_general(told: Told) -> bool:
    """Whether several companies say it, not of one occasion, and it can be read by itself."""
    statement = told.statement
    companies = {voice.company for voice in statement.voices}
    general = statement.facet is not Facet.EXAMPLE and not is_story(told.fragment)
    return len(companies) > 1 and general and not statement.leans and statement.doubt is Doubt.NONE


def _shows(guide: Guide, fault: Fault, answer: Sequence[Statement]) -> tuple[Statement, ...]:
    """How a fault shows, without what gives ``answer`` away; nothing where its symptom does."""
    symptom = _sure(fault.part(FaultPart.SYMPTOM))
    if not symptom or any(gives_away(s, answer) or says(guide, FaultPart.CAUSE, s.text) for s in symptom):
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


def _known(guide: Guide, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Those without doubt, in which nothing was only supposed."""
    return tuple(s for s in _sure(statements) if not supposes(guide, s.text))


def _id(statement: Statement) -> int:
    return statement.source.segment_id


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

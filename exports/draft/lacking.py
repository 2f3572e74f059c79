"""Finds what a draft still lacks, with the question that would fill it and whom to ask."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from exports.draft.asking import Experts, called, experts
from exports.draft.missing import (
    Ask,
    FacetGap,
    Missing,
    OneCompany,
    ProbeGap,
    QuestionGap,
    TopicGap,
    Unapproved,
    Unfinished,
    Unsaid,
    ValueGap,
)
from exports.draft.numbers import number_gaps
from exports.draft.placing import spoken_order
from exports.draft.statements import Basis, Told
from sessions.coverage import TopicCoverage, cover_module, questions_about
from sessions.facets import Facet
from sessions.fragments import SessionReading, answer_code
from sessions.guides.model import Guide, Module, Question
from sessions.interview import AnswerState
from sessions.release import Approved
from sessions.transcript import Value

CARD = (
    "quantity",
    "number",
    "unit",
    "machine",
    "material",
    "height",
    "electrode",
    "cut",
    "deviate_when",
)
"""The fields of a :class:`~sessions.transcript.Value` that a complete one has, in the order of the card."""


def missing(basis: Basis) -> Missing:
    """The gaps of the module, as coverage counts them over what may be in the draft."""
    module, readings = basis.module, basis.material.of_guide(basis.guide)
    fragments = [t.fragment for t in basis.unfolded]
    coverage = cover_module(module, fragments)
    who = experts(module, readings, fragments, basis.material.heard, basis.labels)
    gaps = {c.topic.slug: gap for c in coverage if (gap := _topic_gap(basis, c, who))}
    return Missing(
        tuple(gaps.values()),
        tuple(_question_gaps(basis.guide, gaps, who)),
        tuple(_value_gaps(basis)),
        tuple(_unapproved((*basis.unfolded, *basis.suggested))),
        tuple(_unfinished(module, readings, who)),
        tuple(_one_company(basis.guide, c, who) for c in coverage if len(c.companies) == 1),
        tuple(_unsaid(basis)),
        tuple(number_gaps(basis)),
    )


def _topic_gap(basis: Basis, coverage: TopicCoverage, who: Experts) -> TopicGap | None:
    slug, title = coverage.topic.slug, coverage.topic.title
    questions = questions_about(basis.guide, coverage.topic)
    withheld = basis.material.withheld(basis.guide, {slug})
    if not coverage.fragments:
        suggested = any(t.topic == slug for t in basis.suggested)
        asks = tuple(Ask(q.id, q.text) for q in questions)
        return TopicGap(title, True, suggested, asks, withheld=withheld)
    facets = tuple(FacetGap(facet, _probe(questions, facet)) for facet in coverage.missing)
    whom = who.who_told([slug])
    return TopicGap(title, False, facets=facets, withheld=withheld, whom=whom) if facets else None


def _one_company(guide: Guide, coverage: TopicCoverage, who: Experts) -> OneCompany:
    (company,) = coverage.companies
    asks = tuple(Ask(q.id, q.text) for q in questions_about(guide, coverage.topic))
    return OneCompany(coverage.topic.title, company, asks, who.of_others(company))


def _question_gaps(guide: Guide, gaps: Mapping[str, TopicGap], who: Experts) -> Iterable[QuestionGap]:
    """Each question that fills a gap once, in the order of the guide, with all that it fills; ``gaps`` are by
    the slug of their topic."""
    opens: dict[str, list[str]] = defaultdict(list)
    probes: dict[str, dict[tuple[Facet, str], list[str]]] = defaultdict(lambda: defaultdict(list))
    for slug, gap in gaps.items():
        for ask in gap.asks:
            opens[ask.question_id].append(gap.title)
        for lacks in gap.facets:
            if lacks.ask:
                probes[lacks.ask.question_id][lacks.facet, lacks.ask.text].append(slug)
    for question in guide.questions.values():
        if question.id in opens or question.id in probes:
            yield _question_gap(question, opens[question.id], probes[question.id], gaps, who)


def _question_gap(
    question: Question,
    opens: Sequence[str],
    probes: Mapping[tuple[Facet, str], Sequence[str]],
    gaps: Mapping[str, TopicGap],
    who: Experts,
) -> QuestionGap:
    """What one question fills. About a topic on which nobody spoke those are asked who were not asked yet, for
    another side of a topic those who know it."""
    slugs = dict.fromkeys(slug for some in probes.values() for slug in some)
    whom = who.not_asked(question.id) if opens else who.who_told(slugs)
    asks = (
        ProbeGap(facet, text, tuple(gaps[slug].title for slug in some), _others(who.who_told(some), whom))
        for (facet, text), some in probes.items()
    )
    return QuestionGap(question.id, question.text, tuple(opens), tuple(asks), whom)


def _others(names: tuple[str, ...], than: tuple[str, ...]) -> tuple[str, ...]:
    return () if names == than else names


def _probe(questions: Iterable[Question], facet: Facet) -> Ask | None:
    asks = (Ask(q.id, p.text) for q in questions for p in q.probes if p.facet is facet)
    return next(asks, None)


def _value_gaps(basis: Basis) -> Iterable[ValueGap]:
    """The incomplete values of the module, in order of speaking, with the guide's probe for a bare number."""
    by_segment: dict[int, list[Value]] = defaultdict(list)
    for value in basis.material.values:
        by_segment[value.segment_id].append(value)
    ask = next((rule.probe for rule in basis.guide.follow_ups if rule.number_without), "")
    for told in basis.unfolded:
        for value in by_segment[told.statement.source.segment_id]:
            if not value.complete:
                yield _value_gap(value, told, ask)


def _unsaid(basis: Basis) -> Iterable[Unsaid]:
    sources = (told.statement.source for told in basis.unfolded)
    places = dict.fromkeys(Unsaid(s.segment_id, s.reference) for s in sources)
    return (place for place in places if place.segment_id in basis.material.unsaid)


def _value_gap(value: Value, told: Told, ask: str) -> ValueGap:
    return ValueGap(
        value.quantity,
        value.number,
        value.unit,
        tuple(name for name in CARD if not getattr(value, name)),
        value.segment_id,
        told.statement.source.reference,
        _speaker(told),
        ask,
    )


def _unapproved(quoted: Iterable[Told]) -> Iterable[Unapproved]:
    """The quoted answers without agreement to their text as it stands, suggested text too."""
    by_answer = {t.fragment.answer.id: t for t in sorted(quoted, key=lambda t: spoken_order(t.fragment))}
    for told in by_answer.values():
        if told.statement.approved is not Approved.AS_IT_IS:
            fragment = told.fragment
            yield Unapproved(
                answer_code(fragment.session.code, fragment.answer.number),
                fragment.question.id,
                fragment.question.text,
                _speaker(told),
                told.statement.approved is Approved.CHANGED,
            )


def _speaker(told: Told) -> str:
    return called(told.statement.source.voice.name, told.fragment.session.code)


def _unfinished(module: Module, readings: Iterable[SessionReading], who: Experts) -> Iterable[Unfinished]:
    asked = {q.id for q in module.questions}
    for reading in readings:
        for one in reading.answers:
            if one.question.id in asked and one.state is not AnswerState.TRANSCRIBED:
                code = answer_code(reading.session.code, one.answer.number)
                whom = who.names[reading.expert.id]
                yield Unfinished(code, one.question.id, one.question.text, one.state, whom)

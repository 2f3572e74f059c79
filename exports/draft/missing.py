"""What a draft still lacks, with the question that would fill it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sessions.coverage import TopicCoverage, cover_module, questions_about
from sessions.facets import Facet
from sessions.fragments import AnswerReading, SessionReading, answer_code
from sessions.guides.model import Guide, Module, Question
from sessions.interview import AnswerState

if TYPE_CHECKING:
    from exports.draft.statements import Basis


@dataclass(frozen=True)
class Ask:
    """A question or probe of the guide that would fill a gap."""

    question_id: str
    text: str


@dataclass(frozen=True)
class FacetGap:
    """A facet that nobody showed of a topic; ``ask`` is None where the guide has no probe for it."""

    facet: Facet
    ask: Ask | None


@dataclass(frozen=True)
class TopicGap:
    """What lacks of a topic: everything (then ``asks`` are its questions), or some facets.

    ``suggested`` tells that the draft has suggestions on a topic about which nobody spoke.
    """

    title: str
    silent: bool
    suggested: bool = False
    asks: tuple[Ask, ...] = ()
    facets: tuple[FacetGap, ...] = ()


@dataclass(frozen=True)
class ProbeGap:
    """A probe to ask again, with the topics that lack its facet."""

    facet: Facet
    text: str
    topics: tuple[str, ...]


@dataclass(frozen=True)
class QuestionGap:
    """A question that would fill gaps: the topics that it opens, and its probes for other topics."""

    question_id: str
    text: str
    topics: tuple[str, ...]
    probes: tuple[ProbeGap, ...]


@dataclass(frozen=True)
class Unfinished:
    """An answer that brought no text, or not all of it; ``code`` names it ("A1·03")."""

    code: str
    question_id: str
    question: str
    state: AnswerState


@dataclass(frozen=True)
class OneCompany:
    """A topic about which a single company has spoken."""

    title: str
    company: str


@dataclass(frozen=True)
class ValueGap:
    """A value that lacks context: what was said of it, which fields are empty, where, and whom to ask.

    ``lacks`` are field names of :class:`~sessions.transcript.Value`; ``ask`` is the guide's probe for a number
    without context.
    """

    quantity: str
    number: str
    unit: str
    lacks: tuple[str, ...]
    segment_id: int
    reference: str
    whom: str
    ask: str = ""


@dataclass(frozen=True)
class Unapproved:
    """An answer that was quoted and that its expert did not agree to, or not as it stands now."""

    code: str
    question_id: str
    question: str
    whom: str
    changed: bool = False


@dataclass(frozen=True)
class Missing:
    """All that a draft still lacks."""

    topics: tuple[TopicGap, ...] = ()
    questions: tuple[QuestionGap, ...] = ()
    values: tuple[ValueGap, ...] = ()
    unapproved: tuple[Unapproved, ...] = ()
    unfinished: tuple[Unfinished, ...] = ()
    one_company: tuple[OneCompany, ...] = ()


def missing(basis: "Basis") -> Missing:
    """The gaps of the module, as coverage counts them over what may be in the draft."""
    guide, module = basis.guide, basis.module
    fragments = [t.fragment for t in basis.unfolded]
    readings, suggested = basis.material.of_guide(guide), {t.topic for t in basis.suggested}
    coverage = cover_module(module, fragments)
    all_gaps = (_topic_gap(guide, topic, suggested) for topic in coverage)
    gaps = tuple(gap for gap in all_gaps if gap.silent or gap.facets)
    return Missing(
        gaps,
        tuple(_question_gaps(guide, gaps)),
        (),
        (),
        tuple(_unfinished(module, readings)),
        tuple(OneCompany(c.topic.title, c.companies[0]) for c in coverage if len(c.companies) == 1),
    )


def _topic_gap(guide: Guide, coverage: TopicCoverage, suggested: Collection[str]) -> TopicGap:
    title, questions = coverage.topic.title, questions_about(guide, coverage.topic)
    if not coverage.fragments:
        return TopicGap(
            title, True, coverage.topic.slug in suggested, tuple(Ask(q.id, q.text) for q in questions)
        )
    gaps = (FacetGap(facet, _probe(questions, facet)) for facet in coverage.missing)
    return TopicGap(title, False, facets=tuple(gaps))


def _question_gaps(guide: Guide, gaps: Sequence[TopicGap]) -> Iterable[QuestionGap]:
    """Each question that fills a gap once, in the order of the guide, with all that it fills."""
    opens: dict[str, list[str]] = defaultdict(list)
    probes: dict[str, dict[tuple[Facet, str], list[str]]] = defaultdict(lambda: defaultdict(list))
    for gap in gaps:
        for ask in gap.asks:
            opens[ask.question_id].append(gap.title)
        for lacks in gap.facets:
            if lacks.ask:
                probes[lacks.ask.question_id][lacks.facet, lacks.ask.text].append(gap.title)
    for question in guide.questions.values():
        if question.id in opens or question.id in probes:
            asks = (ProbeGap(*ask, tuple(titles)) for ask, titles in probes[question.id].items())
            yield QuestionGap(question.id, question.text, tuple(opens[question.id]), tuple(asks))


def _probe(questions: Iterable[Question], facet: Facet) -> Ask | None:
    asks = (Ask(q.id, p.text) for q in questions for p in q.probes if p.facet is facet)
    return next(asks, None)


def _unfinished(module: Module, readings: Iterable[SessionReading]) -> Iterable[Unfinished]:
    asked = {q.id for q in module.questions}
    for reading in readings:
        for one in reading.answers:
            if one.question.id in asked and _lacks_text(one):
                code = answer_code(reading.session.code, one.answer.number)
                yield Unfinished(code, one.question.id, one.question.text, one.state)


def _lacks_text(answer: AnswerReading) -> bool:
    waits = answer.state in (AnswerState.RECORDED, AnswerState.FAILED)
    return waits or not any(f.usable for f in answer.fragments)

"""What a draft still lacks, with the question that would fill it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exports.placing import Placed
from sessions.facets import COVERED, Facet
from sessions.fragments import AnswerReading, SessionReading
from sessions.guides.model import Module, Question, Topic
from sessions.interview import AnswerState


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
    """What lacks of a topic: everything (then ``asks`` are its questions), or some facets."""

    title: str
    silent: bool
    asks: tuple[Ask, ...] = ()
    facets: tuple[FacetGap, ...] = ()


@dataclass(frozen=True)
class Unfinished:
    """An answer that brought no text; ``code`` names it ("A1·03")."""

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
class Missing:
    """All that a draft still lacks."""

    topics: tuple[TopicGap, ...] = ()
    unfinished: tuple[Unfinished, ...] = ()
    one_company: tuple[OneCompany, ...] = ()


def missing(module: Module, placed: Sequence[Placed], readings: Sequence[SessionReading] = ()) -> Missing:
    """The gaps of ``module``; ``readings`` tell of answers that have no fragments."""
    told = [p for p in placed if not p.suggested]
    gaps = (_topic_gap(module, t, [p for p in told if p.topic == t.slug]) for t in module.topics)
    return Missing(
        tuple(gap for gap in gaps if gap.silent or gap.facets),
        tuple(_unfinished(module, readings)),
        tuple(_one_company(module, told)),
    )


def _topic_gap(module: Module, topic: Topic, told: Sequence[Placed]) -> TopicGap:
    questions = _questions_about(module, topic)
    if not told:
        return TopicGap(topic.title, True, asks=tuple(Ask(q.id, q.text) for q in questions))
    shown = {p.facet for p in told}
    lacking = (facet for facet in COVERED if facet not in shown)
    return TopicGap(topic.title, False, facets=tuple(FacetGap(f, _probe(questions, f)) for f in lacking))


def _questions_about(module: Module, topic: Topic) -> list[Question]:
    """Questions about ``topic``, those first in which it comes first."""
    about = [q for q in module.questions if topic.slug in q.topics]
    return sorted(about, key=lambda q: q.topics.index(topic.slug))


def _probe(questions: Iterable[Question], facet: Facet) -> Ask | None:
    asks = (Ask(q.id, p.text) for q in questions for p in q.probes if p.facet is facet)
    return next(asks, None)


def _unfinished(module: Module, readings: Iterable[SessionReading]) -> Iterable[Unfinished]:
    asked = {q.id for q in module.questions}
    for reading in readings:
        for one in reading.answers:
            if one.question.id in asked and not _has_text(one):
                code = f"{reading.session.code}·{one.answer.number:02d}"
                yield Unfinished(code, one.question.id, one.question.text, answer_state(one))


def _has_text(answer: AnswerReading) -> bool:
    return any(f.usable and f.segment.text.strip() for f in answer.fragments)


def answer_state(reading: AnswerReading) -> AnswerState:
    """How far an answer is, as far as its reading tells."""
    if reading.fragments:
        return AnswerState.TRANSCRIBED
    if reading.clips:
        return AnswerState.RECORDED
    return AnswerState.SKIPPED if reading.answer.skipped_because else AnswerState.OPEN


def _one_company(module: Module, told: Sequence[Placed]) -> Iterable[OneCompany]:
    for topic in module.topics:
        companies = {p.fragment.company.id: p.fragment.company.name for p in told if p.topic == topic.slug}
        if len(companies) == 1:
            yield OneCompany(topic.title, next(iter(companies.values())))

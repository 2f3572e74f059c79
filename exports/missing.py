"""What a draft still lacks, with the question that would fill it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sessions.coverage import TopicCoverage, cover_module, questions_about
from sessions.facets import Facet
from sessions.fragments import AnswerReading, Fragment, SessionReading
from sessions.guides.model import Guide, Module, Question
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
class Missing:
    """All that a draft still lacks."""

    topics: tuple[TopicGap, ...] = ()
    unfinished: tuple[Unfinished, ...] = ()
    one_company: tuple[OneCompany, ...] = ()


def missing(
    guide: Guide, module: Module, fragments: Iterable[Fragment], readings: Sequence[SessionReading] = ()
) -> Missing:
    """The gaps of ``module`` as coverage counts them; ``readings`` tell of answers without fragments."""
    coverage = cover_module(module, fragments)
    gaps = (_topic_gap(guide, topic) for topic in coverage)
    return Missing(
        tuple(gap for gap in gaps if gap.silent or gap.facets),
        tuple(_unfinished(module, readings)),
        tuple(OneCompany(c.topic.title, c.companies[0]) for c in coverage if len(c.companies) == 1),
    )


def _topic_gap(guide: Guide, coverage: TopicCoverage) -> TopicGap:
    title, questions = coverage.topic.title, questions_about(guide, coverage.topic)
    if not coverage.fragments:
        return TopicGap(title, True, asks=tuple(Ask(q.id, q.text) for q in questions))
    gaps = (FacetGap(facet, _probe(questions, facet)) for facet in coverage.missing)
    return TopicGap(title, False, facets=tuple(gaps))


def _probe(questions: Iterable[Question], facet: Facet) -> Ask | None:
    asks = (Ask(q.id, p.text) for q in questions for p in q.probes if p.facet is facet)
    return next(asks, None)


def _unfinished(module: Module, readings: Iterable[SessionReading]) -> Iterable[Unfinished]:
    asked = {q.id for q in module.questions}
    for reading in readings:
        for one in reading.answers:
            if one.question.id in asked and _lacks_text(one):
                code = f"{reading.session.code}·{one.answer.number:02d}"
                yield Unfinished(code, one.question.id, one.question.text, one.state)


def _lacks_text(answer: AnswerReading) -> bool:
    waits = answer.state in (AnswerState.RECORDED, AnswerState.FAILED)
    return waits or not any(f.usable for f in answer.fragments)

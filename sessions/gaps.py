"""What this conversation still misses: topic × facet, and which open question would fill most of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sessions.coverage import TopicCoverage, cover_module
from sessions.facets import COVERED, Facet
from sessions.fragments import Fragment
from sessions.guides.model import Guide, Question, Topic
from sessions.interview import Marker, MarkerKind


class Fill(StrEnum):
    """What there is of one facet of a topic: told in this conversation, asked and not transcribed yet,
    only told in earlier ones, or nothing."""

    TOLD = "told"
    MARKED = "marked"
    EARLIER = "earlier"
    EMPTY = "empty"


@dataclass(frozen=True)
class GapRow:
    """One topic: for each facet that coverage counts, in their order, what there is of it."""

    topic: Topic
    module_id: str
    fills: dict[Facet, Fill]

    @property
    def empty(self) -> tuple[Facet, ...]:
        """The facets that nobody told anything about."""
        return tuple(facet for facet, fill in self.fills.items() if fill is Fill.EMPTY)


@dataclass(frozen=True)
class NextQuestion:
    """The question to ask now, and the missing facets that its probes ask for (none: it is just the next)."""

    question: Question
    facets: tuple[Facet, ...]


def gaps(
    guide: Guide,
    module_ids: Sequence[str],
    fragments: Iterable[Fragment],
    markers: Iterable[tuple[Marker, Question]],
    earlier: Iterable[Fragment],
) -> tuple[GapRow, ...]:
    """The topics of these modules (none: of all), in the guide's order, with what there is of each facet.

    ``fragments`` are those of this conversation, ``earlier`` those of the programme's other ones, both
    settled (:func:`sessions.placing.settle`). A marker stands with the question that was being answered,
    and counts for the first topic of it.
    """
    marked = {cell for marker, question in markers if (cell := _marked(marker, question))}
    told, before = list(fragments), list(earlier)
    return tuple(
        _row(now, past, marked)
        for module in guide.modules
        if not module_ids or module.id in module_ids
        for now, past in zip(cover_module(module, told), cover_module(module, before), strict=True)
    )


def next_question(
    guide: Guide, rows: Iterable[GapRow], open_questions: Iterable[Question]
) -> NextQuestion | None:
    """Of ``open_questions`` the one whose probes would fill the most empty cells of ``rows``.

    Between equals, and where none fills anything, the first in the guide; None where none is open.
    """
    empty = {row.topic.slug: row.empty for row in rows}
    wanted = {question.id for question in open_questions}
    in_order = [question for question in guide.questions.values() if question.id in wanted]
    if not in_order:
        return None
    best = max(in_order, key=lambda question: len(_fillable(question, empty)))
    facets = {facet for _slug, facet in _fillable(best, empty)}
    return NextQuestion(best, tuple(facet for facet in COVERED if facet in facets))


def _marked(marker: Marker, question: Question) -> tuple[str, Facet] | None:
    if marker.kind not in (MarkerKind.PROBE, MarkerKind.FACET) or not marker.facet or not question.topics:
        return None
    return question.topics[0], marker.facet


def _row(now: TopicCoverage, past: TopicCoverage, marked: set[tuple[str, Facet]]) -> GapRow:
    fills = {facet: _fill(facet, now, past, marked) for facet in COVERED}
    return GapRow(now.topic, now.module_id, fills)


def _fill(facet: Facet, now: TopicCoverage, past: TopicCoverage, marked: set[tuple[str, Facet]]) -> Fill:
    if now.facets.get(facet):
        return Fill.TOLD
    if (now.topic.slug, facet) in marked:
        return Fill.MARKED
    return Fill.EARLIER if past.facets.get(facet) else Fill.EMPTY


def _fillable(question: Question, empty: dict[str, tuple[Facet, ...]]) -> set[tuple[str, Facet]]:
    """The empty cells, of all its topics, that the probes of ``question`` ask for."""
    asked = {probe.facet for probe in question.probes}
    return {(slug, facet) for slug in question.topics for facet in empty.get(slug, ()) if facet in asked}

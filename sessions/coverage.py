"""What is covered: topic × facet × company, and what to ask next."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sessions.facets import COVERED, Facet
from sessions.fragments import Fragment
from sessions.guides.model import Guide, Probe, Question, Topic


@dataclass(frozen=True)
class TopicCoverage:
    """What there is on one topic. ``fragments`` counts all; ``facets`` counts per facet and company;
    ``unplaced`` counts fragments that show no facet."""

    topic: Topic
    module_id: str
    fragments: int
    unplaced: int
    facets: dict[Facet, dict[str, int]]
    companies: tuple[str, ...]

    @property
    def missing(self) -> tuple[Facet, ...]:
        """The facets that nobody told anything about."""
        return tuple(f for f in COVERED if not self.facets.get(f))


@dataclass(frozen=True)
class ToAsk:
    """A question to ask next: what it would fill, and of whom nobody was asked yet."""

    topic: Topic
    facets: tuple[Facet, ...]
    question: Question
    probes: tuple[Probe, ...]


def cover(guide: Guide, fragments: Iterable[Fragment]) -> list[TopicCoverage]:
    """The coverage of each topic of ``guide``, in its order. Suggested topics do not count."""
    by_topic: dict[str, list[Fragment]] = defaultdict(list)
    for fragment in fragments:
        if fragment.usable:
            for slug in fragment.topics:
                by_topic[slug].append(fragment)
    return [
        _coverage(topic, module.id, by_topic[topic.slug])
        for module in guide.modules
        for topic in module.topics
    ]


def _coverage(topic: Topic, module_id: str, fragments: Sequence[Fragment]) -> TopicCoverage:
    facets: dict[Facet, Counter[str]] = defaultdict(Counter)
    for fragment in fragments:
        if fragment.facet:
            facets[fragment.facet][fragment.company.name] += 1
    return TopicCoverage(
        topic=topic,
        module_id=module_id,
        fragments=len(fragments),
        unplaced=sum(f.facet is None for f in fragments),
        facets={facet: dict(counts) for facet, counts in facets.items()},
        companies=tuple(sorted({f.company.name for f in fragments})),
    )


def ask_next(guide: Guide, coverage: Sequence[TopicCoverage], most: int = 10) -> list[ToAsk]:
    """The questions that would fill the most empty facets; topics without any fragment first."""
    asks = [ask for c in coverage if c.missing and (ask := _ask(guide, c))]
    empty = {c.topic.slug for c in coverage if not c.fragments}
    return sorted(asks, key=lambda a: (a.topic.slug not in empty, -len(a.facets)))[:most]


def _ask(guide: Guide, coverage: TopicCoverage) -> ToAsk | None:
    """The question on the topic whose probes fill most of what is missing."""
    about = [q for q in guide.questions.values() if coverage.topic.slug in q.topics]
    if not about:
        return None
    question = max(about, key=lambda q: len({p.facet for p in q.probes} & set(coverage.missing)))
    probes = tuple(p for p in question.probes if p.facet in coverage.missing)
    return ToAsk(coverage.topic, coverage.missing, question, probes)

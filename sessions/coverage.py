"""What is covered: topic × facet × company, and what to ask next."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sessions.facets import COVERED, Facet
from sessions.fragments import Fragment
from sessions.guides.model import Guide, Module, Probe, Question, Topic
from sessions.placing import topic_in


@dataclass(frozen=True)
class TopicCoverage:
    """What there is on one topic: how many fragments per company, and per facet and company."""

    topic: Topic
    module_id: str
    told: dict[str, int]
    facets: dict[Facet, dict[str, int]]

    @property
    def fragments(self) -> int:
        """How many fragments there are, of all companies."""
        return sum(self.told.values())

    @property
    def companies(self) -> tuple[str, ...]:
        """The companies that told something about it."""
        return tuple(sorted(self.told))

    @property
    def missing(self) -> tuple[Facet, ...]:
        """The facets that nobody told anything about."""
        return tuple(f for f in COVERED if not self.facets.get(f))


@dataclass(frozen=True)
class ToAsk:
    """A question to ask next: the facets that its topic lacks, and the probes that ask for them."""

    topic: Topic
    facets: tuple[Facet, ...]
    question: Question
    probes: tuple[Probe, ...]


def cover(guide: Guide, fragments: Iterable[Fragment]) -> list[TopicCoverage]:
    """The coverage of each topic of ``guide``, in its order. Suggested topics do not count."""
    told = list(fragments)
    return [coverage for module in guide.modules for coverage in cover_module(module, told)]


def cover_module(module: Module, fragments: Iterable[Fragment]) -> list[TopicCoverage]:
    """The coverage of each topic of ``module``, in its order."""
    by_topic: dict[str, list[Fragment]] = defaultdict(list)
    for fragment in fragments:
        if slug := topic_in(module, fragment):
            by_topic[slug].append(fragment)
    return [_coverage(topic, module.id, by_topic[topic.slug]) for topic in module.topics]


def _coverage(topic: Topic, module_id: str, fragments: Sequence[Fragment]) -> TopicCoverage:
    facets: dict[Facet, Counter[str]] = defaultdict(Counter)
    for fragment in fragments:
        if fragment.facet:
            facets[fragment.facet][fragment.company.name] += 1
    return TopicCoverage(
        topic=topic,
        module_id=module_id,
        told=dict(Counter(f.company.name for f in fragments)),
        facets={facet: dict(counts) for facet, counts in facets.items()},
    )


def ask_next(guide: Guide, coverage: Sequence[TopicCoverage], most: int = 10) -> list[ToAsk]:
    """The questions that would fill the most empty facets; topics without any fragment first."""
    asks = [ask for c in coverage if c.missing and (ask := _ask(guide, c))]
    empty = {c.topic.slug for c in coverage if not c.fragments}
    return sorted(asks, key=lambda a: (a.topic.slug not in empty, -len(a.facets)))[:most]


def questions_about(guide: Guide, topic: Topic) -> list[Question]:
    """The questions of ``guide`` about ``topic``, those first in which it comes first."""
    about = [q for q in guide.questions.values() if topic.slug in q.topics]
    return sorted(about, key=lambda q: q.topics.index(topic.slug))


def _ask(guide: Guide, coverage: TopicCoverage) -> ToAsk | None:
    """The question on the topic whose probes fill most of what is missing."""
    about = questions_about(guide, coverage.topic)
    if not about:
        return None
    question = max(about, key=lambda q: len({p.facet for p in q.probes} & set(coverage.missing)))
    probes = tuple(p for p in question.probes if p.facet in coverage.missing)
    return ToAsk(coverage.topic, coverage.missing, question, probes)

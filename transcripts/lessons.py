"""What a classifier of topics learns from: the guide, and what people decided in the programme."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sessions.guides import library
from sessions.guides.model import Guide
from sessions.placing import flat
from sessions.store.decisions import Decision

NO_TOPIC = ""
"""The topic of what is about none of them."""

OF_MANY_TOPICS = 0.25
OFTEN_WITHOUT = 0.01
"""From which share of the topics, or of the sentences about none, a word says nothing about a topic."""

_STEM = 4  # letters

DECIDED = 2.0
"""How many example sentences a person's decision in the programme is worth."""


@dataclass(frozen=True)
class Lesson:
    """A text that is about ``topic``; ``weight`` 1 is one example sentence."""

    text: str
    topic: str
    weight: float = 1.0


def taught_by(guide: Guide) -> list[Lesson]:
    """What ``guide`` teaches: examples, and as short texts its stems, titles, glossary and narrow questions."""
    examples = example_guide(guide)
    lessons = [Lesson(text, NO_TOPIC) for text in examples.no_topic]
    for slug, topic in guide.topics.items():
        told = examples.topics[slug].examples if slug in examples.topics else ()
        lessons += [Lesson(text, slug) for text in (*told, *topic.stems, topic.title)]
    return [*lessons, *_terms(guide), *_questions(guide)]


def example_guide(guide: Guide) -> Guide:
    """The guide whose example sentences hold for ``guide``: itself, else the one with its id that is installed
    now: a session may keep a version from before there were any."""
    return guide if has_examples(guide) else library.installed(guide.id) or guide


def has_examples(guide: Guide) -> bool:
    """Whether there are sentences to learn from, of topics and of none."""
    return bool(guide.no_topic) and any(topic.examples for topic in guide.topics.values())


def decided(decisions: Iterable[Decision], guide: Guide) -> list[Lesson]:
    """What people said that a fragment is about, as far as ``guide`` knows the topic."""
    return [
        Lesson(one.text, one.topic, DECIDED)
        for one in decisions
        if one.accepted and (one.topic in guide.topics or one.topic == NO_TOPIC)
    ]


def empty_words(lessons: Iterable[Lesson]) -> frozenset[str]:
    """The words, folded, that say nothing about a topic: they are in what is taught about many of them, or often
    in what is about none, and no stem or term of one word begins them."""
    topics: dict[str, set[str]] = defaultdict(set)
    without: Counter[str] = Counter()
    told = [(flat(lesson.text).split(), lesson.topic) for lesson in lessons]
    for words, topic in told:
        for word in set(words):
            topics[word].add(topic)
            without[word] += topic == NO_TOPIC
    most = OF_MANY_TOPICS * len({topic for _words, topic in told})
    often = max(2, OFTEN_WITHOUT * sum(topic == NO_TOPIC for _words, topic in told))
    stems = tuple({words[0] for words, topic in told if len(words) == 1 and topic and len(words[0]) >= _STEM})
    return frozenset(
        word
        for word, of in topics.items()
        if (len(of) > most or without[word] >= often) and not word.startswith(stems)
    )


def _terms(guide: Guide) -> Iterator[Lesson]:
    for term in guide.glossary:
        for slug in term.topics[:2]:
            yield Lesson(" ".join((term.term, *term.variants)), slug)


def _questions(guide: Guide) -> Iterator[Lesson]:
    """Those about one topic only, with their probes."""
    for question in guide.questions.values():
        if len(question.topics) == 1:
            yield Lesson(" ".join((question.text, *(p.text for p in question.probes))), question.topics[0])

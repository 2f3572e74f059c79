"""What a classifier of topics learns from: the guide, and what people decided in the programme."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sessions.guides import library
from sessions.guides.model import Guide
from sessions.store.decisions import Decision

NO_TOPIC = ""
"""The topic of what is about none of them."""

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


def _terms(guide: Guide) -> Iterator[Lesson]:
    for term in guide.glossary:
        for slug in term.topics[:2]:
            yield Lesson(" ".join((term.term, *term.variants)), slug)


def _questions(guide: Guide) -> Iterator[Lesson]:
    """Those about one topic only, with their probes."""
    for question in guide.questions.values():
        if len(question.topics) == 1:
            yield Lesson(" ".join((question.text, *(p.text for p in question.probes))), question.topics[0])

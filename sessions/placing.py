"""Which topics a fragment counts for: one rule for coverage, the screens and the documents.

It counts for at most one topic of a module, unless a person gave it a second one; a draft says it once all
the same, where it belongs first.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from sessions.clinging import clings
from sessions.facets import Facet
from sessions.fragments import Fragment, by_person
from sessions.guides.model import Guide, Module, QuestionKind
from sessions.text import fold

_WORD = re.compile(r"\w+")


def settle(guide: Guide, fragments: Iterable[Fragment]) -> list[Fragment]:
    """``fragments``, in order of speaking, each with the topics that it counts for.

    A person's decision goes before all else. A story stays whole, and what leans on the fragment
    before it, or loses its meaning without it, stays with that one; then the words of the fragment
    decide, then the topic of what was said before in the same answer, and then the first topic of the
    question. What is only suggested does not count, and what a person rejected never does.
    """
    told = list(fragments)
    modules = {topic.slug: module.id for module in guide.modules for topic in module.topics}
    stories = _stories(told)
    homes: dict[int, str] = {}
    places: dict[int, str] = {}
    settled: list[Fragment] = []
    for before, fragment in zip([None, *told], told, strict=False):
        answer = fragment.answer.id
        stays = places.get(answer) if _clings(guide, before, fragment) else stories.get(answer)
        placed = fragment.usable and not fragment.segment.no_topic
        home = _home(fragment, homes.get(answer), stays) if placed else None
        topics = _topics(fragment, home, modules)
        if home:
            homes[answer] = home
            places[answer] = next((t for t in topics if modules.get(t) == modules.get(home)), home)
        settled.append(replace(fragment, topics=topics))
    return settled


def topic_in(module: Module, fragment: Fragment) -> str | None:
    """The topic of ``module`` that a settled fragment counts for."""
    slugs = {topic.slug for topic in module.topics}
    return next((slug for slug in fragment.topics if slug in slugs), None)


def is_story(fragment: Fragment) -> bool:
    """Whether it is part of a story, told from start to end: the answer about a critical incident."""
    return fragment.question.kind is QuestionKind.CRITICAL_INCIDENT


def leans(guide: Guide, before: Fragment | None, fragment: Fragment) -> bool:
    """Whether ``fragment`` points back at ``before``, and says nothing without it ("Dan breekt hij.")."""
    return next_to(before, fragment) and opens_with(fragment.segment.text, guide.leaning)


def next_to(before: Fragment | None, after: Fragment) -> bool:
    """Whether ``after`` was said straight after ``before``, with nothing struck or asked between."""
    if before is None or not before.usable:
        return False
    one, other = before.segment, after.segment
    return one.transcript_id == other.transcript_id and other.position == one.position + 1


def opens_with(text: str, phrases: Iterable[str]) -> bool:
    """Whether ``text`` begins with one of ``phrases``; one of several words may stand anywhere in it."""
    said = flat(text)
    words, longer = _phrases(tuple(phrases))
    return said.startswith(words) or any(one in said for one in longer)


@lru_cache(maxsize=64)
def _phrases(phrases: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All of ``phrases``, and those of several words, as :func:`flat` makes them."""
    known = tuple(flat(phrase) for phrase in phrases)
    return known, tuple(one for one in known if " " in one.strip())


def flat(text: str) -> str:
    """The words of ``text`` for comparison, with a space around each, so that one is found whole only."""
    return f" {' '.join(_WORD.findall(fold(text)))} "


def _clings(guide: Guide, before: Fragment | None, fragment: Fragment) -> bool:
    """Whether it leans on ``before`` or is lost without it, or goes on with the example that was being told."""
    if before is None or not next_to(before, fragment):
        return False
    if leans(guide, before, fragment) or clings(guide, before, fragment):
        return True
    return before.facet is Facet.EXAMPLE and fragment.facet is Facet.EXAMPLE


def _stories(told: Iterable[Fragment]) -> dict[int, str]:
    """For each answer that is a story: the topic of its question that the whole of it supports best."""
    answers: dict[int, list[Fragment]] = defaultdict(list)
    for fragment in told:
        if is_story(fragment) and fragment.usable:
            answers[fragment.answer.id].append(fragment)
    return {
        answer: max(story[0].question.topics, key=lambda slug: _support(slug, story))
        for answer, story in answers.items()
        if story[0].question.topics
    }


def _support(slug: str, story: Sequence[Fragment]) -> float:
    tags = ((f, t) for f in story for t in f.tags if t.topic == slug and t.accepted is not False)
    return sum(tag.score for fragment, tag in tags if by_person(tag) or fragment.causes(tag))


def _home(fragment: Fragment, before: str | None, stays: str | None) -> str | None:
    """The topic of the question that the fragment belongs to, None where a person rejected all."""
    rejected = {t.topic for t in fragment.tags if t.accepted is False}
    candidates = [slug for slug in fragment.question.topics if slug not in rejected]
    tags = [t for t in fragment.tags if t.topic in candidates]
    if decided := [t.topic for t in tags if by_person(t)]:
        return min(decided, key=candidates.index)
    if stays and stays not in rejected:
        return stays
    if evidence := [t for t in tags if fragment.causes(t)]:
        return max(
            evidence, key=lambda t: (t.score, len(fragment.causes(t)), -candidates.index(t.topic))
        ).topic
    if before in candidates:
        return before
    return candidates[0] if candidates else None


def _topics(fragment: Fragment, home: str | None, modules: dict[str, str]) -> tuple[str, ...]:
    """The topics of each module: what a person decided, else the home. The first of a module is where it
    stands in that module's draft: the question's own topics go before others, each in their order."""
    if not fragment.usable or fragment.segment.no_topic:
        return ()
    order = list(dict.fromkeys((*fragment.question.topics, *modules)))
    decided = {t.topic for t in fragment.tags if t.topic in modules and by_person(t)}
    chosen = sorted(decided, key=order.index)
    if home in modules and modules[home] not in {modules[topic] for topic in chosen}:
        chosen.append(home)
    return tuple(chosen)

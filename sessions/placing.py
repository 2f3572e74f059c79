"""Which topics a fragment counts for: one rule for coverage, the screens and the documents.

It counts for at most one topic of a module, so that no draft says anything twice.
"""

from collections.abc import Iterable
from dataclasses import replace

from sessions.fragments import Fragment, by_person
from sessions.guides.model import Guide, Module


def settle(guide: Guide, fragments: Iterable[Fragment]) -> list[Fragment]:
    """``fragments``, in order of speaking, each with the topics that it counts for.

    A person's decision goes before the words of the fragment, those before the topic of what was said
    just before in the same answer, and that before the first topic of the question. What is only
    suggested does not count, and what a person rejected never does.
    """
    modules = {topic.slug: module.id for module in guide.modules for topic in module.topics}
    homes: dict[int, str] = {}
    settled: list[Fragment] = []
    for fragment in fragments:
        home = _home(fragment, homes.get(fragment.answer.id)) if fragment.usable else None
        if home:
            homes[fragment.answer.id] = home
        settled.append(replace(fragment, topics=_topics(fragment, home, modules)))
    return settled


def topic_in(module: Module, fragment: Fragment) -> str | None:
    """The topic of ``module`` that a settled fragment counts for."""
    slugs = {topic.slug for topic in module.topics}
    return next((slug for slug in fragment.topics if slug in slugs), None)


def _home(fragment: Fragment, before: str | None) -> str | None:
    """The topic of the question that the fragment supports best, None where a person rejected all."""
    rejected = {t.topic for t in fragment.tags if t.accepted is False}
    candidates = [slug for slug in fragment.question.topics if slug not in rejected]
    tags = [t for t in fragment.tags if t.topic in candidates]
    if decided := [t for t in tags if by_person(t)]:
        return max(decided, key=lambda t: (t.score, -candidates.index(t.topic))).topic
    if evidence := [t for t in tags if fragment.causes(t)]:
        return max(
            evidence, key=lambda t: (t.score, len(fragment.causes(t)), -candidates.index(t.topic))
        ).topic
    if before in candidates:
        return before
    return candidates[0] if candidates else None


def _topics(fragment: Fragment, home: str | None, modules: dict[str, str]) -> tuple[str, ...]:
    """One topic for each module: what a person decided, else the home."""
    if not fragment.usable:
        return ()
    order = list(modules)
    decided = [t for t in fragment.tags if t.topic in modules and by_person(t)]
    chosen: dict[str, str] = {}
    for tag in sorted(decided, key=lambda t: (-t.score, order.index(t.topic))):
        chosen.setdefault(modules[tag.topic], tag.topic)
    if home in modules:
        chosen.setdefault(modules[home], home)
    return tuple(chosen.values())

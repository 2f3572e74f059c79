"""Under which topic of a module a fragment belongs: one topic each, so that nothing is said twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sessions.facets import Facet
from sessions.fragments import Fragment
from sessions.guides.model import Module
from sessions.transcript import Tag, TagOrigin


@dataclass(frozen=True)
class Placed:
    """A fragment under a topic. A mere suggestion carries the words that caused it in ``because``."""

    fragment: Fragment
    topic: str
    facet: Facet | None = None
    suggested: bool = False
    because: tuple[str, ...] = ()


def place(module: Module, fragments: Iterable[Fragment]) -> tuple[Placed, ...]:
    """Each usable fragment that this module may use, under one of its topics, in order of speaking.

    A person's decision goes before the words of the fragment, those before the topic of what was said
    just before in the same answer, and that before the first topic of the question. What another
    module's question brought up is placed where a person accepted it, and else only suggested.
    """
    slugs = tuple(t.slug for t in module.topics)
    placed: list[Placed] = []
    homes: dict[int, str] = {}
    for fragment in in_order(f for f in fragments if f.usable):
        home = _home(fragment, homes.get(fragment.answer.id))
        if home:
            homes[fragment.answer.id] = home
        if found := _placed(fragment, slugs, home):
            placed.append(found)
    return tuple(placed)


def in_order(fragments: Iterable[Fragment]) -> list[Fragment]:
    """``fragments`` by expert, sitting, answer, clip and position."""
    return sorted(fragments, key=_spoken)


def _spoken(fragment: Fragment) -> tuple[int, str, int, int, int, int]:
    code, clip = fragment.expert.code, fragment.clip
    moment = (fragment.session.number, fragment.answer.number, clip.number if clip else 0)
    return (len(code), code, *moment, fragment.segment.position)


def _home(fragment: Fragment, before: str | None) -> str | None:
    """The topic of the question that the fragment supports best, None where a person rejected all."""
    candidates = [slug for slug in fragment.question.topics if slug not in _rejected(fragment)]
    if decided := _decided(fragment, candidates):
        return decided
    evidence = [t for t in fragment.tags if t.because and t.topic in candidates]
    if evidence:
        return max(evidence, key=lambda t: (t.score, len(t.because), -candidates.index(t.topic))).topic
    if before in candidates:
        return before
    return candidates[0] if candidates else None


def _placed(fragment: Fragment, slugs: tuple[str, ...], home: str | None) -> Placed | None:
    topic = _decided(fragment, slugs) or (home if home in slugs else None)
    if topic:
        return Placed(fragment, topic, _facet(fragment, topic))
    if suggestion := _suggestion(fragment, slugs):
        facet = _facet(fragment, suggestion.topic)
        return Placed(fragment, suggestion.topic, facet, suggested=True, because=suggestion.because)
    return None


def _decided(fragment: Fragment, slugs: Sequence[str]) -> str | None:
    """The one of ``slugs`` that a person gave or accepted."""
    tags = [t for t in fragment.tags if t.topic in slugs and _by_person(t)]
    return max(tags, key=lambda t: (t.score, -slugs.index(t.topic))).topic if tags else None


def _suggestion(fragment: Fragment, slugs: tuple[str, ...]) -> Tag | None:
    rejected = _rejected(fragment)
    tags = [
        t
        for t in fragment.tags
        if t.topic in slugs
        and t.topic not in rejected
        and t.accepted is None
        and t.origin is TagOrigin.SUGGESTED
    ]
    return max(tags, key=lambda t: (t.score, len(t.because)), default=None)


def _rejected(fragment: Fragment) -> set[str]:
    return {t.topic for t in fragment.tags if t.accepted is False}


def _by_person(tag: Tag) -> bool:
    return bool(tag.accepted) or (tag.accepted is None and tag.origin is TagOrigin.HUMAN)


def _facet(fragment: Fragment, topic: str) -> Facet | None:
    """The facet it shows: a person's word first, then what is said of this topic, then any."""
    tags = [t for t in fragment.tags if t.facet and t.accepted is not False]
    best = max(tags, key=lambda t: (_by_person(t), t.topic == topic, t.score), default=None)
    return best.facet if best else None

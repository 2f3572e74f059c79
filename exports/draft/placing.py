"""Under which topic of a module a fragment stands: one topic each, so that nothing is said twice."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sessions.fragments import Fragment
from sessions.guides.model import Guide, Module
from sessions.placing import leans, topic_in

MOST_SUGGESTED = 3
"""Suggestions that a topic shows at most: the strongest. All of them are in the transcript."""


@dataclass(frozen=True)
class Placed:
    """A fragment under a topic, and whether it leans on the one that was said before it.

    A mere suggestion carries the words that caused it in ``because``, and how strong they are.
    """

    fragment: Fragment
    topic: str
    suggested: bool = False
    because: tuple[str, ...] = ()
    score: float = 1.0
    leans: bool = False


def place(guide: Guide, module: Module, fragments: Iterable[Fragment]) -> tuple[Placed, ...]:
    """Each usable fragment that this module may use, under one of its topics, in order of speaking.

    It stands under the topic that it counts for. What another module's question brought up is placed
    where a person accepted it, and else only suggested, if it can be read on its own and is among the
    strongest.
    """
    slugs = {topic.slug for topic in module.topics}
    told = in_order(fragments)
    pairs = ((b, f) for b, f in zip([None, *told], told, strict=False) if _concerns(f, slugs))
    placed = [p for before, f in pairs if (p := _placed(module, f, leans(guide, before, f)))]
    weak = _weak(placed)
    return tuple(p for at, p in enumerate(placed) if at not in weak)


def _concerns(fragment: Fragment, slugs: set[str]) -> bool:
    """Whether it may stand under one of ``slugs`` at all: of a whole programme few do."""
    named = (*fragment.topics, *(tag.topic for tag in fragment.tags))
    return not slugs.isdisjoint(named) and fragment.usable


def in_order(fragments: Iterable[Fragment]) -> list[Fragment]:
    """``fragments`` by expert, sitting, answer, clip and position."""
    return sorted(fragments, key=spoken_order)


def spoken_order(fragment: Fragment) -> tuple[int, str, int, int, int, int]:
    """The place of a fragment among all: expert, sitting, answer, take, position."""
    code, clip = fragment.expert.code, fragment.clip
    moment = (fragment.session.number, fragment.answer.number, clip.number if clip else 0)
    return (len(code), code, *moment, fragment.segment.position)


def _placed(module: Module, fragment: Fragment, leaning: bool) -> Placed | None:
    if topic := topic_in(module, fragment):
        return Placed(fragment, topic, leans=leaning)
    slugs = {topic.slug for topic in module.topics}
    suggestions = [tag for tag in fragment.suggestions if tag.topic in slugs]
    best = max(suggestions, key=lambda t: (t.score, len(t.because)), default=None)
    if best is None or leaning:
        return None
    return Placed(fragment, best.topic, True, fragment.causes(best), best.score)


def _weak(placed: Sequence[Placed]) -> set[int]:
    """The places of the suggestions that are not among the strongest of their topic."""
    by_topic: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(placed):
        if one.suggested:
            by_topic[one.topic].append(at)
    ranked = (sorted(places, key=lambda at: -placed[at].score) for places in by_topic.values())
    return {at for places in ranked for at in places[MOST_SUGGESTED:]}

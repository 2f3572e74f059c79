"""Under which topic of a module a fragment stands: one topic each, so that nothing is said twice."""

from collections.abc import Iterable
from dataclasses import dataclass

from sessions.fragments import Fragment
from sessions.guides.model import Module
from sessions.placing import topic_in


@dataclass(frozen=True)
class Placed:
    """A fragment under a topic. A mere suggestion carries the words that caused it in ``because``."""

    fragment: Fragment
    topic: str
    suggested: bool = False
    because: tuple[str, ...] = ()


def place(module: Module, fragments: Iterable[Fragment]) -> tuple[Placed, ...]:
    """Each usable fragment that this module may use, under one of its topics, in order of speaking.

    It stands under the topic that it counts for. What another module's question brought up is placed
    where a person accepted it, and else only suggested.
    """
    placed = (_placed(module, fragment) for fragment in in_order(fragments) if fragment.usable)
    return tuple(one for one in placed if one)


def in_order(fragments: Iterable[Fragment]) -> list[Fragment]:
    """``fragments`` by expert, sitting, answer, clip and position."""
    return sorted(fragments, key=_spoken)


def _spoken(fragment: Fragment) -> tuple[int, str, int, int, int, int]:
    code, clip = fragment.expert.code, fragment.clip
    moment = (fragment.session.number, fragment.answer.number, clip.number if clip else 0)
    return (len(code), code, *moment, fragment.segment.position)


def _placed(module: Module, fragment: Fragment) -> Placed | None:
    if topic := topic_in(module, fragment):
        return Placed(fragment, topic)
    slugs = {topic.slug for topic in module.topics}
    suggestions = [tag for tag in fragment.suggestions if tag.topic in slugs]
    best = max(suggestions, key=lambda t: (t.score, len(t.because)), default=None)
    return Placed(fragment, best.topic, True, fragment.causes(best)) if best else None

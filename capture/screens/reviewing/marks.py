"""The topics of a fragment in the order of their digits, and what each of them stands for."""

from dataclasses import dataclass
from enum import StrEnum

from sessions.fragments import Fragment, by_person
from sessions.transcript import Tag, TagOrigin


class Mark(StrEnum):
    """Who says that it is about a topic: a person, only a suggestion, nobody (rejected), or the question."""

    GIVEN = "●"
    SUGGESTED = "○"
    REJECTED = "×"
    ASKED = "·"


@dataclass(frozen=True)
class Marked:
    """A topic of a fragment; ``because`` are the words that suggested it, ``counts`` whether it is filed there."""

    topic: str
    mark: Mark
    because: tuple[str, ...] = ()
    counts: bool = False


def marked(fragment: Fragment) -> list[Marked]:
    """The topics of a fragment: those of the question, then the others as they came.

    What is decided about one leaves the order as it is: the digits stay what they were.
    """
    asked = {topic: place for place, topic in enumerate(fragment.question.topics)}
    tags = sorted(fragment.tags, key=lambda tag: (asked.get(tag.topic, len(asked)), tag.id))
    return [one for tag in tags if (one := _marked(fragment, tag))]


def _marked(fragment: Fragment, tag: Tag) -> Marked | None:
    """Nothing for a suggestion of which the words are gone."""
    causes, counts = fragment.causes(tag), tag.topic in fragment.topics
    if tag.accepted is False:
        return Marked(tag.topic, Mark.REJECTED)
    if by_person(tag):
        return Marked(tag.topic, Mark.GIVEN, counts=counts)
    if tag in fragment.suggestions:
        return Marked(tag.topic, Mark.SUGGESTED, causes)
    if tag.origin is TagOrigin.QUESTION:
        return Marked(tag.topic, Mark.ASKED, causes, counts)
    return None


def first_suggested(fragment: Fragment) -> str | None:
    """The topic that was suggested first and that nobody decided on."""
    return next((m.topic for m in marked(fragment) if m.mark is Mark.SUGGESTED), None)


def next_doubt(
    doubts: list[tuple[int, list[tuple[int, int]]]], here: int | None, after: int
) -> tuple[int, tuple[int, int]] | None:
    """The next doubtful word: of ``doubts`` (fragment, its places) the first behind character ``after`` of
    fragment ``here``, then in the fragments that follow; after the last comes the first."""
    ids = [id_ for id_, _places in doubts]
    at = ids.index(here) if here in ids else 0
    turned = [*doubts[at:], *doubts[:at]]
    if turned and turned[0][0] == here:
        rest = [p for p in turned[0][1] if p[0] >= after]
        turned = [(turned[0][0], rest), *turned[1:], turned[0]]
    return next(((id_, places[0]) for id_, places in turned if places), None)

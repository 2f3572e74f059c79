"""What the expert said on a topic so far, to tell it back to them: their own sentences."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain, zip_longest

from sessions.facets import COVERED, Facet
from sessions.fragments import Fragment, by_person
from sessions.guides.model import Guide, Question
from sessions.placing import opens_with
from sessions.transcript import Doubt

_ORDER: tuple[Facet | None, ...] = (Facet.STEP, Facet.KEY_POINT, *COVERED, Facet.VALUE, None)
"""In which order the facets take turns; what shows none comes last."""


def told_so_far(
    guide: Guide, question: Question, fragments: Iterable[Fragment], most: int = 12
) -> list[Fragment]:
    """At most ``most`` sentences on the topics of ``question``: the steps, then the rest, as they were said.

    ``fragments`` are those of one expert, of this conversation and earlier ones, settled. Each facet gets
    its share, what is most clearly about the topics first. What the machine doubts is left out, and so
    is what was said to this very question.
    """
    told = [f for f in fragments if _counts(f, question)]
    shares: dict[Facet | None, list[Fragment]] = defaultdict(list)
    for fragment in sorted(told, key=lambda f: (-_clarity(guide, question, f), _moment(f))):
        shares[fragment.facet].append(fragment)
    turns = chain.from_iterable(zip_longest(*(shares[facet] for facet in _ORDER)))
    chosen = [fragment for fragment in turns if fragment][: max(0, most)]
    return sorted(chosen, key=lambda f: (f.facet is not Facet.STEP, _moment(f)))


def _counts(fragment: Fragment, question: Question) -> bool:
    about = fragment.usable and not set(fragment.topics).isdisjoint(question.topics)
    return about and fragment.segment.doubt is Doubt.NONE and fragment.question.id != question.id


def _clarity(guide: Guide, question: Question, fragment: Fragment) -> float:
    """How clearly it is about the topics, 0 to 1. What leans on another sentence says little by itself;
    a step does not lean: "daarna" is what makes it one."""
    if fragment.facet is not Facet.STEP and opens_with(fragment.segment.text, guide.leaning):
        return 0.0
    tags = [t for t in fragment.tags if t.topic in question.topics and t.accepted is not False]
    return max((1.0 if by_person(tag) else tag.score for tag in tags), default=0.0)


def _moment(fragment: Fragment) -> tuple[int, int, int, int]:
    """Where it comes in order of speaking."""
    take = fragment.clip.number if fragment.clip else 0
    return fragment.session.number, fragment.answer.number, take, fragment.segment.position

"""Under which facet each statement stands, and which belong to a step."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from exports.draft.statements import Told
from sessions.facets import Facet
from sessions.guides.model import QuestionKind
from sessions.placing import is_story, next_to

PROCEDURES = (QuestionKind.TASK_DIAGRAM, QuestionKind.TEACH_BACK)
"""Kinds of questions that ask for the steps of a task."""

_BESIDE_STEP = (Facet.KEY_POINT, Facet.REASON)
_ACTED_ON = (Facet.SIGNAL, Facet.CHECK)


@dataclass(frozen=True)
class Standing:
    """A statement with the facet under which it stands.

    ``beside_step`` tells that it is what makes or breaks the step that was told just before it, or why.
    """

    told: Told
    facet: Facet | None
    beside_step: bool = False

    @property
    def of_step(self) -> bool:
        """Whether it is a step, or stands in the row of one."""
        return self.facet is Facet.STEP or self.beside_step


def standing(told: Iterable[Told]) -> list[Standing]:
    """``told``, in order of speaking, each with the facet under which it stands.

    A story is one example. What leans on what was said before it stands with that, unless a person named
    its facet; but a step of a task is a step although it begins with "then". A key point or a reason that
    was said straight after a step, or after what belongs to one, belongs to that step. What shows no facet
    straight after a signal or a check is what is done about it, and stands with it.
    """
    stand: list[Standing] = []
    for one in told:
        last = stand[-1] if stand else None
        before = last if last and next_to(last.told.fragment, one.fragment) else None
        facet = _facet(before, one)
        stand.append(Standing(one, facet, bool(before and before.of_step and facet in _BESIDE_STEP)))
    return stand


def kept_whole(told: Iterable[Told]) -> frozenset[int]:
    """The ids of the fragments that tell a story or the steps of a task: folded away, they would leave a hole."""
    by_topic: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_topic[one.topic].append(one)
    stand = (one for topic in by_topic.values() for one in standing(topic))
    return frozenset(
        one.told.fragment.segment.id for one in stand if one.of_step or is_story(one.told.fragment)
    )


def _facet(before: Standing | None, one: Told) -> Facet | None:
    own = one.statement.facet
    if is_story(one.fragment):
        return Facet.EXAMPLE
    if before is None or one.fragment.facet_settled:
        return own
    if not one.statement.leans:
        return before.facet if own is None and before.facet in _ACTED_ON else own
    if own is Facet.STEP and (before.of_step or one.fragment.question.kind in PROCEDURES):
        return own
    if before.of_step and own in _BESIDE_STEP:
        return own
    return Facet.KEY_POINT if before.facet is Facet.STEP else before.facet

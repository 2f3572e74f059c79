"""Folding: what several experts say in nearly the same words stands once, with all its sources."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from rapidfuzz import fuzz, process

from exports.draft.likeness import Gist, alike, gist
from exports.draft.statements import Told
from sessions.guides.model import QuestionKind
from sessions.placing import is_story, next_to
from sessions.release import Approved
from sessions.transcript import Doubt

LIKELY = 65.0
"""Below this likeness of their sorted words (rapidfuzz ratio, 0 to 100) two statements are not even compared."""

_STEPS = (QuestionKind.TASK_DIAGRAM, QuestionKind.TEACH_BACK)


def fold(told: Sequence[Told], apart: Collection[int]) -> tuple[Told, ...]:
    """``told`` with nearly equal statements of one topic as one; the ids in ``apart`` stay by themselves.

    The first one that its expert agreed to stays, else the first that is clear; the others become its sources.
    What leans on another, a story and what a person set apart never folds. Something that another leans on stays
    where it is, so that is what stays.
    """
    leaned_on = set(_leaned_on(told))
    standing = dict(_groups(told, apart, leaned_on))
    gone = {at for members in standing.values() for at in members} - standing.keys()
    return tuple(
        _with_others(told, at, standing[at]) if at in standing else one
        for at, one in enumerate(told)
        if at not in gone
    )


def _leaned_on(told: Sequence[Told]) -> Iterator[int]:
    for at in range(1, len(told)):
        if told[at].statement.leans and next_to(told[at - 1].fragment, told[at].fragment):
            yield at - 1


def _groups(
    told: Sequence[Told], apart: Collection[int], leaned_on: Collection[int]
) -> Iterator[tuple[int, list[int]]]:
    """The groups of statements that are one, each with the one that stays."""
    by_kind: dict[object, list[int]] = defaultdict(list)
    gists: dict[int, Gist] = {}
    for at, one in enumerate(told):
        if not (one.statement.leans or is_story(one.fragment) or one.fragment.segment.id in apart):
            said = gists[at] = gist(one.statement.text, one.fragment.transcript.language)
            by_kind[one.topic, said.numbers, one.suggested, one.fragment.transcript.language].append(at)
    for places in by_kind.values():
        for group in _alike(told, places, gists, leaned_on):
            yield min(group, key=lambda at: (at not in leaned_on, *_merit(told[at]), at)), sorted(group)


def _merit(told: Told) -> tuple[bool, bool]:
    statement = told.statement
    return statement.approved is not Approved.AS_IT_IS, statement.doubt is not Doubt.NONE


def _alike(
    told: Sequence[Told], places: Sequence[int], gists: Mapping[int, Gist], leaned_on: Collection[int]
) -> Iterator[list[int]]:
    """The groups of two and more in which each is like each other one."""
    groups = {at: _Group.of(told[at], gists[at], at, leaned_on) for at in places}
    for one, other in _likely([gists[at].key for at in places]):
        group, alone = groups[places[one]], groups[places[other]]
        if len(alone.members) == 1 and alone is not group and group.takes(alone):
            group.add(alone)
            groups[places[other]] = group
    together = {id(group): group for group in groups.values() if len(group.members) > 1}
    return (group.members for group in together.values())


@dataclass
class _Group:
    """Statements that are one: where they stand, what they say in different words, and of which answers they are
    steps. ``leaned_on`` tells that something leans on one of them."""

    members: list[int]
    gists: dict[tuple[str, ...], Gist]
    steps: set[int]
    leaned_on: bool

    @classmethod
    def of(cls, told: Told, said: Gist, at: int, leaned_on: Collection[int]) -> "_Group":
        steps = {told.fragment.answer.id} if told.fragment.question.kind in _STEPS else set()
        return cls([at], {said.plain: said}, steps, at in leaned_on)

    def takes(self, other: "_Group") -> bool:
        """Whether all of both are alike. Two steps of one answer are two steps, and only one can stay where
        something leans on it."""
        if (self.leaned_on and other.leaned_on) or not self.steps.isdisjoint(other.steps):
            return False
        return all(alike(one, said) for one in self.gists.values() for said in other.gists.values())

    def add(self, other: "_Group") -> None:
        self.members += other.members
        self.gists |= other.gists
        self.steps |= other.steps
        self.leaned_on |= other.leaned_on


def _likely(keys: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The pairs that may be alike, in order of the first and then of the second."""
    if len(keys) < 2:
        return
    scores = process.cdist(keys, keys, scorer=fuzz.ratio, score_cutoff=LIKELY, dtype=np.uint8)
    for one, others in enumerate(np.triu(scores, 1)):
        for other in np.flatnonzero(others).tolist():
            yield one, other


def _with_others(told: Sequence[Told], stays: int, members: Sequence[int]) -> Told:
    kept = told[stays].statement
    others = (source for at in members if at != stays for source in told[at].statement.sources)
    return replace(told[stays], statement=replace(kept, also=(*kept.also, *others)))

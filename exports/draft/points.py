"""The points that experts talk about: which of their statements are about one thing, and how those compare."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from exports.draft.aspects import Aspects, aspects
from exports.draft.contrast import LOOSE, Because, contrast
from exports.draft.likeness import alike, gist
from exports.draft.statements import Basis, Told
from exports.draft.subjects import Subjects
from sessions.facets import Facet
from sessions.placing import is_story, next_to

NEAREST = 40
"""With how many statements of others, those that share most with it, each one is compared."""

ELSEWHERE = 0.75
"""What statements under two topics must share (0 to 1) to be compared at all."""


@dataclass(frozen=True)
class Edge:
    """Two statements on one point: ``because`` is None where they say the same."""

    one: int
    other: int
    score: float
    because: Because | None


class Said:
    """All statements of a module, and how each pair of them compares."""

    def __init__(self, basis: Basis) -> None:
        self.told = basis.unfolded
        gists = [gist(t.statement.text, t.fragment.transcript.language) for t in self.told]
        self.subjects = Subjects(gists, basis.guide)
        self.aspects = [self._aspects(at, basis.guide.conditions) for at in range(len(gists))]

    def _aspects(self, at: int, conditions: Sequence[str]) -> Aspects:
        slip = self.told[at].statement.facet is Facet.ERROR
        return aspects(at, self.subjects, conditions, slip=slip)

    def edge(self, one: int, other: int, score: float) -> Edge | None:
        """How two statements compare, if they are on one point; what leans can differ, but not say the same."""
        if alike(self.subjects.gists[one], self.subjects.gists[other]):
            leans = self.told[one].statement.leans or self.told[other].statement.leans
            return None if leans else Edge(one, other, score + 1, None)
        if self.told[one].topic != self.told[other].topic and score < ELSEWHERE:
            return None
        because = contrast(self.aspects[one], self.aspects[other], self.subjects)
        return Edge(one, other, score, because) if because else None


def edges_between(said: Said, places: Sequence[int]) -> Iterator[Edge]:
    """The pairs of different experts that are on one point; a story is nobody else's."""
    places = [at for at in places if not is_story(said.told[at].fragment)]
    if not places:
        return
    scores = said.subjects.scores(places)
    who = np.array([said.told[at].fragment.expert.id for at in places])
    scores[who[:, None] == who] = 0.0
    seen: set[tuple[int, int]] = set()
    for row, at in enumerate(places):
        nearest = np.argsort(-scores[row], kind="stable")[:NEAREST]
        for column in nearest[scores[row][nearest] > 0]:
            pair = (min(at, places[column]), max(at, places[column]))
            if pair not in seen:
                seen.add(pair)
                if edge := said.edge(*pair, float(scores[row, column])):
                    yield edge


def points_of(told: Sequence[Told], edges: Sequence[Edge]) -> list[set[int]]:
    """The points that are talked about: what is linked is on one, if most of what stands there is linked too."""
    linked: dict[int, set[int]] = defaultdict(set)
    for edge in edges:
        linked[edge.one].add(edge.other)
        linked[edge.other].add(edge.one)
    home = {at: {at} for at in linked}
    refused: set[tuple[int, int, int, int]] = set()
    for edge in edges:
        one, other = home[edge.one], home[edge.other]
        pair = (min(one), len(one), min(other), len(other))
        if one is other or pair in refused:
            continue
        if _on_one_point(told, one, other, linked):
            one |= other
            home.update(dict.fromkeys(other, one))
        else:
            refused.add(pair)
    return [point for at, point in home.items() if len(point) > 1 and at == min(point)]


def _on_one_point(
    told: Sequence[Told], one: set[int], other: set[int], linked: Mapping[int, set[int]]
) -> bool:
    """Whether at least half of what different experts say on the one is linked with the other."""
    pairs = [(a, b) for a in one for b in other if told[a].fragment.expert.id != told[b].fragment.expert.id]
    return 2 * sum(b in linked[a] for a, b in pairs) >= len(pairs) > 0


def take_along(said: Said, units: Mapping[int, Sequence[int]], points: Sequence[set[int]]) -> None:
    """What the same expert says about the point straight after it: "een brugje nooit. Ik neem een magneet"."""
    taken = {at for point in points for at in point}
    order = list(units)
    for before, at in pairwise(order):
        if at in taken or not next_to(said.told[units[before][-1]].fragment, said.told[at].fragment):
            continue
        for point in points:
            if before in point and _answers_to(said, before, at, point):
                point.add(at)
                taken.add(at)


def _answers_to(said: Said, before: int, at: int, point: Iterable[int]) -> bool:
    """Whether it is what is done instead of what was denied, or about the kind that another expert named."""
    who = said.told[at].fragment.expert.id
    others = [other for other in point if said.told[other].fragment.expert.id != who]
    kinds = {kind.key for kind in said.aspects[at].kinds}
    if any(kind.key in kinds for other in others for kind in said.aspects[other].kinds):
        return True
    shared = [said.subjects.shared(at, other) for other in others]
    on_it = any(s.score >= LOOSE and not s.keys.isdisjoint(said.subjects.rare) for s in shared)
    return on_it and bool(said.aspects[before].rarely)

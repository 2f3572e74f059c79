"""Where experts agree and where they do not: their answers on one question beside each other, in their own words.

Nothing is averaged and nothing concluded: a row shows what was said, the words in which it differs, and under which
conditions each of them said it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from exports.draft.model import Comparison, ComparisonRow, Position, Verdict, Voice
from exports.draft.points import Edge, Said, edges_between, points_of, take_along
from exports.draft.statements import Basis, Told
from sessions.placing import next_to
from sessions.transcript import Value

MOST_ABOUT = 3
"""Words that say what a row is about, at most; chosen."""


def comparisons(basis: Basis) -> tuple[Comparison, ...]:
    """For each question that several experts answered, in the order of the guide: their answers by point.

    First what differs, then what they agree on, then all else, so that the answers stand there whole. Where nothing
    differs and nothing is agreed on there is nothing to compare: the answers stand under their topics.
    """
    answers: dict[str, list[int]] = defaultdict(list)
    for at, told in enumerate(basis.unfolded):
        answers[told.fragment.question.id].append(at)
    asked = [q for q in basis.module.questions if len(_experts(basis.unfolded, answers[q.id])) > 1]
    if not asked:
        return ()
    said, values = Said(basis), _complete(basis.material.values)
    made = (
        Comparison(q.id, q.text, _voices(said.told, answers[q.id]), _rows(said, answers[q.id], values, basis))
        for q in asked
    )
    return tuple(one for one in made if any(row.verdict is not Verdict.BESIDE for row in one.rows))


def _experts(told: Sequence[Told], places: Iterable[int]) -> set[int]:
    return {told[at].fragment.expert.id for at in places}


def _voices(told: Sequence[Told], places: Iterable[int]) -> tuple[Voice, ...]:
    return tuple(dict.fromkeys(told[at].statement.source.voice for at in places))


def _complete(values: Iterable[Value]) -> dict[int, list[Value]]:
    found: dict[int, list[Value]] = defaultdict(list)
    for value in values:
        if value.complete and not value.dismissed:
            found[value.segment_id].append(value)
    return found


def _rows(
    said: Said, answer: Sequence[int], values: Mapping[int, Sequence[Value]], basis: Basis
) -> tuple[ComparisonRow, ...]:
    units = _with_what_leans(said.told, answer)
    heads = {at: head for head, places in units.items() for at in places}
    found = (replace(e, one=heads[e.one], other=heads[e.other]) for e in edges_between(said, answer))
    edges = sorted(found, key=lambda e: (-e.score, e.one, e.other))
    points = points_of(said.told, edges)
    take_along(said, units, points)
    taken = {at for point in points for at in point}
    rest = [at for at in units if at not in taken]
    within = _by_point(points, edges)
    rows = [_row(said, sorted(p), within[min(p)], units, values, basis) for p in sorted(points, key=min)]
    order = [Verdict.DIFFER, Verdict.AGREE]
    rows.sort(key=lambda row: order.index(row.verdict))
    if rest:
        rows.append(ComparisonRow(Verdict.BESIDE, _positions(said, rest, units, values, basis)))
    return tuple(rows)


def _with_what_leans(told: Sequence[Told], answer: Iterable[int]) -> dict[int, list[int]]:
    """The statements that stand on their own, each with those that lean on it."""
    units: dict[int, list[int]] = {}
    before: int | None = None
    for at in answer:
        leans = told[at].statement.leans and before is not None
        if leans and units and next_to(told[before or 0].fragment, told[at].fragment):
            units[next(reversed(units))].append(at)
        else:
            units[at] = [at]
        before = at
    return units


def _by_point(points: Iterable[set[int]], edges: Iterable[Edge]) -> dict[int, list[Edge]]:
    """The edges inside each point, by the first statement of it."""
    first = {at: min(point) for point in points for at in point}
    found: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge.one in first and first[edge.one] == first.get(edge.other):
            found[first[edge.one]].append(edge)
    return found


def _row(
    said: Said,
    point: Sequence[int],
    edges: Sequence[Edge],
    units: Mapping[int, Sequence[int]],
    values: Mapping[int, Sequence[Value]],
    basis: Basis,
) -> ComparisonRow:
    words: dict[int, list[str]] = defaultdict(list)
    for edge in edges:
        for at, because in zip((edge.one, edge.other), edge.because or (), strict=False):
            words[at].append(because)
    told = dict.fromkeys(word for at in sorted(words) for word in words[at] if word)
    verdict = Verdict.DIFFER if words else Verdict.AGREE
    about = tuple(_about(said, point, edges))
    return ComparisonRow(verdict, _positions(said, point, units, values, basis), tuple(told), about)


def _about(said: Said, point: Sequence[int], edges: Iterable[Edge]) -> Iterator[str]:
    """What most pairs share, in the words of the first who says it: terms, else what few statements have."""
    pairs = list(edges)
    found = Counter(key for e in pairs for key in said.subjects.shared(e.one, e.other).keys)
    keys = {key for key, times in found.items() if 2 * times >= len(pairs)}
    telling = {key for key in keys if said.subjects.is_term(key)} or keys & said.subjects.rare
    first: dict[str, str] = {}
    for key, words in (one for at in point for one in said.subjects.literal(at)):
        if key in telling:
            first.setdefault(key, words)
    return islice(dict.fromkeys(first.values()), MOST_ABOUT)


def _positions(
    said: Said,
    point: Iterable[int],
    units: Mapping[int, Sequence[int]],
    values: Mapping[int, Sequence[Value]],
    basis: Basis,
) -> tuple[Position, ...]:
    by_voice: dict[Voice, list[int]] = defaultdict(list)
    for at in point:
        by_voice[said.told[at].statement.source.voice].extend(units[at])
    return tuple(
        Position(
            voice,
            tuple(said.told[at].statement for at in places),
            tuple(dict.fromkeys(c for at in places for c in _conditions(said, at, values, basis) if c)),
        )
        for voice, places in by_voice.items()
    )


def _conditions(said: Said, at: int, values: Mapping[int, Sequence[Value]], basis: Basis) -> Iterator[str]:
    """The machine, the materials that are named, and what is known of each complete value."""
    fragment = said.told[at].fragment
    yield fragment.session.machine
    found = said.subjects.gists[at]
    for here in said.subjects.terms[at]:
        if here.term.category in basis.guide.conditions:
            yield found.text[found.said[here.start].start : found.said[here.stop - 1].end]
    for value in values.get(fragment.segment.id, ()):
        yield from (value.material, value.height, value.electrode, value.cut)

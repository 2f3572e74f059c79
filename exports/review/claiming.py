"""Which fragments stand in which lines: by their bookmarks, and where those are gone or wrong, by their words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from rapidfuzz import fuzz

from exports.review.lines import Kind, Line, Zone
from exports.review.sent import Sent
from exports.review.typed import in_common
from sessions.received import Placed

ALIKE = 60
"""The rapidfuzz ratio, over words, from which a line without a bookmark holds a fragment of six words or more.
Measured on 8,000 pairs of spoken Dutch (benchmarks/word_round_trip.py, --likeness)."""
ALIKE_SHORT = 75
LONG, FEWEST = 6, 3
WRITTEN_ANEW = 0.3
"""The share of a fragment's words under its bookmark below which it is looked for elsewhere."""
MOST_IN_TURN = 8
COVERED = 0.4
"""The share of a line that must be known from fragments; else it is a new paragraph in which they are quoted."""


@dataclass(frozen=True)
class Claim:
    """A fragment that stands in a line (its number), from about the word ``start`` up to ``end``."""

    fragment: int
    line: int
    start: int
    end: int
    placed: Placed = Placed.MARK


@dataclass(frozen=True)
class _Needle:
    """Words of a fragment that are looked for; they begin at its word ``offset``. ``whole`` where it is all of it."""

    sent: Sent
    keys: tuple[str, ...]
    offset: int
    whole: bool


@dataclass(frozen=True)
class _Match:
    """A needle and a line that are alike: which words of both, and how many of them are the same."""

    needle: _Needle
    line: Line
    in_needle: tuple[int, int]
    in_line: tuple[int, int]
    score: float
    near: bool

    @property
    def rank(self) -> tuple[bool, float, int, int]:
        """Better first: in its own answer, with more words the same, then in the order of the file."""
        equal = self.score * (self.in_line[1] - self.in_line[0])
        return (not self.near, -equal, self.needle.sent.order, self.line.at)


def claims(lines: Sequence[Line], fragments: Mapping[int, Sent]) -> tuple[Claim, ...]:
    """Where each fragment that is still there stands; one in several lines where its paragraph was split."""
    marked = _by_mark(lines, fragments)
    needles = list(_missing(lines, fragments, marked))
    found = _by_text(lines, fragments, marked, needles)
    moved = {claim.fragment for claim in found} & {needle.sent.id for needle in needles if needle.whole}
    both = [claim for claim in marked if claim.fragment not in moved] + found
    both += _in_turn(lines, fragments, both)
    both += _between(lines, fragments, both)
    return tuple(sorted(both, key=lambda claim: (claim.line, claim.start, claim.end, claim.fragment)))


def _by_mark(lines: Sequence[Line], fragments: Mapping[int, Sent]) -> list[Claim]:
    claims = [
        Claim(mark, line.at, *_held(line, mark)) for line in lines for mark in line.marks if mark in fragments
    ]
    places: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        places[claim.fragment].append(claim)
    at = {line.at: line for line in lines}
    return [c for c in claims if not _only_runs_on(c, places[c.fragment], at, fragments)]


def _held(line: Line, mark: int) -> tuple[int, int]:
    """The words in a bookmark; of an empty one where it stands is unknown: after those of the marks before it."""
    held = [at for at, word in enumerate(line.words) if mark in word.held]
    if held:
        return held[0], held[-1] + 1
    before = line.marks[: line.marks.index(mark)]
    place = max((at + 1 for at, word in enumerate(line.words) if set(word.held) & set(before)), default=0)
    return place, place


def _only_runs_on(
    claim: Claim, all_of_it: Sequence[Claim], lines: Mapping[int, Line], fragments: Mapping[int, Sent]
) -> bool:
    """Whether a bookmark runs on over a line in which nothing of its fragment stands, which is elsewhere."""
    if len(all_of_it) < 2:
        return False
    wanted = fragments[claim.fragment].keys
    elsewhere = sum(in_common(wanted, _under(lines[c.line], c)) for c in all_of_it if c.line != claim.line)
    return not in_common(wanted, _under(lines[claim.line], claim)) and elsewhere >= 0.7 * len(wanted)


def _under(line: Line, claim: Claim) -> tuple[str, ...]:
    """The words under a bookmark; those of the line where it is empty."""
    return line.keys[claim.start : claim.end] or line.keys


def _missing(
    lines: Sequence[Line], fragments: Mapping[int, Sent], marked: Sequence[Claim]
) -> Iterator[_Needle]:
    """What of the fragments does not stand under their bookmarks."""
    at = {line.at: line for line in lines}
    under: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    for claim in marked:
        under[claim.fragment] += _under(at[claim.line], claim)
    for sent in fragments.values():
        here = in_common(sent.keys, under[sent.id])
        if not sent.keys or here == len(sent.keys):
            continue
        if here < WRITTEN_ANEW * len(sent.keys):
            yield _Needle(sent, sent.keys, 0, True)
        else:
            yield from _ends_missing(sent, under[sent.id])


def _ends_missing(sent: Sent, under: tuple[str, ...]) -> Iterator[_Needle]:
    """What is missing before the first and after the last stretch that is there."""
    blocks = SequenceMatcher(None, sent.keys, under, autojunk=False).get_matching_blocks()[:-1]
    if not blocks:
        return
    first, last = blocks[0].a, blocks[-1].a + blocks[-1].size
    if first:
        yield _Needle(sent, sent.keys[:first], 0, False)
    if last < len(sent.keys):
        yield _Needle(sent, sent.keys[last:], last, False)


def _by_text(
    lines: Sequence[Line], fragments: Mapping[int, Sent], marked: Sequence[Claim], needles: Sequence[_Needle]
) -> list[Claim]:
    lost = {needle.sent.id for needle in needles if needle.whole}
    sound = [claim for claim in marked if claim.fragment not in lost]
    matches = [m for line in lines for m in _matches(line, sound, needles)]
    taken = _greedy(matches)
    covered = _covered(lines, sound, taken)
    return [
        Claim(m.needle.sent.id, m.line.at, *m.in_line, Placed.TEXT) for m in taken if m.line.at in covered
    ]


def _matches(line: Line, sound: Sequence[Claim], needles: Sequence[_Needle]) -> Iterator[_Match]:
    """All that a line has in common with what is looked for, outside the bookmarks that are right."""
    held = {claim.fragment for claim in sound if claim.line == line.at}
    free = [at for at, word in enumerate(line.words) if not held & set(word.held)]
    keys = [line.words[at].key for at in free]
    for needle in needles if keys else ():
        near = needle.sent.answer == line.answer and line.zone is Zone.TEXT
        alike = _alike(needle.keys, keys) if near or len(needle.keys) >= FEWEST else None
        if alike:
            score, here, there = alike
            span = (free[there[0]], free[there[1] - 1] + 1)
            yield _Match(needle, line, here, span, score, near)


def _alike(
    wanted: Sequence[str], here: Sequence[str]
) -> tuple[float, tuple[int, int], tuple[int, int]] | None:
    """How much, from 0 to 100, and which words of both."""
    fewest = min(len(wanted), len(here))
    if fewest < FEWEST:
        return (100.0, (0, len(wanted)), (0, len(here))) if list(wanted) == list(here) else None
    least = ALIKE if fewest >= LONG else ALIKE_SHORT
    found = fuzz.partial_ratio_alignment(wanted, here, score_cutoff=least)
    if found is None or found.src_end == found.src_start or found.dest_end == found.dest_start:
        return None
    return found.score, (found.src_start, found.src_end), (found.dest_start, found.dest_end)


def _greedy(matches: Sequence[_Match]) -> list[_Match]:
    """The best matches, of which no two are about the same words."""
    taken: list[_Match] = []
    for match in sorted(matches, key=lambda m: m.rank):
        if not any(_clash(match, other) for other in taken):
            taken.append(match)
    return taken


def _clash(one: _Match, other: _Match) -> bool:
    if one.line.at == other.line.at and _overlap(one.in_line, other.in_line):
        return True
    same = one.needle.sent.id == other.needle.sent.id
    return same and (
        one.line.at == other.line.at
        or _overlap(
            (one.needle.offset + one.in_needle[0], one.needle.offset + one.in_needle[1]),
            (other.needle.offset + other.in_needle[0], other.needle.offset + other.in_needle[1]),
        )
    )


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches share more than a third of the shorter one."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared * 3 > min(one[1] - one[0], other[1] - other[0])


def _covered(lines: Sequence[Line], sound: Sequence[Claim], taken: Sequence[_Match]) -> set[int]:
    """The lines of which enough is known, or of which the bookmarks are right."""
    marked = {claim.line for claim in sound}
    known: defaultdict[int, float] = defaultdict(float)
    for match in taken:
        known[match.line.at] += match.score / 100 * (match.in_line[1] - match.in_line[0])
    return {
        line.at for line in lines if line.at in marked or known[line.at] >= COVERED * max(1, len(line.words))
    }


def _in_turn(lines: Sequence[Line], fragments: Mapping[int, Sent], known: Sequence[Claim]) -> list[Claim]:
    """The lines without any fragment that say what is wanted between those before and after them: short words, each
    of which might stand anywhere."""
    placed, found = {claim.fragment for claim in known}, list[Claim]()
    known_lines = {claim.line for claim in known}
    for line in lines:
        if line.words and line.kind is Kind.TEXT and line.zone is Zone.TEXT and line.at not in known_lines:
            wanted = _wanted_before_next(line, lines, fragments, [*known, *found])
            run = _best_run(line, [sent for sent in wanted if sent.id not in placed])
            found += _one_after_another(line, run)
            placed |= {sent.id for sent in run}
    return found


def _wanted_before_next(
    line: Line, lines: Sequence[Line], fragments: Mapping[int, Sent], known: Sequence[Claim]
) -> list[Sent]:
    """The fragments of the answer between the last that stands before a line and the first after it."""
    here = [c for c in known if fragments[c.fragment].answer == lines[c.line].answer == line.answer]
    low = max((fragments[c.fragment].order for c in here if c.line < line.at), default=-1)
    high = min((fragments[c.fragment].order for c in here if c.line > line.at), default=len(fragments))
    return [s for s in fragments.values() if s.answer == line.answer and low < s.order < high and s.keys]


def _best_run(line: Line, wanted: Sequence[Sent]) -> Sequence[Sent]:
    """Those that together are most like a line; none where no few of them are."""
    runs = [wanted[i:k] for i in range(len(wanted)) for k in range(i + 1, min(i + MOST_IN_TURN, len(wanted)) + 1)]
    alike = [(fuzz.ratio([key for sent in run for key in sent.keys], line.keys), run) for run in runs]
    best, run = max(alike, default=(0.0, []), key=lambda one: one[0])
    return run if best >= ALIKE else []


def _one_after_another(line: Line, run: Sequence[Sent]) -> Iterator[Claim]:
    at = 0
    for sent in run:
        yield Claim(sent.id, line.at, at, at + len(sent.keys), Placed.TEXT)
        at += len(sent.keys)


def _between(lines: Sequence[Line], fragments: Mapping[int, Sent], known: Sequence[Claim]) -> list[Claim]:
    """The fragments that must stand in a line because those around them do, and there are words left for them."""
    placed = {claim.fragment for claim in known}
    order = [sent.id for sent in fragments.values()]
    found: list[Claim] = []
    for line in lines:
        here = sorted((c for c in known if c.line == line.at), key=lambda c: c.start)
        if line.kind is Kind.TEXT and here:
            found += [c for c in _gaps(line, here, order, fragments) if c.fragment not in placed]
            placed |= {claim.fragment for claim in found}
    return found


def _gaps(
    line: Line, here: Sequence[Claim], order: Sequence[int], fragments: Mapping[int, Sent]
) -> Iterator[Claim]:
    """What the sheet has between, before and after the fragments of a line, where words in it are nobody's."""
    borders: list[tuple[int, int, int | None, int | None]]
    borders = [(a.end, b.start, a.fragment, b.fragment) for a, b in pairwise(here)]
    if not line.marks or fragments[here[0].fragment].begins is False:
        borders.append((0, here[0].start, None, here[0].fragment))
    if not line.marks or _goes_on_after(here[-1].fragment, order, fragments):
        borders.append((here[-1].end, len(line.words), here[-1].fragment, None))
    for start, end, before, after in borders:
        for number in _sent_between(order, before, after, fragments):
            if start < end and 2 * (end - start) >= len(fragments[number].keys):
                yield Claim(number, line.at, start, end, Placed.POSITION)


def _goes_on_after(number: int, order: Sequence[int], fragments: Mapping[int, Sent]) -> bool:
    """Whether the paragraph in which a fragment was sent went on after it."""
    after = order.index(number) + 1
    return after < len(order) and fragments[order[after]].begins is False


def _sent_between(
    order: Sequence[int], before: int | None, after: int | None, fragments: Mapping[int, Sent]
) -> Sequence[int]:
    """The fragments of one answer between two; the one next to the only one that is given."""
    if before is not None and after is not None:
        i, k = order.index(before), order.index(after)
        return order[i + 1 : k] if k - i < 4 else []
    one = order.index(before if before is not None else after)
    beside = one + 1 if before is not None else one - 1
    if not 0 <= beside < len(order) or fragments[order[beside]].answer != fragments[order[one]].answer:
        return []
    return [order[beside]]

"""Fragments looked for by their words in lines where their bookmark is not, or is wrong."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from exports.review.lines import Line, Zone
from exports.review.sent import Sent
from sessions.received import Placed

ALIKE, LONG = 60, 6
"""The rapidfuzz ratio, over words, from which a line without a bookmark holds a fragment of six words or more. With a
third of its words replaced 99 in 100 reach it; of sentences of 6 to 12 words 1 in 100 are as much like one of 100
others, of longer ones fewer (python -m benchmarks.word_round_trip --likeness)."""
ALIKE_SHORT, FEWEST = 75, 3
"""The same for three words and more; of fewer, all must be there, and nothing else."""
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
class Needle:
    """Words of a fragment that are looked for; they begin at its word ``offset``. ``whole`` where it is all of it."""

    sent: Sent
    keys: tuple[str, ...]
    offset: int
    whole: bool


@dataclass(frozen=True)
class _Match:
    """A needle and a line that are alike: which words of both, and how many of them are the same."""

    needle: Needle
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


def by_text(
    lines: Sequence[Line], fragments: Mapping[int, Sent], marked: Sequence[Claim], needles: Sequence[Needle]
) -> list[Claim]:
    lost = {needle.sent.id for needle in needles if needle.whole}
    sound = [claim for claim in marked if claim.fragment not in lost]
    matches = [m for line in lines for m in _matches(line, sound, needles)]
    taken = _greedy(matches)
    covered = _covered(lines, sound, taken)
    return [
        Claim(m.needle.sent.id, m.line.at, *m.in_line, Placed.TEXT) for m in taken if m.line.at in covered
    ]


def _matches(line: Line, sound: Sequence[Claim], needles: Sequence[Needle]) -> Iterator[_Match]:
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
    return {line.at for line in lines if line.at in marked or known[line.at] >= COVERED * _free(line)}


def _free(line: Line) -> int:
    """How many words stand under no bookmark; all of them where every one does."""
    return sum(not word.held for word in line.words) or len(line.words)


def ends_missing(sent: Sent, under: tuple[str, ...]) -> Iterator[Needle]:
    """What is missing before the first and after the last stretch that is there."""
    blocks = SequenceMatcher(None, sent.keys, under, autojunk=False).get_matching_blocks()[:-1]
    if not blocks:
        return
    first, last = blocks[0].a, blocks[-1].a + blocks[-1].size
    if first:
        yield Needle(sent, sent.keys[:first], 0, False)
    if last < len(sent.keys):
        yield Needle(sent, sent.keys[last:], last, False)

"""Which fragments stand in which lines: by their bookmarks, and where those are gone or wrong, by their words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from exports.review.lines import Line
from exports.review.matching import FEWEST, Claim, Needle, by_text, ends_missing
from exports.review.neighbouring import between, halves, in_turn, said_beside
from exports.review.sent import Sent
from exports.review.typed import in_common

WRITTEN_ANEW = 0.3
"""The share of a fragment's words under its bookmark below which it is looked for elsewhere."""


def claims(lines: Sequence[Line], fragments: Mapping[int, Sent]) -> tuple[Claim, ...]:
    """Where each fragment that is still there stands; one in several lines where its paragraph was split."""
    marked = _by_mark(lines, fragments)
    needles = list(_missing(lines, fragments, marked))
    found = by_text(lines, fragments, marked, needles)
    moved = {claim.fragment for claim in found} & {needle.sent.id for needle in needles if needle.whole}
    both = [claim for claim in marked if claim.fragment not in moved or _is_of(claim, lines, fragments)]
    both += found
    both += halves(lines, fragments, both)
    both += said_beside(lines, fragments, both)
    both += in_turn(lines, fragments, both)
    both += between(lines, fragments, both)
    return tuple(sorted(both, key=lambda claim: (claim.line, claim.start, claim.end, claim.fragment)))


def _by_mark(lines: Sequence[Line], fragments: Mapping[int, Sent]) -> list[Claim]:
    claims = [
        Claim(mark, line.at, *_held(line, mark)) for line in lines for mark in line.marks if mark in fragments
    ]
    places: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        places[claim.fragment].append(claim)
    at = {line.at: line for line in lines}
    copies = _copies(lines)
    claims = [claim for claim in claims if claim.line not in copies]
    return [c for c in claims if not _only_runs_on(c, places[c.fragment], at, fragments)]


def _copies(lines: Sequence[Line]) -> set[int]:
    """The lines with no bookmark but empty ones that say, word for word, what one says with its bookmarks."""
    sound = {line.keys for line in lines if any(word.held for word in line.words)}
    return {
        line.at
        for line in lines
        if len(line.words) >= FEWEST and line.keys in sound and not any(word.held for word in line.words)
    }


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
    here = _under(lines[claim.line], claim)
    return in_common(wanted, here) <= WRITTEN_ANEW * len(here) and elsewhere >= 0.7 * len(wanted)


def _is_of(claim: Claim, lines: Sequence[Line], fragments: Mapping[int, Sent]) -> bool:
    """Whether the words in a bookmark are those of its fragment, if not all of them."""
    here = lines[claim.line].keys[claim.start : claim.end]
    return bool(here) and in_common(fragments[claim.fragment].keys, here) >= 0.7 * len(here)


def _under(line: Line, claim: Claim) -> tuple[str, ...]:
    """The words under a bookmark; those of the line where it is empty."""
    return line.keys[claim.start : claim.end] or line.keys


def _missing(
    lines: Sequence[Line], fragments: Mapping[int, Sent], marked: Sequence[Claim]
) -> Iterator[Needle]:
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
            yield Needle(sent, sent.keys, 0, True)
        else:
            yield from ends_missing(sent, under[sent.id])

"""Fragments found by those before and after them: halves of split paragraphs, short words, what was rewritten."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from exports.review.lines import Kind, Line, Zone
from exports.review.matching import ALIKE, Claim, Needle, ends_missing
from exports.review.sent import Sent
from sessions.received import Placed

MOST_IN_TURN = 8


def halves(lines: Sequence[Line], fragments: Mapping[int, Sent], known: Sequence[Claim]) -> list[Claim]:
    """The other halves of fragments whose paragraph was split: at the end of the line before, or the beginning of
    the next, in words that are nobody's."""
    found: list[Claim] = []
    for claim in known:
        sent, line = fragments[claim.fragment], lines[claim.line]
        here = line.keys[claim.start : claim.end]
        for needle in ends_missing(sent, here) if here and claim.placed is Placed.TEXT else ():
            other = _next_to(lines, claim.line, 1 if needle.offset else -1)
            if other and not any(c.line == other.at and c.fragment == sent.id for c in known):
                found += _half(needle, other, [*known, *found])
    return found


def _next_to(lines: Sequence[Line], at: int, step: int) -> Line | None:
    """The nearest line with words before or after one."""
    at += step
    while 0 <= at < len(lines) and not lines[at].words:
        at += step
    return lines[at] if 0 <= at < len(lines) and lines[at].kind is Kind.TEXT else None


def _half(needle: Needle, line: Line, known: Sequence[Claim]) -> Iterator[Claim]:
    here = [claim for claim in known if claim.line == line.at]
    if needle.offset:
        start, end = 0, min((c.start for c in here), default=len(line.words))
    else:
        start, end = max((c.end for c in here), default=0), len(line.words)
    wanted, free = needle.keys, line.keys[start:end]
    if free and fuzz.ratio(wanted, free) >= ALIKE:
        yield Claim(needle.sent.id, line.at, start, end, Placed.TEXT)


def said_beside(lines: Sequence[Line], fragments: Mapping[int, Sent], known: Sequence[Claim]) -> list[Claim]:
    """Fragments of a word or two, or more, that stand word for word where the one before or after them was found."""
    placed, order = {claim.fragment for claim in known}, list(fragments)
    found: list[Claim] = []
    for claim in known:
        at = order.index(claim.fragment)
        for other in (*order[max(0, at - 1) : at], *order[at + 1 : at + 2]):
            sent, line = fragments[other], lines[claim.line]
            place = _place(sent.keys, line)
            same = sent.answer == fragments[claim.fragment].answer
            if other not in placed and same and claim.placed is not Placed.MARK and place is not None:
                found.append(Claim(other, line.at, place, place + len(sent.keys), Placed.TEXT))
                placed.add(other)
    return found


def _place(wanted: Sequence[str], line: Line) -> int | None:
    """Where in a line these words stand, one after the other and under no bookmark."""
    keys = [f"\0{word.key}" if word.held else word.key for word in line.words]
    starts = range(len(keys) - len(wanted) + 1) if wanted else range(0)
    return next((at for at in starts if keys[at : at + len(wanted)] == list(wanted)), None)


def in_turn(lines: Sequence[Line], fragments: Mapping[int, Sent], known: Sequence[Claim]) -> list[Claim]:
    """The lines without any fragment that say what is wanted between those before and after them: short words, each
    of which might stand anywhere."""
    placed, found = {claim.fragment for claim in known}, list[Claim]()
    known_lines = {claim.line for claim in known}
    for line in lines:
        if line.words and line.kind is Kind.TEXT and line.zone is Zone.TEXT and line.at not in known_lines:
            wanted = _wanted_before_next(line, lines, fragments, [*known, *found])
            left = [
                s for s in fragments.values() if s.answer == line.answer and s.id not in placed and s.keys
            ]
            run = _best_run(line, [sent for sent in wanted if sent.id not in placed]) or _exact(line, left)
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
    runs = [
        wanted[i:k] for i in range(len(wanted)) for k in range(i + 1, min(i + MOST_IN_TURN, len(wanted)) + 1)
    ]
    alike = [(fuzz.ratio([key for sent in run for key in sent.keys], line.keys), run) for run in runs]
    best, run = max(alike, default=(0.0, []), key=lambda one: one[0])
    return run if best >= ALIKE else []


def _exact(line: Line, left: Sequence[Sent]) -> Sequence[Sent]:
    """Those of what is left that together are a line word for word, wherever it was moved to."""
    run = _best_run(line, left)
    return run if [key for sent in run for key in sent.keys] == list(line.keys) else []


def _one_after_another(line: Line, run: Sequence[Sent]) -> Iterator[Claim]:
    at = 0
    for sent in run:
        yield Claim(sent.id, line.at, at, at + len(sent.keys), Placed.TEXT)
        at += len(sent.keys)


def between(lines: Sequence[Line], fragments: Mapping[int, Sent], known: Sequence[Claim]) -> list[Claim]:
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

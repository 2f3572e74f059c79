"""What runs from one place in a text to another, over paragraphs where it must: bookmarks and commented words."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Position = tuple[int, int]
"""A paragraph, counted from 0, and a character in it."""


@dataclass
class Span:
    """A range with a name; ``end`` is None as long as it was not met."""

    name: str
    start: Position
    end: Position | None = None


@dataclass(frozen=True)
class Piece:
    """The part of a span that lies in one paragraph."""

    name: str
    block: int
    start: int
    end: int


class Spans:
    """Collects spans from their beginnings and ends, which have a number in common."""

    def __init__(self) -> None:
        self.all: list[Span] = []
        self._open: dict[str, list[Span]] = {}

    def begin(self, number: str, name: str, at: Position) -> None:
        """One begins here."""
        self.all.append(Span(name, at))
        self._open.setdefault(number, []).append(self.all[-1])

    def finish(self, number: str, at: Position) -> None:
        """The last one with this number ends here; a number that is not open ends nothing."""
        if self._open.get(number):
            self._open[number].pop().end = at


def pieces(spans: Sequence[Span], lengths: Sequence[int]) -> list[list[Piece]]:
    """Of each of ``spans`` its parts in paragraphs of these ``lengths``: those with characters in them, or else a
    single empty one. What has no end goes on up to the next of ``spans`` in its paragraph, or to the end of that."""
    starts = sorted(span.start for span in spans)
    return [_pieces(span, span.end or _makeshift_end(span, starts, lengths), lengths) for span in spans]


def first_full(found: Iterable[list[Piece]]) -> list[Piece]:
    """Of spans with one name, as after copying, the parts of the first with characters in it, or else of the first."""
    kept: dict[str, list[Piece]] = {}
    for one in found:
        known = kept.setdefault(one[0].name, one)
        if known[0].start == known[0].end:
            kept[one[0].name] = one if one[0].end > one[0].start else known
    return [piece for one in kept.values() for piece in one]


def _makeshift_end(span: Span, starts: Sequence[Position], lengths: Sequence[int]) -> Position:
    block = span.start[0]
    after = bisect_right(starts, span.start)
    if after < len(starts) and starts[after][0] == block:
        return starts[after]
    return block, lengths[block] if block < len(lengths) else 0


def _pieces(span: Span, end: Position, lengths: Sequence[int]) -> list[Piece]:
    first, start = _inside(span.start, lengths)
    last, stop = max((first, start), _inside(end, lengths))
    found = [
        Piece(span.name, block, start if block == first else 0, stop if block == last else lengths[block])
        for block in range(first, last + 1)
    ]
    return [piece for piece in found if piece.end > piece.start] or [Piece(span.name, first, start, start)]


def _inside(at: Position, lengths: Sequence[int]) -> Position:
    return at if at[0] < len(lengths) else (len(lengths) - 1, lengths[-1])

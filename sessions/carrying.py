"""What a person did in an earlier transcript of a recording, laid on a new one, by the times of the words.

Fragments that nobody touched are simply replaced. One that was touched keeps its span and its labels, takes the
new machine's words, and its text is merged; see :mod:`sessions.merging`.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import inf

from sessions.belonging import Heard, heard_in, owners
from sessions.merging import Merged, merged
from sessions.release import Release
from sessions.timing import timed
from sessions.transcript import Doubt, Segment, Timed, Word

_DOUBTS = (Doubt.NONE, Doubt.LOW_CONFIDENCE, Doubt.REPETITION)


@dataclass(frozen=True)
class Earlier:
    """A fragment of the earlier transcript: whether a person ``touched`` it, and whether they found its text
    right as it is (``seen``)."""

    segment: Segment
    touched: bool = False
    seen: bool = False


@dataclass(frozen=True)
class Piece:
    """A fragment of the new transcript: the machine's own, whole with its id or a part of it, or one that takes
    the place of ``old``, with what is to be asked. ``sources`` are the ids of the segments it was heard in;
    its words were heard from ``first`` to ``last`` seconds, from word number ``at`` on."""

    segment: Segment
    sources: tuple[int, ...]
    first: float
    last: float
    at: float
    old: Segment | None = None
    conflicts: tuple[tuple[str, str], ...] = ()


def carried(earlier: Sequence[Earlier], new: Sequence[Segment]) -> list[Piece]:
    """What the new transcript is made of, in order; ``new`` are its segments as the machine made them.

    What was added in writing stays after what it came after.
    """
    spoken = [one for one in earlier if not one.segment.written]
    heard = heard_in(new)
    among = owners([one.segment for one in spoken], heard)
    pieces = _spoken(spoken, new, heard, among)
    before = 0
    for one in earlier:
        if one.segment.written:
            _insert(pieces, one.segment, _after(among, before))
        else:
            before += 1
    return pieces


def _after(among: Sequence[int | None], n: int) -> float:
    """After which word of the new transcript something stands that came after the first ``n`` fragments."""
    earlier = (at for at, owner in enumerate(among) if owner is not None and owner < n)
    return max(earlier, default=_place(among, n - 1) - 0.5 if n else -1) + 0.5


def _insert(pieces: list[Piece], old: Segment, place: float) -> None:
    at = next((i for i, piece in enumerate(pieces) if piece.at > place), len(pieces))
    beside = pieces[at - 1] if at else next(iter(pieces), Piece(old, (), old.start, old.end, place))
    moment = beside.segment.end if at else beside.segment.start
    new = replace(old, start=moment, end=moment, made_of=(old.id,), id=0)
    pieces.insert(at, Piece(new, (), beside.first, beside.last if at else beside.first, place, old))


def _spoken(
    earlier: Sequence[Earlier], new: Sequence[Segment], heard: Sequence[Heard], among: Sequence[int | None]
) -> list[Piece]:
    touched = [one.touched for one in earlier]
    of = [n if n is not None and touched[n] else None for n in among]
    taken: dict[int, list[Heard]] = defaultdict(list)
    for word in heard:
        if (owner := of[word.at]) is not None:
            taken[owner].append(word)
    pieces = list(_machines(new, heard, of))
    for n, one in enumerate(earlier):
        if one.touched:
            place = taken[n][0].at if taken[n] else _place(among, n)
            pieces.append(_taken_on(one, taken[n], place))
    return _fitted(sorted(pieces, key=lambda piece: (piece.first, piece.at)))


def _place(among: Sequence[int | None], n: int) -> float:
    """Before which word of the new transcript a fragment stands of which nothing was heard."""
    return next((at for at, owner in enumerate(among) if owner is not None and owner > n), len(among)) - 0.5


def _machines(new: Sequence[Segment], heard: Sequence[Heard], of: Sequence[int | None]) -> Iterator[Piece]:
    """What of each segment belongs to no touched fragment."""
    words: dict[int, list[Heard]] = defaultdict(list)
    for word in heard:
        words[word.of.id].append(word)
    for segment in new:
        runs = groupby(words[segment.id], key=lambda word: of[word.at] is None)
        free = [list(run) for is_free, run in runs if is_free]
        if sum(map(len, free)) == len(words[segment.id]):
            yield as_it_is(segment, free[0][0].at if free else inf)
        else:
            yield from (_part(segment, run) for run in free)


def as_it_is(segment: Segment, at: float = inf) -> Piece:
    """A whole segment of the new transcript."""
    return Piece(segment, (segment.id,), segment.start, segment.end, at)


def _part(segment: Segment, run: Sequence[Heard]) -> Piece:
    text = _text(run)
    start, end = run[0].word.start, run[-1].word.end
    part = replace(segment, start=start, end=end, machine_text=text, text=text, words=_words(run), id=0)
    return Piece(part, (segment.id,), start, end, run[0].at)


def _taken_on(earlier: Earlier, run: Sequence[Heard], place: float) -> Piece:
    old, text = earlier.segment, _text(run)
    result = _merged(earlier, text)
    first, last = (run[0].word.start, run[-1].word.end) if run else (old.start, old.start)
    segment = replace(
        old,
        start=min(old.start, first),
        end=max(old.end, last),
        machine_text=text,
        text=result.text,
        words=_words(run),
        doubt=max((one.of.doubt for one in run), key=_DOUBTS.index, default=Doubt.NONE),
        timing=(),
        timed=Timed.MACHINE,
        made_of=(old.id,),
        id=0,
    )
    sources = tuple(dict.fromkeys(one.of.id for one in run))
    return Piece(segment, sources, first, last, place, old, result.conflicts)


def _merged(earlier: Earlier, heard: str) -> Merged:
    """What is struck is not asked about, and what the new machine left out is not taken away."""
    old = earlier.segment
    if heard:
        result = merged(old.machine_text, old.text, heard, seen=earlier.seen)
    else:
        result = Merged(old.text, ((old.text, ""),) if old.text and old.machine_text else ())
    return Merged(result.text) if old.release is Release.STRUCK else result


def _fitted(pieces: Sequence[Piece]) -> list[Piece]:
    """Spans that were carried over give way to the words of their neighbours; struck ones only for the order."""
    before, after = [None, *pieces[:-1]], [*pieces[1:], None]
    return [_between(*three) for three in zip(before, pieces, after, strict=True)] if pieces else []


def _between(before: Piece | None, piece: Piece, after: Piece | None) -> Piece:
    if piece.old is None:
        return piece
    segment, struck = piece.segment, piece.segment.release is Release.STRUCK
    floor = (before.first if struck else before.last) if before else 0.0
    ceiling = after.first if after and not struck else inf
    start = min(max(segment.start, floor), max(piece.first, floor))
    if segment.words:  # those of a struck neighbour may reach over them
        start = min(start, piece.first)
    end = max(start, piece.last, min(segment.end, ceiling))
    if end == start:  # between words that were heard without a pause: then over them
        start, end = piece.first, segment.end
    return replace(piece, segment=_with_times(piece.old, replace(segment, start=start, end=end)))


def _with_times(old: Segment, segment: Segment) -> Segment:
    """``segment`` with a time for each word of its text: by the new machine's words, else by the old ones."""
    if not segment.edited or segment.end <= segment.start:
        return segment
    known = segment.words or tuple(
        w for w in old.current_words if segment.start <= w.start <= w.end <= segment.end
    )
    timing = timed(segment.text, known, segment.start, segment.end)
    return replace(segment, timing=timing, timed=old.timed if timing == old.timing else Timed.ESTIMATED)


def _text(run: Sequence[Heard]) -> str:
    return " ".join(one.word.text.strip() for one in run)


def _words(run: Sequence[Heard]) -> tuple[Word, ...]:
    """The machine's own; none where the times of some are not its own."""
    return () if any(one.estimated for one in run) else tuple(one.word for one in run)

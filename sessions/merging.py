"""Two changes to the same words, brought together: what a person typed, and what a better model heard."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, pairwise

from merge3 import Merge3
from rapidfuzz.distance import Indel

from sessions.timing import word_key

Words = tuple[str, ...]


@dataclass(frozen=True)
class Merged:
    """A text, and the places (a person's words, what was heard) where the person's stand though another was
    heard; either may be empty."""

    text: str
    conflicts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class _Piece:
    """A stretch of the text: ``heard`` is None where nothing is to be asked."""

    words: Words
    heard: Words | None = None


def merged(before: str, mine: str, heard: str, *, seen: bool = False) -> Merged:
    """``mine`` with what was ``heard`` anew, where both were made of the machine's text ``before``.

    Where only one of them changed something, it is taken; where both did, differently, ``mine`` stands. A text
    that somebody has ``seen`` as it is, and found right, stands altogether. Capitals and punctuation alone are
    no difference.
    """
    pieces = [
        piece
        for stretch in _stretches(before.split(), mine.split(), heard.split())
        for piece in _settled(*stretch, seen=seen)
    ]
    text = mine if seen else " ".join(word for piece in pieces for word in piece.words)
    return Merged(text, tuple(_conflicts(pieces)))


def with_heard(text: str, mine: str, heard: str, machine_text: str) -> str | None:
    """``text`` with ``heard`` where ``mine`` stands; None where it does not stand there.

    Of several places it is the one that brings the text nearest to ``machine_text`` (edit distance of words).
    """
    words, wanted, goal = text.split(), _keys(mine.split()), _keys(machine_text.split())
    keys, size = _keys(words), len(wanted)
    places = [at for at in range(len(keys) - size + 1) if keys[at : at + size] == wanted]
    choices = [[*words[:at], *heard.split(), *words[at + size :]] for at in places]
    best = min(choices, key=lambda choice: Indel.distance(_keys(choice), goal), default=None)
    return None if best is None else " ".join(best)


def _stretches(
    before: Sequence[str], mine: Sequence[str], heard: Sequence[str]
) -> Iterator[tuple[Words, Words, Words]]:
    """The three texts in step: single words that stand in all of them, and what is between these."""
    merge = Merge3(_keys(before), _keys(mine), _keys(heard))
    at = (0, 0, 0)
    for z1, z2, a1, a2, b1, b2 in merge.find_sync_regions():
        between = tuple(before[at[0] : z1]), tuple(mine[at[1] : a1]), tuple(heard[at[2] : b1])
        if any(between):
            yield between
        for n in range(z2 - z1):
            yield (before[z1 + n],), (mine[a1 + n],), (heard[b1 + n],)
        at = z2, a2, b2


def _settled(before: Words, mine: Words, heard: Words, *, seen: bool) -> Iterator[_Piece]:
    was, typed, new = _keys(before), _keys(mine), _keys(heard)
    if typed == new:
        yield _Piece(heard if mine == before and not seen else mine)
    elif typed == was:
        yield _Piece(mine, heard) if seen else _Piece(heard)
    elif new == was:
        yield _Piece(mine)
    elif len(parts := _parts(before, mine, heard)) > 1:
        for part in parts:
            yield from _settled(*part, seen=seen)
    else:
        yield from _differing(mine, heard)


def _parts(before: Words, mine: Words, heard: Words) -> list[tuple[Words, Words, Words]]:
    """Cut where a change of the one ends as a change of the other begins: those do not meet."""
    mine_at, heard_at = _cuts(before, mine), _cuts(before, heard)
    cuts = [(k, mine_at[k], heard_at[k]) for k in sorted(mine_at.keys() & heard_at.keys())]
    return [
        (before[z1:z2], mine[a1:a2], heard[b1:b2]) for (z1, a1, b1), (z2, a2, b2) in pairwise(cuts) if z2 > z1
    ]


def _cuts(before: Words, after: Words) -> dict[int, int]:
    """Where one may cut ``before`` without cutting a change, and where that is in ``after``."""
    cuts: dict[int, int] = {}
    for tag, i1, i2, j1, _j2 in SequenceMatcher(
        None, _keys(before), _keys(after), autojunk=False
    ).get_opcodes():
        for n in range(i2 - i1 if tag == "equal" else 1):
            cuts.setdefault(i1 + n, j1 + n)
    return cuts | {len(before): len(after)}


def _differing(mine: Words, heard: Words) -> Iterator[_Piece]:
    matcher = SequenceMatcher(None, _keys(mine), _keys(heard), autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        yield _Piece(mine[i1:i2], None if tag == "equal" else heard[j1:j2])


def _conflicts(pieces: Sequence[_Piece]) -> Iterator[tuple[str, str]]:
    told = [piece for piece in pieces if piece.words or piece.heard]
    for asked, group in groupby(told, key=lambda piece: piece.heard is not None):
        if asked:
            beside = list(group)
            yield _line(p.words for p in beside), _line(p.heard or () for p in beside)


def _line(parts: Iterator[Words]) -> str:
    return " ".join(word for words in parts for word in words)


def _keys(words: Sequence[str]) -> list[str]:
    return [word_key(word) for word in words]

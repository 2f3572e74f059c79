"""What differs between two versions of a text, in whole words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from sessions.text import clean_line

AROUND = 6
"""Words that stay in sight on each side of a change where the rest is left out."""

_ALIKE = 1
"""So many equal words between two changes, or fewer, do not keep them apart: one change reads better."""


class Part(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Words:
    """Some words of a text on one line, without outer spaces."""

    text: str
    part: Part = Part.KEPT


def compared(before: str, after: str) -> tuple[Words, ...]:
    """The words of both in reading order: of each change what is gone, then what is new.

    >>> marked(compared("drie millimeter naast de contour", "vijf millimeter naast de rand"))
    '[-drie-] {+vijf+} millimeter naast de [-contour-] {+rand+}'
    """
    old, new = clean_line(before).split(), clean_line(after).split()
    parts = []
    for kept, i1, i2, j1, j2 in _stretches(old, new):
        if kept:
            parts.append(Words(" ".join(new[j1:j2])))
        else:
            parts.append(Words(" ".join(old[i1:i2]), Part.GONE))
            parts.append(Words(" ".join(new[j1:j2]), Part.NEW))
    return tuple(part for part in parts if part.text)


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Equal and different stretches by turns; what is hardly equal between two changes belongs to them."""
    open_: tuple[int, int, int, int] | None = None
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for n, (tag, i1, i2, j1, j2) in enumerate(codes):
        between = 0 < n < len(codes) - 1 and i2 - i1 <= _ALIKE
        if tag == "equal" and not between:
            if open_:
                yield (False, *open_)
            open_ = None
            yield True, i1, i2, j1, j2
        else:
            open_ = (open_[0], i2, open_[2], j2) if open_ else (i1, i2, j1, j2)
    if open_:
        yield (False, *open_)


def shortened(parts: Sequence[Words], around: int = AROUND) -> tuple[Words, ...]:
    """The same with long stretches that were kept cut to ``around`` words on the side of a change."""
    return tuple(
        Words(_cut(words.text.split(), around, first=n == 0, last=n == len(parts) - 1))
        if words.part is Part.KEPT
        else words
        for n, words in enumerate(parts)
    )


def _cut(words: Sequence[str], around: int, *, first: bool, last: bool) -> str:
    head = [] if first else list(words[:around])
    tail = [] if last else list(words[-around:])
    if len(words) <= len(head) + len(tail) + 1:
        return " ".join(words)
    return " ".join([*head, "…", *tail])


def marked(parts: Iterable[Words]) -> str:
    """The words on one line, with what is gone as [-so-] and what is new as {+so+}."""
    around = {Part.KEPT: ("", ""), Part.GONE: ("[-", "-]"), Part.NEW: ("{+", "+}")}
    return " ".join(words.text.join(around[words.part]) for words in parts)

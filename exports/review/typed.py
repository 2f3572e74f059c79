"""Texts and words as a person meant them, whatever an office program made of what they typed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import LCSseq

from sessions.text import clean_line
from sessions.timing import word_key

_AUTOCORRECTED = {
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys(("---", "--", "—", "–", "‑", "−"), "-"),
    "…": "...",
    "½": "1/2",
    "¼": "1/4",
    "¾": "3/4",
    "→": "->",
    "\u00ad": "",
    "\u200b": "",
}
_ANY = re.compile("|".join(map(re.escape, sorted(_AUTOCORRECTED, key=len, reverse=True))))


@dataclass(frozen=True)
class Typed:
    """A word of a file: its text and comparison key, the fragments whose bookmark is around it, and the character of
    its block at which it begins (-1: unknown)."""

    text: str
    key: str
    held: tuple[int, ...] = ()
    at: int = field(default=-1, compare=False)


def as_typed(text: str) -> str:
    """``text`` on one line, with the marks that word processors put by themselves set back to those of a keyboard."""
    return clean_line(_ANY.sub(lambda found: _AUTOCORRECTED[found[0]], text))


def same(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but spaces and the marks of :func:`as_typed`."""
    return as_typed(one) == as_typed(other)


def keys(text: str) -> tuple[str, ...]:
    """The words of a text for comparison."""
    return tuple(key_of(word) for word in clean_line(text).split())


def key_of(word: str) -> str:
    """A word for comparison; a mark alone as a keyboard has it."""
    return word_key(as_typed(word))


def in_common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two sequences share in the same order."""
    return int(LCSseq.similarity(one, other))

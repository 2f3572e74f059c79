"""The lines of a file that came back: what each of them is, and which of its words are not ours."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise

from exports.review.marks import Of
from exports.review.model import Block, Found
from exports.review.typed import Typed, key_of
from sessions.received import Wish
from sessions.text import clean_line

OURS = 0.6
"""The share of a line of ours that must be there to be taken for it."""


class Kind(StrEnum):
    """What a line was when it was sent."""

    TEXT = "text"
    HEADING = "heading"
    TICK = "tick"
    NOTES = "notes"
    OURS = "ours"


class Zone(StrEnum):
    """In what part of an answer a line stands: its text, or the boxes and the room for remarks; or in none."""

    TEXT = "text"
    ROOM = "room"
    OUTSIDE = "outside"


@dataclass(frozen=True)
class Line:
    """One block of the file in the answer with the id ``answer`` (0: none). ``words`` are those that are not ours,
    ``marks`` the fragments whose bookmark is in it, in their order, also those that are empty. ``label`` is what
    stood there of ours, ``wishes`` what is ticked in it, and ``bound`` tells that a box in it has its bookmark."""

    at: int
    block: Block
    kind: Kind
    zone: Zone
    answer: int
    words: tuple[Typed, ...]
    marks: tuple[int, ...] = ()
    label: str = ""
    wishes: frozenset[Wish] = frozenset()
    bound: bool = False

    @property
    def text(self) -> str:
        """Its words that are not ours."""
        return " ".join(word.text for word in self.words)

    @property
    def keys(self) -> tuple[str, ...]:
        """Those words for comparison."""
        return tuple(word.key for word in self.words)


def words_of(block: Block, found: Sequence[Found]) -> tuple[Typed, ...]:
    """The words of a block; where two bookmarks touch within a word, it is two words."""
    found = [one for one in found if one.name.of is Of.FRAGMENT and one.end > one.start]
    return tuple(_words(block.text, found))


def _words(text: str, found: Sequence[Found]) -> Iterator[Typed]:
    borders = sorted({one.end for one in found} & {one.start for one in found})
    for token in re.finditer(r"\S+", text):
        cuts = [token.start(), *(b for b in borders if token.start() < b < token.end()), token.end()]
        for start, end in pairwise(cuts):
            word = clean_line(text[start:end])
            if word:
                yield Typed(word, key_of(word), _held(found, start, end), start)


def _held(found: Sequence[Found], start: int, end: int) -> tuple[int, ...]:
    """The fragments whose bookmark is around these characters; the one that is around least else first."""
    around = [(one.end - one.start, one.name.id) for one in found if one.start < end and one.end > start]
    return tuple(dict.fromkeys(number for _length, number in sorted(around)))


def marks_of(found: Sequence[Found]) -> tuple[int, ...]:
    """The fragments whose bookmark is among ``found``, in the order in which they stand there."""
    ours = [one for one in found if one.name.of is Of.FRAGMENT]
    return tuple(dict.fromkeys(one.name.id for one in sorted(ours, key=lambda f: (f.start, f.end))))


def beyond(words: Sequence[Typed], ours: str) -> tuple[Typed, ...]:
    """The words that are not of our line ``ours``; those in a fragment's bookmark never are.

    A few of its words, further on in a remark, are the expert's own.
    """
    known = [key_of(word) for word in clean_line(ours).split()]
    keys = [f"\0{word.key}" if word.held else word.key for word in words]
    matcher = SequenceMatcher(None, known, keys, autojunk=False)
    codes = matcher.get_opcodes()
    same = sum(end - start for tag, _i, _k, start, end in codes if tag == "equal")
    if same < max(OURS * len(known), min(len(known), 3)):
        return tuple(words)
    return tuple(word for tag, _i, _k, start, end in codes if tag != "equal" for word in words[start:end])

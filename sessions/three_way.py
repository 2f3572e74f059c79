"""Two changes to the same text, made apart: what an expert wrote in their copy, and what was changed here meanwhile.

Word by word, capitals and punctuation included. Changes that touch without overlapping are both kept, which a merge
by lines (:mod:`merge3`) calls a conflict.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True)
class ThreeWay:
    """The text of each part, and in which of them (numbers from 0) both had changed the same words."""

    texts: tuple[str, ...]
    clashes: frozenset[int] = frozenset()


@dataclass(frozen=True)
class _Change:
    """Instead of the words ``first``:``last`` of the base these; ``parts`` is where each stands, of ours."""

    first: int
    last: int
    words: tuple[str, ...]
    parts: tuple[int, ...] = ()
    ours: bool = False

    def meets(self, other: "_Change") -> bool:
        """Whether both are about the same words, or put something at the same place."""
        same = (self.first, self.last) == (other.first, other.last)
        return same or (self.first < other.last and other.first < self.last)


def three_way(base: str, ours: Sequence[str], theirs: str) -> ThreeWay:
    """``ours``, the parts (at least one) that ``base`` became here, with what ``theirs`` changes in ``base``.

    Where both changed the same words, theirs stand.
    """
    return _Merging(base.split(), [text.split() for text in ours]).with_changes(theirs.split())


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but the space between their words."""
    return one.split() == other.split()


class _Merging:
    """The parts being written."""

    def __init__(self, base: Sequence[str], ours: Sequence[Sequence[str]]) -> None:
        self._base = base
        self._words = [word for part in ours for word in part]
        self._parts = [n for n, part in enumerate(ours) for _word in part]
        self._written: list[list[str]] = [[] for _part in ours]
        self._at = 0
        self._clashes: set[int] = set()

    def with_changes(self, theirs: Sequence[str]) -> ThreeWay:
        """The parts with what ``theirs`` changes."""
        home = self._homes()
        mine = [
            _Change(i1, i2, tuple(self._words[j1:j2]), tuple(self._parts[j1:j2]), ours=True)
            for i1, i2, j1, j2 in _changes(self._base, self._words)
        ]
        came = [_Change(i1, i2, tuple(theirs[j1:j2])) for i1, i2, j1, j2 in _changes(self._base, theirs)]
        done = 0
        for group in _groups(mine, came):
            first, last = min(c.first for c in group), max(c.last for c in group)
            self._copy(range(done, first), home)
            self._settle(group, range(first, last), home)
            done = last
        self._copy(range(done, len(self._base)), home)
        return ThreeWay(tuple(" ".join(words) for words in self._written), frozenset(self._clashes))

    def _homes(self) -> dict[int, int]:
        """In which part each word of the base stands that is there still."""
        matcher = SequenceMatcher(None, self._base, self._words, autojunk=False)
        blocks = matcher.get_matching_blocks()
        return {b.a + n: self._parts[b.b + n] for b in blocks for n in range(b.size)}

    def _copy(self, places: range, home: dict[int, int]) -> None:
        for place in places:
            self._write(self._base[place], home[place])

    def _settle(self, group: Sequence[_Change], places: range, home: dict[int, int]) -> None:
        mine = list(_applied(self._base, [c for c in group if c.ours], places, home))
        came = list(_applied(self._base, [c for c in group if not c.ours], places, home))
        words = [word for word, _part in came]
        if all(c.ours for c in group) or [word for word, _part in mine] == words:
            for word, part in mine:
                self._write(word, self._at if part is None else part)
            return
        beside = [part for _word, part in mine if part is not None] or [self._at]
        for n, word in enumerate(words):
            self._write(word, beside[min(n, len(beside) - 1)])
        if any(c.ours for c in group):
            self._clashes |= set(beside)

    def _write(self, word: str, part: int) -> None:
        self._at = part
        self._written[part].append(word)


def _applied(
    base: Sequence[str], changes: Sequence[_Change], places: range, home: dict[int, int]
) -> Iterator[tuple[str, int | None]]:
    """The words at ``places`` of the base with ``changes``, each with its part where that is known."""
    at = places.start
    for change in changes:
        yield from ((base[place], home.get(place)) for place in range(at, change.first))
        parts = change.parts or (None,) * len(change.words)
        yield from zip(change.words, parts, strict=True)
        at = change.last
    yield from ((base[place], home.get(place)) for place in range(at, places.stop))


def _changes(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int, int, int]]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [(i1, i2, j1, j2) for tag, i1, i2, j1, j2 in matcher.get_opcodes() if tag != "equal"]


def _groups(mine: Sequence[_Change], came: Sequence[_Change]) -> Iterator[list[_Change]]:
    """Changes that meet, directly or through others, in the order of the base."""
    group: list[_Change] = []
    for change in sorted([*mine, *came], key=lambda c: (c.first, c.last)):
        if group and not any(change.ours != other.ours and change.meets(other) for other in group):
            yield group
            group = []
        group.append(change)
    if group:
        yield group

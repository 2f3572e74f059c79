"""Tracked changes: which text is there when all of them are accepted, and how many wait for a decision.

Counted as Word shows them: what one person inserted or deleted without other text in between is one change, also
over several runs and the ends of paragraphs; a row or cell of a table likewise; a text that was moved is one, though it
stands at two places. Changes of formatting are not counted.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from exports.review.wordml import Element, w

INSERTED = frozenset(map(w, ("ins", "moveTo")))
DELETED = frozenset(map(w, ("del", "moveFrom")))
_MOVED = frozenset(map(w, ("moveTo", "moveFrom")))
_CELL = {w("cellIns"): w("ins"), w("cellDel"): w("del")}


def changes_of_mark(paragraph: Element) -> list[Element]:
    """What happened to the end of a paragraph; a deleted one joins the next paragraph."""
    return _in(paragraph.find(f"{w('pPr')}/{w('rPr')}"), INSERTED | DELETED)


def changes_of_row(row: Element) -> list[Element]:
    """What happened to a row of a table."""
    return _in(row.find(w("trPr")), INSERTED | DELETED)


def changes_of_cell(cell: Element) -> list[Element]:
    """What happened to a cell of a table."""
    return _in(cell.find(w("tcPr")), frozenset(_CELL))


def is_gone(changes: list[Element]) -> bool:
    """Whether it is not there any more once ``changes`` are accepted."""
    return any(_kind(change) in DELETED for change in changes)


def _in(properties: Element | None, kinds: frozenset[str]) -> list[Element]:
    return [] if properties is None else [change for change in properties if change.tag in kinds]


def _kind(change: Element) -> str:
    tag = str(change.tag)
    return _CELL.get(tag, tag)


class Changes:
    """Counts the changes that are met on the way through a text."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._last: tuple[str, str] | None = None
        self._within = 0

    @property
    def open(self) -> int:
        """How many wait for a decision."""
        moved = max(self._counts[kind] for kind in _MOVED)
        return moved + sum(count for kind, count in self._counts.items() if kind not in _MOVED)

    @contextmanager
    def within(self, changes: list[Element]) -> Iterator[None]:
        """While the text of ``changes`` is read: all of them hold for it."""
        self.met(changes)
        self._within += len(changes)
        yield
        self._within -= len(changes)

    def met(self, changes: list[Element]) -> None:
        """One change or more at this place."""
        for change in changes:
            this = (_kind(change), change.get(w("author"), ""))
            if this != self._last:
                self._counts[this[0]] += 1
            self._last = this

    def undisputed(self) -> None:
        """Text that nobody changed, or the end of a paragraph: what follows it is another change."""
        if not self._within:
            self._last = None

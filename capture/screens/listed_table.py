"""A table whose first columns give where not everything fits."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widgets import DataTable

from sessions.text import clean_line

_LEAST = 8
"""Cells that a column keeps, however narrow the screen."""


class Listed(DataTable[Text]):
    """A table whose first columns give where not everything fits."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("home", "scroll_top", show=False),
        Binding("end", "scroll_bottom", show=False),
    ]

    def fill(self, headings: Sequence[str], rows: Sequence[Sequence[str]], giving: int, width: int) -> None:
        """Show ``rows`` in ``width`` cells; the first ``giving`` columns are shortened."""
        shown = [[clean_line(cell) for cell in row] for row in rows]
        needs = [max(cell_len(row[n]) for row in [headings, *shown]) for n in range(len(headings))]
        room = width - 2 * self.cell_padding * len(headings) - sum(needs[giving:])
        self.clear(columns=True)
        for heading, column in zip(headings, [*shared(needs[:giving], room), *needs[giving:]], strict=True):
            self.add_column(Text(heading), width=column)
        for row in shown:
            self.add_row(*(Text(cell, no_wrap=True, overflow="ellipsis") for cell in row))


def shared(needs: Sequence[int], room: int) -> list[int]:
    """``room`` over columns that need so much: those that need less than an even share give the rest away.

    >>> shared([4, 30, 60], 64)
    [4, 30, 30]
    """
    widths: dict[int, int] = {}
    for left, n in enumerate(sorted(range(len(needs)), key=lambda n: needs[n])):
        even = (room - sum(widths.values())) // (len(needs) - left)
        widths[n] = min(needs[n], max(_LEAST, even))
    return [widths[n] for n in range(len(needs))]


def together(parts: Iterable[str], between: str = ", ") -> str:
    """Those of ``parts`` that say anything, on one line."""
    return between.join(filter(None, map(clean_line, parts)))

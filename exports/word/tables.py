"""Tables with a header row that repeats, and rows that are not broken over pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exports.word.fields import child
from exports.word.line import Line
from exports.word.naming import Names
from exports.word.styles import CELL, CELL_HEAD, TABLE

_LOOK = {
    "firstRow": "1",
    "lastRow": "0",
    "firstColumn": "0",
    "lastColumn": "0",
    "noHBand": "1",
    "noVBand": "1",
}


@dataclass(frozen=True)
class Column:
    """A column: its head, its width in centimetres, and the styles of head and cells.

    Widths are those of our own page, 16 cm of text (24.7 cm on a landscape page); they are scaled to the page
    that a house template brings.
    """

    head: str
    width: float
    style: str = CELL_HEAD
    cell: str = CELL


class Grid:
    """A table that grows by rows, below ``heads``. ``number`` is that of its caption, ``anchor`` its bookmark; 0 and
    empty where it has none."""

    def __init__(
        self, element: BaseOxmlElement, columns: Sequence[Column], names: Names, scale: float = 1.0
    ) -> None:
        self.number = 0
        self.anchor = ""
        self._element = element
        self._names = names
        self._columns = tuple(columns)
        self._twips = [str(round(column.width * scale * 1440 / 2.54)) for column in columns]
        self._cells: list[BaseOxmlElement] = []
        self._properties()
        self.heads = self._head()

    def row(self, keep: bool = False) -> list[Line]:
        """A new row: one line per column. ``keep`` holds it on the page of the row after it."""
        lines = self._row([column.cell for column in self._columns])
        for line in lines if keep else ():
            line.keep()
        return lines

    def more(self, column: int, style: str = CELL) -> Line:
        """One more paragraph in a cell of the last row."""
        return Line.new(self._cells[column], self._names, style)

    def _properties(self) -> None:
        properties = child(self._element, "w:tblPr")
        child(properties, "w:tblStyle", val=self._names.table(TABLE))
        child(properties, "w:tblW", w=str(sum(map(int, self._twips))), type="dxa")
        child(properties, "w:tblLayout", type="fixed")
        child(properties, "w:tblLook", val="0620", **_LOOK)
        grid = child(self._element, "w:tblGrid")
        for twips in self._twips:
            child(grid, "w:gridCol", w=twips)

    def _head(self) -> list[Line]:
        lines = self._row([column.style for column in self._columns], head=True)
        for line, column in zip(lines, self._columns, strict=True):
            line.text(column.head)
        return lines

    def _row(self, styles: Sequence[str], head: bool = False) -> list[Line]:
        row = child(self._element, "w:tr")
        properties = child(row, "w:trPr")
        child(properties, "w:cantSplit")
        if head:
            child(properties, "w:tblHeader")
        self._cells = [self._cell(row, twips) for twips in self._twips]
        pairs = zip(self._cells, styles, strict=True)
        return [Line.new(cell, self._names, style) for cell, style in pairs]

    def _cell(self, row: BaseOxmlElement, twips: str) -> BaseOxmlElement:
        cell = child(row, "w:tc")
        child(child(cell, "w:tcPr"), "w:tcW", w=twips, type="dxa")
        return cell


def is_table(element: BaseOxmlElement | None) -> bool:
    """Whether a block of a document is a table."""
    return element is not None and element.tag == qn("w:tbl")

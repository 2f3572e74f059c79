"""Tables that the expert put in: the cells of a row are read as one text."""

from exports.review.marks import read_name
from exports.review.wordml import Element, w

BETWEEN_CELLS, IN_A_CELL = " | ", " "


def is_theirs(table: Element) -> bool:
    """Whether nothing in a table is ours."""
    return not any(read_name(mark.get(w("name"), "")) for mark in table.iter(w("bookmarkStart")))


def has_cells(row: Element) -> bool:
    """Whether a row has several cells: one alone is no more than a frame."""
    return sum(next(cell.iterancestors(w("tr"))) is row for cell in row.iter(w("tc"))) > 1

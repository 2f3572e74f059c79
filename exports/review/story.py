"""Reads a text from its first element to its last: paragraphs as they read when every change is accepted."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from exports.review import boxes
from exports.review.boxes import Box
from exports.review.fields import Fields
from exports.review.glyphs import in_font
from exports.review.rows import BETWEEN_CELLS, IN_A_CELL, has_cells, is_theirs
from exports.review.spans import Position, Spans
from exports.review.tracked import (
    DELETED,
    INSERTED,
    Changes,
    changes_of_cell,
    changes_of_mark,
    changes_of_row,
    is_gone,
)
from exports.review.wordml import Element, Styles, is_on, is_struck, value, w
from sessions.text import clean

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_BREAKS = {w("br"): "\n", w("cr"): "\n", w("tab"): "\t", w("ptab"): "\t", w("noBreakHyphen"): "-"}
_NO_TEXT = frozenset(map(w, ("pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "sdtPr", "rt")))


@dataclass
class Paragraph:
    """A paragraph while it is read."""

    style: str = ""
    text: str = ""
    boxes: list[Box] = field(default_factory=list)


@dataclass(frozen=True)
class NoteAt:
    """Where the sign of a comment, footnote or endnote stands: its kind as the element is called, its number."""

    kind: str
    number: str
    at: Position


class Story:
    """A text such as that of the document, a comment or a footnote; reads it as soon as it is made.

    ``bookmarks`` have their name as name, ``commented`` the number of the comment. ``crossed_out`` counts the stretches
    of text that are struck through, and so are not in it.
    """

    def __init__(self, root: Element, styles: Styles) -> None:
        self.paragraphs: list[Paragraph] = []
        self.bookmarks, self.commented = Spans(), Spans()
        self.notes: list[NoteAt] = []
        self.changes = Changes()
        self.crossed_out = 0
        self._styles = styles
        self._at: int | None = None  # the paragraph that is open
        self._last: int | None = None  # the one that was closed last
        self._waiting: list[bool] = []  # boxes around the next paragraph
        self._silent = self._signs = 0  # depth in what is not there, and in check boxes
        self._font = ""
        self._struck = self._crossing = False  # this run is struck through, and what was said last
        self._theirs = self._in_row = False  # in a table of the expert, and in a row of it that is one text
        self._between = ""  # what comes before its next words
        self._fields = Fields()
        self._readers = self._by_tag()
        self._read(root)
        self._close()

    def _by_tag(self) -> dict[str, Callable[[Element], None]]:
        mine = {
            "p": self._paragraph,
            "r": self._run,
            "t": self._text,
            "sym": self._symbol,
            "tbl": self._table,
            "tr": self._row,
            "tc": self._cell,
            "txbxContent": self._apart,
            "sdt": self._control,
            "fldChar": self._field,
            "bookmarkStart": self._bookmark,
            "bookmarkEnd": self._bookmark_end,
            "commentRangeStart": self._comment,
            "commentRangeEnd": self._comment_end,
            **dict.fromkeys(("commentReference", "footnoteReference", "endnoteReference"), self._note),
        }
        readers: dict[str, Callable[[Element], None]] = {w(name): reader for name, reader in mine.items()}
        readers |= dict.fromkeys(_NO_TEXT, self._skip) | dict.fromkeys(_BREAKS, self._break)
        readers |= dict.fromkeys(INSERTED | DELETED, self._change)
        return readers | {f"{_COMPATIBLE}AlternateContent": self._alternatives, f"{_MATHS}t": self._text}

    def _read(self, element: Element) -> None:
        for child in element:
            if isinstance(child.tag, str):  # no comment of XML, and no instruction to a program
                self._readers.get(child.tag, self._read)(child)

    def _skip(self, element: Element) -> None:
        pass

    # paragraphs and what they stand in

    def _paragraph(self, element: Element) -> None:
        changes = changes_of_mark(element)
        if not self._silent:
            self._open(value(element.find(w("pPr")), "pStyle"))
        self._fields = Fields(element)
        self._read(element)
        self.changes.met(changes)
        if not changes:
            self.changes.undisputed()
        if not (self._silent or is_gone(changes)):
            self._close()

    def _open(self, style: str) -> None:
        if self._at is None:
            self._at = len(self.paragraphs)
            self.paragraphs.append(Paragraph())
        # the last of paragraphs that were joined keeps its end, and so its style
        self._current.style = style
        self._current.boxes += [Box(len(self._current.text), ticked) for ticked in self._waiting]
        self._waiting = []

    @property
    def _current(self) -> Paragraph:
        if self._at is None:
            self._open("")
        return self.paragraphs[self._at or 0]

    def _close(self) -> None:
        self._crossing = False
        if self._in_row:
            self._between = self._between or IN_A_CELL
            return
        self._between = ""
        self._last = self._last if self._at is None else self._at
        self._at = None

    def _table(self, element: Element) -> None:
        self._close()
        outer, self._theirs = self._theirs, self._in_row or is_theirs(element)
        self._read(element)
        self._theirs = outer

    def _row(self, element: Element) -> None:
        outer, self._in_row = self._in_row, self._in_row or (self._theirs and has_cells(element))
        self._change_around(element, changes_of_row(element))
        self._in_row = outer
        self._close()

    def _cell(self, element: Element) -> None:
        self._close()
        self._change_around(element, changes_of_cell(element))
        self._close()
        self._between = BETWEEN_CELLS if self._in_row else ""

    def _apart(self, element: Element) -> None:
        """A text box: paragraphs of their own, within a paragraph."""
        kept = self._at, self._fields, self._font, self._in_row, self._between
        self._at, self._in_row = None if not self._silent else self._at, False
        self._read(element)
        if not self._silent:
            self._close()
        self._at, self._fields, self._font, self._in_row, self._between = kept

    def _alternatives(self, element: Element) -> None:
        """The same thing twice or more, for newer programs and for older ones."""
        one = element.find(f"{_COMPATIBLE}Choice")
        one = element.find(f"{_COMPATIBLE}Fallback") if one is None else one
        if one is not None:
            self._read(one)

    # changes, and other text that is not there

    def _change(self, element: Element) -> None:
        self._change_around(element, [element] if len(element) else [])

    def _change_around(self, element: Element, changes: list[Element]) -> None:
        with self.changes.within(changes), self._silence(is_gone(changes)):
            self._read(element)

    @contextmanager
    def _silence(self, silent: bool) -> Iterator[None]:
        self._silent += silent
        yield
        self._silent -= silent

    def _run(self, element: Element) -> None:
        properties = element.find(w("rPr"))
        style = self.paragraphs[self._at].style if self._at is not None else ""
        self._font, self._struck = _font(properties), is_struck(properties)
        with self._silence(self._styles.hides(properties, style)):
            self._read(element)
        self._font, self._struck = "", False

    def _control(self, element: Element) -> None:
        ticked = boxes.of_control(element)
        if ticked is not None:
            self._box(ticked)
        self._signs += ticked is not None
        with self._silence(is_on(element.find(f"{w('sdtPr')}/{w('showingPlcHdr')}"))):
            self._read(element)
        self._signs -= ticked is not None

    def _field(self, element: Element) -> None:
        ticked = self._fields.met(element)
        if ticked is not None:
            self._box(ticked)

    def _box(self, ticked: bool) -> None:
        if not self._silent and self._at is None:
            self._waiting.append(ticked)
        elif not self._silent:
            self._current.boxes.append(Box(len(self._current.text), ticked))

    # what is said

    def _text(self, element: Element) -> None:
        text = in_font(element.text or "", self._font)
        self._say(clean(text).replace("\n", " "))  # a line break is an element of its own

    def _break(self, element: Element) -> None:
        self._say(_BREAKS[element.tag])

    def _symbol(self, element: Element) -> None:
        try:
            char = chr(int(element.get(w("char"), ""), 16))
        except (ValueError, OverflowError):
            return
        self._say(clean(in_font(char, element.get(w("font"), ""))))

    def _say(self, text: str) -> None:
        if self._silent or self._fields.hidden or self._cross_out(text):
            return
        self.changes.undisputed()
        self._begin_cell()
        self._current.text += boxes.without_signs(text) if self._signs else text

    def _cross_out(self, text: str) -> bool:
        """Whether a text is struck through: to be read as taken out."""
        self.crossed_out += bool(self._struck and text.strip() and not self._crossing)
        self._crossing = self._struck and (self._crossing or bool(text.strip()))
        return self._struck

    def _begin_cell(self) -> None:
        if self._current.text:
            self._current.text += self._between
        self._between = ""

    # places

    def _from_here(self) -> Position:
        if self._at is None:
            return len(self.paragraphs), 0
        return self._at, len(self._current.text)

    def _up_to_here(self) -> Position:
        at = self._last if self._at is None else self._at
        return (0, 0) if at is None else (at, len(self.paragraphs[at].text))

    def _bookmark(self, element: Element) -> None:
        self.bookmarks.begin(element.get(w("id"), ""), element.get(w("name"), ""), self._from_here())

    def _bookmark_end(self, element: Element) -> None:
        self.bookmarks.finish(element.get(w("id"), ""), self._up_to_here())

    def _comment(self, element: Element) -> None:
        number = element.get(w("id"), "")
        if self._between and not self._silent:
            self._begin_cell()
        self.commented.begin(number, number, self._from_here())

    def _comment_end(self, element: Element) -> None:
        self.commented.finish(element.get(w("id"), ""), self._up_to_here())

    def _note(self, element: Element) -> None:
        kind = element.tag.rpartition("}")[2]
        if kind == "commentReference" or not self._silent:
            self.notes.append(NoteAt(kind, element.get(w("id"), ""), self._up_to_here()))


def _font(properties: Element | None) -> str:
    fonts = None if properties is None else properties.find(w("rFonts"))
    return "" if fonts is None else fonts.get(w("ascii"), "")

"""The one writer of our Word documents: from top to bottom, as elements with styles that were looked up once."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm
from lxml import etree

from exports.labels import Labels
from exports.word.captions import Captions
from exports.word.comments import Comments
from exports.word.contents import Contents, renew_contents
from exports.word.fields import child
from exports.word.house_template import readable
from exports.word.line import Line
from exports.word.naming import Names
from exports.word.numbering import Numbering
from exports.word.pictures import photo
from exports.word.place import find_place
from exports.word.sections import Sections
from exports.word.styles import AFTER_TABLE, BODY, CAPTION, NUMBERED, PICTURE, TOC_HEADING
from exports.word.tables import Column, Grid, is_table
from sessions.i18n import N_
from sessions.text import clean_line

__all__ = ["Body", "Column", "Grid", "Line"]

DEEPEST = 4
_LINK = qn("w:hyperlink")
_HIGHEST_CM = 14.0  # of a picture: with its caption it fits on a page


class Body:
    """Writes after the cover of a house template, or where that says ``{{inhoud}}``; :meth:`finish` ends it.

    Text may hold anything: what XML or Word cannot hold is left out.
    """

    def __init__(self, document: Document, labels: Labels) -> None:
        self._document = document
        self._root = document.element.body
        self._first, self._level = True, 0
        self.unknown: frozenset[str] = frozenset()
        with readable():
            self._read(document, labels)

    def _read(self, document: Document, labels: Labels) -> None:
        """What a template brings that the writer builds on."""
        self._place = find_place(document)
        self._names = Names(document)
        self._sections = Sections(self._place.marker)
        self._contents = Contents(self._names)
        self._captions = Captions(self._names, labels)
        self._comments = Comments(document, self._names)
        self._numbering = Numbering(document)
        self._pictures = _highest_drawing(self._root)
        self._their_links = set(self._root.iter(_LINK))
        self._has_contents = renew_contents(self._root)

    def line(self, style: str = BODY, text: str = "") -> Line:
        """A new paragraph at the end."""
        line = Line.new(self._root, self._names, style)
        self._put(line.element)
        return line.text(text)

    def heading(self, text: str, level: int, anchor: str = "") -> Line:
        """A heading of ``level`` 1 to 4, which follows the one before it without leaving a level out."""
        text = clean_line(text)
        self._level = max(1, min(level, self._level + 1, DEEPEST))
        line = self.line(f"heading {self._level}", text)
        self._contents.add(self._level, text, line)
        if anchor:
            line.bookmark(anchor)
            self._captions.know(anchor, text)
        return line

    def contents(self, title: str, levels: int = 2, most: int = 0) -> None:
        """Where the table of contents stands, unless a template has one: of headings down to ``levels``, of those
        of level 1 alone where that would be more than ``most`` lines (0: however many)."""
        if self._has_contents:
            return
        self._contents.levels, self._contents.most = levels, most
        self._contents.title = self.line(TOC_HEADING, title)
        self._contents.place = self.line("toc 1")

    def numbered(self) -> "Numbered":
        """A numbered list that begins at 1."""
        return Numbered(self, self._numbering.restarted())

    def table(self, columns: Sequence[Column], caption: str = "") -> Grid:
        """A table, with a numbered caption above it unless that is empty."""
        number, anchor = 0, ""
        if caption:
            line = self.line(CAPTION).keep()
            number, anchor = self._captions.write(line, N_("Table"), clean_line(caption))
        element = etree.SubElement(self._root, qn("w:tbl"))
        self._put(element)
        grid = Grid(element, columns, self._names, self._sections.scale())
        grid.number, grid.anchor = number, anchor
        return grid

    def picture(self, data: bytes, caption: str, alt: str, width_cm: float = 12.0, remark: str = "") -> str:
        """A picture with a numbered caption below it, and ``remark`` as a comment on that; the bookmark of the
        caption, for references.

        Raises :class:`ExportError` where it cannot be read; nothing is written then.
        """
        picture = photo(data)
        width = min(width_cm, self._sections.width_cm(), _HIGHEST_CM * picture.width / picture.height)
        relation, _image = self._document.part.get_or_add_image(BytesIO(picture.data))
        self._pictures += 1
        size = Cm(width), Cm(width * picture.height / picture.width)
        name = f"foto{self._pictures}.{picture.suffix}"
        inline = CT_Inline.new_pic_inline(self._pictures, relation, name, *size)
        inline.docPr.set("descr", clean_line(alt or caption))
        line = self.line(PICTURE)
        child(child(line.element, "w:r"), "w:drawing").append(inline)
        below = self.line(CAPTION)
        if remark:
            self.comment(below, remark)
        return self._captions.write(below, N_("Figure"), clean_line(caption))[1]

    def reference(self, line: Line, to: Grid | str) -> None:
        """A reference to a table ("tabel 3"), or to the anchor of a heading or picture."""
        anchor = to.anchor if isinstance(to, Grid) else to
        self._captions.refer(line, anchor, lower=anchor.startswith("_Ref"))

    def begin_section(self) -> None:
        """What comes next begins a page and a section, with the header and footer so far."""
        self._sections.begin(self._last_of_section)

    @contextmanager
    def landscape(self) -> Iterator[None]:
        """What is written inside stands on landscape pages."""
        with self._sections.landscape(self._last_of_section):
            yield

    def comment(self, line: Line, text: str) -> None:
        """A Word comment over all of that line, by author "Vakborg"."""
        self._comments.add(line, text)

    def finish(self) -> None:
        """Fill contents and references, write the comments; called once, last. ``unknown`` then holds the
        anchors that were referred to and are nowhere: what referred to them is plain text."""
        self._contents.fill()
        self.unknown = frozenset(self._captions.settle() | self._unlink())
        self._comments.write()
        if is_table(self._last()):
            self.line(AFTER_TABLE)
        if self._place.own:
            self._root.remove(self._place.marker)

    def _unlink(self) -> set[str]:
        """Make plain text of links of ours that lead nowhere; where they led."""
        unknown = set()
        for link in list(self._root.iter(_LINK)):
            anchor = link.get(qn("w:anchor"), "")
            if link not in self._their_links and anchor not in self._names.bookmarks:
                unknown.add(anchor)
                for part in list(link):
                    link.addprevious(part)
                link.getparent().remove(link)
        return unknown

    def _put(self, block: BaseOxmlElement) -> None:
        """Put a block that was made at the end of the body where the text goes."""
        before = self._last()
        if is_table(block) and (is_table(before) or (self._first and self._place.new_page)):
            self.line(AFTER_TABLE)  # tables that touch become one, and a table cannot begin a page
        if self._first and self._place.new_page:
            block.get_or_add_pPr().get_or_add_pageBreakBefore()
        self._first = False
        self._place.marker.addprevious(block)

    def _last(self) -> BaseOxmlElement | None:
        last: BaseOxmlElement | None = self._place.marker.getprevious()
        return last

    def _last_of_section(self) -> BaseOxmlElement | None:
        """The paragraph that can end a section: the last one, or a tiny one where a table is last."""
        last = self._last()
        if last is None or last.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            return None
        self._first = False  # what comes next begins a page as a section does
        return last if last.tag == qn("w:p") else self.line(AFTER_TABLE).element


class Numbered:
    """A list whose items are numbered from 1."""

    def __init__(self, body: Body, number: str) -> None:
        self._body = body
        self._number = number

    def line(self, text: str = "") -> Line:
        """The next item."""
        line = self._body.line(NUMBERED)
        properties = line.element.get_or_add_pPr().get_or_add_numPr()
        child(properties, "w:ilvl", val="0")
        child(properties, "w:numId", val=self._number)
        return line.text(text)


def _highest_drawing(root: BaseOxmlElement) -> int:
    ids = (e.get("id", "0") for e in root.iterfind(f".//{qn('wp:docPr')}"))
    return max((int(number) for number in ids if number.isdecimal()), default=0)

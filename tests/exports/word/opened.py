"""A draft that was rendered, saved and opened again, and ways to look into it."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from exports.draft.model import Draft
from exports.word.draft import render_drafts
from exports.word.page import to_bytes
from tests.exports.word.teller import files

LEVELS = {f"Heading {level}": level for level in range(1, 5)}


class Opened:
    """What a reader of the file finds in it."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.data = to_bytes(render_drafts(drafts, files=files).document)
        self.document: Document = docx.Document(BytesIO(self.data))

    def part(self, name: str) -> str:
        """The XML of a part, such as "document"."""
        with zipfile.ZipFile(BytesIO(self.data)) as archive:
            return archive.read(f"word/{name}.xml").decode("utf-8")

    @property
    def whole(self) -> str:
        """All there is in the file."""
        with zipfile.ZipFile(BytesIO(self.data)) as archive:
            return b"".join(archive.read(name) for name in archive.namelist()).decode("utf-8", "ignore")

    @property
    def lines(self) -> list[Paragraph]:
        """All paragraphs from top to bottom, those in tables too."""
        body = self.document.element.body
        return [Paragraph(p, self.document._body) for p in body.iter(qn("w:p"))]

    @property
    def texts(self) -> list[str]:
        """Their texts."""
        return [line.text for line in self.lines]

    @property
    def headings(self) -> list[tuple[int, str]]:
        """The headings with their levels."""
        return [(LEVELS[style(p)], p.text) for p in self.document.paragraphs if style(p) in LEVELS]

    def below(self, heading: str) -> list[str]:
        """The texts under a heading, to the next one as high; of tables too."""
        return [line.text for line in self.lines_below(heading)]

    def lines_below(self, heading: str) -> list[Paragraph]:
        """The paragraphs under a heading."""
        return list(self._below(heading))

    def _below(self, heading: str) -> Iterator[Paragraph]:
        inside = 0
        for line in self.lines:
            level = LEVELS.get(style(line), 0)
            if inside and 0 < level <= inside:
                return
            if inside:
                yield line
            elif level and line.text == heading:
                inside = level

    def table(self, head: str) -> list[list[str]]:
        """The rows of the first table that has a column of this name."""
        return rows(next(t for t in self.document.tables if head in [c.text for c in t.rows[0].cells]))

    @property
    def comments(self) -> list[tuple[str, str]]:
        """The comments: the text of the paragraph that each is about, and its own."""
        by_id = {c.get(qn("w:id")): "".join(c.itertext()) for c in self.document.part._comments_part.element}
        starts = self.document.element.body.iter(qn("w:commentRangeStart"))
        return [(_text(start.getparent()), by_id[start.get(qn("w:id"))]) for start in starts]

    @property
    def bookmarks(self) -> list[str]:
        """The names of the bookmarks."""
        return re.findall(r'<w:bookmarkStart[^>]* w:name="([^"]+)"', self.part("document"))

    @property
    def anchors(self) -> list[str]:
        """Where links lead."""
        return re.findall(r'w:anchor="([^"]+)"', self.part("document"))


def opened(*drafts: Draft) -> Opened:
    """The document with these drafts."""
    return Opened(drafts)


def rows(table: Table) -> list[list[str]]:
    """The texts of a table."""
    return [[cell.text for cell in row.cells] for row in table.rows]


def style(paragraph: Paragraph) -> str:
    """The name of a paragraph's style."""
    return str(paragraph.style.name) if paragraph.style else ""


def _text(paragraph: Any) -> str:
    return str(paragraph.text)

"""A sheet that was rendered and opened again, as python-docx and as bare XML show it."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from exports.review.building import build_sheet
from exports.review.document import render_sheet
from exports.review.marks import Name, read_name
from sessions.fragments import SessionReading
from sessions.sheet import Sheet
from tests.exports.conftest import LATER

MARK = "k7m2xw9q"


@dataclass(frozen=True)
class Rendered:
    """The sheet, and the file that was made of it."""

    sheet: Sheet
    data: bytes

    @property
    def document(self) -> Document:
        """The document, opened anew."""
        return docx.Document(BytesIO(self.data))

    @property
    def lines(self) -> list[Paragraph]:
        """All paragraphs of the body, those in tables too."""
        document = self.document
        return [Paragraph(p, document._body) for p in document.element.body.iter(qn("w:p"))]

    @property
    def texts(self) -> list[str]:
        """What stands in them, boxes left out."""
        return [line.text for line in self.lines]

    @property
    def marked(self) -> dict[Name, str]:
        """The text in each of our bookmarks."""
        return dict(_bookmarked(self.document.element.body))

    def style_of(self, text: str) -> str:
        """The style of the first paragraph that holds ``text``."""
        line = next(line for line in self.lines if text in line.text)
        return str(line.style.name) if line.style else ""


def rendered(reading: SessionReading, by: str = "Sanne") -> Rendered:
    """The sheet of a session, as a file."""
    sheet = build_sheet(reading, MARK, by, LATER, "exports/nakijken-A1.docx")
    return Rendered(sheet, render_sheet(reading, sheet))


def _bookmarked(body: BaseOxmlElement) -> Iterator[tuple[Name, str]]:
    for start in body.iter(qn("w:bookmarkStart")):
        if name := read_name(start.get(qn("w:name"), "")):
            yield name, "".join(_until(body, start))


def _until(body: BaseOxmlElement, start: BaseOxmlElement) -> Iterator[str]:
    inside = False
    for element in body.iter():
        inside = inside or element is start
        if inside and element.tag == qn("w:bookmarkEnd") and element.get(qn("w:id")) == start.get(qn("w:id")):
            return
        if inside and element.tag == qn("w:t"):
            yield element.text or ""

"""Documents to look into: made with the writer, saved, and opened again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exports.labels import Labels
from exports.word.body import Body
from exports.word.page import About, Made, new_document, to_bytes

ABOUT = About(
    "Draadvonken", "Leerpad", datetime(2025, 11, 24, 9, tzinfo=UTC), "Concept van module M3", "3", "M3"
)
HOSTILE = (
    "\x00\x07\x1b[31m rood \ud800\udfff \u202eachterstevoren\u202c \ufffe\uffff ]]> <w:p/> &amp; \" ' "
    "😀👩‍🔧 עברית مرحبا e\u0301 \v\f\r\n\t" + "zonderspatie" * 100
)


@dataclass(frozen=True)
class Written:
    """What was written: the file, and the document as it is read back."""

    data: bytes
    made: Made
    body: Body

    @property
    def document(self) -> Document:
        """The document, opened anew."""
        return docx.Document(BytesIO(self.data))

    @property
    def root(self) -> BaseOxmlElement:
        """Its body."""
        root: BaseOxmlElement = self.document.element.body
        return root

    @property
    def lines(self) -> list[tuple[str, str]]:
        """The paragraphs of the body with the names of their styles, tables left out."""
        return [(str(p.style.name if p.style else ""), p.text) for p in self.document.paragraphs]

    def find(self, path: str) -> list[BaseOxmlElement]:
        """Elements by XPath, such as ``//w:tbl``."""
        return list(self.root.xpath(path))


def written(write: Callable[[Body], object], template: bytes | None = None, language: str = "nl") -> Written:
    """Write a document, finish and save it."""
    labels = Labels(language)
    made = new_document(ABOUT, labels, template)
    body = Body(made.document, labels)
    write(body)
    body.finish()
    return Written(to_bytes(made.document), made, body)


def instructions(root: BaseOxmlElement) -> list[str]:
    """The codes of the fields under ``root``."""
    return [str(code.text).strip() for code in root.iter(qn("w:instrText"))]

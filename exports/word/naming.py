"""What a document calls things: its styles by name, whatever their ids, and its bookmarks."""

from collections.abc import Iterable

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exports.word.fields import bookmark_name, child

OURS = "{name} (Vakborg)"
"""What a style of ours is called where a template has its name for a style of another kind."""


def style_ids(styles: BaseOxmlElement) -> dict[tuple[str, str], str]:
    """The ids of the styles by kind ("paragraph", "character", "table") and name in small letters."""
    found: dict[tuple[str, str], str] = {}
    for style in styles.iterfind(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None:
            kind = style.get(qn("w:type"), "paragraph")
            found.setdefault((kind, name.get(qn("w:val"), "").casefold()), style.get(qn("w:styleId"), ""))
    return found


class Names:
    """The style ids of a document, looked up once, and the bookmarks that it has."""

    def __init__(self, document: Document) -> None:
        self._ids = style_ids(document.styles.element)
        starts = document.element.body.findall(f".//{qn('w:bookmarkStart')}")
        self.bookmarks = {start.get(qn("w:name"), "") for start in starts}
        self._next = 1 + max(_numbers(starts), default=0)

    def paragraph(self, name: str) -> str:
        """The id of a paragraph style."""
        return self._id("paragraph", name)

    def character(self, name: str) -> str:
        """The id of a character style."""
        return self._id("character", name)

    def table(self, name: str) -> str:
        """The id of a table style."""
        return self._id("table", name)

    def bookmark(
        self,
        paragraph: BaseOxmlElement,
        name: str,
        start: int | None = None,
        last: BaseOxmlElement | None = None,
    ) -> str:
        """Put a bookmark around all that ``paragraph`` holds now; one that is there already stays where it is.

        It begins before the child at ``start`` where that is given, and ends with the paragraph ``last``.
        """
        name = bookmark_name(name)
        if name in self.bookmarks:
            return name
        self.bookmarks.add(name)
        begin = child(paragraph, "w:bookmarkStart", id=str(self._next), name=name)
        child(paragraph if last is None else last, "w:bookmarkEnd", id=str(self._next))
        self._next += 1
        paragraph.insert(first_place(paragraph) if start is None else start, begin)
        return name

    def free_bookmark(self, prefix: str, number: int) -> str:
        """A name that no bookmark has yet."""
        name = f"{prefix}{number:08d}"
        return name if name not in self.bookmarks else self.free_bookmark(f"{prefix}_", number)

    def _id(self, kind: str, name: str) -> str:
        ours = self._ids.get((kind, OURS.format(name=name).casefold()))
        return ours or self._ids[kind, name.casefold()]


def first_place(paragraph: BaseOxmlElement) -> int:
    """The index in ``paragraph`` after its properties."""
    return 1 if len(paragraph) and paragraph[0].tag == qn("w:pPr") else 0


def _numbers(elements: Iterable[BaseOxmlElement]) -> list[int]:
    return [int(value) for e in elements if (value := e.get(qn("w:id"), "")).lstrip("-").isdigit()]

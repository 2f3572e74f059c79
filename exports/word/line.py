"""One paragraph, written from left to right."""

from collections.abc import Iterator
from contextlib import contextmanager

from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from exports.word.fields import add_check_box, add_link, add_run, bookmark_name, fill_run
from exports.word.naming import Names

_P, _PPR, _PSTYLE, _VAL = (qn(f"w:{name}") for name in ("p", "pPr", "pStyle", "val"))


class Line:
    """A paragraph of a document; each call adds at its end and returns the line itself."""

    __slots__ = ("_names", "element")

    def __init__(self, element: CT_P, names: Names) -> None:
        self.element = element
        self._names = names

    @classmethod
    def new(cls, parent: BaseOxmlElement, names: Names, style: str) -> "Line":
        """A new paragraph at the end of ``parent``."""
        element = etree.SubElement(parent, _P)
        etree.SubElement(etree.SubElement(element, _PPR), _PSTYLE, {_VAL: names.paragraph(style)})
        return cls(element, names)

    def text(self, text: str, style: str = "") -> "Line":
        """A run, in a character style if one is named; cleaned for XML."""
        if text:
            add_run(self.element, text, self._names.character(style) if style else "")
        return self

    def link(self, text: str, anchor: str, style: str = "") -> "Line":
        """A run that leads to the bookmark ``anchor``."""
        link = add_link(self.element, bookmark_name(anchor))
        add_run(link, text, self._names.character(style) if style else "")
        return self

    def bookmark(self, name: str, last: "Line | None" = None) -> "Line":
        """A bookmark around all the line holds now, and around what follows up to the end of ``last``."""
        self._names.bookmark(self.element, name, last=last.element if last else None)
        return self

    @contextmanager
    def marked(self, name: str) -> Iterator["Line"]:
        """A bookmark around what is written inside."""
        start = len(self.element)
        yield self
        self._names.bookmark(self.element, name, start)

    def check_box(self, tag: str, style: str) -> "Line":
        """An empty box that a click ticks, in a character style."""
        add_check_box(self.element, tag, self._names.character(style))
        return self

    def tab(self) -> "Line":
        """A tab."""
        fill_run(add_run(self.element, ""), "\t")
        return self

    def new_page(self) -> "Line":
        """The line begins a page."""
        self.element.get_or_add_pPr().get_or_add_pageBreakBefore()
        return self

    def keep(self) -> "Line":
        """The line stays on the page of the paragraph after it."""
        self.element.get_or_add_pPr().get_or_add_keepNext()
        return self

    @property
    def shown(self) -> str:
        """The text of the line."""
        return str(self.element.text)

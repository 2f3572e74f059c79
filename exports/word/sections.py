"""Which pages the text stands on: upright, or landscape for a while, with the same header and footer."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy

from docx.oxml.ns import qn
from docx.oxml.section import CT_SectPr
from docx.oxml.xmlchemy import BaseOxmlElement

from exports.word.fields import child
from exports.word.measures import twips

UPRIGHT_CM, LANDSCAPE_CM = 16.0, 24.7
"""The width of the text on our own pages."""

_A4 = {"w": "11906", "h": "16838"}
_MARGIN = "1417"
_FIRST_ONLY = [qn(f"w:{name}") for name in ("headerReference", "footerReference", "titlePg", "type")]


class Sections:
    """The section that a document's text is written in, before ``marker``."""

    def __init__(self, marker: BaseOxmlElement) -> None:
        self._marker = marker
        self._turned = False

    def width_cm(self) -> float:
        """The width of the text here."""
        return _text_width(self._turned_copy() if self._turned else self._here()) / 1440 * 2.54

    def scale(self) -> float:
        """How wide the text is here, as a part of what it is on our own page."""
        return self.width_cm() / (LANDSCAPE_CM if self._turned else UPRIGHT_CM)

    def begin(self, breaking: Callable[[], BaseOxmlElement | None]) -> None:
        """A section of its own for what is written next; ``breaking`` as for :meth:`landscape`."""
        self._end(breaking(), self._here())

    @contextmanager
    def landscape(self, breaking: Callable[[], BaseOxmlElement | None]) -> Iterator[None]:
        """Landscape pages for what is written meanwhile; ``breaking`` gives the paragraph that can end the
        section, or None where the section is still empty."""
        if self._turned:
            yield
            return
        self._end(breaking(), self._here())
        self._turned = True
        before = self._marker.getprevious()
        try:
            yield
        finally:
            turned = self._turned_copy()
            self._turned = False
            if self._marker.getprevious() is not before:
                self._end(breaking(), turned)

    def _end(self, paragraph: BaseOxmlElement | None, section: CT_SectPr) -> None:
        """Let ``paragraph`` be the last of a section; what follows goes on with its header and numbers."""
        if paragraph is None:
            return
        copy = deepcopy(section)
        paragraph.get_or_add_pPr()._insert_sectPr(copy)
        here = self._here()
        for part in [part for part in here if part.tag in _FIRST_ONLY]:
            here.remove(part)
        numbers = here.find(qn("w:pgNumType"))
        if numbers is not None:
            numbers.attrib.pop(qn("w:start"), None)

    def _here(self) -> CT_SectPr:
        """The properties of the section that the marker stands in: the first from there on."""
        place: BaseOxmlElement | None = self._marker
        while place is not None:
            found = place if place.tag == qn("w:sectPr") else place.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
            if found is not None:
                return found
            place = place.getnext()
        return child(self._marker.getparent(), "w:sectPr")

    def _turned_copy(self) -> CT_SectPr:
        copy: CT_SectPr = deepcopy(self._here())
        page = copy.get_or_add_pgSz()
        width, height = (page.get(qn(f"w:{side}"), _A4[side]) for side in ("w", "h"))
        if twips(width) < twips(height):
            page.set(qn("w:w"), height)
            page.set(qn("w:h"), width)
            page.set(qn("w:orient"), "landscape")
        return copy


def _text_width(section: CT_SectPr) -> int:
    """In twentieths of a point."""
    page, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    width = twips(page.get(qn("w:w"), _A4["w"]) if page is not None else _A4["w"])
    sides = (
        margins.get(qn(f"w:{s}"), _MARGIN) if margins is not None else _MARGIN for s in ("left", "right")
    )
    return max(width - sum(map(twips, sides)), 2880)

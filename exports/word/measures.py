"""Lengths as Word files write them, in twentieths of a point (ECMA-376, part 1, 22.9.2.14: ST_TwipsMeasure)."""

import re

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_TWIPS = {"": 1.0, "mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}
_MEASURE = re.compile(r"\s*([+-]?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi|)\s*", re.ASCII)
_OF_PAGE = {
    qn("w:pgSz"): ("w", "h"),
    qn("w:pgMar"): ("top", "right", "bottom", "left", "header", "footer", "gutter"),
}


def twips(text: str) -> int:
    """A length such as "1133", "1133.858" or "21cm"; raises :class:`ValueError` for anything else."""
    found = _MEASURE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return round(float(found[1]) * _TWIPS[found[2]])


def round_pages(root: BaseOxmlElement) -> None:
    """Write the sizes and margins of all pages as whole numbers: Google Docs writes parts of them, which Word reads
    and python-docx does not. Raises :class:`ValueError` for what is no length."""
    for element in root.iter(*_OF_PAGE):
        for name in _OF_PAGE[element.tag]:
            value = element.get(qn(f"w:{name}"))
            if value is not None:
                element.set(qn(f"w:{name}"), str(twips(value)))

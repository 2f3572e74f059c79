"""Where in a document the text goes: after the cover that a house template has, or where it says so."""

from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exports.word.fields import child

HERE = frozenset(("{{inhoud}}", "{{content}}"))
SAMPLES = frozenset(("{{voorbeelden}}", "{{samples}}"))

_SECTION, _P, _PPR = qn("w:sectPr"), qn("w:p"), qn("w:pPr")
_SEEN = tuple(qn(tag) for tag in ("w:drawing", "w:pict", "w:object", "w:br", "w:bookmarkStart", "w:fldChar"))


@dataclass(frozen=True)
class Place:
    """Everything is written before ``marker``; ``own`` tells that the marker goes when all is written.

    ``new_page`` tells that something stands before it, on whose page the text does not belong.
    """

    marker: BaseOxmlElement
    own: bool = False
    new_page: bool = False


def find_place(document: Document) -> Place:
    """The place for the text; what stands there as an example only, and empty lines before it, are removed."""
    body = document.element.body
    _drop_samples(body)
    end = body.find(_SECTION)
    end = child(body, "w:sectPr") if end is None else end
    for paragraph in body.iter(_P):
        if paragraph.text.strip().casefold() in HERE:
            return _at(paragraph, body)
    before = end.getprevious()
    while before is not None and _blank(before):
        body.remove(before)
        before = end.getprevious()
    return Place(end, new_page=before is not None and not (_ends_page(before) and _begins_page(end)))


def _at(paragraph: BaseOxmlElement, body: BaseOxmlElement) -> Place:
    block = next(b for b in (paragraph, *paragraph.iterancestors()) if b.getparent() is body)
    if block is paragraph and paragraph.find(f"{_PPR}/{_SECTION}") is None:
        breaks = paragraph.find(f"{_PPR}/{qn('w:pageBreakBefore')}") is not None
        return Place(paragraph, own=True, new_page=breaks)
    for run in [part for part in paragraph if part.tag != _PPR]:
        paragraph.remove(run)
    return Place(paragraph if block is paragraph else block.getnext())


def _drop_samples(body: BaseOxmlElement) -> None:
    """Our own template shows what each style is for; none of that belongs in a document."""
    found = False
    for block in list(body):
        found = found or (block.tag == _P and block.text.strip().casefold() in SAMPLES)
        if found and block.tag != _SECTION:
            body.remove(block)


def _blank(block: BaseOxmlElement) -> bool:
    if block.tag != _P or block.text.strip() or block.find(f"{_PPR}/{_SECTION}") is not None:
        return False
    return not any(block.find(f".//{tag}") is not None for tag in _SEEN)


def _ends_page(block: BaseOxmlElement) -> bool:
    """Whether a page ends with it already: by a section, or a page break as the last thing."""
    if block.find(f"{_PPR}/{_SECTION}") is not None:
        return True
    runs = [part for part in block.iter() if part.tag in (qn("w:t"), qn("w:br"), qn("w:drawing"))]
    return bool(runs) and runs[-1].tag == qn("w:br") and runs[-1].get(qn("w:type")) == "page"


def _begins_page(section: BaseOxmlElement) -> bool:
    kind = section.find(qn("w:type"))
    return kind is None or kind.get(qn("w:val")) != "continuous"

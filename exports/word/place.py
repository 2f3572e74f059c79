"""Where in a document the text goes: after the cover that a house template has, or where it says so."""

from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exports.word.fields import child, own_text

HERE = frozenset(("{{inhoud}}", "{{content}}"))
SAMPLES = frozenset(("{{voorbeelden}}", "{{samples}}"))

_SECTION, _P, _PPR = qn("w:sectPr"), qn("w:p"), qn("w:pPr")
_UNSEEN = {qn(f"w:{tag}") for tag in ("p", "r", "t", "tab", "proofErr", "lastRenderedPageBreak")}


@dataclass(frozen=True)
class Place:
    """Everything is written before ``marker``; ``own`` tells that the marker goes when all is written.

    ``new_page`` tells that something stands before it, on whose page the text does not belong.
    """

    marker: BaseOxmlElement
    own: bool = False
    new_page: bool = False


def find_place(document: Document) -> Place:
    """The place for the text; empty lines before it are removed."""
    body = document.element.body
    end = body.find(_SECTION)
    end = child(body, "w:sectPr") if end is None else end
    said = _said(body)
    if said is not None:
        return _at(said, body)
    before = end.getprevious()
    while before is not None and _blank(before):
        body.remove(before)
        before = end.getprevious()
    return Place(end, new_page=before is not None and not (_ends_page(before) and _begins_page(end)))


def is_place_open(document: Document) -> bool:
    """Whether something stands in the document, and nothing says where the text goes."""
    body = document.element.body
    return _said(body) is None and any(block.tag != _SECTION and not _blank(block) for block in body)


def drop_samples(document: Document) -> None:
    """Our own template shows what each style is for; none of that belongs in a document."""
    found = False
    for block in list(document.element.body):
        found = found or (block.tag == _P and _told(block) in SAMPLES)
        if found and block.tag != _SECTION:
            document.element.body.remove(block)


def _said(body: BaseOxmlElement) -> BaseOxmlElement | None:
    return next((paragraph for paragraph in body.iter(_P) if _told(paragraph) in HERE), None)


def _at(paragraph: BaseOxmlElement, body: BaseOxmlElement) -> Place:
    block = next(b for b in (paragraph, *paragraph.iterancestors()) if b.getparent() is body)
    if block is paragraph and paragraph.find(f"{_PPR}/{_SECTION}") is None:
        breaks = paragraph.find(f"{_PPR}/{qn('w:pageBreakBefore')}") is not None
        return Place(paragraph, own=True, new_page=breaks)
    for run in [part for part in paragraph if part.tag != _PPR]:
        paragraph.remove(run)
    return Place(paragraph if block is paragraph else block.getnext())


def _told(paragraph: BaseOxmlElement) -> str:
    """The text of a paragraph as it is compared with a placeholder."""
    return "".join(own_text(paragraph).split()).casefold()


def _blank(block: BaseOxmlElement) -> bool:
    """Whether a paragraph holds nothing at all: no content control, tracked change, field or picture either."""
    if block.tag != _P or own_text(block).strip() or block.find(f"{_PPR}/{_SECTION}") is not None:
        return False
    layout = {part for tag in (_PPR, qn("w:rPr")) for found in block.iter(tag) for part in found.iter()}
    return all(part.tag in _UNSEEN for part in block.iter() if part not in layout)


def _ends_page(block: BaseOxmlElement) -> bool:
    """Whether a page ends with it already: by a section, or a page break as the last thing."""
    if block.find(f"{_PPR}/{_SECTION}") is not None:
        return True
    runs = [part for part in block.iter() if part.tag in (qn("w:t"), qn("w:br"), qn("w:drawing"))]
    return bool(runs) and runs[-1].tag == qn("w:br") and runs[-1].get(qn("w:type")) == "page"


def _begins_page(section: BaseOxmlElement) -> bool:
    kind = section.find(qn("w:type"))
    return kind is None or kind.get(qn("w:val")) != "continuous"

"""Runs, fields and links as elements: what python-docx has no call for, or only a slow one."""

import re
from collections.abc import Iterator

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from sessions.text import clean

_PARTS = re.compile(r"([\n\t])")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS = {"\n": qn("w:br"), "\t": qn("w:tab")}
EMPTY_BOX, TICKED_BOX = "☐", "☒"
BOX_FONT = "MS Gothic"  # Word takes its own boxes from it; where it is not installed another font has them
_BOX = {
    "checked": {"val": "0"},
    "checkedState": {"val": f"{ord(TICKED_BOX):X}", "font": BOX_FONT},
    "uncheckedState": {"val": f"{ord(EMPTY_BOX):X}", "font": BOX_FONT},
}
_P, _R, _RPR, _RSTYLE, _T, _VAL = (qn(f"w:{name}") for name in ("p", "r", "rPr", "rStyle", "t", "val"))


def child(parent: BaseOxmlElement, tag: str, **attributes: str) -> BaseOxmlElement:
    """A new last child such as ``child(p, "w:r")``; its attributes are of WordprocessingML."""
    named = {qn(f"w:{name}"): value for name, value in attributes.items()}
    return etree.SubElement(parent, qn(tag), named)  # type: ignore[no-any-return]


def add_run(parent: BaseOxmlElement, text: str, style_id: str = "") -> BaseOxmlElement:
    """A run of ``text``, made safe for XML; line feeds and tabs become those of Word."""
    run: BaseOxmlElement = etree.SubElement(parent, _R)
    if style_id:
        etree.SubElement(etree.SubElement(run, _RPR), _RSTYLE, {_VAL: style_id})
    fill_run(run, text)
    return run


def fill_run(run: BaseOxmlElement, text: str) -> None:
    """Put ``text`` at the end of ``run``."""
    for part in _PARTS.split(clean(text)):
        if part in _BREAKS:
            etree.SubElement(run, _BREAKS[part])
        elif part:
            etree.SubElement(run, _T, {_SPACE: "preserve"}).text = part


def add_field(
    parent: BaseOxmlElement, instruction: str, shown: str, style_id: str = "", dirty: bool = False
) -> BaseOxmlElement:
    """A field that Word fills in; the run that is returned shows ``shown`` until it does."""
    begin_field(parent, instruction, dirty)
    run = add_run(parent, shown, style_id)
    end_field(parent)
    return run


def begin_field(parent: BaseOxmlElement, instruction: str, dirty: bool = True) -> None:
    """Open a field; a dirty one is brought up to date when the document is opened."""
    begin = child(child(parent, "w:r"), "w:fldChar", fldCharType="begin")
    if dirty:
        begin.set(qn("w:dirty"), "true")
    code = child(child(parent, "w:r"), "w:instrText")
    code.set(_SPACE, "preserve")
    code.text = f" {instruction} "
    child(child(parent, "w:r"), "w:fldChar", fldCharType="separate")


def end_field(parent: BaseOxmlElement) -> None:
    """Close what :func:`begin_field` opened."""
    child(child(parent, "w:r"), "w:fldChar", fldCharType="end")


def add_link(parent: BaseOxmlElement, anchor: str) -> BaseOxmlElement:
    """An empty link to the bookmark ``anchor`` of this document."""
    return child(parent, "w:hyperlink", anchor=anchor, history="1")


def add_check_box(parent: BaseOxmlElement, tag: str, style_id: str) -> None:
    """An empty box that a click ticks: a content control of Word 2010, which LibreOffice and Pages know too."""
    control = child(parent, "w:sdt")
    properties = child(control, "w:sdtPr")
    child(child(properties, "w:rPr"), "w:rStyle", val=style_id)
    child(properties, "w:tag", val=tag)
    box = etree.SubElement(properties, qn("w14:checkbox"))
    for name, attributes in _BOX.items():
        etree.SubElement(
            box, qn(f"w14:{name}"), {qn(f"w14:{key}"): value for key, value in attributes.items()}
        )
    add_run(child(control, "w:sdtContent"), EMPTY_BOX, style_id)


def own_texts(paragraph: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """The texts of a paragraph, also those in content controls, fields and tracked insertions, without those of
    paragraphs in it, as text boxes have."""
    for text in paragraph.iter(_T):
        if next(text.iterancestors(_P)) is paragraph:
            yield text


def own_text(paragraph: BaseOxmlElement) -> str:
    """The same, joined."""
    return "".join(text.text or "" for text in own_texts(paragraph))


def bookmark_name(name: str) -> str:
    """A name that Word accepts: letters, digits and low lines, at most 40 characters."""
    return re.sub(r"[^A-Za-z0-9_]", "_", name)[:40]

"""What python-docx has no call for: fields, bookmarks and links inside a document."""

import re

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from exports.word.styles import style_id
from sessions.text import clean


def add_text(paragraph: Paragraph, text: str, style: str | None = None) -> Run:
    """A run of ``text``, made safe for XML, in a character style."""
    return paragraph.add_run(clean(text), style)


def add_field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """A field that Word fills in; ``shown`` stands there until it does."""
    paragraph._p.append(_char("begin"))
    paragraph._p.append(_instruction(instruction))
    paragraph._p.append(_char("separate"))
    add_text(paragraph, shown)
    paragraph._p.append(_char("end"))


def begin_field(paragraph: Paragraph, instruction: str) -> None:
    """Open a field over several paragraphs, marked for Word to bring up to date."""
    begin = _char("begin")
    begin[0].set(qn("w:dirty"), "true")
    paragraph._p.append(begin)
    paragraph._p.append(_instruction(instruction))
    paragraph._p.append(_char("separate"))


def end_field(paragraph: Paragraph) -> None:
    """Close what :func:`begin_field` opened."""
    paragraph._p.append(_char("end"))


def bookmark_name(prefix: str, code: str) -> str:
    """A name that Word accepts: letters, digits and low lines, at most 40 characters."""
    return re.sub(r"[^A-Za-z0-9_]", "_", f"{prefix}_{code}")[:40]


def add_bookmark(paragraph: Paragraph, name: str) -> None:
    """Put a bookmark around all that the paragraph holds now."""
    number = str(int(paragraph.part.element.xpath("count(//w:bookmarkStart)")))
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:id"), number)
    start.set(qn("w:name"), name)
    end.set(qn("w:id"), number)
    first = 1 if paragraph._p.pPr is not None else 0
    paragraph._p.insert(first, start)
    paragraph._p.append(end)


def add_link(paragraph: Paragraph, text: str, anchor: str, style: str = "") -> None:
    """A run that leads to the bookmark ``anchor`` of this document."""
    run = paragraph.add_run(clean(text))
    if style:
        run._r.get_or_add_rPr().insert(0, _element("w:rStyle", style_id(style)))
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), anchor)
    link.set(qn("w:history"), "1")
    link.append(run._r)
    paragraph._p.append(link)


def _char(kind: str) -> BaseOxmlElement:
    run, char = OxmlElement("w:r"), OxmlElement("w:fldChar")
    char.set(qn("w:fldCharType"), kind)
    run.append(char)
    return run


def _instruction(text: str) -> BaseOxmlElement:
    run, instruction = OxmlElement("w:r"), OxmlElement("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = f" {text} "
    run.append(instruction)
    return run


def _element(tag: str, value: str) -> BaseOxmlElement:
    element = OxmlElement(tag)
    element.set(qn("w:val"), value)
    return element

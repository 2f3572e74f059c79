"""House templates to test with: as a Dutch Word writes them, with a cover, a logo and ids of its own."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from PIL import Image

DUTCH = {
    "Normal": "Standaard",
    "Heading1": "Kop1",
    "Heading2": "Kop2",
    "Title": "Titel",
    "Caption": "Bijschrift",
    "ListBullet": "Lijstopsomteken",
}
LINE = "Huisstijl van Vonkwerk"


def house(cover: bool = True, here: str = "", change: Callable[[Document], object] | None = None) -> bytes:
    """A .docx with Dutch style ids, a serif font, wide margins, and a logo in its header.

    ``cover`` gives it a page of its own before the text, ``here`` a paragraph with that text after it.
    """
    document = docx.Document()
    _dutch(document)
    _look(document)
    if cover:
        _cover(document)
    if here:
        document.add_paragraph(here)
    if change:
        change(document)
    return content(document)


def content(document: Document) -> bytes:
    """The document as a file."""
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_template(data: bytes, kind: str = "template.main+xml") -> bytes:
    """The same file, calling itself a .dotx, or what ``kind`` says."""
    return changed(
        data, "[Content_Types].xml", lambda types: types.replace(b"document.main+xml", kind.encode())
    )


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same file with one part of it changed."""
    buffer = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as source,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for each in source.namelist():
            part = source.read(each)
            target.writestr(each, change(part) if each == name else part)
    return buffer.getvalue()


def added(data: bytes, name: str, part: bytes) -> bytes:
    """The same file with one part more."""
    buffer = BytesIO(data)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, part)
    return buffer.getvalue()


def logo(size: tuple[int, int] = (200, 80)) -> bytes:
    """A picture."""
    buffer = BytesIO()
    Image.new("RGB", size, "#C8102E").save(buffer, "PNG")
    return buffer.getvalue()


def _dutch(document: Document) -> None:
    root = document.styles.element
    for element in root.iter():
        for attribute in (qn("w:styleId"), qn("w:val")):
            if element.tag != qn("w:name") and element.get(attribute) in DUTCH:
                element.set(attribute, DUTCH[element.get(attribute)])
    for name in ("List Number", "TOC Heading", "Subtitle"):
        for style in root.xpath(f"w:style[w:name/@w:val='{name}']"):
            root.remove(style)


def _look(document: Document) -> None:
    normal = document.styles["Normal"].font
    normal.name, normal.size = "Liberation Serif", Pt(12)
    heading = document.styles["Heading 1"].font
    heading.name, heading.color.rgb = "Liberation Serif", RGBColor(0xC8, 0x10, 0x2E)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(4), Cm(3)
    section.header.paragraphs[0].add_run().add_picture(BytesIO(logo()), width=Cm(2))
    section.header.paragraphs[0].add_run(f"  {LINE}")
    line = section.footer.paragraphs[0]
    for text in ("{{ti", "tel", "}} · versie {{versie}} · {{traject}}"):
        line.add_run(text)


def _cover(document: Document) -> None:
    title = document.add_paragraph(style="Title")
    for text in ("{", "{titel", "}}"):
        title.add_run(text).italic = text == "{titel"
    document.add_paragraph("{{ Ondertitel }}, {{datum}}")
    document.add_paragraph().add_run().add_picture(BytesIO(logo((400, 160))), width=Cm(8))
    document.add_paragraph("").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("")


def own_section(document: Document) -> None:
    """Give what there is a section of its own, without the header on its first page."""
    document.sections[0].different_first_page_header_footer = True
    document.add_section(WD_SECTION.NEW_PAGE)


def text_box(document: Document) -> None:
    """A title in a text box, as Word writes it: once for itself and once for old programs."""
    box = "<w:txbxContent><w:p><w:r><w:t>{{titel}}</w:t></w:r></w:p></w:txbxContent>"
    vml = f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox>{box}'
    document.add_paragraph()._p.append(parse_xml(f"{vml}</v:textbox></v:shape></w:pict></w:r>"))

"""A new document: A4, our styles, header, footer, language and properties."""

from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from docx.table import Table

from exports.labels import Labels
from exports.word.fields import add_field, add_text
from exports.word.styles import CELL_HEAD, TABLE
from exports.word.template import apply_styles
from sessions.text import clean_line

_MODERN = 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
_LEGACY = ("/stylesWithEffects", "/thumbnail")


@dataclass(frozen=True)
class About:
    """What a document is called, for whom, and when it was made."""

    title: str
    programme: str
    made_at: datetime
    subject: str = ""


def new_document(about: About, _: Labels) -> Document:
    """An empty document with everything around the text in place."""
    document = docx.Document()
    apply_styles(document, _.tag)
    _slim(document)
    _settings(document, _.tag)
    _paper(document)
    _properties(document, about, _.tag)
    _header_and_footer(document, about, _)
    return document


def to_bytes(document: Document) -> bytes:
    """The document as the content of a .docx file."""
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@dataclass(frozen=True)
class Column:
    """A column of a table, with its width in centimetres."""

    head: str
    width: float
    style: str = CELL_HEAD


def add_table(document: Document, columns: list[Column]) -> Table:
    """A table with a header row that repeats on each page."""
    table: Table = document.add_table(1, len(columns), style=TABLE)
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    for grid, cell, column in zip(table.columns, table.rows[0].cells, columns, strict=True):
        grid.width = cell.width = Cm(column.width)
        cell.paragraphs[0].style = column.style
        add_text(cell.paragraphs[0], column.head)
    _row_property(table, 0, "w:cantSplit")
    _row_property(table, 0, "w:tblHeader")
    return table


def add_row(table: Table, texts: list[str], styles: list[str]) -> None:
    """A row that is not broken over pages."""
    cells = table.add_row().cells  # type: ignore[no-untyped-call]
    for cell, head, text, style in zip(cells, table.rows[0].cells, texts, styles, strict=True):
        cell.width = head.width
        cell.paragraphs[0].style = style
        add_text(cell.paragraphs[0], text)
    _row_property(table, -1, "w:cantSplit")


def add_caption(document: Document, _: Labels, number: int, text: str) -> None:
    """A numbered caption, above its table."""
    paragraph = document.add_paragraph(style="Caption")
    add_text(paragraph, _("Table") + " ")
    add_field(paragraph, "SEQ Tabel \\* ARABIC", str(number))
    add_text(paragraph, f". {text}")


def _row_property(table: Table, row: int, tag: str) -> None:
    table.rows[row]._tr.get_or_add_trPr().append(parse_xml(f"<{tag} {nsdecls('w')}/>"))


def _slim(document: Document) -> None:
    """Drop what python-docx's template brings along for Word 2010: a second set of styles, a thumbnail."""
    for rels in (document.part.rels, document.part.package.rels):
        for key in [k for k, rel in rels.items() if rel.reltype.endswith(_LEGACY)]:
            del rels[key]


def _settings(document: Document, language: str) -> None:
    settings = document.settings.element
    for mode in settings.findall(f".//{qn('w:compatSetting')}"):
        if mode.get(qn("w:name")) == "compatibilityMode":
            mode.getparent().replace(mode, parse_xml(f"<w:compatSetting {nsdecls('w')} {_MODERN}/>"))
    fonts = settings.find(qn("w:themeFontLang"))
    settings.replace(fonts, parse_xml(f'<w:themeFontLang {nsdecls("w")} w:val="{language}"/>'))
    for tag in ("w:savePreviewPicture", "w:proofState"):
        settings.remove(settings.find(qn(tag)))


def _paper(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2.2)
    section.header_distance = section.footer_distance = Cm(1.2)


def _properties(document: Document, about: About, language: str) -> None:
    core = document.core_properties
    core.title, core.author = clean_line(about.title)[:255], clean_line(about.programme)[:255]
    core.subject, core.comments, core.keywords = clean_line(about.subject)[:255], "", ""
    core.language = language
    core.last_modified_by = "Vakborg"
    core.created = core.modified = about.made_at.astimezone(UTC).replace(tzinfo=None)


def _header_and_footer(document: Document, about: About, _: Labels) -> None:
    section = document.sections[0]
    add_text(section.header.paragraphs[0], f"{about.programme}\t{_.date(about.made_at.date())}")
    footer = section.footer.paragraphs[0]
    before, between, after = _around_numbers(_("Page {page} of {pages}"))
    add_text(footer, f"{about.title}\t{before}")
    add_field(footer, "PAGE", "1")
    add_text(footer, between)
    add_field(footer, "NUMPAGES", "1")
    add_text(footer, after)


def _around_numbers(message: str) -> tuple[str, str, str]:
    before, _page, rest = message.partition("{page}")
    between, _pages, after = rest.partition("{pages}")
    return before, between, after

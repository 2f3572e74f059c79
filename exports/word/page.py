"""A new document with everything around the text: of our own, or of a house template."""

from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from exports.labels import Labels
from exports.word.completing import clear_styles, complete_styles, set_language
from exports.word.fields import add_field, add_run
from exports.word.house_template import open_template, readable
from exports.word.placeholders import fill
from sessions.i18n import N_
from sessions.text import clean_line

_MODERN = 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
_LEGACY = ("/stylesWithEffects", "/thumbnail")
_AUTHOR = "Vakborg"


@dataclass(frozen=True)
class About:
    """What a document is called, for whom, which version, and when it was made."""

    title: str
    programme: str
    made_at: datetime
    subject: str = ""
    version: str = ""
    module: str = ""


@dataclass(frozen=True)
class Made:
    """An empty document. ``added`` are the styles that a template lacked; ``titled`` tells that its cover
    shows the title already."""

    document: Document
    added: tuple[str, ...] = ()
    titled: bool = False


def new_document(about: About, labels: Labels, template: bytes | None = None) -> Made:
    """An empty document with everything around the text in place.

    ``template`` is the content of a .docx or .dotx file. Raises :class:`ExportError` where it cannot be used.
    """
    if template is None:
        return Made(own_document(about, labels, labels.date(about.made_at.date())))
    with readable():
        document = open_template(template)
        added = complete_styles(document)
        set_language(document, labels.tag)
        _properties(document, about, labels.tag)
        return Made(document, added, titled=fill(document, _values(about, labels)))


def to_bytes(document: Document) -> bytes:
    """The document as the content of a .docx file."""
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def own_document(about: About, labels: Labels, day: str) -> Document:
    """A document of our own; ``day`` is the date in its header."""
    document = docx.Document()
    clear_styles(document)
    complete_styles(document)
    set_language(document, labels.tag)
    _slim(document)
    _settings(document, labels.tag)
    _paper(document)
    _properties(document, about, labels.tag)
    _header_and_footer(document, about, labels, day)
    return document


def _values(about: About, labels: Labels) -> dict[str, str]:
    """What stands for the placeholders of a template."""
    return {
        "title": clean_line(about.title),
        "subtitle": clean_line(about.subject),
        "module": clean_line(about.module or about.title),
        "programme": clean_line(about.programme),
        "version": clean_line(about.version),
        "date": labels.date(about.made_at.date()),
    }


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
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")  # the schema wants one; python-docx's has none
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
    core.version = clean_line(about.version)[:255]
    core.language = language
    core.last_modified_by = _AUTHOR
    core.created = core.modified = about.made_at.astimezone(UTC).replace(tzinfo=None)


def _header_and_footer(document: Document, about: About, labels: Labels, day: str) -> None:
    section = document.sections[0]
    add_run(section.header.paragraphs[0]._p, f"{clean_line(about.programme)}\t{day}")
    footer = section.footer.paragraphs[0]
    add_run(footer._p, f"{clean_line(about.title)}\t")
    _numbers(footer, labels(N_("Page {page} of {pages}")))


def _numbers(footer: Paragraph, message: str) -> None:
    before, _page, rest = message.partition("{page}")
    between, _pages, after = rest.partition("{pages}")
    add_run(footer._p, before)
    add_field(footer._p, "PAGE", "1")
    add_run(footer._p, between)
    add_field(footer._p, "NUMPAGES", "1")
    add_run(footer._p, after)

"""A new document with everything around the text: of our own, or of a house template."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from exports.labels import PAGE_OF, Labels
from exports.word.completing import clear_styles, complete_styles, set_language
from exports.word.fields import add_field, add_run, child
from exports.word.house_template import open_template, readable
from exports.word.place import drop_samples, is_place_open
from exports.word.placeholders import fill
from exports.word.stamp import KIND, stamped
from exports.word.styles import Style
from sessions.i18n import gettext as _
from sessions.text import clean_line

_MODERN = 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
_LEGACY = ("/stylesWithEffects", "/thumbnail")
_AUTHOR = "Vakborg"
_NOT_OURS = ("comments", "keywords", "category", "content_status", "identifier")
"""Properties that a template may hold of the document that it was made of."""


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
    """An empty document. ``added`` are the styles that a template lacked; ``filled`` is what its cover shows
    already: "title", "subtitle", "module", "programme", "version", "date"; ``advice`` what to do about the template.
    """

    document: Document
    added: tuple[str, ...] = ()
    filled: frozenset[str] = frozenset()
    advice: tuple[str, ...] = ()

    @property
    def titled(self) -> bool:
        """Whether the cover shows the title."""
        return "title" in self.filled


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
        drop_samples(document)
        filled = fill(document, _values(about, labels))
        return Made(document, added, filled, _advice(document))


def _advice(document: Document) -> tuple[str, ...]:
    if not is_place_open(document):
        return ()
    told = _(
        "Your template does not say where the text goes, so it comes last. To choose the place, put {{content}} "
        "in a paragraph of its own there."
    )
    return (told,)


def to_bytes(document: Document) -> bytes:
    """The document as the content of a .docx file."""
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def finished(document: Document, kind: str) -> bytes:
    """The same, saying that it is a ``kind`` of document of ours ("draft"), which no template is."""
    return stamped(to_bytes(document), kind, KIND)


def own_document(about: About, labels: Labels, day: str, styles: Sequence[Style] = ()) -> Document:
    """A document of our own; ``day`` is the date in its header. ``styles`` stand for ours of the same name."""
    document = docx.Document()
    clear_styles(document)
    complete_styles(document, styles)
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
    core.subject = clean_line(about.subject)[:255]
    for name in _NOT_OURS:
        setattr(core, name, "")
    core.version = clean_line(about.version)[:255]
    core.language = language
    core.last_modified_by = _AUTHOR
    core.created = core.modified = about.made_at.astimezone(UTC).replace(tzinfo=None)


def _header_and_footer(document: Document, about: About, labels: Labels, day: str) -> None:
    section = document.sections[0]
    header = section.header.paragraphs[0]
    add_run(header._p, clean_line(about.programme))
    _to_the_edge(header)
    add_run(header._p, day)
    _footer(section.footer.paragraphs[0], about.title, labels)


def name_pages(document: Document, title: str, labels: Labels) -> None:
    """Let the footer of the last section, and of those that follow it, show ``title`` and the page."""
    footer = document.sections[-1].footer
    footer.is_linked_to_previous = False
    _footer(footer.paragraphs[0], title, labels)


def _footer(line: Paragraph, title: str, labels: Labels) -> None:
    add_run(line._p, clean_line(title))
    _to_the_edge(line)
    _numbers(line, labels(PAGE_OF))


def _to_the_edge(line: Paragraph) -> None:
    """A tab to the right margin, wherever that is: landscape pages have the same header and footer."""
    child(child(line._p, "w:r"), "w:ptab", relativeTo="margin", alignment="right", leader="none")


def _numbers(footer: Paragraph, message: str) -> None:
    before, _page, rest = message.partition("{page}")
    between, _pages, after = rest.partition("{pages}")
    add_run(footer._p, before)
    add_field(footer._p, "PAGE", "1")
    add_run(footer._p, between)
    add_field(footer._p, "NUMPAGES", "1")
    add_run(footer._p, after)

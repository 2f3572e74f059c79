"""A team's own Word template, checked and opened as a document to write in."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exports.word.measures import round_pages
from exports.word.numbering import numbering_root
from sessions.errors import ExportError
from sessions.i18n import gettext as _

LARGEST = 100 * 2**20
LARGEST_TEXT = 40 * 2**20
"""What a template may unpack to, in bytes: all of it, and its text. No real one comes near."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how an old .doc and anything with a password begin
_TYPES = "[Content_Types].xml"
_TEMPLATE, _DOCUMENT = b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml"
_MACROS = (b"macroEnabled", b"vbaProject")
# broken parts: missing ones, wrong types, XML that lxml refuses (a SyntaxError), odd compression
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    KeyError,
    ValueError,
    SyntaxError,
    OSError,
    EOFError,
    RuntimeError,
    AttributeError,
    TypeError,
    IndexError,
)
_FOREIGN = (
    "w:attachedTemplate",
    "w:mailMerge",
    "w:documentProtection",
    "w:writeProtection",
    "w:saveThroughXslt",
)
_REMARKS = ("/comments", "/commentsExtended", "/commentsIds", "/commentsExtensible", "/people")
_MARKS = ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference")
_ROOTS = {"header": "w:hdr", "footer": "w:ftr", "comments": "w:comments"}
_OUTSIDE = ("/attachedTemplate", "/mailMergeSource", "/mailMergeHeaderSource", "/transform")


@contextmanager
def readable() -> Iterator[None]:
    """What is broken in a template shows as an :class:`ExportError`, wherever it is found."""
    try:
        yield
    except _BROKEN as error:
        raise ExportError(
            _("The template is not a Word file that can be read."),
            _("Open it in Word and save it as .docx or .dotx (not Strict Open XML)."),
        ) from error


def open_template(data: bytes) -> Document:
    """A document with all that the template has, whose text can be edited.

    To be called within :func:`readable`. Raises :class:`ExportError` for what has macros, has a password or
    unpacks to too much.
    """
    if data.startswith(_OLE):
        raise ExportError(
            _("The template has a password or is an old .doc or .dot file."),
            _("Open it in Word, remove the password, and save it as .docx or .dotx."),
        )
    document = docx.Document(BytesIO(_as_document(data)))
    _drop_odd_properties(document)
    _check(document)
    _detach(document)
    _drop_comments(document)
    round_pages(document.element)
    return document


def _as_document(data: bytes) -> bytes:
    """The file with its main part called a document, as python-docx opens nothing else."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        _refuse_large(archive)
        types = archive.read(_TYPES)
        if any(mark in types for mark in _MACROS):
            raise ExportError(
                _("The template has macros, which have no place in a document for others."),
                _("Open it in Word and save it as .docx or .dotx, without macros."),
            )
        if _TEMPLATE not in types:
            return data
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as copy:
            for name in dict.fromkeys(archive.namelist()):
                content = types.replace(_TEMPLATE, _DOCUMENT) if name == _TYPES else archive.read(name)
                copy.writestr(name, content)
    return buffer.getvalue()


def _refuse_large(archive: zipfile.ZipFile) -> None:
    sizes = [(info.filename, info.file_size) for info in archive.infolist()]
    text = sum(size for name, size in sizes if name.endswith((".xml", ".rels")))
    if text > LARGEST_TEXT or sum(size for _name, size in sizes) > LARGEST:
        raise ExportError(
            _("The template unpacks to far more than any template."),
            _("Do not trust it; make a new one with: vakborg export template"),
        )


def _drop_odd_properties(document: Document) -> None:
    """LibreOffice relates the properties in another way; python-docx would write its own beside them."""
    rels = document.part.package.rels
    for key, relation in list(rels.items()):
        if (
            relation.reltype.endswith("/core-properties")
            and relation.reltype != RELATIONSHIP_TYPE.CORE_PROPERTIES
        ):
            del rels[key]


def _check(document: Document) -> None:
    """Look at every part, so that a broken one shows now; Word would not open it, and declares no types itself."""
    roots = {part.partname: _root(part) for part in document.part.package.iter_parts() if _is_xml(part)}
    if any(root.getroottree().docinfo.doctype for root in roots.values()):
        raise ValueError
    needed = [(document.styles.element, "w:styles"), (document.settings.element, "w:settings")]
    needed += [(numbering_root(document), "w:numbering"), (document.element, "w:document")]
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind in _ROOTS:
            needed.append((roots[relation.target_part.partname], _ROOTS[kind]))
    if any(root.tag != qn(tag) for root, tag in needed) or document.element.body is None:
        raise ValueError


def _is_xml(part: Part) -> bool:
    return isinstance(part, XmlPart) or part.partname.ext == "xml"


def _root(part: Part) -> BaseOxmlElement:
    root: BaseOxmlElement = part.element if isinstance(part, XmlPart) else parse_xml(part.blob)
    return root


def _detach(document: Document) -> None:
    """Cut what ties the template to elsewhere, or would keep the team from editing the draft."""
    settings = document.settings.element
    for tag in _FOREIGN:
        for element in settings.findall(qn(tag)):
            settings.remove(element)
    for part in (document.part, document.part._settings_part):
        for key in [k for k, rel in part.rels.items() if rel.reltype.endswith(_OUTSIDE)]:
            del part.rels[key]


def _drop_comments(document: Document) -> None:
    """What its makers wrote to each other about the template, and who they are, is no part of a draft."""
    rels = document.part.rels
    for key in [k for k, rel in rels.items() if rel.reltype.endswith(_REMARKS)]:
        del rels[key]
    for mark in list(document.element.body.iter(*map(qn, _MARKS))):
        mark.getparent().remove(mark)

"""A house template as a file that a person gives."""

import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from posixpath import normpath

from lxml import etree

from sessions.errors import ExportError, os_reason
from sessions.i18n import gettext as _

SUFFIXES = (".docx", ".dotx")

_RELATIONS = "_rels/.rels"
_MAIN = "/officeDocument"  # how the relationship to the text ends, which may have any name
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, KeyError, ValueError, SyntaxError, OSError, RuntimeError, EOFError),
)
_MOST_RELATIONS = 1_000_000  # bytes


def read_template(path: Path) -> bytes:
    """The content of a Word document or template; raises :class:`ExportError` with what to do.

    A draft, transcript or list of changes is refused, also where Word or LibreOffice saved it since.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise ExportError(
            _("{file} is not a Word template.").format(file=path.name),
            _("Open it in Word and save it as .docx or .dotx."),
        )
    from exports.word.house_template import LARGEST

    try:
        if path.stat().st_size > LARGEST:
            raise _unreadable(path, _("it is too large"))
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, os_reason(error)) from error
    if not _is_word(data):
        raise _unreadable(path, _("it is damaged, locked with a password, or no Word file"))
    _refuse_ours(path, data)
    return data


def _refuse_ours(path: Path, data: bytes) -> None:
    """All the text of a template is in what is made with it: that of a draft may not go where that one goes."""
    from exports.word.stamp import KIND, NAME, read_stamp

    if read_stamp(data, KIND) or read_stamp(data, NAME):
        raise ExportError(
            _("{file} was made as a document, with words of experts in it, and is no template.").format(
                file=path.name
            ),
            _("Begin with: vakborg export template"),
        )


def _unreadable(path: Path, reason: str) -> ExportError:
    return ExportError(
        _("The template {file} cannot be read: {reason}.").format(file=path.name, reason=reason),
        _("Choose another file, or leave --template away to use ours."),
    )


def _is_word(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            if parts.getinfo(_RELATIONS).file_size > _MOST_RELATIONS:
                return False
            relations = etree.fromstring(parts.read(_RELATIONS), etree.XMLParser(resolve_entities=False))
            mains = [one.get("Target", "") for one in relations if one.get("Type", "").endswith(_MAIN)]
            return any(normpath(main).lstrip("/") in parts.namelist() for main in mains)
    except _BROKEN:
        return False

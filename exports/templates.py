"""A house template as a file that a person gives."""

import zipfile
from io import BytesIO
from pathlib import Path

from sessions.errors import ExportError, os_reason
from sessions.i18n import gettext as _

SUFFIXES = (".docx", ".dotx")

_MOST = 100_000_000  # bytes: more is no template
_MAIN = "word/document.xml"


def read_template(path: Path) -> bytes:
    """The content of a Word document or template; raises :class:`ExportError` with what to do."""
    if path.suffix.lower() not in SUFFIXES:
        raise ExportError(
            _("{file} is not a Word template.").format(file=path.name),
            _("Open it in Word and save it as .docx or .dotx."),
        )
    try:
        if path.stat().st_size > _MOST:
            raise _unreadable(path, _("it is too large"))
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, os_reason(error)) from error
    if not _is_word(data):
        raise _unreadable(path, _("it is damaged, locked with a password, or no Word file"))
    return data


def _unreadable(path: Path, reason: str) -> ExportError:
    return ExportError(
        _("The template {file} cannot be read: {reason}.").format(file=path.name, reason=reason),
        _("Choose another file, or leave --template away to use ours."),
    )


def _is_word(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            return _MAIN in parts.namelist()
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError):
        return False

"""Why a file is not one that came back, and how it becomes one."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

from exports.word.unpacking import OLE
from sessions.errors import ReviewFileError
from sessions.i18n import N_
from sessions.i18n import gettext as _

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS = N_("Open it in Word or LibreOffice, save it as .docx, and bring in that file.")
_EXPORT = N_("Open it in Pages, choose File > Export To > Word, and bring in that file.")
_DOWNLOAD = N_("Open it in Google Docs, choose File > Download > Microsoft Word, and bring in that file.")
_UNPACK = N_("Unpack it, and bring in the .docx file that is in it.")
_AGAIN = N_("Save it once more from the mail, or ask for it again.")
_UNLOCK = N_("Open it in Word, remove the password, save it, and bring it in again.")
_MEND = N_("Open it in Word and save it under another name, or ask for it again.")
_WORD = N_("Ask for the Word file: in this one it cannot be seen what was changed.")

_BEGINNINGS = (
    (b"%PDF", N_("{file} is a PDF, not a Word file."), _WORD),
    (b"{\\rtf", N_("{file} is an RTF file, not .docx."), _SAVE_AS),
    (b"<!doctype html", N_("{file} is a web page, not a Word file."), _SAVE_AS),
    (b"<html", N_("{file} is a web page, not a Word file."), _SAVE_AS),
    (b"<?xml", N_("{file} is an XML file, not .docx."), _SAVE_AS),
    (b'{"doc_id"', N_("{file} is a link to Google Docs, not the text itself."), _DOWNLOAD),
    (b'{"url"', N_("{file} is a link to Google Docs, not the text itself."), _DOWNLOAD),
)
_CONTENTS = (
    ("mimetype", N_("{file} is an OpenDocument file, not .docx."), _SAVE_AS),
    ("index/document.iwa", N_("{file} is a Pages file, not .docx."), _EXPORT),
    ("index.zip", N_("{file} is a Pages file, not .docx."), _EXPORT),
    ("index.xml.gz", N_("{file} is a Pages file, not .docx."), _EXPORT),
    ("xl/workbook.xml", N_("{file} is an Excel file, not a Word file."), _WORD),
    ("ppt/presentation.xml", N_("{file} is a presentation, not a Word file."), _WORD),
)


def refused(data: bytes, name: str) -> ReviewFileError:
    """The reason why a file that cannot be read is none of ours, as far as its content tells."""
    return next(_reasons(data, name), None) or damaged(name)


def damaged(name: str) -> ReviewFileError:
    """For a Word file of which something is broken."""
    return _because(name, N_("{file} is damaged: it cannot be read as a Word file."), _MEND)


def swollen(name: str) -> ReviewFileError:
    """For one that would fill the memory."""
    message = N_("{file} unpacks to far more than what was sent.")
    return _because(name, message, N_("Do not trust it; ask for the file again."))


def _reasons(data: bytes, name: str) -> Iterator[ReviewFileError]:
    start = data[:1000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if not data.strip(b"\0"):
        yield _because(name, N_("{file} is empty."), _AGAIN)
    if data.startswith(OLE) and _ENCRYPTED in data:
        yield _because(name, N_("{file} has a password."), _UNLOCK)
    if data.startswith(OLE):
        yield _because(name, N_("{file} is an old .doc file."), _SAVE_AS)
    for beginning, message, advice in _BEGINNINGS:
        if start.startswith(beginning.lower()):
            yield _because(name, message, advice)
    if data.startswith(b"PK"):
        yield from _packed(data, name)
    if not data.startswith(b"PK"):
        yield _because(name, N_("{file} is not a Word file."), _SAVE_AS)


def _packed(data: bytes, name: str) -> Iterator[ReviewFileError]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            inside = {one.casefold() for one in archive.namelist()}
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError):
        yield _because(name, N_("{file} is not complete: the end of it is missing."), _AGAIN)
        return
    for part, message, advice in _CONTENTS:
        if part in inside:
            yield _because(name, message, advice)
    if any(one.endswith(".docx") for one in inside):
        yield _because(name, N_("{file} is a zip file."), _UNPACK)
    if not any(one.startswith("word/") for one in inside):
        yield _because(name, N_("{file} is a zip file, but not a Word file."), _SAVE_AS)


def _because(name: str, message: str, advice: str) -> ReviewFileError:
    return ReviewFileError(_(message).format(file=name), _(advice))

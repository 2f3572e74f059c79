"""The plain text of somebody else's Word file, such as a meeting transcript."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from sessions.errors import CaptionsError
from sessions.i18n import gettext as _
from sessions.text import clean

LARGEST_TEXT = 200 * 2**20
LARGEST_FILE = 1000 * 2**20
"""What a file may unpack to, in bytes: its text, and all of it. More would fill the memory."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how both a .doc and a .docx with a password begin
_NOT_NOW = (
    qn("w:moveFrom"),
    qn("w:del"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
)
_BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-"}


def paragraphs(path: Path) -> list[str]:
    """The lines of text in body and tables, in order; empty ones and deleted text are left out.

    Raises :class:`CaptionsError` for what is not a readable Word file.
    """
    _refuse_other_files(path)
    try:
        body = docx.Document(str(path)).element.body
    except (PackageNotFoundError, zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error) as error:
        raise _unreadable(path) from error
    # broken parts: missing ones, wrong types, XML that lxml refuses (a SyntaxError), odd compression
    except (KeyError, ValueError, SyntaxError, OSError, EOFError, RuntimeError, AttributeError) as error:
        raise _unreadable(path) from error
    texts = (_text(p) for p in body.iter(qn("w:p")) if not _left_out(p))
    return [line.strip() for text in texts for line in clean(text).split("\n") if line.strip()]


def _refuse_other_files(path: Path) -> None:
    try:
        with path.open("rb") as file:
            start = file.read(len(_OLE))
        if start == _OLE:
            raise CaptionsError(
                _("{file} has a password or is an old .doc file.").format(file=path.name),
                _("Open it in Word, remove the password, and save it as .docx."),
            )
        with zipfile.ZipFile(path) as archive:
            sizes = {info.filename: info.file_size for info in archive.infolist()}
    except (OSError, zipfile.BadZipFile) as error:
        raise _unreadable(path) from error
    text = sum(size for name, size in sizes.items() if name.endswith((".xml", ".rels")))
    if text > LARGEST_TEXT or sum(sizes.values()) > LARGEST_FILE:
        raise CaptionsError(
            _("{file} unpacks to far more than any transcript.").format(file=path.name),
            _("Do not trust it; ask for the transcript as .vtt or as a new Word file."),
        )


def _unreadable(path: Path) -> CaptionsError:
    return CaptionsError(
        _("{file} is not a Word file that can be read.").format(file=path.name),
        _("Open it in Word and save it as .docx, or export the meeting's transcript as .vtt."),
    )


def _left_out(element: BaseOxmlElement) -> bool:
    return any(parent.tag in _NOT_NOW for parent in element.iterancestors())


def _text(paragraph: BaseOxmlElement) -> str:
    return "".join(_pieces(paragraph))


def _pieces(element: BaseOxmlElement) -> Iterator[str]:
    for child in element:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag not in (qn("w:p"), qn("w:pPr"), *_NOT_NOW) and isinstance(child.tag, str):
            yield from _pieces(child)

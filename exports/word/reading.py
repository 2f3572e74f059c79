"""The plain text of somebody else's Word file, such as a meeting transcript."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exports.word.unpacking import OLE, UNREADABLE, too_large
from sessions.errors import CaptionsError
from sessions.i18n import gettext as _
from sessions.text import clean

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
    except (PackageNotFoundError, *UNREADABLE) as error:
        raise _unreadable(path) from error
    texts = (_text(p) for p in body.iter(qn("w:p")) if not _left_out(p))
    return [line.strip() for text in texts for line in clean(text).split("\n") if line.strip()]


def _refuse_other_files(path: Path) -> None:
    try:
        with path.open("rb") as file:
            start = file.read(len(OLE))
        if start == OLE:
            raise CaptionsError(
                _("{file} has a password or is an old .doc file.").format(file=path.name),
                _("Open it in Word, remove the password, and save it as .docx."),
            )
        with zipfile.ZipFile(path) as archive:
            bomb = too_large(archive)
    except (OSError, zipfile.BadZipFile) as error:
        raise _unreadable(path) from error
    if bomb:
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

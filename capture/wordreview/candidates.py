"""The Word files on this machine that may be what came back from an expert."""

import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from sessions.sheet import Sheet

if TYPE_CHECKING:
    from sessions.programme import Programme

MOST = 40
"""Files that are looked into, the newest of them."""

_LARGEST = 20_000_000
"""Bytes of a document's text up to which it is looked at: it is only to order a list."""

_WRITING = timedelta(seconds=30)
"""A file that was changed no later than this after it was sent is as it was written."""

_MARK = re.compile(rb"vb_([0-9a-z]{8})_[fantx]\d")


class Whose(IntEnum):
    """How likely it is the one: made for this session and saved since, for this session and not touched, for
    another one, or not by us."""

    THIS_SESSION = 0
    AS_SENT = 1
    ANOTHER = 2
    UNKNOWN = 3


@dataclass(frozen=True)
class Candidate:
    """A Word file, when it was changed last, and whose it seems to be."""

    path: Path
    changed_at: datetime
    whose: Whose


def candidates(programme: "Programme", sheets: Sequence[Sheet]) -> list[Candidate]:
    """The Word files in the programme's exports and among this person's downloads, those that were made as one of
    ``sheets`` first, each kind newest first."""
    newest = sorted(_files([programme.exports, *_downloads()]), key=lambda f: f[1], reverse=True)[:MOST]
    moments = [(path, datetime.fromtimestamp(at, UTC)) for path, at in newest if not _is_other_document(path)]
    found = [Candidate(path, at, _whose(path, at, sheets)) for path, at in moments]
    return sorted(found, key=lambda one: one.whose)


def _downloads() -> list[Path]:
    from platformdirs import user_downloads_path

    try:
        return [user_downloads_path()]
    except (OSError, RuntimeError):  # a user without a home
        return []


def _files(folders: Iterable[Path]) -> Iterable[tuple[Path, float]]:
    for folder in dict.fromkeys(folders):
        try:
            paths = [p for p in folder.iterdir() if p.suffix.lower() == ".docx"]
        except OSError:
            continue
        for path in paths:
            try:
                if path.is_file() and not path.name.startswith(("~$", ".")):
                    yield path, path.stat().st_mtime
            except OSError:  # it is gone, or nobody's to read
                continue


def _whose(path: Path, changed_at: datetime, sheets: Sequence[Sheet]) -> Whose:
    marks = _marks(path)
    sheet = next((one for one in sheets if one.mark in marks), None)
    if sheet is None:
        return Whose.ANOTHER if marks else Whose.UNKNOWN
    untouched = path.name == Path(sheet.path).name and changed_at < sheet.sent_at + _WRITING
    return Whose.AS_SENT if untouched else Whose.THIS_SESSION


def _is_other_document(path: Path) -> bool:
    """Whether it is a document of ours that no expert reads back, such as a draft of a module."""
    from exports.review.document import KIND
    from exports.word import stamp

    try:
        if path.stat().st_size > _LARGEST:
            return False
        data = path.read_bytes()
    except OSError:
        return False
    kind = stamp.read_stamp(data, stamp.KIND)
    return bool((kind and kind != KIND) or stamp.read_stamp(data))


def _marks(path: Path) -> set[str]:
    """The marks in the document's text; none where it cannot be read, which is told once it is chosen."""
    try:
        with ZipFile(path) as archive, archive.open("word/document.xml") as text:
            return {mark.decode() for mark in _MARK.findall(text.read(_LARGEST))}
    except (OSError, KeyError, BadZipFile, EOFError, ValueError, RuntimeError, zlib.error):
        return set()

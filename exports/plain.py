"""The words of a document of any kind that this program writes, and of what people make of those."""

import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from html import unescape
from pathlib import Path
from typing import Any

from sessions.text import fold

PACKED = frozenset({".docx", ".docm", ".dotx", ".odt"})
SUFFIXES = PACKED | frozenset(
    {".md", ".html", ".htm", ".txt", ".json", ".vtt", ".srt", ".csv", ".xml", ".fodt"}
)
"""Kinds of documents that can be looked into."""

_LARGEST = 200 * 2**20  # bytes of text in one document
_ENDS = re.compile(r"</(?:\w+:)?(?:p|h|tc|tr|li|div|td|th|h\d)>|<(?:\w+:)?(?:br|cr|tab|line-break|s)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_CUE = re.compile(r"^.*-->.*$|^\s*\d+\s*$", re.MULTILINE)
_WORD = re.compile(r"\w+")


def words_in(path: Path) -> list[str]:
    """The words of the document at ``path``, folded, in order; those of hidden and deleted text too. None for what
    cannot be read."""
    with suppress(OSError, ValueError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError):
        return words(" ".join(_texts(path)))
    return []


def words(text: str) -> list[str]:
    """The words of ``text`` for comparison, without case, accents and marks."""
    return _WORD.findall(fold(text))


def _texts(path: Path) -> Iterator[str]:
    kind = path.suffix.lower()
    if kind in PACKED:
        yield from _parts(path)
        return
    if path.stat().st_size > _LARGEST:
        return
    text = path.read_bytes().decode("utf-8", "replace")
    if kind == ".json":
        yield from _strings(json.loads(text))
    elif kind in (".html", ".htm", ".xml", ".fodt"):
        yield _untagged(text)
    else:
        yield _CUE.sub(" ", text) if kind in (".vtt", ".srt") else text


def _parts(path: Path) -> Iterator[str]:
    """Every part of a Word or OpenDocument file that holds text: comments, notes, headers and names too."""
    with zipfile.ZipFile(path) as archive:
        for part in archive.infolist():
            if part.filename.endswith((".xml", ".rels")) and part.file_size <= _LARGEST:
                yield _untagged(archive.read(part).decode("utf-8", "replace"))


def _untagged(text: str) -> str:
    """Words that a change of style cuts in two are whole again, paragraphs are apart."""
    return unescape(_TAG.sub("", _ENDS.sub(" ", text)))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)

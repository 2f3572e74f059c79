"""The words of a document of any kind that this program writes, and of what people make of those."""

import json
import re
import zipfile
import zlib
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from sessions.text import fold

PACKED = frozenset({".docx", ".docm", ".dotx", ".dotm", ".odt", ".ott"})
SUFFIXES = PACKED | frozenset(
    {".md", ".markdown", ".html", ".htm", ".txt", ".text", ".log", ".json", ".vtt", ".srt", ".csv", ".tsv"}
    | {".xml", ".fodt"}
)
"""Kinds of documents that can be looked into."""

_LARGEST = 200 * 2**20  # bytes of text in one document
_SMALL = 2**20
"""Bytes of a file of a kind that is not known in which is looked, for whatever that brings."""
_DEEPEST = 3
"""Documents in documents that are looked into."""
_ENDS = re.compile(r"</(?:\w+:)?(?:p|h|tc|tr|li|div|td|th|h\d)>|<(?:\w+:)?(?:br|cr|tab|line-break|s)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_CUE = re.compile(r"^.*-->.*$|^\s*\d+\s*$", re.MULTILINE)
_CLOCK = re.compile(r"\b\d{1,2}(?::\d\d){1,2}(?:[.,]\d{1,3})?\b")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_WORD = re.compile(r"\w+")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200c\u200d\u2060\ufeff"))
"""Within a word: where it may be broken off, or not."""
_BOOKMARK = re.compile(r'"vb_([0-9a-z]+)_')
_MARKUP = frozenset({".html", ".htm", ".xml", ".fodt"})
_TROUBLES = (
    OSError, ValueError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError,
)  # fmt: skip
_CODINGS = {BOM_UTF8: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}


def words_in(path: Path) -> list[str] | None:
    """The words of the document at ``path``, folded, in order; those of hidden and deleted text too, and the marks of
    our own files. None for what cannot be read: broken, locked, or no text.

    What a file is called says less than what is in it: what an office program packed is unpacked under any name.
    """
    try:
        return words(" ".join(_texts(path)))
    except _TROUBLES:
        return None


def words(text: str) -> list[str]:
    """The words of ``text`` for comparison, without case, accents and marks."""
    return _WORD.findall(fold(text.translate(_UNSEEN)))


def _texts(path: Path) -> Iterator[str]:
    with path.open("rb") as file:
        if zipfile.is_zipfile(file):
            yield from _parts(file)
            return
        kind = path.suffix.lower()
        if kind in PACKED or path.stat().st_size > _LARGEST:
            raise ValueError
        file.seek(0)
        data = file.read(_LARGEST if kind in SUFFIXES else _SMALL)
        if kind not in SUFFIXES and b"\0" in data:
            raise ValueError  # a picture, sound
        yield from _plain(_decoded(data), kind)


def _plain(text: str, kind: str) -> Iterator[str]:
    if kind == ".json":
        yield from _strings(text)
    elif kind in _MARKUP:
        yield _untagged(text)
    else:
        yield _CLOCK.sub(" ", _CUE.sub(" ", text) if kind in (".vtt", ".srt") else text)


def _decoded(data: bytes) -> str:
    """Text in UTF-8, UTF-16 or what Windows has of old. Raises ``ValueError`` for what is no text."""
    for mark, coding in _CODINGS.items():
        if data.startswith(mark):
            return data.decode(coding, "replace")
    if b"\0" in data:
        odd, even = data[1::2].count(0), data[::2].count(0)
        if max(odd, even) * 4 < len(data):  # of UTF-16 in our alphabet nearly half is zero
            raise ValueError
        return data.decode("utf-16-le" if odd > even else "utf-16-be", "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _parts(file: IO[bytes], depth: int = 0) -> Iterator[str]:
    """Every part of a Word or OpenDocument file that holds text: comments, notes, headers and names too, and the
    documents that were put in it."""
    with zipfile.ZipFile(file) as archive:
        for part in archive.infolist():
            kind = Path(part.filename).suffix.lower()
            if part.file_size > _LARGEST:
                raise ValueError
            if kind in PACKED and depth < _DEEPEST:
                inner = BytesIO(archive.read(part))
                if zipfile.is_zipfile(inner):
                    yield from _parts(inner, depth + 1)
            elif kind in (".xml", ".rels", ".txt") or kind in _MARKUP:
                text = _decoded(archive.read(part))
                yield from (_untagged(text), *_BOOKMARK.findall(text))


def _untagged(text: str) -> str:
    """Words that a change of style cuts in two are whole again, paragraphs are apart."""
    return unescape(_TAG.sub("", _ENDS.sub(" ", text)))


def _strings(text: str) -> Iterator[str]:
    """The texts in a JSON file, then its names; of one that is broken all that stands there."""
    try:
        told = json.loads(text)
    except ValueError:
        yield _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
        return
    yield from _values(told)
    yield from _names(told)


def _values(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _values(inner)


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        if isinstance(value, dict):
            yield from value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _names(inner)

"""Looking for words and for sound in every byte of a folder, as somebody would who wants what was taken out."""

import json
import sqlite3
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from sessions.programme import DATABASE
from sessions.store.tables import SEARCH_INDEX
from sessions.text import fold


@dataclass(frozen=True)
class Searched:
    """What was found, as "FILE: WORD", in so many files and bytes."""

    found: frozenset[str]
    files: int
    size: int


def search(folder: Path, words: Collection[str] = (), sounds: Collection[bytes] = ()) -> Searched:
    """Look for ``words``, in whatever case and encoding, and for pieces of sound, in every file below ``folder``:
    also in what is packed in it, in free pages of the database, in its log and in its full-text index."""
    wanted = {name: shapes(name) for name in words}
    wanted |= {f"sound {n}": {sound} for n, sound in enumerate(sounds)}
    found, files, size = set[str](), 0, 0
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        files += 1
        for data in _contents(path):
            size += len(data)
            lowered = data.lower()
            for name, looks in wanted.items():
                if any(look in data or look in lowered for look in looks):
                    found.add(f"{path.relative_to(folder)}: {name}")
    found |= {f"search index: {word}" for word in words if fold(word) in indexed(folder / DATABASE)}
    return Searched(frozenset(found), files, size)


def shapes(word: str) -> set[bytes]:
    """The bytes that ``word`` may be written as."""
    texts = {
        word,
        word.lower(),
        word.upper(),
        fold(word),
        json.dumps(word)[1:-1],
        json.dumps(word.lower())[1:-1],
    }
    return {
        text.encode(coding) for text in texts for coding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1")
    }


def indexed(database: Path) -> frozenset[str]:
    """Every word in the full-text index: in its pages they are not written out."""
    if not database.exists():
        return frozenset()
    with sqlite3.connect(database) as connection:
        connection.execute(
            f"create virtual table temp.words using fts5vocab('main', '{SEARCH_INDEX}', 'row')"
        )
        rows = connection.execute("select term from temp.words").fetchall()
    connection.close()
    return frozenset(fold(row[0]) for row in rows)


def _contents(path: Path) -> Iterator[bytes]:
    data = path.read_bytes()
    yield path.name.encode()
    yield data
    if data[:2] == b"PK" and zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as parts:
            yield from (parts.read(name) for name in parts.namelist())

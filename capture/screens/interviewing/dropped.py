"""What a terminal makes of a file that is dropped on it, or a person types, back to paths."""

import re
import shlex
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from sessions.text import clean

_WINDOWS = re.compile(r"[A-Za-z]:[\\/]|\\\\")
_ABSOLUTE = re.compile(r"/|~|file://", re.IGNORECASE)
_QUOTED = re.compile(r""""([^"]+)"|'([^']+)'|(\S+)""")


def paths_in(text: str) -> list[Path]:
    """The paths in ``text``: quoted or with escaped spaces, as ``file://``, several lines or several on one."""
    lines = [line.strip() for line in clean(text).splitlines()]
    return [_path(piece) for line in lines if line for piece in _pieces(line)]


def dropped_paths(text: str) -> list[Path]:
    """The paths in ``text`` if it is nothing but absolute ones, as after a drop; else none."""
    found = paths_in(text)
    return found if all(p.is_absolute() or _WINDOWS.match(str(p)) for p in found) else []


def _path(piece: str) -> Path:
    try:
        return Path(piece).expanduser()
    except RuntimeError:  # "~somebody" who has no home here
        return Path(piece)


def _pieces(line: str) -> list[str]:
    bare = line.strip("\"'")
    if _WINDOWS.match(bare):
        return _windows_pieces(line)
    try:
        pieces = shlex.split(line)
    except ValueError:  # an apostrophe in a name
        pieces = []
    if len(pieces) == 1 or (pieces and all(_ABSOLUTE.match(p) for p in pieces)):
        return [_local(p) for p in pieces]
    return [_local(bare)]


def _windows_pieces(line: str) -> list[str]:
    """Backslashes divide folders here, so only quotes and spaces are looked at."""
    pieces = ["".join(found) for found in _QUOTED.findall(line)]
    return pieces if all(_WINDOWS.match(p) for p in pieces) else [line.strip("\"'")]


def _local(piece: str) -> str:
    if not piece.lower().startswith("file://"):
        return piece
    return url2pathname(urlsplit(piece).path)

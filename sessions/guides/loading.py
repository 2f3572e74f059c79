"""Reads a guide from TOML, strictly: every mistake is told with its file, line, key and the nearest name."""

import re
import tomllib
from pathlib import Path
from typing import Any

from sessions.errors import GuideError, os_reason
from sessions.guides.faults import Faults, mistake
from sessions.guides.model import Guide
from sessions.guides.references import check
from sessions.guides.schema import build
from sessions.i18n import gettext as _
from sessions.text import clean_line


def read(path: Path) -> Guide:
    """The guide in a file; raises :class:`GuideError` for anything that is not right."""
    return load(read_text(path), path.name)


def load(text: str, name: str) -> Guide:
    """The guide that ``text`` holds; ``name`` is what messages call it. Raises :class:`GuideError`."""
    faults = Faults()
    guide = build(Guide, _parse(text, name), faults)
    check(guide, faults)
    faults.raise_any(name, text)
    return guide


def load_kept(text: str, name: str) -> Guide:
    """The guide that a session kept, which was right when it was kept.

    Guides of earlier versions must stay readable: keys that this version does not know are left out,
    and what it misses is empty. Raises :class:`GuideError` only where ``text`` is no TOML at all.
    """
    return build(Guide, _parse(text, name), Faults())


def read_text(path: Path) -> str:
    """The text of a guide's file, which must be UTF-8, with or without a byte order mark."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(path, content.count(b"\n", 0, error.start) + 1) from error


def _parse(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        line, reason = _where(str(error), text)
        what = _("{file}, line {line}: this is not valid TOML ({reason})")
        raise mistake(clean_line(what.format(file=name, line=line, reason=reason)), name) from error


def _where(reason: str, text: str) -> tuple[int, str]:
    """The line that the parser's message names (at the end of the text it names none), and the rest of it."""
    found = re.search(r" \(at line (\d+), column \d+\)$", reason)
    if found:
        return int(found[1]), reason[: found.start()]
    return text.rstrip("\n").count("\n") + 1, reason.removesuffix(" (at end of document)")


def _unreadable(path: Path, error: OSError) -> GuideError:
    return GuideError(
        _("{file} cannot be read: {reason}.").format(file=path.name, reason=os_reason(error)),
        _("Check the name and the folder, and whether you may open the file."),
    )


def _not_utf8(path: Path, line: int) -> GuideError:
    return GuideError(
        _("{file}, line {line}: this file is not saved as UTF-8.").format(file=path.name, line=line),
        _("Open it in your editor and save it with the encoding UTF-8."),
    )

"""Whose the files are that were brought and taken back: nothing else in a programme knows that any more."""

import json
from contextlib import suppress
from pathlib import Path

from sessions.files import write_whole

FOLDER = "taken-back"
_NOTED = ".taken-back.json"


def whose(programme: Path) -> dict[str, str]:
    """The codes of the sessions to which they were brought, by the SHA-256 of the files; one that was brought
    before this was noted is not there."""
    with suppress(OSError, ValueError):
        noted = json.loads((programme / _NOTED).read_bytes())
        if isinstance(noted, dict):
            return {str(sha256): str(code) for sha256, code in noted.items()}
    return {}


def note_whose(programme: Path, sha256: str, code: str) -> None:
    """The file with this content was brought to the session with this ``code``."""
    _write(programme, whose(programme) | {sha256: code})


def forget_whose(programme: Path, sha256: str) -> None:
    """The file with this content is gone."""
    known = whose(programme)
    if known.pop(sha256, None):
        _write(programme, known)


def _write(programme: Path, known: dict[str, str]) -> None:
    with suppress(OSError):  # what is not noted is asked about
        write_whole(programme / _NOTED, json.dumps(known, indent=1, sort_keys=True).encode())

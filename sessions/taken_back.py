"""Whose the files are that were brought and taken back: nothing else in a programme knows that any more."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from sessions.files import write_whole

FOLDER = "taken-back"
_NOTED = ".taken-back.json"


class Kind(StrEnum):
    """What was brought: its name does not tell, since sound may be called anything."""

    SOUND = "sound"
    TEXT = "text"


@dataclass(frozen=True)
class Owner:
    """The code of the session to which a file was brought, and what it was brought as."""

    session: str
    kind: Kind


def whose(programme: Path) -> dict[str, Owner]:
    """To which session they were brought, by the SHA-256 of the files; one that was brought before this was noted
    is not there."""
    with suppress(OSError, ValueError):
        noted = json.loads((programme / _NOTED).read_bytes())
        if isinstance(noted, dict):
            return {sha256: owner for sha256, one in noted.items() if (owner := _owner(one))}
    return {}


def _owner(noted: Any) -> Owner | None:
    with suppress(KeyError, TypeError, ValueError):
        return Owner(str(noted["session"]), Kind(noted["kind"]))
    return None


def note_whose(programme: Path, sha256: str, code: str, kind: Kind) -> None:
    """The file with this content was brought to the session with this ``code``."""
    _write(programme, whose(programme) | {sha256: Owner(code, kind)})


def forget_whose(programme: Path, sha256: str) -> None:
    """The file with this content is gone."""
    known = whose(programme)
    if known.pop(sha256, None):
        _write(programme, known)


def _write(programme: Path, known: dict[str, Owner]) -> None:
    noted = {sha256: asdict(owner) for sha256, owner in known.items()}
    with suppress(OSError):  # what is not noted is asked about
        write_whole(programme / _NOTED, json.dumps(noted, indent=1, sort_keys=True).encode())

"""What SQLite's errors mean to a person."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from cattrs import BaseValidationError

from sessions.errors import (
    DamagedProgramme,
    DiskFull,
    ProgrammeError,
    ProgrammeLocked,
    ReadOnlyProgramme,
)
from sessions.i18n import gettext as _


@contextmanager
def database_errors(path: Path) -> Iterator[None]:
    """Turn each SQLite error of the block into what it means to a person."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _meaning(error, path) from error


@contextmanager
def row_errors(path: Path) -> Iterator[None]:
    """Turn what a row that is not what it should be makes of the block into what it means to a person."""
    try:
        yield
    except (BaseValidationError, LookupError, TypeError, ValueError) as error:
        raise _damaged(path) from error


def _meaning(error: sqlite3.Error, path: Path) -> ProgrammeError:
    name = getattr(error, "sqlite_errorname", "SQLITE_ERROR")
    for prefix, make in _MEANINGS.items():
        if name.startswith(prefix):
            return make(path)
    return ProgrammeError(
        _("The database {path} refused: {reason}.").format(path=path, reason=error),
        _("Run “vakborg check” to see whether the programme is whole."),
    )


def _locked(path: Path) -> ProgrammeError:
    return ProgrammeLocked(
        _("Another program is writing in {path} and does not let go.").format(path=path),
        _("Close other windows of Vakborg on this programme and try again; nothing was lost."),
    )


def _full(path: Path) -> ProgrammeError:
    return DiskFull(
        _("There is no room left on the disk of {place}.").format(place=path),
        _("Free some space and try again; nothing was lost."),
    )


def _read_only(path: Path) -> ProgrammeError:
    return ReadOnlyProgramme(
        _("{place} cannot be written.").format(place=path),
        _("Choose a folder that you may write in, or ask whoever manages this one."),
    )


def _damaged(path: Path) -> ProgrammeError:
    return DamagedProgramme(
        _("{path} is not a sound Vakborg database.").format(path=path),
        _("Put back the folder from your last backup; leave the damaged one where it is."),
    )


_MEANINGS: dict[str, Callable[[Path], ProgrammeError]] = {
    "SQLITE_BUSY": _locked,
    "SQLITE_LOCKED": _locked,
    "SQLITE_FULL": _full,
    "SQLITE_IOERR_WRITE": _full,
    "SQLITE_IOERR_SHMSIZE": _full,
    "SQLITE_READONLY": _read_only,
    "SQLITE_CANTOPEN": _read_only,
    "SQLITE_PERM": _read_only,
    "SQLITE_CORRUPT": _damaged,
    "SQLITE_NOTADB": _damaged,
}

"""What SQLite's errors become, each provoked for real where that can be done."""

import sqlite3
from pathlib import Path

import pytest

from sessions.errors import (
    DamagedProgramme,
    DiskFull,
    ProgrammeError,
    ProgrammeLocked,
    ReadOnlyProgramme,
)
from sessions.store.failures import database_errors, row_errors

PATH = Path("/traject/vakborg.db")


def raised(name: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("it did not work")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_BUSY", ProgrammeLocked),
        ("SQLITE_BUSY_SNAPSHOT", ProgrammeLocked),
        ("SQLITE_LOCKED", ProgrammeLocked),
        ("SQLITE_FULL", DiskFull),
        ("SQLITE_IOERR_WRITE", DiskFull),
        ("SQLITE_IOERR_SHMSIZE", DiskFull),
        ("SQLITE_READONLY", ReadOnlyProgramme),
        ("SQLITE_READONLY_DIRECTORY", ReadOnlyProgramme),
        ("SQLITE_CANTOPEN", ReadOnlyProgramme),
        ("SQLITE_CORRUPT_VTAB", DamagedProgramme),
        ("SQLITE_NOTADB", DamagedProgramme),
        ("SQLITE_CONSTRAINT_UNIQUE", ProgrammeError),
        ("SQLITE_IOERR_READ", ProgrammeError),
    ],
)
def test_each_error_of_sqlite_is_told_as_what_it_means(name: str, kind: type[ProgrammeError]) -> None:
    with pytest.raises(ProgrammeError) as caught, database_errors(PATH):
        raise raised(name)
    assert type(caught.value) is kind
    assert str(PATH) in caught.value.message
    assert caught.value.advice
    assert isinstance(caught.value.__cause__, sqlite3.OperationalError)


def test_our_own_failures_pass_through_unchanged() -> None:
    with pytest.raises(DiskFull, match="ours"), database_errors(PATH), row_errors(PATH):
        raise DiskFull("ours")


def test_an_error_without_a_name_is_told_with_its_reason() -> None:
    with pytest.raises(ProgrammeError, match="closed"), database_errors(PATH):
        raise sqlite3.ProgrammingError("Cannot operate on a closed database.")

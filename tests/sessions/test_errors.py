"""The tree of failures, and what the disk's own errors become in it."""

import errno
import inspect
import os
import re
from pathlib import Path

import pytest

from sessions import errors
from sessions.errors import (
    DiskFull,
    ProgrammeError,
    ReadOnlyProgramme,
    UsageRefused,
    VakborgError,
    disk_error,
    disk_errors,
)

PLACE = Path("/traject")
FAILURES = [
    thing
    for _name, thing in inspect.getmembers(errors, inspect.isclass)
    if issubclass(thing, VakborgError) and thing.__module__ == errors.__name__
]


def drawn() -> dict[str, str]:
    """The tree in the module's docstring: each failure with the one above it."""
    above: dict[str, str] = {}
    trail: list[str] = []
    for line in (errors.__doc__ or "").splitlines():
        if found := re.match(r"^ {4}([│├└─ ]*)([A-Z]\w+)", line):
            depth = len(found[1]) // 4
            trail[depth:] = [found[2]]
            above[found[2]] = trail[depth - 1] if depth else "Exception"
    return above


def test_the_tree_in_the_docstring_is_the_tree_of_the_classes() -> None:
    assert drawn() == {failure.__name__: failure.__bases__[0].__name__ for failure in FAILURES}


@pytest.mark.parametrize("failure", FAILURES, ids=lambda f: f.__name__)
def test_every_failure_has_a_title_a_message_and_what_to_do(failure: type[VakborgError]) -> None:
    raised = failure("It broke.", "Mend it.")
    assert failure.title.strip()
    assert raised.heading == failure.title
    assert str(raised) == "It broke. Mend it."
    assert str(failure("It broke.")) == "It broke."


def test_each_kind_of_trouble_has_a_title_of_its_own() -> None:
    titled = [failure.title for failure in FAILURES if failure is not UsageRefused]
    assert len(titled) == len(set(titled))


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EACCES, ReadOnlyProgramme),
        (errno.EPERM, ReadOnlyProgramme),
        (errno.EROFS, ReadOnlyProgramme),
        (errno.EIO, ProgrammeError),
        (errno.ENAMETOOLONG, ProgrammeError),
    ],
    ids=lambda value: errno.errorcode[value] if isinstance(value, int) else "",
)
def test_each_error_of_the_disk_is_told_as_what_it_means(number: int, kind: type[ProgrammeError]) -> None:
    told = disk_error(OSError(number, os.strerror(number)), PLACE)
    assert type(told) is kind
    assert str(PLACE) in told.message
    assert told.advice


def test_an_error_without_a_reason_of_the_system_gives_its_own() -> None:
    assert "the cable is loose" in disk_error(OSError("the cable is loose"), PLACE).message


def test_the_original_error_stays_attached() -> None:
    with pytest.raises(ProgrammeError) as caught, disk_errors(PLACE):
        (PLACE / "niet" / "daar").read_bytes()
    assert isinstance(caught.value.__cause__, FileNotFoundError)


def test_what_is_no_error_of_the_disk_passes_through() -> None:
    with pytest.raises(KeyError), disk_errors(PLACE):
        raise KeyError("x")


def test_a_message_cannot_drive_the_terminal() -> None:
    failure = VakborgError("\x1b]52;c;eA==\x07bestand\x00 \udcff", "\x1b[2Jadvies")
    assert str(failure) == "]52;c;eA==bestand  [2Jadvies"
    assert (failure.message, failure.advice) == ("]52;c;eA==bestand ", "[2Jadvies")

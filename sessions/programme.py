"""A programme: one folder with a database, sound, attachments and documents.

It is the unit to back up and to hand over, so every path in the database is relative to it.
"""

import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from sessions.errors import AlreadyThere, DamagedProgramme, NotAProgramme, ReadOnlyProgramme, disk_errors
from sessions.i18n import gettext as _

if TYPE_CHECKING:
    from sessions.store import Store

DATABASE = "vakborg.db"
FOLDERS = ("audio", "attachments", "exports")


@dataclass(frozen=True)
class Programme:
    """The folder of a programme that exists."""

    folder: Path

    @property
    def name(self) -> str:
        """What people call it: the name of its folder."""
        return self.folder.name

    @property
    def database(self) -> Path:
        """The database file."""
        return self.folder / DATABASE

    @property
    def exports(self) -> Path:
        """Where documents go unless somebody chooses another place."""
        return self.folder / "exports"

    @property
    def worker_lock(self) -> Path:
        """Held by the one worker that takes jobs from this programme."""
        return self.folder / ".worker.lock"

    def store(self) -> "Store":
        """Open the database, which must be there; raises the :class:`~sessions.errors.ProgrammeError` family."""
        _refuse_emptied(self)
        return _opened(self)

    def file(self, relative: str) -> Path:
        """The file at a stored path; raises :class:`DamagedProgramme` where it leads outside the folder."""
        path = (self.folder / PurePosixPath(relative)).resolve()
        if not path.is_relative_to(self.folder.resolve()):
            raise DamagedProgramme(
                _("The database points at a file outside the programme: {path}.").format(path=relative),
                _("Do not use this programme; ask whoever gave it to you for a sound copy."),
            )
        return path


def open_programme(folder: Path) -> Programme:
    """The programme in ``folder``; raises :class:`NotAProgramme`."""
    programme = Programme(_absolute(folder))
    _refuse_absent(programme)
    return programme


def _opened(programme: Programme) -> "Store":
    if not os.access(programme.folder, os.W_OK):
        raise ReadOnlyProgramme(
            _("{place} cannot be written.").format(place=programme.folder),
            _("Choose a folder that you may write in, or ask whoever manages this one."),
        )
    from sessions.store import Store  # a third of a second that the app needs not before it paints

    return Store(programme.database)


def _refuse_absent(programme: Programme) -> None:
    with disk_errors(programme.folder):
        there = programme.database.is_file()
    if not there:
        raise NotAProgramme(
            _("There is no programme in {folder}.").format(folder=programme.folder),
            _("Make one with “vakborg init DIR”, or an example with “vakborg demo”."),
        )


def _refuse_emptied(programme: Programme) -> None:
    """An empty file beside recordings was a database once; opened, it would become an empty programme."""
    _refuse_absent(programme)
    if not programme.database.stat().st_size and any((programme.folder / "audio").rglob("*")):
        raise DamagedProgramme(
            _("{path} is not a sound Vakborg database.").format(path=programme.database),
            _("Put back the folder from your last backup; leave the damaged one where it is."),
        )


def create_programme(folder: Path) -> Programme:
    """An empty programme in ``folder``, which may exist but must be empty.

    Raises :class:`AlreadyThere`, :class:`DiskFull`, :class:`ReadOnlyProgramme`.
    """
    folder = _absolute(folder)
    with disk_errors(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise AlreadyThere(
                _("{folder} is there already and is not empty.").format(folder=folder),
                _("Choose another name, or an empty folder."),
            )
        return _made(folder)


def _made(folder: Path) -> Programme:
    programme, is_new = Programme(folder), not folder.exists()
    try:
        for name in FOLDERS:
            (folder / name).mkdir(parents=True, exist_ok=True)
        _opened(programme).close()
    except BaseException:
        _take_away(programme)
        if is_new and folder.exists():
            folder.rmdir()
        raise
    return programme


def _take_away(programme: Programme) -> None:
    """Leave the folder as empty as it was, so that the same name can be tried again."""
    for name in FOLDERS:
        if (programme.folder / name).is_dir():
            (programme.folder / name).rmdir()
    for path in programme.folder.glob(f"{DATABASE}*"):
        path.unlink()


def _absolute(folder: Path) -> Path:
    try:
        return folder.expanduser().resolve()
    except RuntimeError:  # "~somebody" who has no home here is a folder like any other
        return folder.resolve()

"""A programme: one folder with a database, sound, attachments and documents.

It is the unit to back up and to hand over, so every path in the database is relative to it.
"""

import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sessions.errors import AlreadyThere, DamagedProgramme, NotAProgramme, ReadOnlyProgramme, disk_errors
from sessions.i18n import gettext as _
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

    def store(self) -> Store:
        """Open the database; raises the :class:`~sessions.errors.ProgrammeError` family."""
        if not os.access(self.folder, os.W_OK):
            raise ReadOnlyProgramme(
                _("{place} cannot be written.").format(place=self.folder),
                _("Choose a folder that you may write in, or ask whoever manages this one."),
            )
        return Store(self.database)

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
    folder = folder.expanduser().resolve()
    if not (folder / DATABASE).is_file():
        raise NotAProgramme(
            _("There is no programme in {folder}.").format(folder=folder),
            _("Make one with “vakborg init DIR”, or an example with “vakborg demo”."),
        )
    return Programme(folder)


def create_programme(folder: Path) -> Programme:
    """An empty programme in ``folder``, which may exist but must be empty.

    Raises :class:`AlreadyThere`, :class:`DiskFull`, :class:`ReadOnlyProgramme`.
    """
    folder = folder.expanduser().resolve()
    with disk_errors(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise AlreadyThere(
                _("{folder} is there already and is not empty.").format(folder=folder),
                _("Choose another name, or an empty folder."),
            )
        for name in FOLDERS:
            (folder / name).mkdir(parents=True, exist_ok=True)
    programme = Programme(folder)
    programme.store().close()
    return programme

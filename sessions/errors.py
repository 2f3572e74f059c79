"""Every failure a person can meet, as one tree.

    VakborgError
    ├── UsageRefused          what was asked cannot be done as it was asked
    │   ├── UnknownName       no such session, question, expert, module, guide, …
    │   ├── AlreadyThere      a folder or a recording that is already in use
    │   ├── TakenBack         something that a person took back meanwhile
    │   └── ChangedSince      something that was changed in another way meanwhile
    ├── GuideError            a guide that cannot be read, with file, line and key
    ├── ProgrammeError        the programme's folder or database
    │   ├── NotAProgramme     no programme in this folder
    │   ├── NewerProgramme    made by a later version
    │   ├── ProgrammeLocked   another process holds it
    │   ├── ReadOnlyProgramme the folder cannot be written
    │   ├── DiskFull          no room left
    │   └── DamagedProgramme  the database or a file is not what it was
    ├── RecordingError        an audio file that cannot be used
    │   └── CaptionsError     a transcript file that cannot be used
    ├── ModelError            a Whisper model that is missing, damaged or too large
    ├── TranscriptionError    Whisper could not do its work
    ├── SoundSystemError      PortAudio or a microphone is missing
    ├── ReviewFileError       a file that came back from an expert and cannot be taken in
    └── ExportError           a document that cannot be made or written

Each has a title (what kind of trouble), a message (what happened) and advice (what to do).
They become a modal in one place of the app, and stderr with an exit code in one of the command line.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from sessions.i18n import N_
from sessions.i18n import gettext as _
from sessions.text import clean


class VakborgError(Exception):
    """Base of all failures that are shown to a person, in their language."""

    title: ClassVar[str] = N_("That did not work")

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = clean(message)  # file names and reasons from elsewhere must not drive a terminal
        self.advice = clean(advice)

    @property
    def heading(self) -> str:
        """The title in the language of the interface."""
        return _(self.title)

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()


class UsageRefused(VakborgError):
    """What was asked cannot be done as it was asked."""


class UnknownName(UsageRefused):
    """No such session, question, expert, module, guide or format."""

    title = N_("Not found")


class AlreadyThere(UsageRefused):
    """Something with that name or content is already there."""

    title = N_("Already there")


class TakenBack(UsageRefused):
    """What was being worked on was taken back by a person meanwhile."""

    title = N_("Taken back")


class ChangedSince(UsageRefused):
    """What was to be changed, or taken back, was changed in another way meanwhile."""

    title = N_("It was changed meanwhile")


class GuideError(VakborgError):
    """A guide that cannot be read."""

    title = N_("The guide has a mistake")


class ProgrammeError(VakborgError):
    """The folder or the database of a programme."""

    title = N_("The programme cannot be used")


class NotAProgramme(ProgrammeError):
    """There is no programme in this folder."""

    title = N_("No programme here")


class NewerProgramme(ProgrammeError):
    """The programme was made by a later version of Vakborg."""

    title = N_("Made by a newer version")


class ProgrammeLocked(ProgrammeError):
    """Another process holds the programme."""

    title = N_("The programme is busy")


class ReadOnlyProgramme(ProgrammeError):
    """The folder of the programme cannot be written."""

    title = N_("Cannot write here")


class DiskFull(ProgrammeError):
    """No room is left on the disk."""

    title = N_("The disk is full")


class DamagedProgramme(ProgrammeError):
    """The database or a file of the programme is not what it was."""

    title = N_("The programme is damaged")


class RecordingError(VakborgError):
    """An audio file that cannot be used."""

    title = N_("This recording cannot be used")


class CaptionsError(RecordingError):
    """A transcript file that cannot be used."""

    title = N_("This transcript cannot be used")


class ModelError(VakborgError):
    """A Whisper model that is missing, damaged or too large."""

    title = N_("The speech model cannot be used")


class TranscriptionError(VakborgError):
    """Whisper could not do its work on a recording."""

    title = N_("Transcribing failed")


class SoundSystemError(VakborgError):
    """PortAudio or a microphone is missing."""

    title = N_("No sound system")


class ReviewFileError(VakborgError):
    """A Word file that came back from an expert and cannot be taken in; nothing of it was stored."""

    title = N_("This file cannot be taken in")


class ExportError(VakborgError):
    """A document that cannot be made or written."""

    title = N_("The document was not made")


_REASONS = {
    errno.ENOENT: N_("it is not there"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("a part of the path is a file, not a folder"),
    errno.EACCES: N_("you may not open it"),
    errno.EPERM: N_("you may not open it"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.EIO: N_("the disk has a fault"),
}


def os_reason(error: Exception) -> str:
    """Why the system refused, in the language of the interface where the reason is a common one."""
    known = _REASONS.get(getattr(error, "errno", 0) or 0)
    return _(known) if known else str(getattr(error, "strerror", "") or error)


def disk_error(error: OSError, place: Path) -> ProgrammeError:
    """The failure that an ``OSError`` while writing at ``place`` means to a person."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(
            _("There is no room left on the disk of {place}.").format(place=place),
            _("Free some space and try again; nothing was lost."),
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ReadOnlyProgramme(
            _("{place} cannot be written.").format(place=place),
            _("Choose a folder that you may write in, or ask whoever manages this one."),
        )
    return ProgrammeError(
        _("{place} could not be read or written: {reason}.").format(place=place, reason=os_reason(error)),
        _("Check that the disk is connected, then try again."),
    )


@contextmanager
def disk_errors(place: Path) -> Iterator[None]:
    """Turn each ``OSError`` of the block into what it means to a person."""
    try:
        yield
    except OSError as error:
        raise disk_error(error, place) from error

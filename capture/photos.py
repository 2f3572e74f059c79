"""Files of a programme as the system shows them: whether they are there, and looking at one."""

from capture.interviewing.attaching import PHOTOS
from capture.viewing import open_file
from sessions.errors import DamagedProgramme, RecordingError, UsageRefused
from sessions.i18n import gettext as _
from sessions.programme import Programme
from sessions.text import clean_line


def is_there(programme: Programme, relative: str) -> bool:
    """Whether the file at this stored path is on the disk."""
    try:
        return programme.file(relative).is_file()
    except (DamagedProgramme, OSError):
        return False


def look_at(programme: Programme, relative: str) -> None:
    """Let the system show a picture; only pictures, since another file may be a program.

    Raises :class:`UsageRefused` for what is none, :class:`RecordingError` where it is gone or nothing shows it,
    and :class:`DamagedProgramme` for a path that leads outside.
    """
    path = programme.file(relative)
    if path.suffix.lower() not in PHOTOS:
        raise UsageRefused(
            _("Only pictures are opened from here."), _("Open it yourself: {file}").format(file=path)
        )
    if not path.is_file():
        raise RecordingError(
            _("{file} is not there any more.").format(file=clean_line(relative)),
            _("Put it back from your last backup."),
        )
    if not open_file(path):
        raise RecordingError(
            _("This machine has no program that shows the picture, or no screen for it."),
            _("Open it yourself: {file}").format(file=path),
        )

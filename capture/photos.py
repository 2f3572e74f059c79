"""Files of a programme as the system shows them: whether they are there, looking at one, and what a release does."""

from collections.abc import Iterator

from capture.interviewing.attaching import PHOTOS
from capture.pictures import refuse_no_picture
from capture.viewing import open_file
from sessions.errors import DamagedProgramme, RecordingError, UsageRefused
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.interview import Attachment, Session
from sessions.programme import Programme
from sessions.release import Release
from sessions.store.releasing import Released
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


def refuse_broken(programme: Programme, file: Attachment, level: Release) -> None:
    """Raise :class:`RecordingError` where ``file`` is to leave as a picture and is none that can be shown."""
    if level is not Release.INTERNAL and is_there(programme, file.path):
        refuse_no_picture(programme.file(file.path), file.original_name)


def photos_told(done: Released, session: Session, level: Release) -> Iterator[str]:
    """What the release of answers did to their photos, in lines; nothing where it did nothing."""
    if done.photos_back:
        yield _back(done.photos_back, level).format(n=done.photos_back)
    if done.photos_waiting:
        waiting = ngettext(
            "{n} photo is not released that far: vakborg photo list {session}, then vakborg photo release ID {level}",
            "{n} photos are not released that far: vakborg photo list {session}, then vakborg photo release ID {level}",
            done.photos_waiting,
        )
        yield waiting.format(n=done.photos_waiting, session=session.code, level=level.value)


def _back(n: int, level: Release) -> str:
    if level in (Release.INTERNAL, Release.STRUCK):
        return ngettext(
            "{n} photo stays in the company now too.", "{n} photos stay in the company now too.", n
        )
    return ngettext(
        "{n} photo goes no further than the fragments now.",
        "{n} photos go no further than the fragments now.",
        n,
    )

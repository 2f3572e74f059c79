"""Whether somebody records in a programme."""

from pathlib import Path

from filelock import FileLock, Timeout

from sessions.errors import ProgrammeLocked, disk_errors
from sessions.i18n import gettext as _


def recorder_lock(folder: Path, patience: float = 0.0) -> FileLock:
    """The lock that a recorder holds as long as it runs, acquired; the system frees it when its holder dies.

    Raises :class:`ProgrammeLocked` where another one holds it for more than ``patience`` seconds, and what
    :func:`disk_errors` raises.
    """
    lock = FileLock(folder / ".recorder.lock")
    with disk_errors(folder):
        try:
            lock.acquire(patience)
        except Timeout as error:
            raise ProgrammeLocked(
                _("Another window is already recording in this programme."),
                _("Close the session there first."),
            ) from error
    return lock

"""Whether somebody records in a programme."""

from pathlib import Path

from filelock import FileLock

from sessions.i18n import gettext as _
from sessions.locking import take_lock


def recorder_lock(folder: Path, patience: float = 0.0) -> FileLock:
    """The lock that a recorder holds as long as it runs, acquired; the system frees it when its holder dies.

    Raises :class:`~sessions.errors.ProgrammeLocked` where another one holds it for more than ``patience``
    seconds, and what :func:`~sessions.errors.disk_errors` raises.
    """
    return take_lock(
        folder / ".recorder.lock",
        _("Another window is already recording in this programme."),
        _("Close the session there first."),
        patience,
    )

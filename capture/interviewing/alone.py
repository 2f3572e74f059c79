"""One conversation at a time in a programme: whoever holds it may finish what others left open."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from sessions.errors import ProgrammeLocked, disk_errors
from sessions.i18n import gettext as _

PATIENCE = 3.0
"""Seconds that a window which was just killed may take to let go."""


@contextmanager
def only_conversation(folder: Path) -> Iterator[None]:
    """Hold the only conversation in the programme in ``folder``; the system lets go of it when this one dies.

    Raises :class:`ProgrammeLocked` where another window holds one.
    """
    lock = FileLock(folder / ".conversation.lock")
    with disk_errors(folder):
        try:
            lock.acquire(timeout=PATIENCE)
        except Timeout as error:
            raise ProgrammeLocked(
                _("Another window is in the middle of a conversation in this programme."),
                _("Go on there, or close it there first."),
            ) from error
    try:
        yield
    finally:
        lock.release()

"""One conversation at a time in a programme: whoever holds it may finish what others left open."""

from contextlib import AbstractContextManager
from pathlib import Path

from sessions.i18n import gettext as _
from sessions.locking import locked

PATIENCE = 3.0
"""Seconds that a window which was just killed may take to let go."""


def only_conversation(folder: Path) -> AbstractContextManager[None]:
    """Hold the only conversation in the programme in ``folder``; the system lets go of it when this one dies.

    Raises :class:`~sessions.errors.ProgrammeLocked` where another window holds one.
    """
    return locked(
        folder / ".conversation.lock",
        _("Another window is in the middle of a conversation in this programme."),
        _("Go on there, or close it there first."),
        PATIENCE,
    )

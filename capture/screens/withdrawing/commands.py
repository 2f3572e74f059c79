"""What is due and the last day, by name, for the command palette of the list of sessions."""

from collections.abc import Iterator

from capture.screens.interviewing.commands import Command, InterviewCommands
from sessions.i18n import gettext as _


class DueCommands(InterviewCommands):
    """Both lead to the screen of what is due."""

    def _commands(self) -> Iterator[Command]:
        yield Command(_("Due"), "due", _("What is to be taken out, and until when recordings are kept"))
        yield Command(_("Last day"), "last_day", _("Until when recordings and texts are kept"))

"""Everything that the review can do, by name, for the command palette."""

from collections.abc import Iterator

from textual.binding import Binding

from capture.screens.interviewing.commands import Command, InterviewCommands
from capture.screens.reviewing.keys import KEYS
from sessions.i18n import gettext as _


class ReviewCommands(InterviewCommands):
    """The keys of the review by their names; topics have digits beside them already."""

    def _commands(self) -> Iterator[Command]:
        for binding in KEYS:
            if isinstance(binding, Binding) and not binding.action.startswith("topic("):
                yield Command(binding.description, binding.action, binding.tooltip)
        yield Command(_("Who works here"), "who", _("Whose name stands with what is changed"))

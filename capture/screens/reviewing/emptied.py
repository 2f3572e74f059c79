"""A text of which nothing is left: struck, empty, or a slip."""

from enum import Enum, auto

from textual.content import Content

from capture.screens.dialog import Choice
from sessions.i18n import gettext as _


class Emptied(Enum):
    """What becomes of a fragment without words."""

    STRUCK = auto()
    LEFT_EMPTY = auto()
    TYPED_ON = auto()


class EmptiedDialog(Choice[Emptied]):
    """Asks what is meant; going on is at hand."""

    def __init__(self) -> None:
        choices = [
            (Content(_("Go on typing")), Emptied.TYPED_ON),
            (Content(_("Strike the fragment: it goes into no document")), Emptied.STRUCK),
            (Content(_("Leave it empty")), Emptied.LEFT_EMPTY),
        ]
        super().__init__(_("There is no text left in this fragment."), choices)

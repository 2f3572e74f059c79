"""Where a better model heard something else than a person wrote: keep, or take."""

from textual.content import Content

from capture.reviewing.state import Line
from capture.screens.dialog import Choice
from capture.screens.reviewing.changes import changed, one_line
from capture.screens.showing import MUTED
from sessions.i18n import gettext as _
from sessions.transcript import Conflict


class ConflictDialog(Choice[tuple[int, bool]]):
    """Per place both versions to choose from; gives the conflict's id, and whether to take what was heard."""

    def __init__(self, line: Line) -> None:
        choices = [choice for conflict in line.conflicts for choice in _choices(conflict)]
        hint = _("[yours → heard now] is where they differ. A digit or Enter chooses, Esc decides later.")
        heading = _("Transcribed again: yours, or what is heard now?")
        super().__init__(heading, choices, hint=hint, classes="choice conflict")


def _choices(conflict: Conflict) -> list[tuple[Content, tuple[int, bool]]]:
    keep = _line(_("Keep yours:"), Content(_words(conflict.mine)))
    differs = changed(conflict.mine, conflict.heard) if conflict.heard.strip() else Content(_words(""))
    take = _line(_("Take what is heard now:"), differs)
    return [(keep, (conflict.id, False)), (take, (conflict.id, True))]


def _line(head: str, text: Content) -> Content:
    return Content.assemble((head, MUTED), "\n  ", text)


def _words(text: str) -> str:
    return one_line(text).strip() or _("(no words)")

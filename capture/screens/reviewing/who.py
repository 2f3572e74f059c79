"""Who works here: the name that stands with each change in the history."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from capture.screens.dialog import Dialog
from sessions.i18n import gettext as _
from sessions.text import clean_line


class WhoDialog(Dialog[str]):
    """Asks for the name, with a proposal; gives the name."""

    def __init__(self, proposal: str) -> None:
        hint = _("It stands with what you change, in the history. Enter takes it, Esc closes.")
        super().__init__(_("Who works here?"), hint, "who")
        self.proposal = proposal

    def parts(self) -> Iterable[Widget]:
        yield Input(
            self.proposal,
            placeholder=_("your own name"),
            max_length=100,
            compact=True,
            select_on_focus=True,
        )

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        if name := clean_line(event.value):
            self.give(name)

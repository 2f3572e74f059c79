"""What went wrong, what it means and what to do about it."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from capture.screens.showing import plain
from sessions.errors import VakborgError
from sessions.i18n import gettext as _


class Failed(Message):
    """Something failed; the app shows it."""

    def __init__(self, error: VakborgError) -> None:
        super().__init__()
        self.error = error


class FailureScreen(ModalScreen[None]):
    """One failure: its heading, what happened, what to do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space", "dismiss", _("Close"), id="close"),
    ]

    def __init__(self, error: VakborgError) -> None:
        super().__init__(classes="failure")
        self.error = error

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="box"):
            yield Static(plain(self.error.heading), classes="heading", markup=False)
            yield Static(plain(self.error.message), classes="message", markup=False)
            if self.error.advice:
                yield Static(plain(self.error.advice), classes="advice", markup=False)
            yield Static(_("Enter, Esc or a click closes this."), classes="hint", markup=False)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.dismiss()

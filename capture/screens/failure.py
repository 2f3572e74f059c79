"""What went wrong, what it means and what to do about it."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from capture.faults import write_report
from capture.screens.showing import plain
from sessions.errors import VakborgError
from sessions.i18n import gettext as _


class Failed(Message):
    """Something failed; the app shows it."""

    def __init__(self, error: VakborgError) -> None:
        super().__init__()
        self.error = error


def foreseen(error: Exception) -> VakborgError:
    """``error`` as something to show: what nobody foresaw becomes a report on the disk and its place."""
    if isinstance(error, VakborgError):
        return error
    report = write_report(error)
    where = _("Send this file to whoever maintains Vakborg (no transcript text is in it): {file}")
    return VakborgError(
        _("Something went wrong that Vakborg did not foresee. Your recordings and texts are safe."),
        where.format(file=report) if report else "",
    )


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

"""A wait that nobody can cut short."""

from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static


class WaitScreen(ModalScreen[None]):
    """Says what is being waited for, until :meth:`finish`."""

    def __init__(self, message: str) -> None:
        super().__init__(classes="ask")
        self.message = message
        self._over = False

    def finish(self) -> None:
        """The wait is over: close, now or when what lies over it is closed."""
        self._over = True
        if self.is_active:  # a screen below a dialog is still "current"
            self.dismiss()

    @on(events.ScreenResume)
    def _close_late(self) -> None:
        if self._over:
            self.dismiss()

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="box", can_focus=False):
            yield Static(self.message, classes="question", markup=False)

"""What every full screen shares: reading in the background, and the keys that work everywhere."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen

from capture.faults import foreseen
from capture.screens.failure import Failed
from sessions.i18n import gettext as _

LOOK_AGAIN = 4.0
"""Seconds between two looks at what a ``vakborg transcribe`` in another window has done."""


class BaseScreen(Screen[None]):
    """A full screen. ``about`` says what it shows, for the help."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", _("Back"), id="back", tooltip=_("Back to where you came from")),
        Binding("r,f5", "reload", _("Reload"), id="reload", tooltip=_("Read everything again")),
    ]

    @property
    def about(self) -> str:
        """What this screen shows, for the help."""
        return ""

    def action_back(self) -> None:
        """Leave this screen."""
        self.app.pop_screen()

    def action_reload(self) -> None:
        """Read again what is shown."""
        self.load()

    def action_nothing(self) -> None:
        """This key does nothing here."""

    def key(self, binding_id: str) -> str:
        """The key that does this here, as it stands on the keyboard; empty where none does."""
        for active in self.active_bindings.values():
            if active.binding.id == binding_id:
                return self.app.get_key_display(active.binding)
        return ""

    def load(self) -> None:
        """Begin to read what this screen shows."""

    class NotLoaded(Message):
        """Reading failed."""

    @on(NotLoaded)
    def _tell(self) -> None:
        self.not_loaded()

    def not_loaded(self) -> None:
        """Say, in the place of the data, that there is none; the failure itself is shown by the app."""

    def in_background(self, read: Callable[[], Message]) -> None:
        """Let a thread ``read``; its message comes back to this screen, a failure goes to the app."""
        app = self.app

        def work() -> None:
            try:
                self.post_message(read())
            except Exception as error:  # noqa: BLE001 - the boundary: every failure is shown
                app.post_message(Failed(foreseen(error)))
                self.post_message(self.NotLoaded())

        self.run_worker(work, thread=True, group=type(self).__name__)

"""Another microphone, while the conversation goes on."""

from textual import on
from textual.message import Message
from textual.widgets import Static

from capture.faults import foreseen
from capture.recorder.microphones import Microphone, microphones
from capture.screens.interviewing.dialog import Choice
from capture.screens.microphones import in_use, microphone_line
from capture.screens.showing import plain
from sessions.errors import VakborgError
from sessions.i18n import gettext as _


class MicrophoneDialog(Choice[str]):
    """The microphones of now; gives the key of the chosen one.

    Where the one that is ``used`` (its key) cannot be trusted (``broken``), the first other one is proposed.
    """

    class Found(Message):
        """What there is."""

        def __init__(self, there: list[Microphone]) -> None:
            super().__init__()
            self.there = there

    class NotFound(Message):
        """The sound system does not answer."""

        def __init__(self, error: VakborgError) -> None:
            super().__init__()
            self.error = error

    def __init__(self, used: str, *, broken: bool = False) -> None:
        super().__init__(_("Which microphone?"), [])
        self.used = used
        self.broken = broken

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(".hint", Static).update(_("Looking for microphones …"))
        self.run_worker(self._look, thread=True)

    def _look(self) -> None:
        try:
            self.post_message(self.Found(microphones()))
        except Exception as error:  # noqa: BLE001 - the boundary: every failure is shown
            self.post_message(self.NotFound(foreseen(error)))

    @on(Found)
    def _list(self, found: Found) -> None:
        used = in_use(found.there, self.used)
        self.choices = [(microphone_line(m, used=m is used), m.key) for m in found.there]
        self.listing.add_options(self.options())
        self.listing.highlighted = self._proposed(found.there)
        self.query_one(".hint", Static).update(self.hint if found.there else _("There is no microphone."))

    @on(NotFound)
    def _say_why(self, failed: NotFound) -> None:
        told = plain(f"{failed.error.message} {failed.error.advice}")
        self.query_one(".hint", Static).update(told)

    def _proposed(self, there: list[Microphone]) -> int | None:
        used = in_use(there, self.used)
        wanted = [i for i, m in enumerate(there) if (m is used) is not self.broken]
        return wanted[0] if wanted else (0 if there else None)

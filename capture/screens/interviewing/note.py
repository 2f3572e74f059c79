"""A note at the question: kept however the dialog is closed."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import TextArea

from capture.screens.interviewing.dialog import Dialog, button
from sessions.i18n import gettext as _
from sessions.text import clean


class NoteDialog(Dialog[None]):
    """The note as it is, to write on; ``keep`` gets it when the dialog goes, in whatever way."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f2", "leave", _("Close"), id="keep_note"),
    ]

    def __init__(self, question: str, text: str, keep: Callable[[str], None]) -> None:
        heading = _("Note at {question}").format(question=question)
        super().__init__(heading, _("Esc closes; what you wrote is kept."), "note")
        self.before = self.written = clean(text)
        self.keep = keep

    def parts(self) -> Iterable[Widget]:
        yield TextArea(self.before, compact=True, show_line_numbers=False)
        yield button(_("Close"), "leave")

    def on_mount(self) -> None:
        area = self.query_one(TextArea)
        area.focus()
        area.move_cursor(area.document.end)

    @on(TextArea.Changed)
    def _write(self, event: TextArea.Changed) -> None:
        self.written = clean(event.text_area.text)

    def on_unmount(self) -> None:
        """Keep it, also where the whole app goes."""
        if self.written != self.before:
            self.keep(self.written)

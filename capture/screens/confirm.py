"""A question before something that is not easily taken back."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, Static

from capture.screens.dialog import Dialog
from sessions.i18n import gettext as _


class Confirm(Dialog[bool]):
    """``yes`` and ``no`` as buttons and as letters (j too); ``careful`` has no at hand. Esc gives no answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,right,up,down", "other", show=False),
        Binding("y,j", "answer(True)", show=False),
        Binding("n", "answer(False)", show=False),
    ]

    def __init__(self, heading: str, told: str, yes: str, no: str, *, careful: bool = True) -> None:
        super().__init__(
            heading, _("y or n answers; Enter takes the button, ← → the other. Esc closes."), "confirm"
        )
        self.told, self.yes, self.no, self.careful = told, yes, no, careful

    def parts(self) -> Iterable[Widget]:
        if self.told:
            yield Static(self.told, classes="told", markup=False)
        yield Horizontal(
            Button(self.yes, classes="yes", compact=True), Button(self.no, classes="no", compact=True)
        )

    def on_mount(self) -> None:
        self.query_one(".no" if self.careful else ".yes", Button).focus()

    def action_other(self) -> None:
        """To the other button."""
        self.focus_next()

    def action_answer(self, yes: bool) -> None:
        """Give this answer."""
        self.give(yes)

    @on(Button.Pressed)
    def _answer(self, event: Button.Pressed) -> None:
        self.give(event.button.has_class("yes"))


def if_sure(then: Callable[[], object], yes: bool | None) -> None:
    """Do ``then`` where the answer was yes."""
    if yes:
        then()

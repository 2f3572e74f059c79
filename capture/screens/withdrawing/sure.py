"""Asks for what cannot be taken back: something has to be typed, a key by accident does nothing."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from capture.screens.dialog import Dialog, button
from sessions.i18n import gettext as _
from sessions.text import clean_line, fold


class SureDialog(Dialog[bool]):
    """Gives true where ``word`` was typed and Enter pressed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "app.help", _("Help"), id="help", tooltip=_("What is asked here")),
    ]

    @property
    def about(self) -> str:
        """What is asked here, for the help."""
        return _(
            "The last question before it is taken out: what was shown is wiped from the disk, and nobody gets it "
            "back. The word is typed so that no key by accident does it. Esc closes, and then nothing happens."
        )

    def __init__(self, told: str, word: str) -> None:
        hint = _("Type {word} and press Enter. Esc closes; then nothing happens.").format(word=word)
        super().__init__(_("Take it out for good?"), hint, "sure")
        self.told, self.word = told, word

    def parts(self) -> Iterable[Widget]:
        yield Static(self.told, classes="told", markup=False)
        yield Input(max_length=40, compact=True)
        yield Static("", classes="missing", markup=False)
        yield button(_("Take out"), "take_out")

    @on(Input.Submitted)
    def action_take_out(self) -> None:
        """Give the answer, where the word stands there."""
        if fold(clean_line(self.query_one(Input).value)) == fold(self.word):
            self.give(True)
            return
        told = _("{word} does not stand there: nothing was taken out.").format(word=self.word)
        self.query_one(".missing", Static).update(told)
        self.query_one(Input).focus()

"""A correction that looks like a term: shall the programme remember it?"""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Button

from capture.reviewing.state import Offer
from capture.screens.confirm import Confirm
from sessions.i18n import gettext as _
from sessions.text import clean_line


class OfferDialog(Confirm):
    """Asks whether the term goes into the vocabulary; says what that does.

    It comes while one types on, so nothing is at hand: an Enter or an arrow meant for the next fragment answers
    nothing.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "to('yes')", show=False),
        Binding("right", "to('no')", show=False),
        Binding("up,down", "nothing", show=False),
    ]

    def __init__(self, offer: Offer) -> None:
        heard, term = clean_line(offer.correction.heard), clean_line(offer.correction.term)
        heading = _("Keep “{term}” in the vocabulary from now on?").format(term=term)
        misheard = _(
            "The model wrote “{heard}”. Recordings that are transcribed from now on expect “{term}”, and "
            "wherever “{heard}” stands already, “{term}” is proposed: you decide each time."
        )
        new = _(
            "Neither the guide nor the vocabulary knows “{term}”. Recordings that are transcribed from now on "
            "expect it; nothing that stands here already changes."
        )
        told = misheard if heard else new
        super().__init__(heading, told.format(heard=heard, term=term), _("Keep it"), _("No"))
        self.hint = _("← or → goes to an answer, Enter then gives it, Esc closes.")

    def on_mount(self) -> None:
        self.set_focus(None)

    def action_to(self, answer: str) -> None:
        """To this button."""
        self.query_one(f".{answer}", Button).focus()

    def action_nothing(self) -> None:
        """This key does nothing here."""

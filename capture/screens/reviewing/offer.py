"""A correction that looks like a term: shall the programme remember it?"""

from capture.reviewing.state import Offer
from capture.screens.confirm import Confirm
from sessions.i18n import gettext as _
from sessions.text import clean_line


class OfferDialog(Confirm):
    """Asks whether the term goes into the vocabulary; says what that does."""

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
        super().__init__(heading, told.format(heard=heard, term=term), _("Keep it"), _("No"), careful=False)

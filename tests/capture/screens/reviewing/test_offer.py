from capture.reviewing.state import Offer
from capture.screens.reviewing.offer import OfferDialog
from sessions.i18n import gettext as _
from sessions.mishearing import Correction
from tests.capture.screens.interviewing.test_dialogs import asking
from tests.watching import read


def offer() -> OfferDialog:
    return OfferDialog(Offer(1, Correction("start [/] gat", "startgat")))


async def test_it_says_what_was_heard_what_is_meant_and_what_will_happen() -> None:
    async with asking(offer()) as asked:
        text = read(asked.app)
        assert _("Keep “{term}” in the vocabulary from now on?").format(term="startgat") in text
        assert "“start [/] gat”" in text
        assert await asked.press("left", "enter") is True


async def test_of_a_word_that_was_not_misheard_it_says_that_nothing_here_changes() -> None:
    async with asking(OfferDialog(Offer(1, Correction("", "zeef[/]patroon")))) as asked:
        text = " ".join(read(asked.app).split())
        assert _("Keep “{term}” in the vocabulary from now on?").format(term="zeef[/]patroon") in text
        assert "“”" not in text
        assert await asked.press("left", "enter") is True


async def test_no_keeps_nothing() -> None:
    async with asking(offer()) as asked:
        assert await asked.press("right", "enter") is False

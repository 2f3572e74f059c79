from typing import Any

import pytest

from capture.screens.reviewing.proposals import ProposalDialog
from sessions.i18n import gettext as _
from sessions.programme import Programme
from sessions.replacing import Replacement
from tests.capture.screens.interviewing.test_dialogs import asking
from tests.capture.screens.reviewing.lines import a_line
from tests.capture.screens.test_hostile import ALL, CLICK, is_harmless
from tests.watching import read, shown

TERM = Replacement(11, 19, "startgat", "startgaten", "sounds like it")
NUMBER = Replacement(27, 42, "drie millimeter", "3 mm", f"said so {ALL}", doubtful=True)


@pytest.mark.parametrize(
    ("keys", "given"),
    [
        (["2"], ("take", NUMBER)),
        (["down", "x"], ("refuse", NUMBER)),
        (["e", "left", "enter"], ("everywhere", TERM)),
        (["escape"], None),
    ],
)
async def test_each_is_taken_refused_or_taken_everywhere(
    programme: Programme, keys: list[str], given: Any
) -> None:
    async with asking(ProposalDialog(a_line(programme, proposals=(TERM, NUMBER)))) as asked:
        assert await asked.press(*keys) == given


async def test_it_says_why_and_what_to_listen_to_first(programme: Programme) -> None:
    async with asking(ProposalDialog(a_line(programme, proposals=(TERM, NUMBER)))) as asked:
        assert "1 [startgat → startgaten] sounds like it" in read(asked.app)
        assert _("listen first: {why}").format(why=f"said so ../[/]{CLICK}") in read(asked.app)
        assert is_harmless(shown(asked.app))
        await asked.press("e")
        assert _("Everywhere in this session?") in read(asked.app)


async def test_without_proposals_it_says_so_and_no_key_does_harm(programme: Programme) -> None:
    async with asking(ProposalDialog(a_line(programme))) as asked:
        assert _("Nothing is proposed for this fragment.") in read(asked.app)
        assert await asked.press("enter", "x", "e", "1", "escape") is None

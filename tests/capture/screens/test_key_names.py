"""Hints name the key that works, also where somebody changed it."""

import pytest

from capture.app import VakborgApp
from capture.keymap import in_the_way, keys
from capture.screens.places import places
from capture.screens.reviewing.proposals import ProposalDialog
from capture.screens.reviewing.value import ValueDialog
from capture.screens.reviewing.vocabulary import TermForm, VocabularyScreen
from capture.settings import remember
from sessions.programme import Programme
from tests.capture.screens.interviewing.test_dialogs import asking
from tests.capture.screens.reviewing.lines import a_line, session_of
from tests.capture.screens.reviewing.test_find import finding
from tests.capture.screens.reviewing.test_proposals import TERM
from tests.capture.screens.reviewing.test_vocabulary import on_screen
from tests.watching import read

IDS = (
    "add_entry", "remove_entry", "narrow", "refuse_proposal", "take_everywhere", "keep_form", "take_machine",
    "dismiss_value", "drop_value", "tick", "tick_all", "tick_none", "close",
)  # fmt: skip


@pytest.mark.parametrize("binding_id", IDS)
def test_the_keys_of_the_dialogs_of_the_review_can_be_changed(binding_id: str) -> None:
    assert binding_id in {key.id for key in keys(places(VakborgApp))}


def test_a_changed_key_of_a_form_can_have_its_own_keys_again() -> None:
    where = places(VakborgApp)
    keep = next(key for key in keys(where) if key.id == "keep_form")
    assert [in_the_way(key, keep, where, {}) for key in keep.default.split(",")] == [None, None]
    assert in_the_way("f7", keep, where, {}) is not None


async def test_a_proposal_is_refused_by_the_key_that_is_named(programme: Programme) -> None:
    remember(keys={"refuse_proposal": "f9"})
    async with asking(ProposalDialog(a_line(programme, proposals=(TERM,)))) as asked:
        assert "F9" in read(asked.app)
        assert await asked.press("f9") == ("refuse", TERM)


async def test_a_card_names_its_keys(programme: Programme) -> None:
    remember(keys={"keep_form": "f9", "take_machine": "f10", "dismiss_value": "f11"})
    line = a_line(programme)
    async with asking(ValueDialog(line, session_of(line))) as asked:
        text = read(asked.app)
    assert all(key in text for key in ("F9", "F10:", "F11"))


async def test_the_places_of_a_find_name_their_keys(programme: Programme) -> None:
    remember(keys={"tick": "f9", "tick_all": "f10", "tick_none": "f11"})
    async with finding(programme) as find:
        text = read(find.asked.app)
    assert all(key in text for key in ("F9", "F10", "F11"))


async def test_the_vocabulary_and_its_form_name_their_keys(programme: Programme) -> None:
    remember(keys={"add_entry": "f9", "narrow": "f10", "keep_form": "f11", "remove_entry": "f12"})
    screen = VocabularyScreen(programme, "Anneke")
    async with on_screen(screen) as asked:
        assert "F9" in read(asked.app)
        assert "F10" in read(asked.app)
        assert "F12" in screen.about
        await asked.press("f9")
        assert isinstance(asked.app.screen, TermForm)
        assert "F11" in read(asked.app)

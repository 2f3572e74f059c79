"""The glossary: its meanings are still to be written."""

from tests.exports.word.opened import Opened


def test_a_term_with_all_that_is_known_of_it(whole: Opened) -> None:
    head, first, second = whole.table("Term")
    assert head == ["Term", "Also called", "English", "Meaning", "Confirmed by an expert?"]
    assert first == ["startgat", "startboring", "start hole", "still to be written", "yes"]
    assert second == ["HOSTILE", "", "", "still to be written", "not yet"]


def test_no_terms_are_no_table(bare: Opened) -> None:
    assert bare.below("Glossary") == ["No terms of the guide occur in this draft yet."]

"""What a person typed and what was heard anew, brought together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.merging import merged, with_heard
from sessions.timing import word_key

BEFORE = "ik zet het straat gat naast de wand"


def test_what_only_the_machine_changed_is_taken() -> None:
    assert (
        merged(BEFORE, BEFORE, "ik zet het startgat naast de wand").text
        == "ik zet het startgat naast de wand"
    )


def test_what_only_the_person_changed_stands() -> None:
    mine = "ik zet het startgat naast de wand"
    assert merged(BEFORE, mine, BEFORE).text == mine
    assert merged(BEFORE, mine, BEFORE).conflicts == ()


def test_changes_in_different_places_come_together() -> None:
    both = merged(BEFORE, "ik zet het startgat naast de wand", "ik zet het straat gat voor de wand")
    assert (both.text, both.conflicts) == ("ik zet het startgat voor de wand", ())


def test_changes_side_by_side_come_together_too() -> None:
    both = merged("een twee drie", "een TWEEDE drie", "een twee derde")
    assert (both.text, both.conflicts) == ("een TWEEDE derde", ())


def test_where_both_changed_the_person_stands_and_is_asked() -> None:
    both = merged(BEFORE, "ik zet het startgat naast de wand", "ik zet het staartgat naast de wand")
    assert both.text == "ik zet het startgat naast de wand"
    assert both.conflicts == (("startgat", "staartgat"),)


def test_nothing_is_asked_where_the_machine_says_by_now_what_the_person_typed() -> None:
    mine = "Ik zet het startgat naast de wand."
    assert merged(BEFORE, mine, "ik zet het startgat naast de wand").conflicts == ()
    assert merged(BEFORE, mine, "ik zet het startgat naast de wand").text == mine


def test_capitals_and_commas_are_no_difference_and_the_persons_are_kept() -> None:
    both = merged("ja het gat", "ja, het gat", "Ja het Gat")
    assert (both.text, both.conflicts) == ("ja, het Gat", ())


def test_a_word_that_a_person_took_out_does_not_come_back() -> None:
    both = merged("eh ik zet eh het gat", "ik zet het gat", "eh ik zet eh het startgat")
    assert (both.text, both.conflicts) == ("ik zet het startgat", ())


def test_a_text_that_was_seen_stands_altogether_and_every_difference_is_asked() -> None:
    both = merged(BEFORE, BEFORE, "ik zet het startgat naast de wand", seen=True)
    assert both.text == BEFORE
    assert both.conflicts == (("straat gat", "startgat"),)


def test_a_seen_correction_is_not_asked_again_where_the_machine_still_mishears() -> None:
    assert merged(BEFORE, "ik zet het startgat naast de wand", BEFORE, seen=True).conflicts == ()


WORDS = st.lists(st.sampled_from(["aap", "noot", "mies", "wim", "zus", "jet"]), max_size=8).map(" ".join)
TYPED = st.lists(st.sampled_from(["aap", "noot", "mies", "wim", "Zelf,", "getypt"]), max_size=8).map(" ".join)


@given(WORDS, TYPED, WORDS)
def test_no_word_that_a_person_brought_in_is_lost(before: str, mine: str, heard: str) -> None:
    own = [word for word in mine.split() if word in ("Zelf,", "getypt")]
    assert [w for w in merged(before, mine, heard).text.split() if w in ("Zelf,", "getypt")] == own
    assert merged(before, mine, heard, seen=True).text == mine


@given(WORDS, WORDS)
def test_untouched_text_becomes_what_was_heard_and_unchanged_hearing_keeps_the_person(
    before: str, other: str
) -> None:
    assert merged(before, before, other).text == other
    assert merged(before, other, before).text == other
    assert merged(before, other, before).conflicts == ()


@given(WORDS, TYPED, WORDS)
def test_taking_every_question_brings_the_words_that_were_heard(before: str, mine: str, heard: str) -> None:
    both = merged(before, mine, heard)
    for asked_mine, asked_heard in both.conflicts:
        assert word_key(asked_mine) != word_key(asked_heard)
        assert asked_heard in heard


# --- taking what was heard ---------------------------------------------------------------------------
def test_what_was_heard_takes_the_place_of_the_persons_words() -> None:
    assert (
        with_heard("het startgat hier", "startgat", "staartgat", "het staartgat hier") == "het staartgat hier"
    )


def test_of_two_places_the_right_one_is_changed() -> None:
    text = "de draad en de draad"
    assert with_heard(text, "draad", "draden", "de draad en de draden") == "de draad en de draden"
    assert with_heard(text, "draad", "draden", "de draden en de draad") == "de draden en de draad"


def test_what_was_left_out_comes_in_where_it_was_heard() -> None:
    assert with_heard("ik zet het gat", "", "altijd", "ik zet altijd het gat") == "ik zet altijd het gat"


@pytest.mark.parametrize("text", ["", "iets anders"])
def test_words_that_are_gone_cannot_be_replaced(text: str) -> None:
    assert with_heard(text, "startgat", "staartgat", "het staartgat") is None

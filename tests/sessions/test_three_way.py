"""Two changes to the same text, made apart."""

import pytest

from sessions.three_way import ThreeWay, same_words, three_way

BASE = "Dan breekt de draad bij de wand."


def test_a_change_of_the_expert_alone_is_taken() -> None:
    assert three_way(BASE, [BASE], "Dan knapt de draad bij de wand.").texts == (
        "Dan knapt de draad bij de wand.",
    )


def test_a_change_here_alone_stays() -> None:
    ours = "Dan breekt de messingdraad bij de wand."
    assert three_way(BASE, [ours], BASE) == ThreeWay((ours,))


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        (
            "Dan breekt de draad bij de rand.",
            "Soms breekt de draad bij de wand.",
            "Soms breekt de draad bij de rand.",
        ),
        (
            "Dan knapt de draad bij de wand.",
            "Dan breekt die draad bij de wand.",
            "Dan knapt die draad bij de wand.",
        ),
        ("Dan breekt de draad.", "Dan breekt dus de draad bij de wand.", "Dan breekt dus de draad."),
        (
            "Ja, dan breekt de draad bij de wand.",
            BASE + " Altijd.",
            "Ja, dan breekt de draad bij de wand. Altijd.",
        ),
    ],
)
def test_changes_to_other_words_are_both_kept(ours: str, theirs: str, both: str) -> None:
    assert three_way(BASE, [ours], theirs) == ThreeWay((both,))


def test_of_the_same_words_those_of_the_expert_stand_and_the_rest_is_kept() -> None:
    merged = three_way(BASE, ["Nu knapt de draad bij de rand."], "Dan scheurt de draad bij de wand.")
    assert merged.texts == ("Dan scheurt de draad bij de rand.",)
    assert merged.clashes == {0}


def test_the_same_change_twice_is_no_clash() -> None:
    ours = "Dan knapt de draad bij de wand."
    assert three_way(BASE, [ours], ours) == ThreeWay((ours,))


def test_what_was_split_gets_each_change_in_its_own_part() -> None:
    parts = ["Dan breekt de draad", "bij de wand."]
    merged = three_way(BASE, parts, "Dan knapt de draad bij de rechte wand.")
    assert merged.texts == ("Dan knapt de draad", "bij de rechte wand.")


def test_words_over_the_border_of_two_parts_stay_on_their_sides() -> None:
    parts = ["Dan breekt de draad", "bij de wand."]
    assert three_way(BASE, parts, "Dan breekt de messingdraad langs de wand.").texts == (
        "Dan breekt de messingdraad",
        "langs de wand.",
    )


def test_a_part_of_which_all_was_taken_out_is_empty() -> None:
    assert three_way(BASE, ["Dan breekt de draad", "bij de wand."], "Dan breekt de draad").texts[1] == ""


def test_what_is_written_where_nothing_stood_stands_there() -> None:
    assert three_way("", [""], "Nieuw.").texts == ("Nieuw.",)


def test_space_alone_is_no_difference() -> None:
    assert same_words("Dan  breekt\u00a0de draad.", "Dan breekt de draad. ")
    assert not same_words("dan", "Dan")

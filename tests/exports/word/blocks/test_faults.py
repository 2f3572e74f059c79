"""Faults are a table; what was not told is to be asked, what was told besides is not lost."""

from tests.exports.word.opened import Opened


def test_each_fault_is_a_row_by_its_parts(whole: Opened) -> None:
    head, first, _second = whole.table("Symptom")
    assert head == ["Symptom", "What you see, hear and feel", "Likely cause", "What to check first", "Remedy"]
    assert first == [
        "Precisie Zuid: De draad brak steeds. [B1·10 00:00]",
        "still to be asked",
        "still to be asked",
        "still to be asked",
        "Toen heb ik de spoelkop schoongemaakt. [B1·10 00:07]",
    ]


def test_an_empty_part_is_to_be_asked_too(whole: Opened) -> None:
    assert whole.table("Symptom")[2][2] == "still to be asked"


def test_the_rest_of_the_story_stands_below(whole: Opened) -> None:
    told = whole.below("What else was told about these faults")
    assert told == [
        "This belongs to the faults in table 6.",
        "Precisie Zuid: Dat was een lange vrijdag. [B1·10 00:14]",
    ]


def test_no_fault_is_no_table(bare: Opened) -> None:
    assert bare.below("Faults") == ["No expert has told about a fault for this module yet."]

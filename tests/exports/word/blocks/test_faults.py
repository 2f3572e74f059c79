"""Each fault is a block of its own; what was not told is to be asked, what was told besides is not lost."""

from docx.enum.section import WD_ORIENT

from tests.exports.word.example import example
from tests.exports.word.opened import Opened, opened


def test_a_fault_is_a_list_of_its_parts(whole: Opened) -> None:
    assert whole.table("What Precisie Zuid says") == [
        ["Part", "What Precisie Zuid says"],
        ["Symptom", "De draad brak steeds. [B1·10 00:00]"],
        ["What you see, hear and feel", "still to be asked"],
        ["Likely cause", "still to be asked"],
        ["What to check first", "still to be asked"],
        ["Remedy", "Toen heb ik de spoelkop schoongemaakt. [B1·10 00:07]"],
    ]


def test_each_stands_under_a_heading_of_its_own(whole: Opened) -> None:
    assert [text for _level, text in whole.headings if text.startswith("Fault ")] == [
        "Fault 1 (Precisie Zuid)",
        "Fault 2 (Vonk Noord)",
    ]


def test_an_empty_part_is_to_be_asked_too(whole: Opened) -> None:
    assert whole.table("What Vonk Noord says")[3] == ["Likely cause", "still to be asked"]


def test_the_rest_of_the_story_stands_below(whole: Opened) -> None:
    assert whole.below("What else was told about it") == ["Dat was een lange vrijdag. [B1·10 00:14]"]


def test_faults_stand_on_upright_pages() -> None:
    document = opened(example(topics=(), comparisons=()))
    assert {s.orientation for s in document.document.sections} == {WD_ORIENT.PORTRAIT}


def test_no_fault_is_no_table(bare: Opened) -> None:
    assert bare.below("Faults") == ["No expert has told about a fault for this module yet."]

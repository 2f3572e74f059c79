"""Where experts differ both stand there, with their conditions; nothing is averaged."""

from exports.word.styles import TOOL
from tests.exports.word.opened import Opened, rows, style

QUESTION = "Hoe groot maak je een startgat?"


def test_two_experts_have_a_column_each(whole: Opened) -> None:
    head, differ, agree = whole.table("Point")
    assert head == ["Point", "Vonk Noord", "Precisie Zuid"]
    assert differ == [
        "Difference\nstartgat: 3 mm / 5 mm / HOSTILE",
        "Ik boor 3 mm. [A1·07 00:00]\nat: staal, Vonk Noord",
        "Ik boor 5 mm. [B1·07 00:00]",
    ]
    assert agree[0] == "Agreed"


def test_what_only_one_of_them_says_stands_by_itself(whole: Opened) -> None:
    lines = whole.below(QUESTION)
    at = lines.index("Each by themselves")
    assert all(line.startswith("Vonk Noord: Los punt") for line in lines[at + 1 :])


def test_three_experts_have_a_column_each(whole: Opened) -> None:
    tables = [rows(t) for t in whole.document.tables]
    (three,) = (t for t in tables if t[0][0] == "Point" and len(t[0]) == 4)
    assert three[1] == [
        "Difference\nzo",
        "A doet het zo. [A1·08 00:00]\nat: staal",
        "B doet het zo. [B1·08 00:00]\nat: staal",
        "C doet het zo. [C1·08 00:00]\nat: staal",
    ]


def test_four_experts_stand_below_each_other(whole: Opened) -> None:
    head, *people = whole.table("Says")
    assert head == ["Who", "Says", "Under which conditions"]
    assert [row[0] for row in people] == ["Vonk Noord", "Precisie Zuid", "Delta (C)", "Delta (D)"]
    assert people[3][1:] == ["D doet het zo. [D1·09 00:00]", "staal"]
    assert any("Difference: zo" in text for text in whole.texts)


def test_without_a_question_for_several_it_says_so(bare: Opened) -> None:
    (line,) = bare.lines_below("Where experts agree and where they do not")
    assert style(line) == TOOL

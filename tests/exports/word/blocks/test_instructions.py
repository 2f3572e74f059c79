"""Work instructions have real numbers that begin at 1 for each task."""

from dataclasses import replace

from docx.oxml.ns import qn

from exports.word.styles import STEP_NOTE
from tests.exports.word.example import example
from tests.exports.word.opened import Opened, opened, style


def test_key_points_and_reasons_stand_below_their_step(whole: Opened) -> None:
    lines = whole.lines_below("Draad inrijgen")
    assert [(style(p), p.text) for p in lines[1:4]] == [
        ("List Number", "Draad inrijgen: stap 1. [A1·11 00:00]"),
        (STEP_NOTE, "Key point: Draad inrijgen: let op 1. [A1·11 00:07]"),
        (STEP_NOTE, "Reason: Draad inrijgen: want 1. [A1·11 00:14]"),
    ]


def test_each_instruction_begins_at_one(whole: Opened) -> None:
    numbers = [
        {n for p in whole.lines_below(task) for n in p._p.xpath("w:pPr/w:numPr/w:numId/@w:val")}
        for task in ("Draad inrijgen", "Nulpunt zoeken")
    ]
    assert [len(n) for n in numbers] == [1, 1]
    assert numbers[0] != numbers[1]
    for number in (n for both in numbers for n in both):
        root = whole.document.part.numbering_part.element
        start = root.xpath(f"w:num[@w:numId='{number}']/w:lvlOverride/w:startOverride")
        assert start[0].get(qn("w:val")) == "1"


def test_who_named_the_steps_is_said(whole: Opened) -> None:
    assert whole.below("Draad inrijgen")[0] == "The steps as Vonk Noord named them."


def test_a_title_of_its_own_is_the_heading_and_the_question_its_origin() -> None:
    (first, *_rest) = example().instructions
    titled = opened(example(instructions=(replace(first, title="Spoelen", task="Hoe spoel je?"),)))
    assert titled.below("Work instruction")[0] == "Spoelen"
    assert "From the interview question: Hoe spoel je?" in titled.below("Work instruction")

"""Statements with their references: who said what stays clear, and each can be followed."""

from dataclasses import replace
from typing import Any

from exports.draft.model import Kind, Paragraph, Section, Statement, TopicBlock
from sessions.transcript import Doubt
from tests.exports.word.example import empty
from tests.exports.word.opened import Opened, opened
from tests.exports.word.teller import ANNA, BERT, Teller, cited


def paragraph(*statements: Statement, label: str = "") -> str:
    block = TopicBlock("draad", "Draad", (Section(Kind.SAID, (Paragraph(statements, label),)),))
    return opened(replace(empty(), topics=(block,), sources=cited(*statements))).below("Draad")[0]


def said(*texts: str, **more: Any) -> list[Statement]:
    told = Teller()
    return [told.says(ANNA, 1, text, **more) for text in texts]


def test_each_statement_has_its_reference_and_the_answer_is_named_once() -> None:
    text = paragraph(*said("Eén.", "Twee.", "Drie."))
    assert text == "Eén. [A1·01 00:00] Twee. [00:07] Drie. [00:14]"


def test_another_answer_is_named_again() -> None:
    told = Teller()
    first, other, back = (told.says(ANNA, n, f"{n}.") for n in (1, 2, 1))
    assert paragraph(first, other, back) == "1. [A1·01 00:00] 2. [A1·02 00:00] 1. [A1·01 00:07]"


def test_what_several_said_names_the_others_and_what_follows_names_its_answer_again() -> None:
    told = Teller()
    first, last = told.says(ANNA, 1, "Eén."), told.says(ANNA, 1, "Drie.")
    folded = told.says(ANNA, 1, "Twee.", also=[(BERT, "twee")])
    assert paragraph(first, folded, last, label="Vonk Noord") == (
        "Vonk Noord: Eén. [A1·01 00:00] Twee. [00:14; also Precisie Zuid: B1·01 00:00] Drie. [A1·01 00:07]"
    )


def test_all_places_of_a_folded_statement_stand_behind_it() -> None:
    told = Teller()
    folded = told.says(ANNA, 1, "Twee.", also=[(ANNA, "ook twee"), (BERT, "twee"), (ANNA, "weer twee")])
    assert paragraph(folded) == (
        "Twee. [A1·01 00:00, 00:07; also Precisie Zuid: B1·01 00:00; also Vonk Noord: A1·01 00:14]"
    )


def test_another_clip_of_an_answer_is_named() -> None:
    one, two = said("Eén.", "Twee.")
    again = replace(two, source=replace(two.source, code="A1·01/2"))
    assert paragraph(one, again) == "Eén. [A1·01 00:00] Twee. [A1·01/2 00:07]"


def test_doubt_stands_at_the_reference_it_is_about() -> None:
    text = paragraph(*said("Hoor je dit?", doubt=Doubt.LOW_CONFIDENCE))
    assert text == "Hoor je dit? [A1·01 00:00 (listen again: hard to make out)]"


def test_a_suggestion_says_by_which_words_it_came_here() -> None:
    assert paragraph(*said("De straal.", because=("straal", "klos"))).endswith(", because of: straal, klos]")


def test_a_line_feed_in_what_was_said_is_a_space() -> None:
    assert paragraph(*said("Eén\nzin. ")) == "Eén zin. [A1·01 00:00]"


def test_long_stories_come_in_parts_that_do_not_begin_with_what_leans(whole: Opened) -> None:
    alone = [text for text in whole.texts if text.startswith("Vonk Noord: Los punt")]
    assert [text.count("Los punt") for text in alone] == [4, 3]

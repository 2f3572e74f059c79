"""Test questions are proposals, each with its answer and references."""

from exports.word.styles import UNWRITTEN
from tests.exports.word.opened import Opened, style


def test_proposals_stand_by_their_form(whole: Opened) -> None:
    headings = [p.text for p in whole.lines_below("Test questions (proposals)") if style(p) == "Heading 2"]
    assert headings == ["Put the steps in order", "Find the cause", "What would you do?", "True or false?"]


def test_each_says_that_it_is_to_be_rewritten(whole: Opened) -> None:
    found = [text for _level, text in whole.headings if text.startswith("Proposal")]
    assert found == [
        "Proposal 1: Draad inrijgen – to be rewritten",
        "Proposal 2 – to be rewritten",
        "Proposal 3: Draadbreuk – to be rewritten",
        "Proposal 4: Spoelen – to be rewritten",
    ]


def test_steps_to_order_have_no_numbers_and_their_answer_has(whole: Opened) -> None:
    lines = whole.lines_below("Put the steps in order")
    assert [(style(p), p.text) for p in lines[1:]] == [
        ("Onderwerpen", "From the interview question: Hoe rijg je de draad in?"),
        ("List Bullet", "Toetszin b. [A1·14 00:07]"),
        ("List Bullet", "Toetszin a. [A1·14 00:00]"),
        ("List Bullet", "Toetszin c. [A1·14 00:14]"),
        ("Aanloop", "Answer"),
        ("List Number", "Toetszin a. [A1·14 00:00]"),
        ("List Number", "Toetszin b. [A1·14 00:07]"),
        ("List Number", "Toetszin c. [A1·14 00:14]"),
    ]


def test_an_open_question_is_answered_by_each_expert_apart(whole: Opened) -> None:
    assert whole.below("What would you do?")[1:] == [
        "From the interview question: Wat doe je als de draad breekt?",
        "Answer",
        "Vonk Noord: Toetszin a. [A1·14 00:00] Toetszin c. [00:14]",
        "Precisie Zuid: Toetszin d. [B1·14 00:00]",
    ]


def test_what_is_true_says_so_in_words_of_the_tool_and_why_in_those_of_everybody_who_says_it(
    whole: Opened,
) -> None:
    lines = whole.lines_below("True or false?")[1:]
    assert [line.text for line in lines] == [
        "Ontbramen doe je eerst. [A1·14 00:21; also Precisie Zuid: B1·14 00:07]",
        "Answer: true, for this is what they say:",
        "Vonk Noord: Ehm, Ontbramen doe je eerst. [A1·14 00:21]",
        "Precisie Zuid: Eerst ontbramen, altijd. [B1·14 00:07]",
    ]
    own = lines[1].runs[-1]
    assert own.style is not None
    assert own.style.name == UNWRITTEN


def test_without_proposals_they_are_to_be_written(bare: Opened) -> None:
    assert bare.below("Test questions (proposals)") == ["Still to be written: test questions."]

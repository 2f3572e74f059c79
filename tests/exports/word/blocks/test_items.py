"""Test questions are proposals, each with its answer and references."""

from tests.exports.word.opened import Opened, style


def test_proposals_stand_by_their_form(whole: Opened) -> None:
    headings = [p.text for p in whole.lines_below("Test questions (proposals)") if style(p) == "Heading 2"]
    assert headings == ["Put the steps in order", "Find the cause", "What would you do?", "True or false?"]


def test_each_says_that_it_is_to_be_rewritten(whole: Opened) -> None:
    found = [text for _level, text in whole.headings if text.startswith("Proposal")]
    assert found == [f"Proposal {n} – to be rewritten" for n in range(1, 5)]


def test_steps_to_order_have_no_numbers_and_their_answer_has(whole: Opened) -> None:
    lines = whole.lines_below("Put the steps in order")
    assert [(style(p), p.text) for p in lines[1:]] == [
        ("Aanloop", "Hoe rijg je de draad in?"),
        ("List Bullet", "Toetszin b. [A1·14 00:07]"),
        ("List Bullet", "Toetszin a. [A1·14 00:00]"),
        ("List Bullet", "Toetszin c. [A1·14 00:14]"),
        ("Aanloop", "Answer"),
        ("List Number", "Toetszin a. [A1·14 00:00]"),
        ("List Number", "Toetszin b. [A1·14 00:07]"),
        ("List Number", "Toetszin c. [A1·14 00:14]"),
    ]


def test_an_open_question_is_the_guides(whole: Opened) -> None:
    assert whole.below("What would you do?")[1:] == [
        "Wat doe je als de draad breekt?",
        "Answer",
        "Toetszin c. [A1·14 00:14]",
    ]


def test_without_proposals_they_are_to_be_written(bare: Opened) -> None:
    assert bare.below("Test questions (proposals)") == ["Still to be written: test questions."]

"""What is missing, each with the question to ask and whom."""

from dataclasses import replace

from exports.draft.missing import Missing, QuestionGap
from tests.exports.word.example import empty
from tests.exports.word.opened import Opened, opened


def test_a_silent_topic_says_what_there_is_nevertheless(whole: Opened) -> None:
    assert whole.below("Nobody has spoken about this yet") == [
        "Hoeken: only the suggestions above, 2 fragments are not released yet"
    ]


def test_a_question_stands_once_with_whom_to_ask_and_what_it_fills(whole: Opened) -> None:
    assert whole.below("What to ask next") == [
        "Hoe snijd je deze binnenhoek? [M3-V3]",
        "ask: everybody was asked this already: ask on",
        "nothing yet about: Hoeken",
        "Wanneer pak je een andere draad? HOSTILE [M3-V1]",
        "ask: Bert (B1)",
        "where it stops working: Wanneer niet? [Draadsoort] Ask Anna de Wit (A1).",
    ]


def test_a_facet_without_a_probe_is_listed(whole: Opened) -> None:
    assert whole.below("Not told yet, and without a ready question in the guide") == [
        "Think of a question of your own that asks for this.",
        "Spoelen: what beginners do wrong Ask Dirk Maas (D1).",
    ]


def test_where_nobody_was_interviewed_nobody_was_asked() -> None:
    question = QuestionGap("M3-V3", "Hoe snijd je deze binnenhoek?", ("Hoeken",), (), ())
    document = opened(replace(empty(), missing=Missing(questions=(question,))))
    assert "ask: nobody has been asked this yet" in document.below("What to ask next")


def test_a_value_says_what_it_lacks_and_leads_to_where_it_was_said(whole: Opened) -> None:
    assert whole.below("Values without their context") == [
        "stroom 12 A: material, deviate when [A1·01 00:00] Ask Anna de Wit (A1): Bij welk materiaal was dat?",
        "3 mm: quantity [A1·02 00:00] Ask Anna de Wit (A1).",
    ]


def test_numbers_without_a_card_stand_with_whom_to_ask_and_lead_to_where_they_were_said(
    whole: Opened,
) -> None:
    assert whole.below("Numbers without a value card") == [
        "Bij welk materiaal was dat?",
        "ask: Anna de Wit (A1): “12 A”, “stand 3” [A1·01 00:00]; “7 bar” [A1·02 00:00]",
    ]


def test_a_value_that_is_held_back_leads_to_its_place(whole: Opened) -> None:
    assert whole.below("Values that are held back") == [
        "The value does not stand in the text any more. Put the value or the text right.",
        "[A1·02 00:00]",
    ]


def test_answers_to_approve_name_their_expert(whole: Opened) -> None:
    _head, first, second = whole.table("State")
    assert first == ["A1·02", "Vraag 2? [M3-V2]", "Anna de Wit (A1)", "not approved yet"]
    assert second[2:] == ["een expert van Precisie Zuid (B1)", "changed since it was approved"]


def test_topics_that_one_company_told_stand_by_company(whole: Opened) -> None:
    assert whole.below("Told by one company only") == [
        "Only Delta told about this",
        "Spoelen: Hoe spoel je? [M3-V2]",
        "ask: Anna de Wit (A1); Bert (B1)",
        "Only Vonk Noord told about this",
        "Draad",
        "ask: somebody of another company, who was not interviewed yet",
    ]


def test_an_answer_without_text_says_why(whole: Opened) -> None:
    (line,) = whole.below("Answers without text, or without all of it")
    assert (
        line == "A1·15: Een vraag zonder tekst? (transcribing failed) [M3-V5] "
        "Have it transcribed again, or ask Anna de Wit (A1) once more."
    )


def test_nothing_missing_is_said_too(bare: Opened) -> None:
    assert bare.below("Still missing") == ["Nothing is missing that can be counted."]

"""Fragments become paragraphs that read well, and none is ever cut."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.review.layout import ENOUGH, MOST, PAUSE, answers_in, heading, passages, printed, waiting
from sessions.fragments import AnswerReading
from sessions.interview import AnswerState
from sessions.release import Release
from sessions.transcript import Role
from tests.exports.conftest import Q_CORNER, Q_TABLE, Q_WIRE, Talk


def said(*texts: str, **changes: object) -> AnswerReading:
    """An answer of these fragments, one second apart."""
    talk = Talk().answer(Q_WIRE)
    for text in texts:
        talk.says(text, **changes)
    return talk.answers[0]


def laid_out(answer: AnswerReading) -> list[list[str]]:
    return [[printed(f) for f in passage.fragments] for passage in passages(answer)]


def words(number: int, end: str = ".") -> str:
    return " ".join(["draad"] * number) + end


def test_short_fragments_flow_together() -> None:
    assert laid_out(said("De draad brak.", "Toen stopte ik.")) == [["De draad brak.", "Toen stopte ik."]]


def test_a_paragraph_ends_with_the_sentence_once_it_is_long_enough() -> None:
    assert [len(p) for p in laid_out(said(*[words(ENOUGH // 2)] * 5))] == [2, 2, 1]


def test_an_unfinished_sentence_goes_on_as_long_as_it_fits() -> None:
    assert [len(p) for p in laid_out(said(words(ENOUGH, ""), words(10), words(10)))] == [2, 1]


def test_more_than_the_most_never_flows_together() -> None:
    assert [len(p) for p in laid_out(said(words(ENOUGH, ","), words(MOST - ENOUGH + 1)))] == [1, 1]


def test_a_fragment_longer_than_a_paragraph_stays_whole() -> None:
    assert laid_out(said(words(3 * MOST))) == [[words(3 * MOST)]]


@pytest.mark.parametrize(("silence", "paragraphs"), [(PAUSE, 1), (PAUSE + 0.1, 2)])
def test_a_paragraph_begins_after_a_long_pause(silence: float, paragraphs: int) -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Eerst dit.", start=0.0, end=4.0)
    talk.says("Dan dat.", start=4.0 + silence, end=9.0)
    assert len(laid_out(talk.answers[0])) == paragraphs


def test_a_paragraph_begins_with_another_recording() -> None:
    talk = Talk().answer(Q_TABLE, clips=2)
    talk.says("In de eerste opname.")
    talk.says("In de tweede.", clip=2)
    assert laid_out(talk.answers[0]) == [["In de eerste opname."], ["In de tweede."]]


def test_what_the_interviewer_says_is_a_paragraph_of_its_own() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("De draad brak.")
    talk.says("En toen?", role=Role.INTERVIEWER)
    talk.says("Toen stopte ik.")
    assert [p.asked for p in passages(talk.answers[0])] == [False, True, False]


def test_what_is_struck_or_empty_is_left_out() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Geheim.", release=Release.STRUCK)
    talk.says("  ")
    talk.says("De draad brak.")
    assert laid_out(talk.answers[0]) == [["De draad brak."]]


def test_an_answer_without_a_word_of_the_expert_is_not_in_it() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("En toen?", role=Role.INTERVIEWER)
    talk.answer(Q_TABLE)
    talk.says("Geheim.", release=Release.STRUCK)
    talk.answer(Q_CORNER)
    talk.says("De draad brak.")
    assert answers_in(talk.reading) == (talk.answers[2],)


def test_only_what_was_recorded_waits_for_its_text() -> None:
    talk = Talk().answer(Q_WIRE).waits()
    talk.answer(Q_TABLE).waits(AnswerState.SKIPPED)
    talk.answer(Q_CORNER).waits(AnswerState.FAILED)
    assert waiting(talk.reading) == 2


def test_an_answer_of_which_a_part_waits_can_be_read_already() -> None:
    talk = Talk().answer(Q_TABLE, clips=2)
    talk.says("In de eerste opname.")
    assert waiting(talk.waits().reading) == 0


def test_the_heading_is_the_number_and_the_question_on_one_line() -> None:
    answer = said("De draad brak.")
    question = replace(answer.question, text="Wanneer pak je\n een\x07 andere draad? ")
    assert heading(replace(answer, question=question)) == "1. Wanneer pak je een andere draad?"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 120), st.sampled_from([".", "", "?"]), st.floats(0, 4)), min_size=1))
def test_every_fragment_is_in_one_paragraph_in_order(spoken: Sequence[tuple[int, str, float]]) -> None:
    talk, at = Talk().answer(Q_WIRE), 0.0
    for number, end, silence in spoken:
        talk.says(words(number, end), start=at + silence, end=at + silence + 1)
        at += silence + 1
    paragraphs = passages(talk.answers[0])
    assert [f for p in paragraphs for f in p.fragments] == list(talk.answers[0].fragments)
    long = [p for p in paragraphs if sum(len(printed(f).split()) for f in p.fragments) > MOST]
    assert all(len(p.fragments) == 1 for p in long)

"""Whom to ask: who knows, or who was not asked yet."""

from exports.draft.asking import MOST_ASKED, Experts, experts
from exports.labels import Labels
from sessions.interview import AnswerState
from sessions.people import Expert
from tests.exports.conftest import BERT, M3, NORTH, Q_CORNER, Q_TABLE, Q_WIRE, SOUTH, Talk, everything

ANNA, BERT_UNNAMED = "Anna de Wit (A1)", "an expert of Precisie Zuid (B1)"


def of(*talks: Talk) -> Experts:
    heard = {t.expert.id for t in talks}
    return experts(M3, [t.reading for t in talks], everything(talks), heard, Labels("en"))


def test_who_told_most_about_a_topic_is_asked_first() -> None:
    anna, bert = Talk(named=True).answer(Q_WIRE), Talk(BERT, SOUTH).answer(Q_WIRE)
    anna.says("Messing.")
    for n in range(2):
        bert.says(f"Gecoat {n}.")
    assert of(anna, bert).who_told(["draadkeuze"]) == (BERT_UNNAMED, ANNA)
    assert of(anna, bert).who_told(["hoeken"]) == ()


def test_who_was_not_asked_yet_is_who_has_no_sound_or_text_for_the_question() -> None:
    anna = Talk(named=True).answer(Q_CORNER, clips=0, skipped="geen tijd").answer(Q_TABLE).answer(Q_WIRE)
    anna.waits(AnswerState.FAILED)
    bert = Talk(BERT, SOUTH).answer(Q_TABLE)
    bert.says("Gecoat.")
    assert of(anna, bert).not_asked("M3-V3") == (BERT_UNNAMED, ANNA)
    assert of(anna, bert).not_asked("M3-V2") == ()
    assert of(anna, bert).not_asked("M3-V1") == (BERT_UNNAMED,)


def test_an_expert_of_two_sittings_is_named_once_with_the_latest() -> None:
    first, second = Talk(named=True), Talk(number=2, named=True)
    assert of(second, first).not_asked("M3-V1") == ("Anna de Wit (A2)",)


def test_a_few_names_are_enough() -> None:
    talks = [Talk(Expert(f"Expert {code}", code, 1, n), NORTH, named=True) for n, code in enumerate("ABCDE")]
    assert of(*talks).not_asked("M3-V1") == tuple(f"Expert {code} ({code}1)" for code in "ABC")
    assert MOST_ASKED == 3


def test_who_released_nothing_goes_by_the_code_of_a_sitting_alone() -> None:
    anna, bert = Talk(named=True).answer(Q_TABLE), Talk(BERT, SOUTH).answer(Q_TABLE)
    readings = [anna.reading, bert.reading]
    assert experts(M3, readings, [], {anna.expert.id}, Labels("en")).not_asked("M3-V1") == (ANNA, "B1")

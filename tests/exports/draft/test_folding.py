"""Nearly equal statements stand once with all their sources; whatever may differ in meaning stands by itself."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.draft.building import lay_out
from exports.draft.folding import fold
from exports.draft.model import Source
from exports.draft.statements import Told
from sessions.guides.model import Question, QuestionKind
from sessions.release import Approved
from sessions.transcript import Doubt
from tests.exports.conftest import BERT, GUIDE, M3, Q_CORNER, Q_TABLE, Q_WIRE, SOUTH, Talk, material_of

BOX = "Bij hardmetaal boor ik het startgat met een buiselektrode."
BOX_TOO = "Ik boor het startgat bij hardmetaal met een buiselektrode."


def told(*talks: Talk, approved: Sequence[int] = ()) -> tuple[Told, ...]:
    agreed = dict.fromkeys(approved, Approved.AS_IT_IS)
    return lay_out(GUIDE, M3, material_of(*talks, approved=agreed), folding=False).told


def saying(*texts: str, by: Talk | None = None, question: Question = Q_WIRE) -> Talk:
    talk = (by or Talk()).answer(question)
    for text in texts:
        talk.says(text)
    return talk


def two(one: str, other: str, question: Question = Q_WIRE) -> tuple[Talk, Talk]:
    return saying(one, question=question), saying(other, by=Talk(BERT, SOUTH), question=question)


def texts(statements: Sequence[Told]) -> list[str]:
    return [one.statement.text for one in statements]


def sources(statements: Sequence[Told]) -> Counter[Source]:
    return Counter(source for one in statements for source in one.statement.sources)


def test_what_two_experts_say_in_nearly_the_same_words_stands_once_with_both_sources() -> None:
    (one,) = fold(told(*two(BOX, BOX_TOO)), ())
    assert one.statement.text == BOX
    assert [s.voice.code for s in one.statement.sources] == ["A", "B"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BOX, "Bij gehard staal boor ik het startgat met een buiselektrode."),
        (BOX, "Bij hardmetaal boor ik het startgat nooit met een buiselektrode."),
        (
            "Het startgat leg ik 3 millimeter van de contour.",
            "Het startgat leg ik 5 millimeter van de contour.",
        ),
        ("Leg het startgat 3 millimeter van de contour.", "Leg het startgat 3 micrometer van de contour."),
        ("Ga van stand 12 naar stand 9 met het vermogen.", "Ga van stand 9 naar stand 12 met het vermogen."),
        (
            "Je moet de spoeldruk dan bij een trap verhogen.",
            "Je moet de spoeldruk dan bij een trap verlagen.",
        ),
        ("De bovenkop staat dicht op het werkstuk.", "De onderkop staat dicht op het werkstuk."),
        (
            "Hardmetaal slijt bij ons sneller dan gehard staal.",
            "Gehard staal slijt bij ons sneller dan hardmetaal.",
        ),
        ("Ik leg het startgat altijd in de uitvaller.", "Ik leg het startgat bijna altijd in de uitvaller."),
        ("Leg de lange plaat links in de machine.", "Leg de lange plaat rechts in de machine."),
        ("Ik werk met de draad van links naar rechts.", "Ik werk met de draad van rechts naar links."),
        ("Het gat ligt dicht bij de scherpe contour.", "Het gat ligt te dicht bij de scherpe contour."),
        ("De dikke draad raakt vaak de dunne plaat.", "De dunne plaat raakt vaak de dikke draad."),
        ("Pak een dunne draad voor een kleine hoek.", "Pak een dunnere draad voor een kleine hoek."),
        ("Als de draad breekt, stijgt de druk snel.", "Als de druk stijgt, breekt de draad snel."),
        ("Zet de zware klem op het werkstuk.", "Zet de zware klem in het werkstuk."),
        ("Ik draai het contactblokje elke dag.", "Ze draaien het contactblokje elke dag."),
        ("Daar gebruik ik messingdraad.", "Ik gebruik daar messingdraad."),
    ],
)
def test_what_may_differ_in_meaning_never_folds(one: str, other: str) -> None:
    assert texts(fold(told(*two(one, other)), ())) == [one, other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Na de hoofdsnede meet ik het stuk op drie hoogtes.",
            "Na de hoofdsnede meten we het stuk op 3 hoogtes.",
        ),
        (
            "Er staat altijd 40 mm olie op het werkstuk.",
            "Er staat altijd veertig millimeter olie op het werkstuk.",
        ),
        ("De filterdruk lees ik elke ochtend af.", "Elke ochtend lezen we de filterdruk af."),
        ("Voor een kleine radius pak ik dunne draad.", "Ik neem voor een kleine radius dunne draad."),
        ("Gebruik daar messingdraad.", "gebruik daar messingdraad"),
    ],
)
def test_inflection_order_spelling_and_empty_words_do_no_harm(one: str, other: str) -> None:
    assert texts(fold(told(*two(one, other)), ())) == [one]


def test_what_a_person_set_apart_stays_apart() -> None:
    both = told(*two(BOX, BOX_TOO))
    for one in both:
        assert fold(both, {one.fragment.segment.id}) == both


def test_what_stands_under_another_topic_is_another_thing() -> None:
    first, second = told(*two(BOX, BOX_TOO))
    both = (first, replace(second, topic="hoeken"))
    assert fold(both, ()) == both


def test_two_steps_of_one_answer_are_two_steps_but_another_expert_may_do_the_same() -> None:
    steps = replace(Q_WIRE, kind=QuestionKind.TASK_DIAGRAM)
    anna = saying(BOX, BOX_TOO, question=steps)
    bert = saying(BOX, by=Talk(BERT, SOUTH), question=steps)
    folded = fold(told(anna, bert), ())
    assert [len(one.statement.sources) for one in folded] == [2, 1]


def test_a_story_stays_whole() -> None:
    story = replace(Q_WIRE, kind=QuestionKind.CRITICAL_INCIDENT)
    both = told(*two(BOX, BOX_TOO, question=story))
    assert fold(both, ()) == both


def test_what_leans_on_another_does_not_fold() -> None:
    anna, bert = two("Ik pak de dunne.", "Ik neem de dikke.")
    for talk in (anna, bert):
        talk.says("Dan loopt de draad vaak netjes langs de hoek.")
    assert len(fold(told(anna, bert), ())) == 4


def test_what_another_leans_on_is_the_one_that_stays() -> None:
    anna, bert = two(BOX, BOX_TOO)
    bert.says("Dan blijft de wand heel.")
    assert texts(fold(told(anna, bert, approved=[anna.answers[0].answer.id]), ())) == [
        BOX_TOO,
        "Dan blijft de wand heel.",
    ]
    anna.says("Dan breekt er niets.")
    assert len(fold(told(anna, bert), ())) == 4


def test_what_its_expert_agreed_to_stays_and_else_what_is_clear() -> None:
    anna, bert = two(BOX, BOX_TOO)
    assert texts(fold(told(anna, bert, approved=[bert.answers[0].answer.id]), ())) == [BOX_TOO]
    unclear = Talk().answer(Q_WIRE)
    unclear.says(BOX, doubt=Doubt.LOW_CONFIDENCE)
    (one,) = fold(told(unclear, bert), ())
    assert (one.statement.text, one.statement.doubt) == (BOX_TOO, Doubt.NONE)
    assert [s.voice.code for s in one.statement.sources] == ["B", "A"]


_TEXTS = st.sampled_from(
    [
        BOX,
        BOX_TOO,
        "Bij hardmetaal boren we het startgat met een buiselektrode.",
        "Bij hardmetaal boor ik het startgat niet met een buiselektrode.",
        "Dan boor ik het startgat bij hardmetaal met een buiselektrode.",
        "Kort.",
        "kort",
        "De draad van 0,25 millimeter gaat op de machine.",
        "De draad van 0,2 millimeter gaat op de machine.",
    ]
)
_TALKS = st.lists(
    st.tuples(st.sampled_from([Q_WIRE, Q_TABLE, Q_CORNER]), st.lists(_TEXTS, max_size=5)), max_size=4
)


@settings(max_examples=60, deadline=None)
@given(_TALKS, _TALKS, st.sets(st.integers(0, 12)))
def test_no_source_is_lost_or_doubled_and_folding_again_changes_nothing(
    one: list[tuple[Question, list[str]]], other: list[tuple[Question, list[str]]], apart: set[int]
) -> None:
    anna, bert = Talk(), Talk(BERT, SOUTH)
    for talk, answers in ((anna, one), (bert, other)):
        for question, said in answers:
            saying(*said, by=talk, question=question)
    everything = told(anna, bert)
    alone = {t.fragment.segment.id for at, t in enumerate(everything) if at in apart}
    folded = fold(everything, alone)
    assert sources(folded) == sources(everything)
    assert not any(t.statement.also for t in folded if t.fragment.segment.id in alone)
    assert sources(fold(folded, alone)) == sources(everything)

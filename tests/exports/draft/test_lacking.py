"""What is missing comes with the question that would fill it, and with whom to ask."""

from dataclasses import replace
from typing import Any

import pytest

from exports.draft.lacking import CARD, missing
from exports.draft.missing import (
    Ask,
    Missing,
    OneCompany,
    ProbeGap,
    QuestionGap,
    TopicGap,
    Unapproved,
    Unsaid,
    ValueGap,
)
from sessions.coverage import cover
from sessions.facets import COVERED, Facet
from sessions.guides.model import FollowUp
from sessions.interview import AnswerState
from sessions.release import Approved, Release
from sessions.transcript import Value
from tests.exports.conftest import (
    BERT,
    GUIDE,
    Q_CORNER,
    Q_FAULT,
    Q_TABLE,
    Q_WIRE,
    SOUTH,
    Talk,
    accepted,
    shows,
    suggested,
)
from tests.exports.draft.demo import EDM, demo, module
from tests.exports.drafting import basis_of

ANNA, BERT_UNNAMED = "Anna de Wit (A1)", "een expert van Precisie Zuid (B1)"


def gaps(*talks: Talk, **more: Any) -> Missing:
    return missing(basis_of(*talks, **more))


def topic(found: Missing, title: str) -> TopicGap:
    return next(gap for gap in found.topics if gap.title == title)


def test_a_topic_without_any_fragment_names_the_questions_about_it(anna: Talk) -> None:
    gap = topic(gaps(anna), "Hoeken en conisch")
    assert gap.silent
    assert gap.asks == (Ask("M3-V3", "Hoe snijd je deze binnenhoek?"),)


def test_a_facet_that_nobody_showed_comes_with_the_probe_that_asks_for_it(anna: Talk) -> None:
    asks = {g.facet: g.ask for g in topic(gaps(anna), "Draadsoort en diameter").facets}
    assert asks[Facet.LIMIT] == Ask("M3-V1", "Bij welke klus zou je het niet proberen?")
    assert asks[Facet.CHECK] is None
    assert Facet.SIGNAL not in asks


def test_a_topic_with_every_facet_is_not_missing() -> None:
    talk = Talk().answer(Q_WIRE)
    for n, facet in enumerate(COVERED):
        talk.says(f"Kant {n}.", tags=[shows(facet)])
    assert "Draadsoort en diameter" not in {g.title for g in gaps(talk).topics}


def test_a_topic_that_is_only_suggested_stays_silent_and_says_so() -> None:
    talk = Talk().answer(Q_FAULT)
    talk.says("De straal.", tags=[suggested("spoelen", "straal")])
    gap = topic(gaps(talk), "Spoelen en kopafstand")
    assert (gap.silent, gap.suggested) == (True, True)


def test_a_topic_tells_how_much_of_it_was_not_released() -> None:
    talk = Talk().answer(Q_CORNER)
    talk.says("Dat is van ons.", release=Release.INTERNAL)
    talk.says("Dat ook.", release=Release.INTERNAL)
    talk.says("Weg ermee.", release=Release.STRUCK)
    talk.answer(Q_WIRE)
    talk.says("Messing.")
    talk.says("Ook van ons.", release=Release.INTERNAL)
    found = gaps(talk)
    corner, wire, flushing = (
        topic(found, title)
        for title in ("Hoeken en conisch", "Draadsoort en diameter", "Spoelen en kopafstand")
    )
    assert (corner.silent, corner.withheld) == (True, 2)
    assert (wire.silent, wire.withheld) == (False, 1)
    assert flushing.withheld == 0


def test_answers_without_text_are_listed_with_their_state() -> None:
    talk = (
        Talk().answer(Q_WIRE).answer(Q_TABLE, clips=0, skipped="x").answer(Q_CORNER, clips=0).answer(Q_CORNER)
    )
    talk.says("Weg ermee.", release=Release.STRUCK)
    talk.answer(Q_WIRE).waits(AnswerState.FAILED)
    states = [(a.code, a.state) for a in gaps(talk).unfinished]
    assert states == [
        ("A1·01", AnswerState.RECORDED),
        ("A1·02", AnswerState.SKIPPED),
        ("A1·03", AnswerState.OPEN),
        ("A1·05", AnswerState.FAILED),
    ]


def test_an_answer_with_a_take_that_waits_is_listed_although_it_has_text() -> None:
    talk = Talk().answer(Q_WIRE, clips=2)
    talk.says("Het eerste deel.")
    assert [a.state for a in gaps(talk).unfinished] == [AnswerState.RECORDED]


def test_an_answer_that_was_only_not_released_is_finished() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Dat is van ons.", release=Release.INTERNAL)
    assert gaps(talk).unfinished == ()


def test_a_draft_and_coverage_agree_on_what_nobody_spoke_about() -> None:
    talk = Talk().answer(Q_TABLE)
    for n in range(4):
        talk.says(f"Messing {n}.", tags=[suggested("draadkeuze", "messing")])
    talk.answer(Q_FAULT)
    talk.says("Een hoek.", tags=[accepted("hoeken")])
    covered = {c.topic.title: c.fragments for c in cover(GUIDE, talk.fragments) if c.module_id == "M3"}
    silent = {g.title for g in gaps(talk).topics if g.silent}
    assert covered == {"Draadsoort en diameter": 4, "Spoelen en kopafstand": 0, "Hoeken en conisch": 1}
    assert silent == {"Spoelen en kopafstand"}


def test_a_topic_on_which_one_company_spoke_is_named(anna: Talk, bert: Talk) -> None:
    asks = (Ask("M3-V2", Q_TABLE.text),)
    assert gaps(anna, bert).one_company == (
        OneCompany("Spoelen en kopafstand", "Vonk Noord", asks, (BERT_UNNAMED,)),
    )


def test_the_answers_of_other_modules_do_not_count(bert: Talk) -> None:
    assert gaps(bert).unfinished == ()


def test_each_question_is_listed_once_with_all_that_it_would_fill() -> None:
    talk = Talk(named=True).answer(Q_WIRE)
    talk.says("Messing.", tags=[accepted("draadkeuze")])
    by_id = {q.question_id: q for q in gaps(talk).questions}
    assert list(by_id) == ["M3-V1", "M3-V2", "M3-V3"]
    assert by_id["M3-V2"] == QuestionGap(
        "M3-V2",
        Q_TABLE.text,
        ("Spoelen en kopafstand",),
        (ProbeGap(Facet.SIGNAL, Q_TABLE.probes[0].text, ("Draadsoort en diameter",)),),
        (ANNA,),
    )


def test_a_question_that_opens_two_topics_names_both() -> None:
    (question,) = [q for q in gaps().questions if q.question_id == "M3-V2"]
    assert question.topics == ("Draadsoort en diameter", "Spoelen en kopafstand")
    assert question.whom == ()


def test_a_silent_topic_is_for_those_who_were_not_asked_yet_a_facet_for_those_who_know_it() -> None:
    anna = Talk(named=True).answer(Q_TABLE)
    anna.says("Weg ermee.", release=Release.STRUCK)
    bert = Talk(BERT, SOUTH).answer(Q_WIRE)
    bert.says("Messing.", tags=[accepted("draadkeuze")])
    by_id = {q.question_id: q for q in gaps(anna, bert).questions}
    assert by_id["M3-V2"].whom == (BERT_UNNAMED,)
    assert by_id["M3-V2"].probes[0].whom == ()
    assert by_id["M3-V1"].whom == (BERT_UNNAMED,)
    assert by_id["M3-V3"].whom == (BERT_UNNAMED, "A1")


def test_a_probe_for_other_people_than_its_question_names_them() -> None:
    anna = Talk(named=True).answer(Q_WIRE)
    anna.says("Messing.", tags=[accepted("draadkeuze")])
    bert = Talk(BERT, SOUTH).answer(Q_FAULT)
    bert.says("Hij brak.")
    by_id = {q.question_id: q for q in gaps(anna, bert).questions}
    assert by_id["M3-V2"].whom == (ANNA, BERT_UNNAMED)
    assert by_id["M3-V2"].probes[0].whom == (ANNA,)


def test_a_value_that_its_text_does_not_say_any_more_is_told_by_its_place_alone() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Messing.")
    said = talk.says("Vijf newton.", tags=[accepted("draadkeuze")])
    assert gaps(talk, unsaid=frozenset({said.segment.id})).unsaid == (Unsaid(said.segment.id, "A1·01 00:05"),)


def card(segment_id: int, without: str = "") -> Value:
    """A value with every field of its card filled in but one."""
    filled: dict[str, Any] = {name: "" if name == without else "x" for name in CARD}
    return Value(segment_id, **filled)


RULE = FollowUp("los-getal", "Getal", "Bij welk materiaal is dat?", Facet.VALUE, number_without=("staal",))


def test_a_value_without_its_whole_context_says_what_it_lacks_and_whom_to_ask() -> None:
    talk = Talk(named=True).answer(Q_WIRE)
    said = talk.says("Voor gewoon werk 12 newton.").segment
    value = Value(said.id, "draadspanning", "12", "N", machine="AgieCut", material="staal")
    found = gaps(talk, guide=replace(GUIDE, follow_ups=(RULE,)), values=(value,)).values
    lacks = ("height", "electrode", "cut", "deviate_when")
    assert found == (ValueGap("draadspanning", "12", "N", lacks, said.id, "A1·01 00:00", ANNA, RULE.probe),)


def test_a_value_of_another_module_or_with_its_whole_context_lacks_nothing() -> None:
    talk = Talk().answer(Q_FAULT)
    elsewhere = talk.says("Toen brak hij bij 12 newton.").segment
    talk.answer(Q_WIRE)
    here = talk.says("Voor gewoon werk 12 newton.").segment
    whole = card(here.id)
    assert whole.complete
    assert gaps(talk, values=(whole, Value(elsewhere.id, "kracht", "12", "N"))).values == ()


def test_a_guide_without_a_rule_for_numbers_asks_nothing_of_a_value() -> None:
    talk = Talk().answer(Q_WIRE)
    said = talk.says("Voor gewoon werk 12 newton.").segment
    assert [gap.ask for gap in gaps(talk, values=(Value(said.id, "kracht", "12", "N"),)).values] == [""]


@pytest.mark.parametrize("field", CARD)
def test_each_empty_field_of_a_card_is_named(field: str) -> None:
    talk = Talk().answer(Q_WIRE)
    said = talk.says("Voor gewoon werk 12 newton.").segment
    value = card(said.id, without=field)
    assert [gap.lacks for gap in gaps(talk, values=(value,)).values] == [(field,)]


def test_quoted_answers_that_nobody_agreed_to_are_listed_with_whom_to_ask(anna: Talk, bert: Talk) -> None:
    agreed = {anna.answers[0].answer.id: Approved.AS_IT_IS, bert.answers[0].answer.id: Approved.CHANGED}
    assert gaps(anna, bert, approved=agreed).unapproved == (
        Unapproved("A1·02", "M3-V2", Q_TABLE.text, ANNA),
        Unapproved("B1·01", "M3-V1", Q_WIRE.text, BERT_UNNAMED, changed=True),
        Unapproved("B1·02", "M7-V1", Q_FAULT.text, BERT_UNNAMED),
    )


def test_an_answer_of_which_nothing_is_quoted_needs_no_approval() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Dat is van ons.", release=Release.INTERNAL)
    assert gaps(talk).unapproved == ()


def test_no_name_that_was_not_permitted_is_among_those_to_ask(anna: Talk, bert: Talk) -> None:
    assert "Bert" not in str(gaps(anna, bert))


def test_the_demo_s_gaps_name_who_can_fill_them() -> None:
    found = missing(basis_of(*demo(), guide=EDM, module=module("M2")))
    by_id = {q.question_id: q for q in found.questions}
    ria = "een expert van Voorbeeld Matrijzen (B1)"
    assert by_id["M2-V1"].whom == ("Henk Voorbeeld (A1)", ria)
    assert [g.title for g in found.topics if g.silent] == [
        "Tekening lezen en snijvolgorde",
        "Opspannen en uitrichten",
        "Programma en proefdraaien",
    ]

"""Answers of several experts on one question stand beside each other, and what differs is shown in their words."""

from collections import Counter
from dataclasses import replace

import pytest

from exports.draft.building import lay_out
from exports.draft.comparing import comparisons
from exports.draft.model import Comparison, Verdict
from sessions.facets import Facet
from sessions.guides.model import QuestionKind
from sessions.people import Company, Expert
from sessions.release import Release
from sessions.transcript import Value
from tests.exports.conftest import BERT, GUIDE, M3, Q_TABLE, Q_WIRE, SOUTH, Talk, material_of
from tests.exports.draft.demo import EDM, MOULDS, RIA, answering, demo, module


def compared(*talks: Talk, module_id: str = "M3", values: tuple[Value, ...] = ()) -> tuple[Comparison, ...]:
    material = material_of(*talks, guides=(EDM,), values=values)
    return comparisons(lay_out(EDM, module(module_id), material))


def only(comparison: Comparison, verdict: Verdict) -> list[list[list[str]]]:
    """Of each row the texts of each position."""
    return [
        [[s.text for s in p.statements] for p in row.positions] for row in comparison.with_verdict(verdict)
    ]


def because(comparison: Comparison) -> list[tuple[str, ...]]:
    return [row.because for row in comparison.with_verdict(Verdict.DIFFER)]


def wire(*sentences: str, expert: int = 0) -> Talk:
    """What one expert more says about choosing a wire."""
    who = Expert(f"Expert {expert}", chr(65 + expert), expert + 1, expert + 1)
    talk = Talk(who, Company(f"Bedrijf {expert}", expert + 1), guide=EDM)
    return answering("M3-V4", *sentences, talk=talk)


def everything(comparison: Comparison) -> Counter[int]:
    return Counter(
        s.source.segment_id for row in comparison.rows for p in row.positions for s in p.statements
    )


def test_the_demos_experts_differ_about_start_holes() -> None:
    (startholes,) = compared(*demo(), module_id="M2")
    assert startholes.question_id == "M2-V2"
    assert [v.code for v in startholes.voices] == ["A", "B"]
    assert because(startholes) == [("3 millimeter", "5 millimeter"), ("bijna nooit",)]
    assert only(startholes, Verdict.DIFFER) == [
        [
            ["Het startgat leg ik altijd in de uitvaller, minstens 3 millimeter van de contour."],
            ["Ik leg het startgat liefst 5 millimeter van de contour."],
        ],
        [
            ["De uitvaller zet ik vast met een brugje van 2 millimeter."],
            [
                "Een brugje gebruik ik bijna nooit.",
                "Ik houd de uitvaller vast met een magneet.",
                "Bij een zwaar stuk moet je dat niet durven.",
            ],
        ],
    ]


def test_the_demos_experts_differ_about_wire() -> None:
    (wires,) = compared(*demo())
    assert (wires.question_id, because(wires)) == ("M3-V4", [("messingdraad", "gecoate draad")])
    ((one, other),) = only(wires, Verdict.DIFFER)
    assert one == ["Voor gewoon werk gebruik ik messingdraad van 0,25 millimeter."]
    assert other[:2] == [
        "Ik gebruik bijna altijd gecoate draad van 0,25 millimeter.",
        "Hij is duurder, maar je wint 20 procent tijd.",
    ]


@pytest.mark.parametrize("module_id", ["M2", "M3"])
def test_each_statement_of_an_answer_stands_there_once(module_id: str) -> None:
    basis = lay_out(EDM, module(module_id), material_of(*demo(), guides=(EDM,)))
    for comparison in comparisons(basis):
        said = [t for t in basis.unfolded if t.fragment.question.id == comparison.question_id]
        assert everything(comparison) == Counter(t.fragment.segment.id for t in said)


def test_what_differs_comes_first_and_what_is_left_last() -> None:
    (comparison,) = compared(
        wire(
            "Een slechte klos herken je aan de krul.", "Ik let op de prijs.", "Ik gebruik draad van 0,25 mm."
        ),
        wire("Je herkent een slechte klos aan de krul.", "Ik gebruik draad van 0,3 mm.", expert=1),
    )
    assert [row.verdict for row in comparison.rows] == [Verdict.DIFFER, Verdict.AGREE, Verdict.BESIDE]
    assert only(comparison, Verdict.BESIDE) == [[["Ik let op de prijs."]]]


def test_what_is_alike_is_agreed_on_in_the_words_of_each() -> None:
    (comparison,) = compared(
        wire("Een slechte klos herken je aan de krul in de draad."),
        wire("Aan de krul in de draad herken je een slechte klos.", expert=1),
    )
    (row,) = comparison.rows
    assert (row.verdict, row.because) == (Verdict.AGREE, ())
    assert [p.statements[0].text for p in row.positions] == [
        "Een slechte klos herken je aan de krul in de draad.",
        "Aan de krul in de draad herken je een slechte klos.",
    ]


def test_a_row_says_what_it_is_about_in_the_words_of_the_first() -> None:
    (startholes,) = compared(*demo(), module_id="M2")
    (wires,) = compared(*demo())
    about = [row.about for row in (*startholes.rows, *wires.rows) if row.verdict is Verdict.DIFFER]
    assert about == [("startgat", "contour"), ("brugje",), ("draad",)]


def test_what_leans_can_differ_and_brings_along_what_it_leans_on() -> None:
    (comparison,) = compared(
        wire("De klos ligt klaar.", "En de nozzle zet ik op 3 millimeter boven de plaat."),
        wire("De nozzle zet ik op 5 millimeter boven de plaat.", expert=1),
    )
    (row,) = comparison.rows
    assert (row.verdict, row.because) == (Verdict.DIFFER, ("3 millimeter", "5 millimeter"))
    assert [len(p.statements) for p in row.positions] == [2, 1]


def test_an_expert_does_not_differ_from_themselves() -> None:
    assert (
        compared(
            wire("Ik gebruik draad van 0,25 mm op de klos.", "Ik gebruik draad van 0,3 mm op de klos."),
            wire("Over de prijs kan ik niets zeggen.", expert=1),
        )
        == ()
    )


def test_a_question_that_one_expert_answered_has_nothing_beside_it() -> None:
    assert compared(wire("Ik gebruik messingdraad.", "Ik neem gecoate draad.")) == ()


def test_what_a_beginner_does_is_not_what_an_expert_does() -> None:
    anna, bert = Talk().answer(Q_WIRE), Talk(BERT, SOUTH).answer(Q_WIRE)
    anna.says("Een leerling zet de messing klos scheef op de machine.", facet=Facet.ERROR, facet_settled=True)
    bert.says("De messing klos zet ik nooit scheef op de machine.")
    assert comparisons(lay_out(GUIDE, M3, material_of(anna, bert))) == ()


def test_stories_are_never_compared() -> None:
    story = replace(Q_WIRE, kind=QuestionKind.CRITICAL_INCIDENT)
    guide = replace(GUIDE, modules=(replace(M3, questions=(story,)),))
    talks = [Talk(guide=guide).answer(story), Talk(BERT, SOUTH, guide=guide).answer(story)]
    for talk, minutes in zip(talks, (10, 20), strict=True):
        talk.says(f"De draad brak elke {minutes} minuten op dezelfde plek.")
    material = material_of(*talks, guides=(guide,))
    assert comparisons(lay_out(guide, guide.modules[0], material)) == ()


def test_the_conditions_are_the_machine_the_materials_and_what_complete_values_say() -> None:
    anna = wire("Bij hardmetaal leg ik de draad op 3 millimeter van de klos.")
    bert = wire("Bij gehard staal leg ik de draad op 5 millimeter van de klos.", expert=1)
    segment = anna.fragments[0].segment.id
    whole = Value(
        segment, "afstand", "3", "mm", "AC", "hardmetaal", "60 mm", "messing 0,25", "hoofdsnede", "nooit"
    )
    half = Value(bert.fragments[0].segment.id, "afstand", "5", "mm", height="80 mm")
    (comparison,) = compared(anna, bert, values=(whole, half))
    one, other = comparison.rows[0].positions
    assert one.conditions == ("AgieCharmilles", "hardmetaal", "60 mm", "messing 0,25", "hoofdsnede")
    assert other.conditions == ("AgieCharmilles", "gehard staal")
    assert comparison.rows[0].because == ("3 millimeter", "5 millimeter")


def test_twelve_experts_on_one_point_stand_in_one_row() -> None:
    talks = [
        wire(f"Voor een smalle sleuf gebruik ik draad van 0,{1 + at % 3} millimeter.", expert=at)
        for at in range(12)
    ]
    (comparison,) = compared(*talks)
    (row,) = comparison.rows
    assert (row.verdict, len(row.positions)) == (Verdict.DIFFER, 12)
    assert row.because == ("0,1 millimeter", "0,2 millimeter", "0,3 millimeter")


def test_nothing_that_may_not_leave_is_compared() -> None:
    anna = wire("Ik gebruik draad van 0,25 mm.", "Ik let op de prijs.")
    bert = answering("M3-V4", "Het hangt van de klus af.", talk=Talk(RIA, MOULDS, guide=EDM))
    bert.says("Ik gebruik draad van 0,3 mm.", release=Release.INTERNAL)
    assert compared(anna, bert) == ()
    bert.says("Ik let ook op 5 euro.", release=Release.PARTNERS)
    anna.says("Ik let op 3 euro.")
    assert "0,3" not in str(compared(anna, bert))


def test_answers_on_other_questions_are_not_mixed() -> None:
    anna, bert = Talk().answer(Q_WIRE), Talk(BERT, SOUTH).answer(Q_TABLE)
    anna.says("De messing draad staat op 3 bar.")
    bert.says("De messing draad staat op 5 bar.")
    assert comparisons(lay_out(GUIDE, M3, material_of(anna, bert))) == ()

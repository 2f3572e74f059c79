"""The next probe, from what was just said."""

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from sessions.follow_ups import MOST, Suggested, suggest_follow_ups
from sessions.fragments import Fragment
from sessions.guides.library import find
from sessions.guides.loading import load
from sessions.interview import HandledFollowUp
from sessions.release import Release
from sessions.transcript import Doubt, Role
from tests.sessions.guides.small import SMALL
from tests.sessions.telling import WHEN, told, whole

GUIDE, _TOML = find("edm-nl")
QUESTION = GUIDE.question("M3-V2")
ROOT = Path(__file__).parents[2]
FILLING = "Daar stonden we dan met elkaar naar dat ene stuk op de tafel te kijken."


def suggested(said: Sequence[Fragment], handled: Sequence[HandledFollowUp] = ()) -> list[tuple[str, str]]:
    return [(s.rule.id, s.quote) for s in suggest_follow_ups(GUIDE, said, handled)]


def rules(*said: str) -> list[str]:
    return [rule for rule, _quote in suggested(whole([*said, FILLING], QUESTION))]


def handled(rule: str, quote: str = "", *, answer: int = 1, asked: bool = True) -> HandledFollowUp:
    return HandledFollowUp(answer, rule, quote, asked, WHEN)


@pytest.mark.parametrize(
    ("said", "rule", "quote"),
    [
        ("Dat voel je gewoon, weet je wel.", "zintuig", "Dat voel je gewoon, weet je wel"),
        ("Je draait hem net goed aan.", "maat", "Je draait hem net goed aan"),
        ("Dat zit in je vingers.", "ervaring", "Dat zit in je vingers"),
        ("Het hangt er een beetje vanaf.", "voorwaarde", "Het hangt er een beetje vanaf"),
        ("Het contactblokje draai ik altijd.", "uitzondering", "Het contactblokje draai ik altijd"),
        ("En dan vonk je hem gewoon.", "verborgen-stap", "En dan vonk je hem gewoon"),
        ("Die waarden haal ik uit de tabel.", "uitbesteed", "Die waarden haal ik uit de tabel"),
        ("Toen wist ik het al.", "oordeel", "Toen wist ik het al"),
        ("Toen heb ik maar gestopt.", "keuze", "Toen heb ik maar gestopt"),
        ("De pauze zet je een beetje hoger.", "getal", "De pauze zet je een beetje hoger"),
        ("De stroom zet je op 400 volt.", "los-getal", "De stroom zet je op 400 volt"),
        ("Meestal lukt dat wel.", "hoe-vaak", "Meestal lukt dat wel"),
        ("Een collega zag het ook.", "wie", "Een collega zag het ook"),
        ("Het spoelen moet goed zijn.", "vaktaal", "Het spoelen moet goed zijn"),
    ],
)
def test_each_rule_quotes_the_words_that_caused_it(said: str, rule: str, quote: str) -> None:
    assert suggested(whole([said, FILLING], QUESTION)) == [(rule, quote)]


def test_what_calls_for_nothing_gets_nothing() -> None:
    assert rules("Eerst meet ik de kopafstand, daarna begin ik met de hoofdsnede.") == []
    assert suggest_follow_ups(GUIDE, [], []) == []


def test_words_that_mean_something_else_do_not_count() -> None:
    assert rules("Voor gewoon werk pak ik een dunne klos.") == []
    assert rules("Dat heb ik nog nooit gezien.") == []


def test_of_words_that_overlap_the_longest_count() -> None:
    assert rules("Bijna altijd doe ik dat met water.") == ["hoe-vaak"]


@pytest.mark.parametrize(
    "said",
    [
        "Bij hardmetaal gaat hij naar 400 volt.",
        "Met een gecoate draad van 0,25 gaat het sneller.",
        "Een stuk van zestig millimeter hoog gaat op stand 9.",
        "Onze Sodick staat op 0,3 afstand.",
    ],
)
def test_a_number_with_its_context_is_enough(said: str) -> None:
    assert rules(said) == []


def test_the_context_may_stand_in_the_sentence_before_or_after() -> None:
    naked, context = "Dan gaat hij naar stand 9.", "Dat was bij titaan."
    assert rules(naked, context) == []
    assert rules(context, naked) == []
    assert rules(context, FILLING, naked) == ["los-getal"]


def test_the_context_may_be_in_what_the_interviewer_asked() -> None:
    asked = told("En bij hardmetaal?", QUESTION, 0, role=Role.INTERVIEWER)
    said = [told(t, QUESTION, n) for n, t in enumerate(["Dan gaat hij naar stand 9.", FILLING], 1)]
    assert suggested([asked, *said]) == []
    assert [rule for rule, _quote in suggested(said)] == ["los-getal"]


def test_an_answer_of_a_few_words_asks_for_more() -> None:
    assert suggested(whole(["Dat doe ik om de dag."], QUESTION)) == [
        ("kort-antwoord", "Dat doe ik om de dag")
    ]
    eleven, twelve = "een twee drie " * 3 + "een twee", "een twee drie " * 4
    assert [r for r, _q in suggested(whole([eleven], QUESTION))] == ["kort-antwoord"]
    assert suggested(whole([twelve], QUESTION)) == []


def test_an_answer_without_any_words_quotes_nothing() -> None:
    assert suggested([told("Hoe deed je dat?", QUESTION, role=Role.INTERVIEWER)]) == [("kort-antwoord", "")]


def test_telling_words_come_before_an_answer_being_short_and_words_of_every_day_last() -> None:
    assert rules("Dat is natuurlijk zo.") == ["verborgen-stap"]
    assert [r for r, _q in suggested(whole(["Op gevoel.", "Gewoon zo."], QUESTION))] == [
        "zintuig", "kort-antwoord", "verborgen-stap",
    ]  # fmt: skip


def test_what_was_said_last_comes_first_and_what_is_said_often_later() -> None:
    assert rules("Ik dacht: dat gaat mis.", "Toen heb ik maar gestopt.") == ["keuze", "oordeel"]
    often = ["Ik dacht: dat gaat mis.", "Op gevoel stel je dat in.", "Het ruikt anders, dat ruik je."]
    assert rules(*often) == ["oordeel", "zintuig"]


def test_a_rule_is_suggested_once_with_what_was_said_last() -> None:
    said = whole(["Dat doe je op gevoel.", FILLING, "En daarna doe je dat op gehoor."], QUESTION)
    assert suggested(said) == [("zintuig", "En daarna doe je dat op gehoor")]


def test_there_are_never_more_than_a_few_and_one_of_words_of_every_day() -> None:
    many = [
        "Dat voel je.", "Het hangt ervan af.", "Ik dacht: dat gaat mis.", "Toen heb ik maar gestopt.",
        "Altijd.", "Meestal lukt dat.", "Dat is logisch.",
    ]  # fmt: skip
    assert rules(*many) == ["keuze", "oordeel", "voorwaarde"]
    assert rules(*many[4:]) == ["verborgen-stap"]


def test_what_was_handled_in_this_answer_does_not_come_back() -> None:
    said = whole(["Dat doe je op gevoel.", "Toen heb ik maar gestopt.", FILLING], QUESTION)
    assert [r for r, _q in suggested(said, [handled("zintuig", "Dat doe je op gevoel")])] == ["keuze"]
    elsewhere = [handled("zintuig", "Iets anders", answer=9)]
    assert [r for r, _q in suggested(said, elsewhere)] == ["keuze", "zintuig"]


def test_words_that_were_quoted_before_are_not_quoted_again() -> None:
    said = whole(["Op gevoel.", FILLING], QUESTION)
    assert suggested(said, [handled("oordeel", "op gevoel", answer=9)]) == []
    more = whole(["Dat doe ik op gehoor.", "Op gevoel.", FILLING], QUESTION)
    assert suggested(more, [handled("zintuig", "Op gevoel", answer=9)]) == [
        ("zintuig", "Dat doe ik op gehoor")
    ]


def test_two_short_answers_may_hold_the_same_words() -> None:
    said = whole(["Ja."], QUESTION)
    assert suggested(said, [handled("kort-antwoord", "Ja", answer=9)]) == [("kort-antwoord", "Ja")]
    assert suggested(said, [handled("kort-antwoord", "Ja")]) == []


def test_who_waves_suggestions_away_gets_fewer() -> None:
    said = whole(["Dat voel je.", "Toen heb ik maar gestopt.", "Ik dacht: mis.", FILLING], QUESTION)
    assert len(suggested(said)) == MOST
    away = [handled("uitbesteed", "x", asked=False), handled("vaktaal", "y", asked=False)]
    assert [r for r, _q in suggested(said, away)] == ["oordeel"]
    asked = [replace(one, asked=True) for one in away]
    assert len(suggested(said, asked)) == MOST


def test_only_what_the_expert_said_and_did_not_strike_is_quoted() -> None:
    for fragment in (
        told("Doe je dat op gevoel?", QUESTION, role=Role.INTERVIEWER),
        told("Dat doe je op gevoel.", QUESTION, release=Release.STRUCK),
        told("Op gevoel op gevoel op gevoel.", QUESTION, doubt=Doubt.REPETITION),
    ):
        assert suggested([fragment, told(FILLING, QUESTION, 1)]) == []


def test_struck_words_are_not_quoted_but_make_no_answer_short() -> None:
    struck = told("Dit blijft onder ons. " + FILLING, QUESTION, release=Release.STRUCK)
    assert suggested([struck]) == []
    few = told("Onder ons.", QUESTION, release=Release.STRUCK)
    assert suggested([few, told("Ja.", QUESTION, 1)]) == [("kort-antwoord", "Ja")]


def test_a_suggestion_knows_its_answer() -> None:
    (made,) = suggest_follow_ups(GUIDE, whole(["Op gevoel.", FILLING], QUESTION, answer=7), [])
    assert isinstance(made, Suggested)
    assert made.answer_id == 7
    assert made.rule.probe.startswith("Doe het geluid eens na")


def test_a_guide_of_another_craft_has_its_own_rules() -> None:
    guide = load(SMALL, "klein")
    said = whole(["Dat doe je op gevoel, met 400 volt."], guide.question("M1-V1"))
    assert [s.rule.id for s in suggest_follow_ups(guide, said, [])] == ["gevoel"]


@cache
def demo() -> dict[str, list[str]]:
    reference = json.loads((ROOT / "capture/demo/reference.json").read_text(encoding="utf-8"))
    return {name: [cue["text"] for cue in one["cues"]] for name, one in reference.items()}


@pytest.mark.parametrize(
    ("recording", "expected"),
    [
        ("expert-a-M2-V2", ["los-getal", "uitzondering"]),
        ("expert-a-M3-V1", ["uitbesteed"]),
        ("expert-a-M3-V2", ["voorwaarde", "zintuig", "los-getal"]),
        ("expert-a-M3-V4", []),
        ("expert-a-M7-V1", ["oordeel"]),
        ("expert-a-M8-V2", ["los-getal"]),
        ("expert-b-M1-V3", ["los-getal"]),
        ("expert-b-M2-V2", ["hoe-vaak"]),
        ("expert-b-M3-V4", ["zintuig", "hoe-vaak"]),
        ("expert-b-M4-V2", ["getal", "los-getal"]),
        ("expert-b-M5-V2", ["uitzondering"]),
        ("expert-b-M6-V3", ["los-getal"]),
    ],
)
def test_the_answers_of_the_demo_call_for_these(recording: str, expected: list[str]) -> None:
    question = GUIDE.question(recording.split("-", 2)[2])
    assert [rule for rule, _quote in suggested(whole(demo()[recording], question))] == expected

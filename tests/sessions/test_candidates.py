"""Words that may be names."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sessions.candidates import Candidate, Looks, Place, candidates, typed_about, typed_in
from sessions.guides.library import find
from sessions.interview import Case
from sessions.pseudonyms import Pseudonym
from tests.exports.conftest import Q_WIRE, Talk

WHEN = datetime(2026, 3, 12, tzinfo=UTC)
JANSEN = Pseudonym("Jansen", "Klant Noord", "Anneke", WHEN, 1)
BRANDSMA = Pseudonym("Brandsma Gereedschap", "Klant A", "Anneke", WHEN, 2)
ZWART = Pseudonym("Bakker Zwart", "Klant B", "Anneke", WHEN, 3)
GUIDE = find("edm-nl")[0]


def listed(*said: str, known: Pseudonym = JANSEN) -> tuple[Candidate, ...]:
    talk = Talk().answer(Q_WIRE)
    for text in said:
        talk.says(text)
    return candidates(talk.fragments, [GUIDE], [known])


def found(*said: str) -> dict[str, int]:
    return {c.text: c.count for c in listed(*said)}


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Toen belde Bakker mij. Bakker was boos.", {"Bakker": 2}),
        ("Bakker wil dat niet. Natuurlijk! Startgat eerst.", {"Bakker": 1}),
        ("Vervelend, zo vervelend. Gereedschap.", {}),
        ("Ik deed het met Bakker en met Bakker's zoon.", {"Bakker": 2}),
        ("Dat was voor Piet van der Berg toen.", {"Piet van der Berg": 1}),
        ("De draad brak. Dan stop je.", {}),
        ("Het Startgat zit daar, in tekening 4711-A en 88231.", {"4711-A": 1, "88231": 1}),
        ("Een draad van 0,25 mm, 3-4 uur, 24V, 80mm, 1.2379 op 2019.", {}),
        ("Die was van Jansen, de Jansen-matrijs.", {}),
        ("Het was een jansenmatrijs.", {"jansenmatrijs": 1}),
        ("Op de AgieCut en de AQ537L.", {"AgieCut": 1, "AQ537L": 1}),
    ],
)
def test_capitals_codes_and_hidden_names_are_listed(said: str, names: dict[str, int]) -> None:
    assert found(said) == names


def test_the_most_frequent_comes_first_with_a_place_to_look() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Dat deed Bakker.")
    talk.says("En dat deed Smit, samen met Smit.")
    first, second = candidates(talk.fragments, [GUIDE], [])
    assert (first.text, first.count, first.reference) == ("Smit", 2, "A1·01 00:05")
    assert second.text == "Bakker"


@pytest.mark.parametrize(
    "said",
    [
        "Brandsma wil dat niet.",
        "Dat wil Brandsma niet.",
        "dat wil brandsma niet",
        "Brandsmas matrijs was op.",
        "Brandsma's matrijs was op.",
        "De Brandsma-matrijs was op.",
    ],
)
def test_a_word_of_a_known_name_is_listed_first_wherever_it_stands(said: str) -> None:
    first, *_others = listed("Smit en Smit belden met Smit.", said, known=BRANDSMA)
    assert "brandsma" in first.text.casefold()
    assert first.looks is Looks.PART


def test_the_ordinary_words_of_a_known_name_may_stand() -> None:
    assert listed("Dat gereedschap is op. Gereedschap kost geld.", known=BRANDSMA) == ()


def test_a_known_name_in_one_longer_word_is_listed() -> None:
    assert [c.text for c in listed("een brandsmamatrijs", known=BRANDSMA)] == ["brandsmamatrijs"]


def test_a_name_that_the_end_of_a_fragment_cut_in_two_is_listed_where_it_begins() -> None:
    listing = listed("Dat maakten we voor Bakker", "Zwart en die was blij.", known=ZWART)
    assert Candidate("Bakker Zwart", 1, "A1·01 00:00", Looks.CUT) in listing


def test_what_is_whole_in_its_fragment_or_was_not_said_straight_after_is_not_cut() -> None:
    assert listed("Dat was voor Bakker Zwart", "en die was blij.", known=ZWART) == ()
    talk = Talk().answer(Q_WIRE)
    for text in ("voor Bakker", "nee", "Zwart die"):
        talk.says(text)
    apart = [talk.fragments[0], talk.fragments[2]]
    assert Looks.CUT not in [c.looks for c in candidates(apart, [GUIDE], [ZWART])]


def test_what_people_typed_is_looked_at_too_with_where_it_stands() -> None:
    talk = Talk().answer(Q_WIRE)
    reading = replace(
        talk.reading, session=replace(talk.session, title="Over Veldkamp", machine="de machine van Hendriks")
    )
    (answer,) = reading.answers
    noted = replace(answer.answer, note="bel Pietersen", skipped_because="Bosman was er bij")
    clips = (replace(answer.clips[0], original_name="gesprek_Willemsen_deel.m4a"),)
    reading = replace(reading, answers=(replace(answer, answer=noted, clips=clips),))
    case = Case(1, "Matrijs van Kuipers", requirements="alles voor Kuipers")
    typed = [*typed_in(reading), *typed_about(case)]
    names = {c.text: (c.count, c.reference.split(",")[0]) for c in candidates([], [GUIDE], [], typed)}
    assert names.keys() >= {"Veldkamp", "Hendriks", "Pietersen", "Bosman", "Willemsen", "Kuipers"}
    assert names["Pietersen"] == (1, "A1·01")
    assert names["Kuipers"][0] == 2


def test_a_word_that_is_written_small_somewhere_is_no_name_at_the_start_of_a_sentence() -> None:
    assert candidates([], [GUIDE], [], [Place("Zeefbak eruit.", "A1"), Place("de zeefbak", "A1")]) == ()

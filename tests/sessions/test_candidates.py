"""Words that may be names."""

from datetime import UTC, datetime

import pytest

from sessions.candidates import candidates
from sessions.guides.loading import load_kept
from sessions.pseudonyms import Pseudonym
from tests.exports.conftest import Q_WIRE, Talk
from tests.sessions.guides.small import SMALL

JANSEN = Pseudonym("Jansen", "Klant Noord", "Anneke", datetime(2026, 3, 12, tzinfo=UTC), 1)


def found(*said: str) -> dict[str, int]:
    talk = Talk().answer(Q_WIRE)
    for text in said:
        talk.says(text)
    guide = load_kept(SMALL, "klein")
    return {c.text: c.count for c in candidates(talk.fragments, [guide], [JANSEN])}


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Toen belde Bakker mij. Bakker was boos.", {"Bakker": 1}),
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
    first, second = candidates(talk.fragments, [], [])
    assert (first.text, first.count, first.reference) == ("Smit", 2, "A1·01 00:05")
    assert second.text == "Bakker"

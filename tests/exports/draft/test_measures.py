"""The numbers of a statement, so that two statements can be compared by them."""

import pytest

from exports.draft.measures import measures
from sessions.placed import placed


def numbers(text: str, language: str = "nl") -> list[tuple[str, str]]:
    return [m.key for m in measures(text, placed(text), language)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("minstens 3 millimeter", [("3", "mm")]),
        ("drie mm", [("3", "mm")]),
        ("draad van 0,250 millimeter", [("0.25", "mm")]),
        ("nul komma twee vijf millimeter", [("0.25", "mm")]),
        ("vijftig micron speling", [("0.05", "mm")]),
        ("twee honderdste te veel", [("0.02", "mm")]),
        ("een halve millimeter", [("0.5", "mm")]),
        ("een brugje", []),
        ("een millimeter", [("1", "mm")]),
        ("2 tot 3 bar", [("2", "bar"), ("3", "bar")]),
        ("onder 15 microsiemens", [("15", "µS")]),
        ("van stand 12 naar stand 9", [("12", ""), ("9", "")]),
    ],
)
def test_numbers_are_found_with_their_units(text: str, found: list[tuple[str, str]]) -> None:
    assert numbers(text) == found


def test_what_was_said_is_kept_as_it_stands() -> None:
    text = "Leg het 3 millimeter van de rand, op stand 9."
    first, second = measures(text, placed(text), "nl")
    assert (first.said, first.around) == ("3 millimeter", ())
    assert (second.said, second.around) == ("9", ("stand",))


def test_english_numbers_are_read_too() -> None:
    assert numbers("Keep about 0.25 mm or ten microns.", "en") == [("0.25", "mm"), ("0.01", "mm")]

"""A text says a value with the words of its quote, or with its number."""

import pytest

from sessions.transcript import Value
from sessions.value_said import says, says_number, says_quote


def value(number: str = "0,25", quote: str = "") -> Value:
    return Value(1, "draad", number, "mm", quote=quote)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("0,25", "Dan 0,25 mm."),
        ("0,25", "Dan 0.25 mm."),
        ("0.25", "Dan 0,25 mm."),
        ("0,25", "Nul komma twee vijf millimeter."),
        ("0,3", "Drie tiende."),
        ("80 tot 120", "Van tachtig tot honderdtwintig volt."),
        ("-5", "Min vijf graden."),
        ("1200", "Dat is 1.200 volt."),
        ("1.200", "Dat is 1200 volt."),
        ("vijf", "Dat is 5."),
    ],
)
def test_a_number_stands_in_figures_or_as_it_is_spoken(number: str, text: str) -> None:
    assert says_number(text, value(number), "nl")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("0,25", "Dan 10,25 mm."),
        ("5", "Dan 0,5 mm."),
        ("25", "Nul komma twee vijf."),
        ("80 tot 120", "Tachtig volt."),
        ("0,25", "Geen getal."),
        ("", "Dan 5 mm."),
    ],
)
def test_another_number_is_not_it(number: str, text: str) -> None:
    assert not says_number(text, value(number), "nl")


def test_a_quote_stands_as_whole_words() -> None:
    assert says_quote("Dan, Vijf MILLIMETER hoog.", value(quote="vijf millimeter"))
    assert not says_quote("Dan 0,5 mm.", value(quote="5 mm"))
    assert not says_quote("Dan 0,5 mm.", value(quote=""))


def test_either_is_enough() -> None:
    one = value("0,25", "een kwart")
    assert says("Een kwart millimeter.", one, "nl")
    assert says("0,25 mm", one, "nl")
    assert not says("Dat zeg ik niet.", one, "nl")

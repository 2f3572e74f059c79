"""Numbers in words, in figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.placed import placed
from sessions.spoken_numbers import DUTCH, ENGLISH, Tongue, is_number, reading, tongue


def read(text: str, how: Tongue = DUTCH) -> tuple[str, str] | None:
    """The number at the beginning of ``text``, and the words that it takes."""
    words = placed(text)
    found = reading(text, words, 0, how)
    return (found.number, text[words[0].start : words[found.stop - 1].end]) if found else None


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("nul komma twee vijf", "0,25"),
        ("nul komma vijfentwintig", "0,25"),
        ("nul komma nul vijf", "0,05"),
        ("nul komma nul nul twee", "0,002"),
        ("twee komma vijf nul", "2,50"),
        ("0 komma 25", "0,25"),
        ("één komma vijf", "1,5"),
        ("vierhonderd", "400"),
        ("vier honderd vijftig", "450"),
        ("Vierhonderd", "400"),
        ("twaalfhonderd", "1200"),
        ("vijf en twintig", "25"),
        ("tweeëntwintig", "22"),
        ("drie tiende", "0,3"),
        ("twee honderdste", "0,02"),
        ("twaalf honderdsten", "0,12"),
        ("vijf duizendste", "0,005"),
        ("anderhalve", "1,5"),
        ("een halve", "0,5"),
        ("drieënhalve", "3,5"),
        ("drie en een halve", "3,5"),
        ("min vijf", "-5"),
        ("0.25", "0,25"),
        ("400", "400"),
    ],
)
def test_a_number_is_read_with_all_its_words(said: str, number: str) -> None:
    assert read(said) == (number, said)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("zero point two five", "0.25"),
        ("four hundred", "400"),
        ("three tenths", "0.3"),
        ("two and a half", "2.5"),
        ("0,25", "0.25"),
        ("minus ten", "-10"),
    ],
)
def test_in_english_the_mark_is_a_point(said: str, number: str) -> None:
    assert read(said, ENGLISH) == (number, said)


@pytest.mark.parametrize(
    "text", ["komma twee", "paar tiende", "en", "draad", "honderdste", "min of meer", "tiende"]
)
def test_no_number_gives_none(text: str) -> None:
    assert read(text) is None


def test_a_number_ends_with_its_clause() -> None:
    assert read("twee, vijf") == ("2", "twee")
    assert read("nul komma twee, vijf keer") == ("0,2", "nul komma twee")


def test_thousands_with_a_point_are_left_and_doubtful() -> None:
    found = reading("1.000", placed("1.000"), 0, DUTCH)
    assert found is not None
    assert (found.number, found.doubtful) == ("1.000", True)


@pytest.mark.parametrize(
    ("said", "doubtful"),
    [
        ("vijftien", True),
        ("vijftig", True),
        ("veertig", True),
        ("honderdvijftig", True),
        ("twintig", False),
        ("tien", False),
    ],
)
def test_numbers_that_are_easily_misheard_are_doubtful(said: str, doubtful: bool) -> None:
    found = reading(said, placed(said), 0, DUTCH)
    assert found is not None
    assert found.doubtful is doubtful


def test_plus_or_minus_is_no_sign() -> None:
    assert reading("plus min tien", placed("plus min tien"), 1, DUTCH) is None


def test_the_words_of_numbers_are_known() -> None:
    assert all(is_number(word, "nl") for word in ("drie", "12", "komma", "tiende", "halve", "vijfentwintig"))
    assert not is_number("draad", "nl")
    assert is_number("twenty", "en")


def test_an_unknown_language_is_read_as_dutch() -> None:
    assert tongue("fr") is DUTCH
    assert tongue("en-GB") is ENGLISH


SAID = (
    "nul",
    "een",
    "twee",
    "drie",
    "honderd",
    "komma",
    "tiende",
    "min",
    "en",
    "half",
    "5",
    "0,2",
    "vijftig",
    ".",
)


@given(st.lists(st.sampled_from(SAID), min_size=1))
def test_any_row_of_number_words_can_be_read(said: list[str]) -> None:
    text = " ".join(said)
    words = placed(text)
    for at in range(len(words)):
        found = reading(text, words, at, DUTCH)
        assert found is None or at < found.stop <= len(words)

"""Terms that nothing knows yet."""

import pytest

from sessions.new_terms import new_term
from tests.sessions.test_mishearing import LEXICON


def term(heard: str, meant: str, before: str = "het", *said: str) -> str | None:
    return new_term(heard, meant, before, LEXICON, "nl", said)


@pytest.mark.parametrize(
    ("heard", "meant", "wanted"),
    [
        ("stuk", "zeefpatroon", "zeefpatroon"),
        ("ding", "stalen zeefpatroon", "zeefpatroon"),
        ("die doek daar", "klemspin", "klemspin"),
    ],
)
def test_what_is_typed_as_a_noun_and_known_to_nothing_is_a_term(heard: str, meant: str, wanted: str) -> None:
    assert term(heard, meant) == wanted


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("stuk", "startgat"),
        ("stuk", "nasnede en startgat"),
        ("stuk", "ding"),
        ("stuk", "Veldkamp"),
        ("stuk", "zk4711"),
        ("stuk", "zef"),
        ("lastig", "vervelend"),
        ("zeefpatron", "zeefpatroon"),
        ("het zeefpatron", "zeefpatroon"),
        ("gisteren", "afgelopen week"),
        ("dat ding van die man", "zeefpatroon"),
        ("stuk", "zeefpatroon dat eruit moet"),
        ("", "zeefpatroon"),
    ],
)
def test_known_words_names_numbers_typing_errors_and_rewordings_are_none(heard: str, meant: str) -> None:
    assert term(heard, meant) is None


def test_what_does_not_stand_as_a_noun_is_a_rewording() -> None:
    assert term("stuk", "zeefpatroon", "is") is None


def test_what_the_model_wrote_by_itself_needs_no_telling() -> None:
    assert term("stuk", "zeefpatroon", "het", "zeefpatroon") is None

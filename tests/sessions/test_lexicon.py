"""Which words are right."""

import pytest

from sessions.lexicon import Lexicon

LEXICON = Lexicon(
    ("nasnede", "startgat", "matrijs", "rib", "C-as", "diëlektricum", "diepe rib"), frozenset({"boor"})
)


@pytest.mark.parametrize(
    "word",
    [
        "nasnede",
        "Nasnedes",
        "matrijzen",
        "ribben",
        "boren",
        "diëlektricum",
        "nasnedematrijs",
        "diepe",
        "startgat boor",
    ],
)
def test_a_term_is_right_inflected_and_as_a_part_too(word: str) -> None:
    assert LEXICON.is_right(word)


@pytest.mark.parametrize("word", ["naastede", "stargat", "matrijsje x", "boorst"])
def test_anything_else_is_not(word: str) -> None:
    assert not LEXICON.is_right(word)


def test_a_term_is_known_however_it_is_written() -> None:
    assert LEXICON.term("Start-gat") == "startgat"
    assert LEXICON.term("dielektricum") == "diëlektricum"
    assert LEXICON.term("gat") is None


def test_of_two_ways_to_write_a_term_the_first_counts() -> None:
    assert Lexicon(("C-as", "c as")).term("cas") == "C-as"

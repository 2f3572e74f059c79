"""Words with their places in the very text."""

import unicodedata

from sessions.placed import placed, unsure_places
from sessions.transcript import Word


def words(text: str) -> list[str]:
    return [text[word.start : word.end] for word in placed(text)]


def test_places_count_the_text_as_it_is() -> None:
    assert words("  de\n\n nasnede ,0,25 mm") == ["de", "nasnede", "0,25", "mm"]


def test_an_accent_written_apart_belongs_to_its_word() -> None:
    apart = unicodedata.normalize("NFD", "één diëlektricum")
    assert words(apart) == apart.split()
    assert [word.folded for word in placed(apart)] == ["een", "dielektricum"]


def test_the_machine_was_not_sure_where_the_probability_is_low() -> None:
    sure = [Word(0, 1, " de", 0.9), Word(1, 2, " gap", 0.2), Word(2, 3, " de", 0.3)]
    assert unsure_places("de gap de", sure) == {3, 7}


def test_a_word_that_is_not_there_any_more_is_passed_over() -> None:
    assert unsure_places("de spleet", [Word(0, 1, " gap", 0.2), Word(1, 2, " spleet", 0.2)]) == {3}

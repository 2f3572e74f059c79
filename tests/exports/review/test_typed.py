"""Words as they were meant."""

import pytest

from exports.review.typed import in_common, keys, same


@pytest.mark.parametrize(
    ("typed", "corrected"),
    [
        ("Hij zei 'stop'.", "Hij zei ‘stop’."),
        ('Een "goede" klos', "Een “goede” klos"),
        ("Wacht...", "Wacht…"),
        ("Spoelen -- altijd", "Spoelen – altijd"),
        ("Spoelen - altijd", "Spoelen — altijd"),
        ("0,1 mm", "0,1\xa0mm"),
        ("1/2 mm", "½ mm"),
        ("twee  spaties", "twee spaties"),
    ],
)
def test_what_a_word_processor_does_by_itself_is_no_change(typed: str, corrected: str) -> None:
    assert same(typed, corrected)


@pytest.mark.parametrize(("one", "other"), [("de draad", "De draad"), ("m2", "m²"), ("klaar", "klaar.")])
def test_what_a_person_changes_is_one(one: str, other: str) -> None:
    assert not same(one, other)


def test_words_are_compared_without_marks_and_accents() -> None:
    assert keys("Diëlektricum, ‘schoon’!") == ("dielektricum", "schoon")


def test_words_in_common_stand_in_the_same_order() -> None:
    assert in_common(keys("de draad breekt"), keys("breekt de dunne draad")) == 2

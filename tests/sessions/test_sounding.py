"""How Dutch words sound, for comparing."""

import pytest

from sessions.sounding import likeness, sound


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("diëlektricum", "dielectricum"),
        ("startgat", "start gat"),
        ("hoofdsnede", "hooft-snede"),
        ("zinkvonken", "sinkfonken"),
        ("wijd", "weit"),
        ("pauw", "pau"),
        ("cilinder", "silinder"),
        ("grafiet", "graviet"),
        ("polariteit", "polarietijt"),
        ("Fanuc", "fanuuk"),
        ("koperwolfraam", "kopperwolfram"),
    ],
)
def test_words_that_sound_alike_have_one_key(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("draad", "raad"),
        ("spoelen", "spelen"),
        ("nasnede", "snede"),
        ("gat", "kat"),
        ("rib", "rif"),
        ("huis", "hoes"),
    ],
)
def test_words_that_sound_otherwise_have_not(one: str, other: str) -> None:
    assert sound(one) != sound(other)


def test_without_rules_for_a_language_the_letters_count() -> None:
    assert sound("Wire-EDM", "en") == "wireedm"
    assert sound("graphite", "en") != sound("grafite", "en")


def test_likeness_is_one_for_the_same_sound_and_none_for_nothing_in_common() -> None:
    assert likeness("start gat", "startgat") == 1.0
    assert likeness("gat", "mool") == 0.0
    assert likeness("naastede", "nasnede") > likeness("naastede", "uitvaller")


def test_what_sounds_otherwise_can_still_be_spelled_alike() -> None:
    assert likeness("gap", "gab", "en") == pytest.approx(2 / 3)

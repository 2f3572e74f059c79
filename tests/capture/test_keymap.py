"""Which keys there are, and whether one is free."""

from capture.app import VakborgApp
from capture.keymap import in_the_way, keys, sound
from capture.screens.places import places

PLACES = places(VakborgApp)


def test_what_cannot_be_a_key_is_left_out() -> None:
    assert sound({"a": "", "b": "x,", "c": "f7", "d": "n,right"}) == {"c": "f7", "d": "n,right"}


def test_a_key_that_was_given_away_is_free() -> None:
    known = {key.id: key for key in keys(PLACES)}
    assert in_the_way("i", known["new_session"], PLACES, {}) is not None
    assert in_the_way("i", known["new_session"], PLACES, {"interview": "f7"}) is None


def test_a_key_may_do_different_things_on_different_screens() -> None:
    known = {key.id: key for key in keys(PLACES)}
    free = in_the_way("g", known["new_session"], PLACES, {})
    taken = in_the_way("g", known["record"], PLACES, {})
    assert free is None
    assert taken is not None
    assert taken.id == "golden_quote"


def test_a_key_of_the_whole_app_is_taken_on_every_screen() -> None:
    known = {key.id: key for key in keys(PLACES)}
    for wanted in ("record", "new_session", "try_sound"):
        other = in_the_way("f1", known[wanted], PLACES, {})
        assert other is not None
        assert other.id == "help"
    other = in_the_way("g", known["help"], PLACES, {})
    assert other is not None
    assert other.id == "golden_quote"


def test_every_key_says_what_it_does() -> None:
    assert all(key.does and key.place for key in keys(PLACES))

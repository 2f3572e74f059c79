"""Finding a thing by the name that a person typed."""

import pytest

from sessions.errors import UnknownName
from sessions.finding import find_named

KNOWN = {"M3-V1": 1, "M3-V4": 2, "Straße": 3, "niets": 0}


@pytest.mark.parametrize(
    ("typed", "found"), [("M3-V4", 2), (" m3-v1 ", 1), ("STRASSE", 3), ("niets", 0)], ids=repr
)
def test_case_and_outer_spaces_do_not_count(typed: str, found: int) -> None:
    assert find_named(typed, KNOWN, "question") == found


def test_an_unknown_name_brings_the_nearest_one() -> None:
    with pytest.raises(UnknownName) as caught:
        find_named("M3V4", KNOWN, "question")
    assert caught.value.message == "There is no question M3V4."
    assert caught.value.advice == "Did you mean M3-V4?"


def test_where_none_is_near_all_are_named() -> None:
    with pytest.raises(UnknownName, match=r"There are: M3-V1, M3-V4, Straße, niets\."):
        find_named("qqqq", KNOWN, "question")


def test_where_there_are_none_that_is_said() -> None:
    with pytest.raises(UnknownName, match="There are none yet"):
        find_named("A1", {}, "session")

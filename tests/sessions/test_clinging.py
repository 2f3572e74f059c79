"""Sentences that lose their meaning without the one before."""

from dataclasses import replace

import pytest

from sessions.clinging import clings
from tests.exports.conftest import GUIDE, Q_WIRE, Talk


@pytest.mark.parametrize(
    ("before", "then", "clinging"),
    [
        ("Ik houd 0,3 millimeter ondermaat.", "Voor slichten 0,1 millimeter.", True),
        ("Ik houd 0,3 millimeter ondermaat.", "De messing is 0,1 millimeter.", False),
        ("Ik houd 0,3 millimeter ondermaat.", "Voor slichten 2 bar.", False),
        ("Ik pak een klem.", "Dan weer een klem.", False),
        ("De klem zit vast.", "Het klinkt dan hol.", True),
        ("De klem zit vast.", "Het stuk klinkt hol.", False),
        ("De klem zit vast.", "Het.", False),
    ],
)
def test_a_number_of_the_same_and_it_cling(before: str, then: str, clinging: bool) -> None:
    talk = Talk().answer(Q_WIRE)
    one, other = talk.says(before), talk.says(then)
    assert clings(GUIDE, one, other) is clinging


def test_in_english_it_is_never_an_article() -> None:
    talk = Talk().answer(Q_WIRE)
    one, other = talk.says("The clamp holds."), talk.says("It rings hollow.")
    assert clings(replace(GUIDE, language="en"), one, other)
    assert not clings(replace(GUIDE, language="de"), one, other)

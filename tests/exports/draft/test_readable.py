"""A statement with those before it that it leans on."""

from exports.draft.readable import LONGEST, by_itself
from sessions.transcript import Doubt
from tests.exports.conftest import Q_WIRE, Talk
from tests.exports.drafting import basis_of


def chains(talk: Talk) -> dict[str, list[str]]:
    """By the text of each statement, the texts that make it readable."""
    readable = by_itself(basis_of(talk).unfolded)
    return {chain[-1].text: [s.text for s in chain] for chain in readable.values()}


def test_what_stands_by_itself_is_enough_and_what_leans_comes_with_what_went_before() -> None:
    talk = Talk().answer(Q_WIRE)
    for text in ("Ik pak een magneet.", "Dat gaat goed.", "Hij houdt het.", "Messing is geel."):
        talk.says(text)
    assert chains(talk) == {
        "Ik pak een magneet.": ["Ik pak een magneet."],
        "Dat gaat goed.": ["Ik pak een magneet.", "Dat gaat goed."],
        "Hij houdt het.": ["Ik pak een magneet.", "Dat gaat goed.", "Hij houdt het."],
        "Messing is geel.": ["Messing is geel."],
    }


def test_what_is_doubted_makes_nothing_readable() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Ik pak een.", doubt=Doubt.LOW_CONFIDENCE)
    talk.says("Dat gaat goed.")
    assert chains(talk) == {}


def test_a_long_story_is_not_made_readable() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Ik begon.")
    for n in range(LONGEST + 2):
        talk.says(f"Dan kwam {n}.")
    assert f"Dan kwam {LONGEST - 1}." in chains(talk)
    assert f"Dan kwam {LONGEST}." not in chains(talk)

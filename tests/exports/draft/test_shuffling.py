"""Steps out of order, without the words that tell their places."""

import pytest

from exports.draft.model import Statement
from exports.draft.shuffling import mixed, to_be_ordered, without_order_word
from tests.exports.conftest import Q_WIRE, Talk
from tests.exports.drafting import basis_of


def steps(*texts: str) -> tuple[Statement, ...]:
    talk = Talk().answer(Q_WIRE)
    for text in texts:
        talk.says(text)
    return tuple(t.statement for t in basis_of(talk, folding=False).unfolded)


def test_the_order_is_never_the_right_one_and_always_the_same() -> None:
    for length in range(2, 8):
        for _n in range(20):
            right = steps(*(f"Stap {n}." for n in range(length)))
            other = mixed(right)
            assert other != right
            assert other == mixed(right)
            assert sorted(s.text for s in other) == sorted(s.text for s in right)


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("Eerst kies ik de draad.", "… kies ik de draad."),
        ("Daarna controleer ik de spoeling.", "… controleer ik de spoeling."),
        ("Als laatste, meet ik na.", "… meet ik na."),
        ("En dan zet ik hem vast.", "… zet ik hem vast."),
        ("Na de hoofdsnede meet ik het stuk.", "Na de hoofdsnede meet ik het stuk."),
        ("Dankzij de klem blijft hij liggen.", "Dankzij de klem blijft hij liggen."),
        ("Ik meet eerst de hoogte.", "Ik meet eerst de hoogte."),
        ("Dan klaar.", "Dan klaar."),
        ("En ten slotte zet ik hem vast.", "… zet ik hem vast."),
        ("Toen ik klaar was, mat ik.", "Toen ik klaar was, mat ik."),
        ("Dan pas zet ik hem aan.", "Dan pas zet ik hem aan."),
        ("Als laatste controle meet ik.", "Als laatste controle meet ik."),
        ("Dan met de hand draaien.", "Dan met de hand draaien."),
    ],
)
def test_only_a_word_of_order_at_the_beginning_is_cut(said: str, given: str) -> None:
    (step,) = steps(said)
    assert without_order_word(step, "nl").text == given
    assert without_order_word(step, "nl").source == step.source


@pytest.mark.parametrize(
    "telling",
    [
        "Na de hoofdsnede meet ik het stuk.",
        "Ik meet het stuk nadat de hoofdsnede klaar is.",
        "Als laatste controle meet ik de hoogte.",
        "Dan pas zet ik hem aan.",
        "Toen ik klaar was, mat ik.",
        "Ik meet eerst de hoogte.",
    ],
)
def test_a_step_that_tells_its_place_is_not_to_be_ordered(telling: str) -> None:
    rest = steps("Eerst kies ik de draad.", "Dan snijd ik de hoofdsnede.", "Na een uur kijk ik even.")
    assert to_be_ordered((*rest, *steps(telling)), "nl") == rest


def test_then_after_a_comparison_and_another_s_then_in_english_tell_no_place() -> None:
    kept = steps("Meer dan drie snedes maak ik niet.", "Then I cut the slot.", "First time is slow.")
    assert to_be_ordered(kept[:1], "nl") == kept[:1]
    assert [without_order_word(s, "en").text for s in kept[1:]] == [
        "… I cut the slot.",
        "First time is slow.",
    ]


def test_a_language_without_such_words_keeps_its_steps_whole() -> None:
    (step,) = steps("Zuerst messe ich.")
    assert without_order_word(step, "de") == step

"""What statements are about, and how much of that they share."""

import numpy as np
import pytest

from exports.draft.likeness import gist
from exports.draft.subjects import Subjects
from tests.exports.draft.demo import EDM


def subjects(*texts: str) -> Subjects:
    return Subjects([gist(text, "nl") for text in texts], EDM)


def test_a_variant_is_its_term_and_inflection_does_not_count() -> None:
    made = subjects("De kern valt.", "Pas op voor uitvallers.")
    assert made.shared(0, 1).keys == {"uitvaller"}


def test_a_compound_is_about_its_last_part_too() -> None:
    assert "gat" in subjects("Het startgat is klaar.", "Het gat is klaar.").shared(0, 1).keys
    assert "let" not in subjects("Het pallet is klaar.", "Let op.").keys[0]


def test_a_kind_knows_what_it_is_a_kind_of() -> None:
    made = subjects("Messingdraad en gecoate draad.")
    assert made.heads("messingdraad") == made.heads("gecoate draad") == {"draad"}


def test_words_that_say_little_and_numbers_are_not_what_it_is_about() -> None:
    (keys,) = subjects("Ik gebruik altijd 0,25 millimeter voor de nozzle.").keys
    assert keys == {"spoelkop"}


def test_what_few_statements_have_weighs_more() -> None:
    made = subjects("De draad en het brugje.", "De draad hier.", "De draad daar.", "De draad boven.")
    assert made.weight["brugje"] > made.weight["draad"]


def test_the_scores_of_all_pairs_are_those_of_each_pair() -> None:
    texts = [text for topic in EDM.modules[0].topics for text in topic.examples[:6]]
    made = subjects(*texts)
    scores = made.scores(range(len(texts)))
    for one in range(len(texts)):
        for other in range(len(texts)):
            assert np.isclose(scores[one, other], made.shared(one, other).score, atol=1e-5)


@pytest.mark.parametrize("texts", [(), ("",), ("Ja.", "Nee.")])
def test_statements_about_nothing_share_nothing(texts: tuple[str, ...]) -> None:
    made = subjects(*texts)
    assert not made.scores(range(len(texts))).any()

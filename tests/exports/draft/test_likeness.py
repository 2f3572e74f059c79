"""Whether two statements say the same, on the pairs that were written for it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.draft.bearing import DUTCH
from exports.draft.likeness import alike, gist, same_word

PAIRS = [
    line.split("\t")
    for line in (Path(__file__).parents[2] / "data/folding-nl.tsv")
    .read_text(encoding="utf-8")
    .splitlines()[1:]
]


@pytest.mark.parametrize(("label", "one", "other"), [pair for pair in PAIRS if pair[0] != "same"])
def test_what_is_not_the_same_is_never_taken_for_it(label: str, one: str, other: str) -> None:
    assert not alike(gist(one, "nl"), gist(other, "nl")), label


def test_most_of_what_is_the_same_is_seen() -> None:
    same = [alike(gist(one, "nl"), gist(other, "nl")) for label, one, other in PAIRS if label == "same"]
    assert sum(same) >= 0.75 * len(same)


def test_it_does_not_matter_which_comes_first() -> None:
    for _label, one, other in PAIRS:
        assert alike(gist(one, "nl"), gist(other, "nl")) == alike(gist(other, "nl"), gist(one, "nl"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("boor", "boren"),
        ("schuif", "schuiven"),
        ("draad", "draden"),
        ("brug", "bruggetje"),
        ("verticaal", "vertikaal"),
    ],
)
def test_inflected_words_are_one(one: str, other: str) -> None:
    assert same_word(one, other, DUTCH)
    assert same_word(other, one, DUTCH)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("verhogen", "verlagen"),
        ("voorvonken", "navonken"),
        ("horizontaal", "verticaal"),
        ("dunne", "dunner"),
        ("voorzichtige", "voorzichtiger"),
        ("messing", "messingdraad"),
    ],
)
def test_other_words_are_not(one: str, other: str) -> None:
    assert not same_word(one, other, DUTCH)
    assert not same_word(other, one, DUTCH)


def test_english_is_compared_by_its_own_words() -> None:
    one, other = (
        "For carbide I drill the start hole with a tube.",
        "I drill the start holes with a tube for carbide.",
    )
    assert alike(gist(one, "en"), gist(other, "en"))
    assert not alike(gist(one, "en"), gist(other.replace("I drill", "I never drill"), "en"))


def test_a_language_without_a_list_is_compared_word_for_word() -> None:
    assert alike(gist("Der Draht reißt oft hier oben.", "de"), gist("der Draht reißt oft hier oben", "de"))
    assert not alike(
        gist("Der Draht reißt oft hier oben.", "de"), gist("Hier oben reißt der Draht oft.", "de")
    )


_SAID = st.one_of(st.text(max_size=30), st.sampled_from([text for _label, *both in PAIRS for text in both]))


@settings(deadline=None)
@given(_SAID, _SAID, st.sampled_from(["nl", "en", "de"]))
def test_whatever_was_said_is_like_itself_and_likeness_has_no_direction(
    one: str, other: str, language: str
) -> None:
    first, second = gist(one, language), gist(other, language)
    assert alike(first, gist(f" {one} ", language))
    assert alike(first, second) == alike(second, first)

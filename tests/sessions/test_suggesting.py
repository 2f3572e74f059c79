"""Where a text may hold a mishearing."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.guides.library import find
from sessions.lexicon import Lexicon
from sessions.mishearing import Correction
from sessions.ordinary import glossary_terms, ordinary_words
from sessions.suggesting import CORRECTED, LIKE_CORRECTED, SOUNDS_LIKE, Proposer
from sessions.transcript import Word

GUIDE = find("edm-nl")[0]
LEXICON = Lexicon(("Sodick", *glossary_terms(GUIDE)), ordinary_words(GUIDE))
CORRECTIONS = [
    Correction("naastede", "nasnede"),
    Correction("uitval er", "uitvaller"),
    Correction("sodik", "Sodick"),
    Correction("brug je", "brugje"),
]
PROPOSER = Proposer(LEXICON, CORRECTIONS)


def found(text: str, *words: Word) -> list[tuple[str, str, str]]:
    return [(r.heard, r.instead, r.because) for r in PROPOSER.suggestions(text, words)]


@pytest.mark.parametrize(
    ("text", "heard", "instead"),
    [
        ("Na de naastede meet ik.", "naastede", "nasnede"),
        ("Naastede eerst.", "Naastede", "Nasnede"),
        ("Drie naastedes.", "naastedes", "nasnedes"),
        ("De uitval er valt.", "uitval er", "uitvaller"),
        ("De Uitvaler valt.", "Uitvaler", "Uitvaller"),
        ("Een naaste de.", "naaste de", "nasnede"),
    ],
)
def test_the_same_mishearing_is_found_wherever_it_stands(text: str, heard: str, instead: str) -> None:
    assert [(h, i) for h, i, _because in found(text)] == [(heard, instead)]


def test_it_says_why() -> None:
    assert found("naastede") == [("naastede", "nasnede", CORRECTED)]
    assert found("nastede") == [("nastede", "nasnede", LIKE_CORRECTED)]
    assert found("het dielectricum") == [("dielectricum", "diëlektricum", SOUNDS_LIKE)]
    assert found("het start gat") == [("start gat", "startgat", SOUNDS_LIKE)]


def test_a_doubtful_word_may_differ_more_from_a_term() -> None:
    assert found("de nulpont") == []
    assert found("de nulpont", Word(0, 1, " nulpont", 0.3)) == [("nulpont", "nulpunt", SOUNDS_LIKE)]


@pytest.mark.parametrize(
    "text",
    [
        "De nasnede na de hoofdsnede, met de uitvaller in een matrijs.",
        "Twee matrijzen, drie startgaten, vier ribben en een draadgeleider.",
        "Naast de machine staat de kast; na de vakantie ga ik naast hem zitten.",
        "Hij spoelt de draden schoon en spant alles opnieuw op.",
        "De brug is dicht. Je gaat om.",
        "",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_mishearing_does_not_run_over_the_end_of_a_clause() -> None:
    assert found("de brug, je weet wel") == []
    assert found("de brug je weet wel") == [("brug je", "brugje", CORRECTED)]


def test_what_stands_there_already_is_not_put_there_again() -> None:
    proposer = Proposer(Lexicon(("gecoate draad",)), [Correction("draad", "gecoate draad")])
    assert proposer.suggestions("de gecoate draad") == []
    assert [r.instead for r in proposer.suggestions("de draad")] == ["gecoate draad"]


def test_what_was_refused_is_not_suggested_again() -> None:
    assert PROPOSER.suggestions("De Naastede.", refused={("naastede", "nasnede")}) == []
    assert PROPOSER.suggestions("De naastede.", refused={("naastede", "uitvaller")}) != []


def test_without_a_vocabulary_there_is_nothing_to_suggest() -> None:
    assert Proposer(Lexicon(())).suggestions("na de naastede") == []


TALK = st.lists(
    st.sampled_from(
        ["naastede", "uitval", "er", "de", "Sodik", "start", "gat", ",", ".", "e\u0308", "\n", "ß", "3"]
    ),
    max_size=12,
).map(" ".join)


@given(TALK)
def test_places_are_those_of_the_text_and_never_overlap(text: str) -> None:
    suggested = PROPOSER.suggestions(text)
    assert all(text[r.start : r.end] == r.heard for r in suggested)
    assert all(a.end <= b.start for a, b in pairwise(suggested))
    assert all(r.heard.casefold() != r.instead.casefold() for r in suggested)

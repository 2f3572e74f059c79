"""What a correction teaches."""

import pytest

from sessions.guides.library import find
from sessions.lexicon import Lexicon
from sessions.mishearing import Correction, learned
from sessions.ordinary import glossary_terms, ordinary_words

GUIDE = find("edm-nl")[0]
LEXICON = Lexicon(glossary_terms(GUIDE), ordinary_words(GUIDE))


@pytest.mark.parametrize(
    ("before", "after", "heard", "term"),
    [
        ("Na de naastede meet ik.", "Na de nasnede meet ik.", "naastede", "nasnede"),
        ("de na snede", "de nasnede", "na snede", "nasnede"),
        ("de naaste de gaat goed", "de nasnede gaat goed", "naaste de", "nasnede"),
        ("twee naastedes", "twee nasnedes", "naastede", "nasnede"),
        ("de groot naastede is", "de grote nasnede is", "naastede", "nasnede"),
        ("het dielectricum staat", "Het diëlektricum staat.", "dielectricum", "diëlektricum"),
        ("het dielektricum staat", "het diëlektricum staat", "dielektricum", "diëlektricum"),
        ("kopper wolfraam", "koperwolfraam", "kopper wolfraam", "koperwolfraam"),
        ("de fanuuk daar", "de Fanuc daar", "fanuuk", "Fanuc"),
        ("met gekoote draad erin", "met gecoate draad erin", "gekoote draad", "gecoate draad"),
        ("de nul last spanning is", "de nullastspanning is", "nul last spanning", "nullastspanning"),
        ("een zijspleetmetting", "een zijspleetmeting", "zijspleetmetting", "zijspleetmeting"),
    ],
)
def test_a_word_that_sounds_like_what_was_meant_teaches_the_term(
    before: str, after: str, heard: str, term: str
) -> None:
    assert learned(before, after, LEXICON) == [Correction(heard, term)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("hij is heel goed", "hij is goed"),
        ("hij is goed", "hij is heel goed"),
        ("de draad", "De draad."),
        ("een C as", "een C-as"),
        ("ik zet vijftien volt", "ik zet vijftig volt"),
        ("ik zet 15 volt", "ik zet 50 volt"),
        ("nul komma twee vijf", "0,25"),
        ("dan moet je", "dan moeten we"),
        ("een groot gat", "een grote gaten"),
        ("ik ga naar huis", "ik bel de leverancier"),
        ("de draad brak", "de nasnede brak"),
        ("ik heb gister gemeten", "ik heb gisteren gemeten"),
        ("dat doe ik met de hoofdsnede", "dat doe ik met de nasnede"),
        ("", "nasnede"),
        ("nasnede", ""),
    ],
)
def test_anything_else_teaches_nothing(before: str, after: str) -> None:
    assert learned(before, after, LEXICON) == []


def test_one_edit_can_teach_several_terms_each_once() -> None:
    assert learned(
        "de naastede en de naastede na het stargat", "de nasnede en de nasnede na het startgat", LEXICON
    ) == [
        Correction("naastede", "nasnede"),
        Correction("stargat", "startgat"),
    ]


def test_in_english_spelling_counts() -> None:
    english = Lexicon(("skim cut", "graphite"), frozenset({"a", "the"}))
    assert learned("the skimcut", "the skim cut", english, "en") == [Correction("skimcut", "skim cut")]
    assert learned("the grafite", "the graphite", english, "en") == [Correction("grafite", "graphite")]


def test_a_word_that_nothing_knows_teaches_the_term_alone() -> None:
    edit = ("dan pak ik het stuk en maak dat schoon", "dan pak ik het zeefpatroon en maak dat schoon")
    assert learned(*edit, LEXICON) == [Correction("", "zeefpatroon")]
    assert learned(*edit, LEXICON, said=frozenset({"zeefpatroon"})) == []

"""Knowing again in a document what somebody said."""

from pathlib import Path

import pytest

from exports.phrases import Phrases
from exports.plain import words
from sessions.people import Expert
from sessions.programme import create_programme
from sessions.store.belongings import belongings
from sessions.store.pseudonyms import add_pseudonym
from tests.builders import Said, add_session, add_text

LONG = "Bij Jansen zet ik het startgat altijd drie millimeter naast de contour van het werkstuk"
HESITANT = "Gewoon eh beter eh dan koper eh voor wat wij eh hier maken."
OTHERS = "Nou ja dat hangt er helemaal van af hoor"


@pytest.fixture
def phrases(tmp_path: Path) -> Phrases:
    with create_programme(tmp_path / "edm").store() as store:
        anna, bert = add_session(store, "Anna de Wit", "Noord"), add_session(store, "Bert", "Zuid")
        said = (
            LONG,
            HESITANT,
            "Koper is te zwaar.",
            "Ja hoor.",
            "dat hangt er helemaal van",
        )
        add_text(
            store, anna, "M4-V2", [Said(text, at) for at, text in enumerate(said)], original_name="a.vtt"
        )
        add_text(store, bert, "M4-V2", [Said(OTHERS)], original_name="b.vtt")
        add_pseudonym(store, "Jansen", "klant Noord", "Anneke")
        there = belongings(store, store.get(Expert, anna.expert_id))
        return Phrases.of(store, there, text=True, name=True)


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (f"Zij zei: {LONG.upper()}, en meer", True),
        ("zet ik het startgat altijd drie millimeter naast, zei zij", True),
        ("Bij klant Noord zet ik het startgat altijd", True),
        ("Want koper is te zwaar.", True),
        ("het startgat altijd drie millimeter naast", False),
        ("Ja hoor.", False),
        (OTHERS, False),
        ("Gewoon beter dan koper voor wat wij hier maken.", True),
        ("Wat Anna de Wit zei", True),
        ("Wat Anna zei", False),
    ],
)
def test_runs_of_words_that_nobody_else_said_are_known_again(
    phrases: Phrases, told: str, found: bool
) -> None:
    assert phrases.are_in(words(told), "") is found


def test_a_name_in_the_title_counts(phrases: Phrases) -> None:
    assert phrases.are_in([], "gesprek Anna de Wit")
    assert not phrases.are_in([], "gesprek A1")

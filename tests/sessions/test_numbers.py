"""Which numbers are values."""

import pytest

from sessions.guides.library import find
from sessions.guides.model import Numbers
from sessions.numbers import values
from sessions.words import spoken

NUMBERS = find("edm-nl")[0].numbers


def found(text: str, numbers: Numbers = NUMBERS) -> list[str]:
    said = spoken(text)
    return [said.text[said.words[v.start].start : said.words[v.stop - 1].end]
            for v in values(said.words, numbers)]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Dan zet ik hem op vier honderd volt.", "vier honderd volt"),
        ("Dan zet ik hem op vierhonderd volt.", "vierhonderd volt"),
        ("Draad van 0,25 millimeter.", "0,25 millimeter"),
        ("Ik pak 0.25 messing.", "0.25"),
        ("Dat wordt 0,3mm per zijde.", "0,3mm"),
        ("Nul komma twee vijf, niet meer.", "Nul komma twee vijf"),
        ("Ik neem drie tiende ondermaat.", "drie tiende"),
        ("Het scheelt een tiende.", "een tiende"),
        ("Er zit een paar honderdste in.", "een paar honderdste"),
        ("Anderhalve millimeter naast de contour.", "Anderhalve millimeter"),
        ("Tweeëntwintig bar spoeldruk.", "Tweeëntwintig bar"),
        ("Spoelen op 40% gaat ook.", "40%"),
        ("De pauze ging van zes naar tien microseconden.", "tien microseconden"),
        ("Een geleiding van 15 µs/cm.", "15 µs"),
        ("Ik zet hem op vierhonderd.", "op vierhonderd"),
        ("Niet boven de 15.", "boven de 15"),
        ("Ik ga naar 9, en dan loopt hij.", "naar 9"),
        ("Op stand 9 en dan loopt hij weer.", "stand 9"),
        ("Een standje 2 hoger.", "standje 2"),
    ],
)
def test_a_value_is_found_with_what_makes_it_one(text: str, value: str) -> None:
    assert found(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Dat doe ik één keer.",
        "Dat zijn twee stappen.",
        "In 2019 kwam die machine.",
        "Dat bleef zo tot 2019.",
        "Na vijf jaar zie je dat pas.",
        "Ik meet het stuk op 3 hoogtes.",
        "De draad brak elke 10 minuten.",
        "Ik heb 2,5 uur gezocht.",
        "Om half acht begon ik.",
        "Een klant wilde er een paar extra.",
        "Dat is de tweede snede, de 3e komt nog.",
        "Module M3 gaat over draad.",
        "We stonden met z'n drieën te kijken.",
        "Hij en zij komen ook achter de machine.",
    ],
)
def test_counting_is_no_value(text: str) -> None:
    assert found(text) == []


def test_a_number_and_its_unit_stand_in_one_clause() -> None:
    assert found("Neem er vier, volt is wat je meet.") == []
    assert found("Twee, drie millimeter.") == ["drie millimeter"]


def test_several_values_are_all_found() -> None:
    assert found("Van stand 12 naar stand 9, en 2 bar.") == ["stand 12", "stand 9", "2 bar"]


def test_a_point_without_a_number_after_it_is_none() -> None:
    assert found("Ik dacht aan vier komma en toen niets.") == []


def test_a_guide_without_words_for_numbers_knows_decimals_only() -> None:
    assert found("Nul komma drie millimeter of 0,25, op 12.", Numbers()) == ["0,25"]

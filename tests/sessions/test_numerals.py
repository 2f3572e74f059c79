"""The pass over numbers and units."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.guides.library import find
from sessions.numerals import NUMBER, found_values, number_suggestions
from sessions.replacing import applied
from sessions.transcript import Word

NUMBERS = find("edm-nl")[0].numbers


def suggested(text: str, language: str = "nl") -> list[tuple[str, str]]:
    return [(r.heard, r.instead) for r in number_suggestions(text, NUMBERS, language)]


def values(text: str, language: str = "nl") -> list[tuple[str, str]]:
    return [(v.number, v.unit) for v in found_values(text, NUMBERS, language)]


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("Ik pak nul komma twee vijf.", "Ik pak 0,25."),
        ("Draad van nul komma twee vijf millimeter.", "Draad van 0,25 mm."),
        ("Op vierhonderd volt.", "Op 400 V."),
        ("Onder vijftien micro siemens per centimeter.", "Onder 15 µS/cm."),
        ("Met drie millimeter per minuut.", "Met 3 mm/min."),
        ("Drie tiende millimeter te veel.", "0,3 mm te veel."),
        ("Drie tiende van een millimeter.", "0,3 mm."),
        ("Twee honderdste millimeter.", "0,02 mm."),
        ("Van tachtig tot honderdtwintig volt.", "Van 80 tot 120 V."),
        ("Drie à vier bar.", "3 à 4 bar."),
        ("Vijf of zes volt.", "5 of 6 V."),
        ("Twee tot drie tiende millimeter.", "0,2 tot 0,3 mm."),
        ("Tussen de twee en drie honderdste millimeter.", "Tussen de 0,02 en 0,03 mm."),
        ("Nul punt vijf millimeter.", "0,5 mm."),
        ("Van 3 naar 2 millimeter per minuut.", "Van 3 naar 2 mm/min."),
        ("Min vijf graden Celsius.", "-5 °C."),
        ("Anderhalve millimeter.", "1,5 mm."),
        ("Een halve millimeter.", "0,5 mm."),
        ("Eén millimeter.", "Eén millimeter."),
        ("één millimeter.", "1 mm."),
        ("400 volt.", "400 V."),
        ("0.25 mm.", "0,25 mm."),
        ("15 µs/cm.", "15 µS/cm."),
        ("Op stand negen.", "Op stand 9."),
    ],
)
def test_a_value_is_written_in_figures_with_its_unit(text: str, becomes: str) -> None:
    assert applied(text, number_suggestions(text, NUMBERS)) == becomes


@pytest.mark.parametrize(
    "text",
    [
        "Dat doe ik één keer.",
        "Twee stappen, drie mensen.",
        "Om half drie.",
        "In 2019.",
        "Drie komma vijf uur.",
        "Een van de twee.",
        "Een millimeter is niks.",
        "Ik neem drie tiende ondermaat.",
        "De eerste twee honderdste.",
        "Materiaal 1.2379.",
        "0,25 mm en 40 % en 0,3mm.",
        "Vijf minuten wachten.",
        "",
    ],
)
def test_counting_and_what_is_right_are_left_alone(text: str) -> None:
    assert suggested(text) == []


def test_it_says_why_it_suggests() -> None:
    assert [r.because for r in number_suggestions("vier volt", NUMBERS)] == [NUMBER]


def test_in_english_the_mark_is_a_point() -> None:
    assert suggested("zero point two five millimeters", "en") == [
        ("zero point two five millimeters", "0.25 mm")
    ]
    assert suggested("0,25 mm", "en") == [("0,25 mm", "0.25 mm")]
    assert values("three tenths of a millimeter", "en") == [("0.3", "mm")]


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("vierhonderd volt", False),
        ("nul komma twee vijf millimeter", False),
        ("vijftien volt", True),
        ("vijftig volt", True),
        ("op stand negen", True),
        ("zes acht volt", True),
        ("zes, acht volt", True),
        ("vijf en twintig volt", True),
        ("twee tot drie tiende millimeter", True),
        ("1.000 volt", True),
    ],
)
def test_a_number_that_can_be_another_one_is_doubtful(text: str, doubtful: bool) -> None:
    assert [r.doubtful for r in number_suggestions(text, NUMBERS)] == [doubtful]


def test_a_number_of_which_the_machine_was_not_sure_is_doubtful() -> None:
    unsure = [Word(0, 1, " vier", 0.3), Word(1, 2, " volt", 0.9)]
    assert number_suggestions("vier volt", NUMBERS, words=unsure)[0].doubtful
    assert found_values("vier volt", NUMBERS, words=unsure)[0].doubtful
    assert not number_suggestions("acht volt", NUMBERS, words=unsure)[0].doubtful


def test_what_was_refused_is_not_suggested_again() -> None:
    assert number_suggestions("Vier volt", NUMBERS, refused={("vier volt", "4 V")}) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Draad van 0,25 millimeter.", [("0,25", "mm")]),
        ("Draad van nul komma twee vijf millimeter.", [("0,25", "mm")]),
        ("Onder 15 microsiemens per centimeter.", [("15", "µS/cm")]),
        ("Van stand 12 naar stand 9.", [("12", ""), ("9", "")]),
        ("Tachtig tot honderdtwintig volt.", [("80 tot 120", "V")]),
        ("Ik neem drie tiende.", [("0,3", "")]),
        ("40% bij 2 bar.", [("40", "%"), ("2", "bar")]),
        ("Elke 10 minuten, twee keer.", []),
        ("Materiaal 1.2379.", []),
        ("Om half drie.", []),
    ],
)
def test_values_are_found_before_they_are_written_right_and_after(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert values(text) == found
    assert values(applied(text, number_suggestions(text, NUMBERS))) == found


SAID = ("nul", "een", "twee", "vijftig", "komma", "tiende", "tot", "min", "half", "0,2", "1.000", ".", ",")
UNITS = ("volt", "mm", "per", "minuut", "van", "micro", "siemens")
WORDS = st.sampled_from(SAID + UNITS)


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_values_are_places_in_the_text_and_never_overlap(text: str) -> None:
    found = found_values(text, NUMBERS)
    assert all(text[v.start : v.end] == v.quote for v in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[r.start : r.end] == r.heard for r in number_suggestions(text, NUMBERS))


@pytest.mark.parametrize(
    "text",
    [
        "Dat is één punt twee drie zeven negen.",
        "De vonkspleet is ongeveer twee komma vijf honderdste.",
    ],
)
def test_a_material_and_a_decimal_of_tenths_are_no_plain_numbers(text: str) -> None:
    assert (suggested(text), values(text)) == ([], [])


def test_a_range_is_found_though_its_accent_is_the_other_one() -> None:
    assert suggested("Rond de twee á drie bar.") == [("twee á drie bar", "2 á 3 bar")]


def test_a_zero_behind_the_point_counts_whatever_it_is_called() -> None:
    assert suggested("It is zero point oh five millimeters.", "en") == [
        ("zero point oh five millimeters", "0.05 mm")
    ]


def test_accents_that_are_written_apart_make_no_other_number() -> None:
    apart = "e\u0301e\u0301n komma vijf millimeter"
    assert suggested(apart) == [(apart, "1,5 mm")]

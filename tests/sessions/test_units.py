"""Units as they are said and written."""

import pytest

from sessions.placed import placed
from sessions.units import symbol, unit_at, with_unit


def unit(text: str) -> tuple[str, str] | None:
    """The unit at the beginning of ``text``, and the words that it takes."""
    words = placed(text)
    found = unit_at(text, words, 0)
    return (found.symbol, text[: words[found.stop - 1].end]) if found else None


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("micro siemens per centimeter", "µS/cm"),
        ("microsiemens", "µS"),
        ("Micro-Siemens", "µS"),
        ("millimeter per minuut", "mm/min"),
        ("volt", "V"),
        ("ampère", "A"),
        ("mu", "µm"),
        ("micron", "µm"),
        ("microseconden", "µs"),
        ("graden Celsius", "°C"),
        ("graden", "°"),
        ("procent", "%"),
        ("kilohertz", "kHz"),
        ("kubieke millimeter per minuut", "mm³/min"),
        ("vierkante millimeter per minuut", "mm²/min"),
        ("toeren per minuut", "rpm"),
        ("liter per minuut", "l/min"),
        ("µs/cm", "µS/cm"),
        ("μS / cm", "µS/cm"),
        ("mm/min", "mm/min"),
        ("V", "V"),
        ("bar", "bar"),
    ],
)
def test_a_unit_is_written_as_it_should_be(said: str, written: str) -> None:
    assert unit(said) == (written, said)


@pytest.mark.parametrize(
    "text",
    ["minuten", "uur", "seconden lang", "toeren", "stappen", "a 20", "micro", "vierkante tafel", "per stuk"],
)
def test_what_only_counts_or_is_no_unit_gives_none(text: str) -> None:
    assert unit(text) is None


@pytest.mark.parametrize(
    "text", ["millimeter per zijde", "millimeter per", "millimeter. Per minuut", "mm en meer"]
)
def test_a_unit_ends_where_no_other_follows(text: str) -> None:
    assert unit(text) == ("mm", text.split(maxsplit=1)[0].rstrip("."))


def test_a_percentage_and_an_angle_stand_at_their_number() -> None:
    assert [with_unit("20", "%"), with_unit("20", "°"), with_unit("20", "°C"), with_unit("9", "")] == [
        "20%",
        "20°",
        "20 °C",
        "9",
    ]


def test_what_is_no_unit_has_no_symbol() -> None:
    with pytest.raises(ValueError, match="vonken"):
        symbol("vonken")

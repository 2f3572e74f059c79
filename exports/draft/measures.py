"""The numbers of a statement with their units, so that two statements can be compared by them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from sessions.spoken_numbers import Reading, Tongue, reading, tongue
from sessions.units import unit_at
from sessions.words import Word

_LENGTHS = {
    "mm": Decimal(1),
    "cm": Decimal(10),
    "m": Decimal(1000),
    "µm": Decimal("0.001"),
    "nm": Decimal("0.000001"),
}


@dataclass(frozen=True)
class Measure:
    """A number with its unit, at ``start``:``stop`` of the words; ``said`` is what stands there.

    Lengths are in mm; ``around`` are the words next to a number without a unit, one of which says what it counts.
    """

    number: str
    unit: str
    start: int
    stop: int
    said: str
    around: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same as another."""
        return self.number, self.unit


def measures(text: str, words: Sequence[Word], language: str) -> tuple[Measure, ...]:
    """The numbers in ``text``, of which ``words`` are the words; "een" is none, unless a unit follows."""
    return tuple(_measures(text, words, tongue(language)))


def _measures(text: str, words: Sequence[Word], how: Tongue) -> Iterator[Measure]:
    at = 0
    while at < len(words):
        found = reading(text, words, at, how)
        if found is None:
            at += 1
            continue
        measure = _measure(text, words, at, found, how)
        if measure:
            yield measure
        at = max(found.stop, measure.stop if measure else 0)


def _measure(text: str, words: Sequence[Word], at: int, found: Reading, how: Tongue) -> Measure | None:
    start = found.stop
    for phrase in how.of_a:
        if found.part and tuple(w.folded for w in words[start : start + len(phrase)]) == phrase:
            start += len(phrase)
    ended = words[found.stop - 1].ends_clause
    unit = None if ended else unit_at(text, words, start) or _of_the_next(text, words, found, how)
    if found.article and not (unit and unit.stop > found.stop):
        return None
    stop = unit.stop if unit and unit.stop > found.stop else found.stop
    number, symbol = _scaled(found.number, unit.symbol if unit else "mm" if found.fraction else "")
    after = words[stop : stop + 1] if not ended else ()
    around = () if symbol else tuple(word.folded for word in (*words[max(0, at - 1) : at], *after))
    return Measure(number, symbol, at, stop, text[words[at].start : words[stop - 1].end], around)


@dataclass(frozen=True)
class _Shared:
    """A unit that is said once for two numbers; this one stops before it."""

    symbol: str
    stop: int = 0


def _of_the_next(text: str, words: Sequence[Word], found: Reading, how: Tongue) -> _Shared | None:
    """The unit of "2 tot 3 millimeter", for the 2."""
    at = found.stop
    if at + 1 >= len(words) or words[at].folded not in how.until:
        return None
    second = reading(text, words, at + 1, how)
    unit = unit_at(text, words, second.stop) if second else None
    return _Shared(unit.symbol) if unit else None


def _scaled(number: str, unit: str) -> tuple[str, str]:
    """The number as it is compared: "0,50" is "0.5"; lengths in mm."""
    try:
        value = Decimal(number.replace(",", "."))
    except InvalidOperation:
        return number, unit
    if unit in _LENGTHS:
        value, unit = value * _LENGTHS[unit], "mm"
    return f"{value.normalize():f}", unit

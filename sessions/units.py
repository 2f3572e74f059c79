"""Units as they are said and written: "micro siemens per centimeter" is µS/cm. Nothing is ever converted.

Which units there are and how they are written is pint's (``~P``); here are only their names in speech.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from sessions.words import Word

if TYPE_CHECKING:
    import pint

_PREFIXES = "nano|micro|milli|centi|deci|kilo|mega"
_BASES = {
    "meter": ("meter", "meters", "metre", "metres"),
    "siemens": ("siemens",),
    "volt": ("volt", "volts"),
    "ampere": ("ampere", "amperes", "amp", "amps"),
    "second": ("seconde", "seconden", "second", "seconds"),
    "hertz": ("hertz",),
    "newton": ("newton", "newtons"),
    "watt": ("watt", "watts"),
    "ohm": ("ohm", "ohms"),
    "liter": ("liter", "liters", "litre", "litres"),
    "gram": ("gram", "grams"),
    "joule": ("joule", "joules"),
    "pascal": ("pascal",),
    "bar": ("bar",),
    "micrometer": ("micron", "microns", "mu"),
    "minute": ("minuut", "minuten", "minute", "minutes"),
    "hour": ("uur", "uren", "hour", "hours"),
    "percent": ("procent", "percent"),
    "degree": ("graad", "graden", "degree", "degrees"),
    "revolution": ("toeren", "omwentelingen", "revolutions"),
}
_BASE_OF = {name: base for base, names in _BASES.items() for name in names}
_WRITTEN = frozenset(
    (
        *(
            "mm",
            "cm",
            "dm",
            "m",
            "µm",
            "μm",
            "nm",
            "V",
            "v",
            "kV",
            "mV",
            "A",
            "mA",
            "µA",
            "μA",
            "µs",
            "μs",
            "ms",
        ),
        *(
            "µS",
            "μS",
            "mS",
            "S",
            "Hz",
            "kHz",
            "MHz",
            "N",
            "W",
            "kW",
            "Ω",
            "kΩ",
            "l",
            "ml",
            "bar",
            "mbar",
            "%",
            "°",
        ),
        *("Pa", "kPa", "MPa", "kg", "g"),
    )
)
_POWERS = {"vierkante": "**2", "kubieke": "**3", "square": "**2", "cubic": "**3"}
_TIMES = frozenset(("min", "s", "h"))
_ONLY_BELOW = frozenset(("minute", "hour", "second", "revolution"))
"""Said of how long or how often something is: no setting, except in "per minute"."""

_AS_PINT_HAS_IT = {"v": "V", "μm": "µm", "μs": "µs", "μS": "µS", "μA": "µA", "°": "degree"}
_SPACES = " -\u2010\u2011"


@dataclass(frozen=True)
class UnitHere:
    """A unit in a text: its words end before ``stop``; ``symbol`` is how it is written."""

    stop: int
    symbol: str


def unit_at(text: str, words: Sequence[Word], at: int) -> UnitHere | None:
    """The unit that begins with the word ``at``, the longest that it can be."""
    top = _simple(text, words, at)
    if top is None:
        return None
    stop, expression = top
    if below := _below(text, words, stop):
        try:
            return UnitHere(below[0], symbol(_joined(expression, below[1])))
        except ValueError:
            pass
    return None if expression in _ONLY_BELOW else UnitHere(stop, symbol(expression))


def with_unit(number: str, unit: str) -> str:
    """A number and its unit as they are written: "0,25 mm", "40%", "20°"."""
    return f"{number}{'' if unit in ('%', '°') else ' '}{unit}" if unit else number


@lru_cache(maxsize=512)
def symbol(expression: str) -> str:
    """How a unit is written; raises :class:`ValueError` for what is none."""
    import pint

    try:
        written = f"{_registry().Unit(expression):~P}"
    except (pint.errors.PintError, AttributeError, TypeError, ValueError) as error:
        raise ValueError(expression) from error
    return {"deg": "°", "revolution/min": "rpm", "turn/min": "rpm"}.get(written, written)


@cache
def _registry() -> "pint.UnitRegistry[Any]":
    import pint

    return pint.UnitRegistry()


def _joined(top: str, below: str) -> str:
    if top in ("µs", "us") and below == "cm":
        return "µS/cm"
    return f"{top}/({below})"


def _below(text: str, words: Sequence[Word], at: int) -> tuple[int, str] | None:
    """The unit after "per" or a stroke."""
    if at >= len(words):
        return None
    if words[at - 1].after.strip() == "/":
        is_time = words[at].folded in _TIMES
        return (at + 1, words[at].folded) if is_time else _simple(text, words, at)
    if words[at].folded == "per" and _goes_on(words, at - 1) and _goes_on(words, at):
        return _simple(text, words, at + 1)
    return None


def _simple(text: str, words: Sequence[Word], at: int) -> tuple[int, str] | None:
    """One unit without a stroke: where it ends, and what pint calls it."""
    if at >= len(words):
        return None
    word = words[at]
    as_written = text[word.start : word.end]
    if power := _POWERS.get(word.folded):
        inner = _simple(text, words, at + 1) if _goes_on(words, at) else None
        return (inner[0], f"{inner[1]}{power}") if inner else None
    if as_written in _WRITTEN:
        return _celsius(words, at, _AS_PINT_HAS_IT.get(as_written, as_written))
    if re.fullmatch(_PREFIXES, word.folded):
        base = _BASE_OF.get(words[at + 1].folded) if at + 1 < len(words) and _goes_on(words, at) else None
        return (at + 2, word.folded + base) if base else None
    named = _named(word.folded)
    return _celsius(words, at, named) if named else None


@lru_cache(maxsize=4096)
def _named(word: str) -> str | None:
    if word in _BASE_OF:
        return _BASE_OF[word]
    parts = re.fullmatch(rf"({_PREFIXES})(.+)", word)
    return parts[1] + _BASE_OF[parts[2]] if parts and parts[2] in _BASE_OF else None


def _celsius(words: Sequence[Word], at: int, unit: str) -> tuple[int, str]:
    following = words[at + 1].folded if at + 1 < len(words) and _goes_on(words, at) else ""
    if unit == "degree" and following in ("celsius", "c"):
        return at + 2, "degC"
    return at + 1, unit


def _goes_on(words: Sequence[Word], at: int) -> bool:
    return not words[at].after.strip(_SPACES)

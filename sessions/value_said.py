"""Whether a text still says a value: people split, join and retype, and the card of a value does not change along."""

from collections.abc import Iterator
from decimal import Decimal

from sessions.placed import placed
from sessions.spoken_numbers import reading, tongue
from sessions.transcript import Value
from sessions.words import spoken


def says_quote(text: str, value: Value) -> bool:
    """Whether the words of its quote stand in ``text``, one after the other."""
    quote, said = _words(value.quote), _words(text)
    return bool(quote) and any(said[at : at + len(quote)] == quote for at in range(len(said)))


def says_number(text: str, value: Value, language: str) -> bool:
    """Whether ``text`` says its number (of "80 tot 120" both), in figures or as it is spoken."""
    wanted = list(_numbers(value.number, language))
    said = {number for one in _numbers(text, language) for number in one}
    return bool(wanted) and all(said & one for one in wanted)


def says(text: str, value: Value, language: str) -> bool:
    """Whether ``text`` says it in one way or the other."""
    return says_quote(text, value) or says_number(text, value, language)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.folded for word in spoken(text).words)


def _numbers(text: str, language: str) -> Iterator[set[Decimal]]:
    """Each number in ``text`` without its sign, in the ways in which it can be read: "1.200" is two numbers."""
    words, how, at = placed(text), tongue(language), 0
    while at < len(words):
        found = reading(text, words, at, how)
        if found:
            yield _ways(found.number.lstrip("-"))
        at = found.stop if found else at + 1


def _ways(number: str) -> set[Decimal]:
    ways = {Decimal(number.replace(",", "."))}
    whole, point, thousands = number.partition(".")
    return ways | {Decimal(whole + thousands)} if point and len(thousands) == 3 else ways

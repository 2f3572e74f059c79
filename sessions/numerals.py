"""The pass over numbers and units: what was said in words as it is written, and the values in a text."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sessions.guides.model import Numbers
from sessions.i18n import N_
from sessions.numbers import values
from sessions.placed import placed, unsure_places
from sessions.replacing import Replacement
from sessions.spoken_numbers import Reading, Tongue, in_parts, reading, tongue
from sessions.text import fold
from sessions.transcript import Value
from sessions.transcript import Word as Timed
from sessions.units import UnitHere, unit_at, with_unit
from sessions.words import Word

NUMBER = N_("number and unit as they are written")
_A_MATERIAL = re.compile(r"1[.,]\d{4}")


@dataclass(frozen=True)
class FoundValue:
    """A number that somebody gave as a value, at ``start``:``end`` of a text: ``quote`` is what stands there.

    ``number`` is in figures ("0,25", "80 tot 120"), ``unit`` as it is written ("µS/cm"), empty where none was said.
    A ``doubtful`` one is for listening first.
    """

    start: int
    end: int
    quote: str
    number: str
    unit: str
    doubtful: bool


@dataclass(frozen=True)
class _Measure:
    """The words ``first``:``stop`` say a value; ``changes``: it is written in another way; ``part``: a fraction."""

    first: int
    stop: int
    number: str
    unit: str
    changes: bool
    part: bool
    doubtful: bool


def number_suggestions(
    text: str,
    numbers: Numbers,
    language: str = "nl",
    words: Sequence[Timed] = (),
    refused: Collection[tuple[str, str]] = (),
) -> list[Replacement]:
    """What in ``text`` is a value in words, or with its unit in words, and how that is written.

    Counting is left alone, and so is a half or a fraction of which no unit was said. ``words`` tell how sure the
    machine was; nothing of ``refused`` (heard, instead) is suggested again.
    """
    turned_down = {(fold(heard), fold(instead)) for heard, instead in refused}
    found = []
    for one, value in zip(*_both(text, numbers, language, words), strict=True):
        instead = with_unit(one.number, one.unit)
        is_same = "".join(value.quote.split()) == "".join(instead.split())
        if not one.changes or is_same or (one.part and not one.unit):
            continue
        if (fold(value.quote), fold(instead)) not in turned_down:
            found.append(Replacement(value.start, value.end, value.quote, instead, NUMBER, value.doubtful))
    return found


def found_values(
    text: str, numbers: Numbers, language: str = "nl", words: Sequence[Timed] = ()
) -> list[FoundValue]:
    """The values in ``text``, in words or in figures; only what stands there, and counting is none."""
    return _both(text, numbers, language, words)[1]


def without_card(found: Iterable[FoundValue], cards: Iterable[Value]) -> tuple[FoundValue, ...]:
    """Those of ``found`` that none of the ``cards`` of the same text is about, also where a person dismissed it."""
    carded = {key for card in cards for key in (card.quote.casefold(), (card.number, card.unit))}
    return tuple(f for f in found if carded.isdisjoint({f.quote.casefold(), (f.number, f.unit)}))


def _both(
    text: str, numbers: Numbers, language: str, sure: Sequence[Timed]
) -> tuple[list[_Measure], list[FoundValue]]:
    words = placed(text)
    found = list(_measures(text, words, numbers, tongue(language)))
    unsure = unsure_places(text, sure) if found else frozenset()
    shown = [_value(text, words[one.first : one.stop], one, unsure) for one in found]
    return found, shown


def _value(text: str, said: Sequence[Word], one: _Measure, unsure: Collection[int]) -> FoundValue:
    start, end = said[0].start, said[-1].end
    doubtful = one.doubtful or any(word.start in unsure for word in said)
    return FoundValue(start, end, text[start:end], one.number, one.unit, doubtful)


def _measures(text: str, words: Sequence[Word], numbers: Numbers, how: Tongue) -> Iterator[_Measure]:
    places = values(words, numbers)
    at, apart = 0, False
    while at < len(words):
        first = reading(text, words, at, how)
        if first is None:
            at, apart = at + 1, False
            continue
        followed = first.spoken and _is_followed(text, words, first, how)
        one = None if followed else _measure(text, words, at, first, places, numbers, how)
        if one:
            yield replace(one, doubtful=one.doubtful or apart)
        at, apart = one.stop if one else first.stop, followed


def _is_followed(text: str, words: Sequence[Word], first: Reading, how: Tongue) -> bool:
    """Whether another number comes at once ("vier, vijf volt"): what is meant by both cannot be told."""
    if first.stop >= len(words) or words[first.stop - 1].after.strip(" -,"):
        return False
    if words[first.stop].folded in how.fractions:  # "twee komma vijf honderdste"
        return True
    following = reading(text, words, first.stop, how)
    is_half = following is not None and following.part and not following.fraction
    return following is not None and not is_half and words[first.stop].folded not in how.minus


def _ends(text: str, words: Sequence[Word], first: Reading, how: Tongue) -> tuple[Reading, Reading] | None:
    """Both numbers of "tachtig tot honderdtwintig"; those of "twee tot drie tiende" are tenths both."""
    at = first.stop
    if at + 1 >= len(words) or words[at - 1].ends_clause or words[at].ends_clause:
        return None
    between = text[words[at].start : words[at].end].casefold()
    second = reading(text, words, at + 1, how) if between in how.until | how.beside else None
    if second is None:
        return None
    if second.fraction and not first.part:
        first = in_parts(first, words[second.stop - 1].folded, first.stop, how) or first
        return replace(first, doubtful=True), second
    return (first, second) if between in how.until else None


def _measure(
    text: str,
    words: Sequence[Word],
    at: int,
    first: Reading,
    places: Sequence[range],
    numbers: Numbers,
    how: Tongue,
) -> _Measure | None:
    if both := _ends(text, words, first, how):
        unit = _unit(text, words, both[1], how)
        if unit is None:
            return _alone(words, at, first, places, numbers)
        between = text[words[first.stop].start : words[first.stop].end]
        number = f"{both[0].number} {between} {both[1].number}"
        doubtful, part = any(end.doubtful for end in both), any(end.part for end in both)
        return _Measure(at, unit.stop, number, unit.symbol, True, part, doubtful)
    unit = _unit(text, words, first, how)
    if unit is None or first.article:
        return _alone(words, at, first, places, numbers)
    return _Measure(at, unit.stop, first.number, unit.symbol, True, first.part, first.doubtful)


def _unit(text: str, words: Sequence[Word], number: Reading, how: Tongue) -> UnitHere | None:
    if words[number.stop - 1].ends_clause:
        return None
    if number.part:
        for phrase in how.of_a:
            stop = number.stop + len(phrase)
            if tuple(word.folded for word in words[number.stop : stop]) == phrase:
                return unit_at(text, words, stop)
    return unit_at(text, words, number.stop)


def _alone(
    words: Sequence[Word], at: int, number: Reading, places: Sequence[range], numbers: Numbers
) -> _Measure | None:
    """A number of which no unit was said: a value after a word of setting, or with decimals that nothing counts."""
    following = words[number.stop].folded if number.stop < len(words) else ""
    if number.article or (number.part and not number.fraction) or _A_MATERIAL.fullmatch(number.number):
        return None
    if number.decimals and number.spoken:
        counts = following in {fold(word) for word in numbers.counted}
        is_value = words[number.stop - 1].ends_clause or not counts
    else:
        is_value = any(at in place and number.stop <= place.stop for place in places)
    if not is_value:
        return None
    doubtful = number.doubtful or number.part or (number.spoken and not number.decimals)
    return _Measure(at, number.stop, number.number, "", number.spoken, number.part, doubtful)

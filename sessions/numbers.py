"""Numbers that somebody gave as a value: with a unit, with decimals, or as a setting. Counting is none.

"0,25", "vier honderd volt", "drie tiende" and "stand 9" are values; "één keer", "twee stappen" and
"in 2019" are not. By which words that shows is up to the guide.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from sessions.guides.model import Numbers
from sessions.text import fold
from sessions.words import Word, find, phrase

_YEAR = re.compile(r"(?:19|20)\d\d")
_DECIMALS = re.compile(r"\d+[.,]\d+")


def values(said: Sequence[Word], numbers: Numbers) -> list[range]:
    """Where in ``said`` a value stands, its unit and the word of setting before it included."""
    return [found for run in _runs(said, numbers) if (found := _value(said, run, numbers))]


def _runs(said: Sequence[Word], numbers: Numbers) -> Iterator[range]:
    """Each number, of one or several words after each other ("nul komma twee vijf")."""
    at = 0
    while at < len(said):
        end = at
        while end < len(said) and _goes_on(said, at, end, numbers):
            end += 1
        if end > at:
            end -= said[end - 1].folded == fold(numbers.point)
            yield range(at, end)
        at = max(end, at + 1)


def _goes_on(said: Sequence[Word], first: int, at: int, numbers: Numbers) -> bool:
    """Whether the number that began at ``first`` holds the word ``at`` too."""
    if at > first and said[at - 1].after.strip(" -"):
        return False
    return _is_number(said[at].folded, numbers) or (at > first and said[at].folded == fold(numbers.point))


def _is_number(word: str, numbers: Numbers) -> bool:
    return word[0].isdigit() or bool(_in_words(numbers).fullmatch(word))


@lru_cache(maxsize=8)
def _in_words(numbers: Numbers) -> re.Pattern[str]:
    """Matches a word that is made of the words for numbers ("vijfentwintig", "vierhonderd")."""
    if not numbers.words:
        return re.compile(r"(?!)")
    one = "|".join(sorted((re.escape(fold(word)) for word in numbers.words), key=len, reverse=True))
    return re.compile(rf"(?:{one})(?:(?:{re.escape(fold(numbers.joined_by))})?(?:{one}))*")


def _value(said: Sequence[Word], run: range, numbers: Numbers) -> range | None:
    following = said[run.stop].folded if run.stop < len(said) and not said[run.stop - 1].ends_clause else ""
    if following and following in _folded(numbers.units):
        return range(run.start, run.stop + 1)
    if _has_decimals(said, run, numbers):
        return None if following in _folded(numbers.counted) else run
    if _YEAR.fullmatch(said[run.start].folded):
        return None
    return _after(numbers.settings, said, run) or (None if following else _after(numbers.towards, said, run))


def _after(phrases: Iterable[str], said: Sequence[Word], run: range) -> range | None:
    """``run`` with the phrase right before it, where one stands there."""
    before = [place for words in phrases for place in find(phrase(words), said[: run.start])]
    return next((range(place.start, run.stop) for place in before if place.stop == run.start), None)


def _has_decimals(said: Sequence[Word], run: range, numbers: Numbers) -> bool:
    words = [word.folded for word in said[run.start : run.stop]]
    return bool(numbers.point and fold(numbers.point) in words) or any(_DECIMALS.fullmatch(w) for w in words)


@lru_cache(maxsize=32)
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)

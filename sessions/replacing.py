"""Find and replace: what is looked for is literal, and what is found are places in the text as it is."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class Hit:
    """``wanted`` stands at ``start``:``end`` of the text with this ``key``."""

    key: int
    start: int
    end: int


@dataclass(frozen=True)
class Replacement:
    """Instead of ``heard``, at ``start``:``end`` of a text, ``instead`` may be meant.

    ``because`` says why, for people (an English source text). A ``doubtful`` one is for listening first.
    """

    start: int
    end: int
    heard: str
    instead: str
    because: str
    doubtful: bool = False


def find(
    texts: Mapping[int, str], wanted: str, *, whole_words: bool = False, match_case: bool = False
) -> list[Hit]:
    """Every place of ``wanted`` in ``texts`` (keys are for the caller), in their order, none over another.

    Case and accents make no difference, as in the search; with ``match_case`` both do. However an accent is
    written makes none at all. With ``whole_words`` no letter or digit stands right before or after it.
    """
    looked_for = _plain(wanted, match_case)
    if not looked_for:
        return []
    return [hit for key, text in texts.items() for hit in _in(key, text, looked_for, whole_words, match_case)]


def replaced(text: str, hits: Iterable[Hit], by: str) -> str:
    """``text`` with ``by``, as it is, in each of the places. They must be of this text."""
    return _put(text, [(hit.start, hit.end, by) for hit in hits])


def applied(text: str, replacements: Iterable[Replacement]) -> str:
    """``text`` with these replacements carried out; of two in one place the first."""
    places: list[tuple[int, int, str]] = []
    for one in sorted(replacements, key=lambda r: r.start):
        if not places or one.start >= places[-1][1]:
            places.append((one.start, one.end, one.instead))
    return _put(text, places)


def _put(text: str, places: Sequence[tuple[int, int, str]]) -> str:
    for start, end, by in sorted(places, reverse=True):
        text = text[:start] + by + text[end:]
    return text


def _in(key: int, text: str, looked_for: str, whole_words: bool, match_case: bool) -> list[Hit]:
    plain = _plain(text, match_case)
    at = plain.find(looked_for)
    if at < 0:
        return []
    places, hits = _places(text, match_case), []
    while at >= 0:
        end = at + len(looked_for)
        if _fits(plain, places, at, end, whole_words):
            hits.append(Hit(key, places[at], _after(text, places[end - 1])))
            at = plain.find(looked_for, end)
        else:
            at = plain.find(looked_for, at + 1)
    return hits


def _fits(plain: str, places: Sequence[int], at: int, end: int, whole_words: bool) -> bool:
    """Whether it begins and ends with whole characters of the text ("s" is no half of "ß"), or whole words."""
    if (at and places[at - 1] == places[at]) or (end < len(plain) and places[end] == places[end - 1]):
        return False
    if not whole_words:
        return True
    return not (at and _in_word(plain[at - 1])) and not (end < len(plain) and _in_word(plain[end]))


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or bool(unicodedata.combining(character))


def _after(text: str, last: int) -> int:
    """Where the character at ``last`` ends, its accents included."""
    end = last + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


@lru_cache(maxsize=8192)
def _plain(text: str, match_case: bool) -> str:
    return "".join(_character(c, match_case) for c in text)


@lru_cache(maxsize=8192)
def _places(text: str, match_case: bool) -> tuple[int, ...]:
    """For each character of the plain text: where in ``text`` the one stands that it came from."""
    places: list[int] = []
    letter = 0
    for at, character in enumerate(text):
        if not unicodedata.combining(character):
            letter = at
        places += [letter] * len(_character(character, match_case))
    return tuple(places)


@lru_cache(maxsize=4096)
def _character(character: str, match_case: bool) -> str:
    if match_case:
        return unicodedata.normalize("NFD", character)
    decomposed = unicodedata.normalize("NFD", character.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))

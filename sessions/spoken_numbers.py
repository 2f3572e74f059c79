"""Numbers as they are spoken, in figures: "nul komma twee vijf" is 0,25 and "drie tiende" 0,3.

Whole numbers are text2num's; it has no halves and fractions, takes "twee honderdste" for an ordinal and leaves the
digits of "nul komma twee vijf" apart, so what stands around whole numbers is put together here.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sessions.text import fold
from sessions.words import Word

_LONGEST = 7  # words
_SPACES = " -\u2010\u2011"
_DIGITS = re.compile(r"\d+(?:[.,]\d+)?")
_THOUSANDS = re.compile(r"\d{1,3}\.\d{3}")


@dataclass(frozen=True)
class Tongue:
    """The words around whole numbers in a language.

    ``mark`` is its decimal mark; ``of_a`` stands between a part and its unit, ``until`` between two values,
    ``beside`` between two parts; ``alike`` matches numbers that are easily misheard for one another (fifteen, fifty);
    ``zeros`` are what else a zero is called behind the point.
    """

    code: str
    mark: str
    points: frozenset[str]
    minus: frozenset[str]
    until: frozenset[str]
    beside: frozenset[str]
    fractions: dict[str, int]
    halves: dict[str, str]
    and_a_half: tuple[tuple[str, ...], ...]
    of_a: tuple[tuple[str, ...], ...]
    articles: frozenset[str]
    alike: re.Pattern[str]
    zeros: frozenset[str] = frozenset()


DUTCH = Tongue(
    code="nl",
    mark=",",
    points=frozenset(("komma", "punt")),
    minus=frozenset(("min", "minus")),
    until=frozenset(("tot", "à", "á", "of")),
    beside=frozenset(("en", "naar")),
    fractions={
        **dict.fromkeys(("tiende", "tienden"), 1),
        **dict.fromkeys(("honderdste", "honderdsten"), 2),
        **dict.fromkeys(("duizendste", "duizendsten"), 3),
    },
    halves={"half": "0,5", "halve": "0,5", "anderhalf": "1,5", "anderhalve": "1,5"},
    and_a_half=(("en", "een", "half"), ("en", "een", "halve")),
    of_a=(("van", "een"),),
    articles=frozenset(("een",)),
    alike=re.compile(r".*(?:der|veer|vijf|zes|zeven|ach|tach|negen)t(?:ien|ig)"),
)
ENGLISH = Tongue(
    code="en",
    mark=".",
    points=frozenset(("point",)),
    minus=frozenset(("minus",)),
    until=frozenset(("to", "or")),
    beside=frozenset(("and",)),
    fractions={
        **dict.fromkeys(("tenth", "tenths"), 1),
        **dict.fromkeys(("hundredth", "hundredths"), 2),
        **dict.fromkeys(("thousandth", "thousandths"), 3),
    },
    halves={"half": "0.5"},
    and_a_half=(("and", "a", "half"),),
    of_a=(("of", "a"), ("of", "an")),
    articles=frozenset(("a", "an")),
    alike=re.compile(r".*(?:thir|four|for|fif|six|seven|eigh|nine)t(?:een|y)"),
    zeros=frozenset(("oh", "o")),
)


def tongue(language: str) -> Tongue:
    """That of ``language``; Dutch for one that is not known."""
    return ENGLISH if language.startswith("en") else DUTCH


@dataclass(frozen=True)
class Reading:
    """The words up to ``stop`` say ``number``, in figures with the decimal mark of the language.

    ``spoken``: in words; ``decimals``: with some; ``part``: a half or a ``fraction`` ("drie tiende"), which is a
    number of something only; ``article``: "een", which is seldom a number; ``doubtful``: the words can be read in
    another way, or are easily misheard.
    """

    stop: int
    number: str
    spoken: bool = True
    decimals: bool = False
    part: bool = False
    fraction: bool = False
    article: bool = False
    doubtful: bool = False


def reading(text: str, words: Sequence[Word], at: int, tongue: Tongue) -> Reading | None:
    """The number that begins with the word ``at``, the longest that it can be."""
    if words[at].folded in tongue.minus and at + 1 < len(words) and _goes_on(words, at):
        number = (
            None if at and _before_minus(words[at - 1].folded) else _unsigned(text, words, at + 1, tongue)
        )
        return replace(number, number=f"-{number.number}", article=False) if number else None
    return _unsigned(text, words, at, tongue)


def is_number(word: str, language: str) -> bool:
    """Whether a word is a number or a part of one, in words or in figures ("een" is one too)."""
    how = tongue(language)
    around = word in how.fractions or word in how.halves or word in how.points
    return word[:1].isdigit() or around or _integer_like(word, how.code)


def _before_minus(word: str) -> bool:
    """Whether "min" after it is no sign: "plus min", "5 min"."""
    return word == "plus" or word[0].isdigit()


def _unsigned(text: str, words: Sequence[Word], at: int, tongue: Tongue) -> Reading | None:
    if half := tongue.halves.get(words[at].folded):
        return Reading(at + 1, half, decimals=True, part=True)
    an = words[at].folded in tongue.articles and at + 1 < len(words) and _goes_on(words, at)
    if an and (half := tongue.halves.get(words[at + 1].folded)):
        return Reading(at + 2, half, decimals=True, part=True)
    whole = _whole(text, words, at, tongue)
    if whole is None:
        return _with_half_in_it(words[at], at, tongue)
    if not _goes_on(words, whole.stop - 1) or whole.stop >= len(words):
        return whole
    for longer in (_with_decimals, _fraction, _and_a_half):
        if found := longer(text, words, at, whole, tongue):
            return found
    return whole


def _with_decimals(
    text: str, words: Sequence[Word], at: int, whole: Reading, tongue: Tongue
) -> Reading | None:
    if words[whole.stop].folded not in tongue.points or "," in whole.number or "." in whole.number:
        return None
    digits, stop = "", whole.stop + 1
    pieces: list[Reading] = []
    while stop < len(words) and _goes_on(words, stop - 1):
        zero = Reading(stop + 1, "0") if words[stop].folded in tongue.zeros else None
        piece = zero or _whole(text, words, stop, tongue)
        if piece is None or not piece.number.isdigit():
            break
        pieces.append(piece)
        digits, stop = digits + piece.number, piece.stop
    if not digits:
        return None
    doubtful = whole.doubtful or any(piece.doubtful for piece in pieces)
    return Reading(stop, f"{whole.number}{tongue.mark}{digits}", decimals=True, doubtful=doubtful)


def _fraction(text: str, words: Sequence[Word], at: int, whole: Reading, tongue: Tongue) -> Reading | None:
    return in_parts(whole, words[whole.stop].folded, whole.stop + 1, tongue)


def in_parts(whole: Reading, part: str, stop: int, tongue: Tongue) -> Reading | None:
    """A whole number of tenths, hundredths or thousandths; None where ``part`` says none of them."""
    places = tongue.fractions.get(part)
    if not places or not whole.number.isdigit():
        return None
    digits = whole.number.rjust(places + 1, "0")
    number = f"{digits[:-places]}{tongue.mark}{digits[-places:]}".rstrip("0").rstrip(tongue.mark)
    return Reading(stop, number, decimals=True, part=True, fraction=True, doubtful=whole.doubtful)


def _and_a_half(text: str, words: Sequence[Word], at: int, whole: Reading, tongue: Tongue) -> Reading | None:
    for phrase in tongue.and_a_half:
        stop = whole.stop + len(phrase)
        if tuple(word.folded for word in words[whole.stop : stop]) == phrase and whole.number.isdigit():
            return Reading(stop, f"{whole.number}{tongue.mark}5", decimals=True, part=True)
    return None


def _with_half_in_it(word: Word, at: int, tongue: Tongue) -> Reading | None:
    """ "Drieënhalf" is one word in Dutch."""
    found = re.fullmatch(r"(.+)enhal(?:f|ve)", word.folded) if tongue is DUTCH else None
    whole = _integer(found[1], tongue.code) if found else None
    return Reading(at + 1, f"{whole}{tongue.mark}5", decimals=True, part=True) if whole is not None else None


def _whole(text: str, words: Sequence[Word], at: int, tongue: Tongue) -> Reading | None:
    """A number without anything after its point, or what stands in figures already."""
    written = text[words[at].start : words[at].end]
    if _DIGITS.fullmatch(written):
        return _in_figures(written, at, tongue)
    if not _integer_like(written.casefold(), tongue.code):
        return None
    stop, best = at, None
    for end in range(at + 1, min(at + _LONGEST, len(words)) + 1):
        if end > at + 1 and not _goes_on(words, end - 2):
            break
        said = " ".join(text[word.start : word.end].casefold() for word in words[at:end])
        number = _integer(said, tongue.code)
        if number is not None and words[end - 1].folded not in tongue.fractions:
            stop, best = end, number
        if best == 0:  # text2num takes "nul vijf" for 5, but behind a point each zero counts
            break
    if best is None:
        return None
    in_pieces = any(word.folded in tongue.beside for word in words[at:stop])  # "vijf en twintig"
    doubtful = in_pieces or bool(tongue.alike.fullmatch(words[stop - 1].folded))
    article = stop == at + 1 and written.casefold() in tongue.articles
    return Reading(stop, str(best), article=article, doubtful=doubtful)


def _in_figures(written: str, at: int, tongue: Tongue) -> Reading:
    if _THOUSANDS.fullmatch(written) and not written.startswith("0"):
        return Reading(at + 1, written, spoken=False, doubtful=True)
    other = "." if tongue.mark == "," else ","
    decimals = not written.isdigit()
    return Reading(at + 1, written.replace(other, tongue.mark), spoken=False, decimals=decimals)


@lru_cache(maxsize=8192)
def _integer_like(word: str, code: str) -> bool:
    return _integer(word, code) is not None


@lru_cache(maxsize=8192)
def _integer(said: str, code: str) -> int | None:
    if any(character.isdigit() for character in said) or fold(said) in ("en", "and"):
        return None
    from text_to_num import text2num

    try:
        return int(text2num(unicodedata.normalize("NFC", said), code))
    except ValueError:
        return None


def _goes_on(words: Sequence[Word], at: int) -> bool:
    return not words[at].after.strip(_SPACES)

"""How words sound, for comparing what was heard with what was meant: a key that is equal for words that sound alike.

Dutch has no kept-up library for this that serves: epitran 1.35 writes "rou" as /rɑwyː/, "uitvaller" with a /j/ and
"spoeling" as /spuːɛl/, and brings pandas along. So here are the regular rules of Dutch spelling (Genootschap
Onze Taal, "Spelling en uitspraak"; Booij, The Phonology of Dutch, 1995, chapters 2, 4 and 8): digraphs are one sound,
a doubled letter is its single one, v is f and z is s as most people say them, g is ch, and b and d are voiceless at
the end and before a voiceless consonant. Other languages are compared by their letters alone.
"""

import re
from functools import lru_cache

from sessions.text import fold

_LETTERS = re.compile(r"[\W_]+")
_DUTCH = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"isch(e?)$", r"is\1"),  # diëlektrische
        (r"tie(s?)$", r"tsi\1"),  # generatie
        (r"lijk", "lək"),
        (r"ng?k", "ŋk"),
        (r"ng", "ŋ"),
        (r"ch|g", "X"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"qu", "kw"),
        (r"x", "ks"),
        (r"c(?=[eiy])", "s"),
        (r"ck|c", "k"),
        (r"[ao]uw?", "A"),
        (r"ui", "Y"),
        (r"oe", "U"),
        (r"eu", "ø"),
        (r"ij|ei|ey", "E"),
        (r"ie|y", "i"),
        (r"z", "s"),
        (r"v", "f"),
        (r"d(?=[tsfkpX]|$)", "t"),
        (r"b(?=[tsfkpX]|$)", "p"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=65536)
def sound(text: str, language: str = "nl") -> str:
    """The key of a word, or of several as if they were one: compounds are heard apart and together alike."""
    letters = _LETTERS.sub("", fold(text))
    if not language.startswith("nl"):
        return letters
    for pattern, key in _DUTCH:
        letters = pattern.sub(key, letters)
    return letters


def likeness(one: str, other: str, language: str = "nl") -> float:
    """How alike two words or phrases are, 0 to 1: by their sound or, where more, by their letters.

    One minus the Damerau-Levenshtein distance over the length of the longer.
    """
    from rapidfuzz.distance import DamerauLevenshtein

    by_sound = DamerauLevenshtein.normalized_similarity(sound(one, language), sound(other, language))
    return max(by_sound, DamerauLevenshtein.normalized_similarity(sound(one, ""), sound(other, "")))

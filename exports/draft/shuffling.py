"""Steps in another order, the same one each time, without the words that tell their places."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256

from exports.draft.model import Statement
from sessions.words import spoken


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ORDER_WORDS = {
    "nl": (
        "en als laatste",
        "en ten slotte",
        "en tenslotte",
        "en tot slot",
        "en vervolgens",
        "om te beginnen",
        "als allereerste",
        "als eerste",
        "als tweede",
        "als derde",
        "als laatste",
        "ten eerste",
        "ten tweede",
        "ten derde",
        "ten slotte",
        "tot slot",
        "tenslotte",
        "allereerst",
        "en daarna",
        "vervolgens",
        "uiteindelijk",
        "daarna",
        "en dan",
        "en toen",
        "eerst",
        "toen",
        "dan",
    ),
    "en": (
        "to begin with",
        "first of all",
        "after that",
        "and then",
        "secondly",
        "thirdly",
        "firstly",
        "finally",
        "lastly",
        "first",
        "next",
        "then",
    ),
}
"""Words of a language with which a sentence tells its place among others, longer ones first."""

_OFTEN_NONE = frozenset(("dan", "toen", "en dan", "en toen", "then", "and then", "next", "first"))
"""Those that mean something else in the middle of a sentence ("meer dan", "the next hole")."""

CUT = "…"

_AFTER = {
    "nl": _set("na nadat voordat alvorens als wanneer zodra toen"),
    "en": _set("after before when once"),
}
"""What stands before a step that is over, or still to come: "na de hoofdsnede"."""

_SUBJECTS = {
    "nl": _set("ik je jij u we wij ze zij hij men het er de een dat die dit deze mijn onze"),
    "en": _set("i you he she it we they one the"),
}
_NO_VERBS = {
    "nl": _SUBJECTS["nl"]
    | _set(
        "pas nog ook weer altijd even maar wel niet alleen in op aan bij van voor na met naar uit door over onder "
        "boven tegen tussen om te per tot zonder en of als wat waar hoe alles alle elke iedere"
    )
}
_TELLING = 5  # letters from which a word is about something


def mixed(steps: Sequence[Statement]) -> tuple[Statement, ...]:
    """``steps`` (two or more) in an order that follows from their ids alone, and is never the right one."""
    other = sorted(steps, key=lambda step: sha256(str(step.source.segment_id).encode()).digest())
    if other == list(steps):
        other = [*other[1:], other[0]]
    return tuple(other)


def to_be_ordered(steps: Sequence[Statement], language: str) -> tuple[Statement, ...]:
    """The ``steps`` whose words do not tell their places, or not once those are cut."""
    return tuple(step for step in steps if not _tells_its_place(step, steps, language))


def without_order_word(step: Statement, language: str) -> Statement:
    """``step`` with an ellipsis where its text begins with its place in the order ("Daarna meet ik").

    It is cut only where what is left is a sentence still: before a comma or, in Dutch, before verb and subject.
    Nothing else changes; a text that would be too short to read stays whole.
    """
    found = _opening(language).match(step.text)
    rest = step.text[found.end() :] if found else ""
    whole = found and (found["mark"] or _goes_on(rest, language))
    return replace(step, text=f"{CUT} {rest}") if whole and len(rest.split()) > 1 else step


def _goes_on(rest: str, language: str) -> bool:
    """Whether ``rest`` begins as a main clause does behind a word of order."""
    words, subjects = [word.folded for word in spoken(rest).words[:2]], _SUBJECTS.get(language, frozenset())
    if language not in _NO_VERBS:
        return bool(words) and words[0] in subjects
    return len(words) > 1 and words[0] not in _NO_VERBS[language] and words[1] in subjects


def _tells_its_place(step: Statement, steps: Sequence[Statement], language: str) -> bool:
    """Whether a word of order is left in it, or another step is named as over or still to come."""
    left = without_order_word(step, language).text
    if _anywhere(language).search(left):
        return True
    others = {word for other in steps if other is not step for word in _about(other.text)}
    return not others.isdisjoint(_named_before(left, language))


def _named_before(text: str, language: str) -> set[str]:
    """What a clause is about that tells when: "na de hoofdsnede"."""
    named: set[str] = set()
    inside = False
    for word in spoken(text).words:
        inside = inside or word.folded in _AFTER.get(language, frozenset())
        if inside and len(word.folded) >= _TELLING:
            named.add(word.folded)
        inside = inside and not word.ends_clause
    return named


def _about(text: str) -> set[str]:
    return {word.folded for word in spoken(text).words if len(word.folded) >= _TELLING}


@lru_cache(maxsize=8)
def _opening(language: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, ORDER_WORDS.get(language, ()))) or r"(?!)"
    return re.compile(rf"(?:{words})\b(?P<mark>[,:]?)\s+", re.IGNORECASE)


@lru_cache(maxsize=8)
def _anywhere(language: str) -> re.Pattern[str]:
    """A word of order wherever it stands; "dan" and "toen" only at the beginning of a clause."""
    known = ORDER_WORDS.get(language, ())
    loose = "|".join(re.escape(w) for w in known if w not in _OFTEN_NONE) or r"(?!)"
    first = "|".join(re.escape(w) for w in known if w in _OFTEN_NONE) or r"(?!)"
    return re.compile(rf"\b(?:{loose})\b|(?:^|[.,;:]\s+)(?:{first})\b", re.IGNORECASE)

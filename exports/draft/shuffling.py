"""Steps in another order, the same one each time, without the words that tell their places."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256

from exports.draft.model import Statement

ORDER_WORDS = {
    "nl": (
        "en als laatste",
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

CUT = "…"


def mixed(steps: Sequence[Statement]) -> tuple[Statement, ...]:
    """``steps`` (two or more) in an order that follows from their ids alone, and is never the right one."""
    other = sorted(steps, key=lambda step: sha256(str(step.source.segment_id).encode()).digest())
    if other == list(steps):
        other = [*other[1:], other[0]]
    return tuple(other)


def without_order_word(step: Statement, language: str) -> Statement:
    """``step`` with an ellipsis where its text begins with its place in the order ("Daarna meet ik").

    Nothing else changes; a text that would be too short to read stays whole.
    """
    found = _opening(language).match(step.text)
    rest = step.text[found.end() :] if found else ""
    return replace(step, text=f"{CUT} {rest}") if len(rest.split()) > 1 else step


@lru_cache(maxsize=8)
def _opening(language: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, ORDER_WORDS.get(language, ()))) or r"(?!)"
    return re.compile(rf"(?:{words})\b[,:]?\s+", re.IGNORECASE)

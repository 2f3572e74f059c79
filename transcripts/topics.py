"""Which topics a fragment may be about, by the guide's keyword stems.

Case and accents do not count. A stem of five letters or more matches anywhere in a word, a shorter one
only as a whole word, a phrase as a phrase. Where a stem belongs to several topics, those of the module
in which it was said win. Nothing found is a result too.
"""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from sessions.guides.model import Guide, Module
from sessions.text import fold

LONG_STEM = 5
MOST_SUGGESTIONS = 3

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Suggestion:
    """A topic with the words of the text that caused it. ``score`` is between 0 and 1: from stems it is
    1 - 0.5^(number of stems hit), from a trained classifier the probability."""

    topic: str
    score: float
    because: tuple[str, ...]


class Suggester(Protocol):
    """Whatever says which topics a text, said in a module where that is known, seems to be about."""

    def suggest(self, text: str, module: Module | None) -> list[Suggestion]:
        """The topics, most likely first; none where nothing is likely."""
        ...


@dataclass(frozen=True)
class ByStems:
    """Suggests by the keyword stems of a guide: for any craft, without example sentences."""

    guide: Guide

    def suggest(self, text: str, module: Module | None) -> list[Suggestion]:
        """See :func:`suggest`."""
        return suggest(text, self.guide, module)


def suggest(text: str, guide: Guide, module: Module | None) -> list[Suggestion]:
    """The topics that ``text``, said in ``module``, seems to be about, most likely first."""
    words = _words(text)
    folded = [fold(word) for word in words]
    hits: dict[str, dict[str, str]] = defaultdict(dict)
    own = {topic.slug for topic in module.topics} if module else set()
    for stem, slugs in _stems(guide).items():
        if cause := _find(stem, words, folded):
            for slug in (own & slugs) or slugs:
                hits[slug][" ".join(stem)] = cause
    found = [_suggestion(slug, causes) for slug, causes in hits.items()]
    return sorted(found, key=lambda s: (-s.score, s.topic not in own, s.topic))


def _suggestion(slug: str, causes: dict[str, str]) -> Suggestion:
    because = tuple(dict.fromkeys(causes.values()))
    return Suggestion(slug, 1 - 0.5 ** len(because), because)


def _find(stem: tuple[str, ...], words: list[str], folded: list[str]) -> str | None:
    """The words of the text in which ``stem`` stands, as they were said."""
    if len(stem) == 1:
        wanted = stem[0]
        at = next((i for i, word in enumerate(folded) if _matches(wanted, word)), None)
        return None if at is None else words[at]
    for at in range(len(folded) - len(stem) + 1):
        if tuple(folded[at : at + len(stem)]) == stem:
            return " ".join(words[at : at + len(stem)])
    return None


def _matches(stem: str, word: str) -> bool:
    return stem in word if len(stem) >= LONG_STEM else stem == word


@lru_cache(maxsize=8)
def _stems(guide: Guide) -> dict[tuple[str, ...], set[str]]:
    stems: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for topic in guide.topics.values():
        for stem in topic.stems:
            stems[tuple(fold(word) for word in _words(stem))].add(topic.slug)
    return dict(stems)


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text))  # an accent written apart would end a word

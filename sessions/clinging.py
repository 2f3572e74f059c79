"""Which sentences say too little by themselves for a machine to part them from the one before."""

from functools import lru_cache
from itertools import pairwise

from sessions.fragments import Fragment
from sessions.guides.model import Guide
from sessions.spoken_numbers import is_number, tongue
from sessions.text import fold
from sessions.words import Word, find, phrase, spoken


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_IT = {"nl": ("het",), "en": ("it",)}
_VERBS = {
    "nl": _set(
        "is was wordt werd kan kon moet moest mag mocht gaat ging komt kwam ligt lag zit zat staat stond blijft bleef "
        "heeft had lijkt leek klinkt klonk ziet zag voelt voelde ruikt rook loopt liep helpt hielp duurt duurde "
        "scheelt scheelde hangt hing kost kostte werkt werkte"
    )
}
"""What stands behind "het" where it is a pronoun; before a noun it is an article. Elsewhere any word does."""

_LONG_STEM = 5  # letters; shorter stems are whole words only


def clings(guide: Guide, before: Fragment, fragment: Fragment) -> bool:
    """Whether ``fragment``, said straight after ``before``, loses its meaning elsewhere.

    So does a sentence that begins with "it", and a number in what was counted just before ("0,3 millimeter
    ondermaat", "0,1 millimeter"), unless it names a topic of its question itself.
    """
    if _opens_with_it(guide, fragment.segment.text):
        return True
    counted = _counted(guide.language, fragment.segment.text)
    same = bool(counted) and not counted.isdisjoint(_counted(guide.language, before.segment.text))
    return same and not _names_a_topic(guide, fragment)


def _opens_with_it(guide: Guide, text: str) -> bool:
    if fold(text.lstrip().partition(" ")[0]) not in _IT.get(guide.language, ()):
        return False
    words = spoken(text).words
    if len(words) < 2:
        return False
    verbs = _VERBS.get(guide.language)
    return verbs is None or words[1].folded in verbs


@lru_cache(maxsize=16384)
def _counted(language: str, text: str) -> frozenset[str]:
    """The words behind the numbers in ``text``: "millimeter"."""
    words = spoken(text).words
    pairs = pairwise(words)
    return frozenset(w.folded for n, w in pairs if _is_number(language, n) and not _is_number(language, w))


def _is_number(language: str, word: Word) -> bool:
    return word.folded not in tongue(language).articles and is_number(word.folded, language)


def _names_a_topic(guide: Guide, fragment: Fragment) -> bool:
    words = spoken(fragment.segment.text).words
    topics = (guide.topics[slug] for slug in fragment.question.topics if slug in guide.topics)
    return any(_stands(fold(stem), words) for topic in topics for stem in topic.stems)


def _stands(stem: str, words: tuple[Word, ...]) -> bool:
    if " " not in stem and len(stem) >= _LONG_STEM:
        return any(stem in word.folded for word in words)
    return any(True for _place in find(phrase(stem), words))

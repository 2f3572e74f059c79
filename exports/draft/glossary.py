"""The terms of the trade that occur in a draft."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from exports.draft.model import GlossaryEntry
from exports.draft.statements import Basis
from sessions.text import fold
from sessions.words import Word, spoken

_DIMINUTIVES = ("je", "jes", "tje", "tjes", "pje", "pjes")
_SHORTEST = 3  # letters of a word that is recognised inflected: "as" is not in "assen"
_VOWELS = "aeou"

Names = dict[tuple[str, ...], GlossaryEntry]
"""The folded words of each name, and the entry that it leads to."""


def glossary(basis: Basis, texts: Iterable[str]) -> tuple[GlossaryEntry, ...]:
    """The terms of the guide and of the programme that occur in ``texts``, in the order of the alphabet.

    A term is found by its name or a variant as whole words, also in the plural or small ("startgaten",
    "draadje"). Where one term is part of another, the longer one is meant.
    """
    names = _names(basis)
    by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in sorted(names, key=len, reverse=True):
        by_first[words[0]].append(words)
    found = {names[words]: None for text in texts for words in _found(by_first, spoken(text).words)}
    return tuple(sorted(found, key=_in_alphabet))


def _names(basis: Basis) -> Names:
    """All names; a term goes before the variant of another, the guide's before the programme's."""
    known = [GlossaryEntry(t.term, t.variants, t.english, t.confirmed) for t in basis.guide.glossary]
    named = [(entry.term, entry) for entry in known]
    named += [(variant, entry) for entry in known for variant in entry.variants]
    named += [(term, GlossaryEntry(term)) for term in basis.material.terms]
    names: Names = {}
    for name, entry in named:
        if words := _folded(name):
            names.setdefault(words, entry)
    return names


def _folded(name: str) -> tuple[str, ...]:
    return tuple(word.folded for word in spoken(name).words)


def _found(by_first: dict[str, list[tuple[str, ...]]], said: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    at = 0
    while at < len(said):
        words = _longest(by_first, said, at)
        if words:
            yield words
        at += len(words) or 1


def _longest(by_first: dict[str, list[tuple[str, ...]]], said: Sequence[Word], at: int) -> tuple[str, ...]:
    """The longest name that stands at ``at``, of equal ones the one that was said to the letter."""
    bases = (*uninflected(said[at].folded), *_attributive(said[at].folded))
    fitting = [words for base in bases for words in by_first.get(base, ()) if _stands(words, said, at)]
    return max(fitting, key=len, default=())


def _stands(words: tuple[str, ...], said: Sequence[Word], at: int) -> bool:
    there = said[at : at + len(words)]
    if len(there) < len(words) or any(word.ends_sentence for word in there[:-1]):
        return False
    before = all(w in (s.folded, *_attributive(s.folded)) for w, s in zip(words, there[:-1], strict=False))
    return before and words[-1] in uninflected(there[-1].folded)


def _attributive(word: str) -> tuple[str, ...]:
    """What may stand in a name where ``word`` stands before a noun: "geharde" is "gehard"."""
    return (word[:-1],) if word.endswith("e") and len(word) > _SHORTEST else ()


@lru_cache(maxsize=16384)
def uninflected(word: str) -> tuple[str, ...]:
    """A folded word, and the nouns whose plural or diminutive it may be, itself first.

    By the rules of Dutch spelling; English plurals come along. Better too few than wrong ones.

    >>> uninflected("draden")
    ('draden', 'drad', 'draad')
    """
    bases = [word, *_from_plural(word)]
    bases += [word.removesuffix(ending) for ending in _DIMINUTIVES if word.endswith(ending)]
    return tuple(dict.fromkeys(base for base in bases if base == word or len(base) >= _SHORTEST))


def _from_plural(word: str) -> Iterator[str]:
    if word.endswith("s"):
        yield word[:-1]
    if word.endswith("en"):
        yield word[:-1]  # elektrode-n
        yield from _stems(word[:-2])


def _stems(stem: str) -> Iterator[str]:
    """What the singular before "-en" may be: "gat", "klos" (kloss), "draad" (drad), "matrijs" (matrijz)."""
    yield stem
    if len(stem) < _SHORTEST:
        return
    before, last = stem[-2], stem[-1]
    if last in "zv":
        yield stem[:-1] + {"z": "s", "v": "f"}[last]
    if last == before:
        yield stem[:-1]
    elif before in _VOWELS and stem[-3] not in _VOWELS:
        yield stem[:-1] + before + last


def _in_alphabet(entry: GlossaryEntry) -> tuple[str, str]:
    letters = "".join(character for character in fold(entry.term) if character.isalnum())
    return letters, entry.term

"""What statements are about: their words and terms, each weighed by how few other statements have it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

import numpy as np
import numpy.typing as npt

from exports.draft.likeness import Gist, stems
from sessions.guides.model import Guide, Term
from sessions.placed import placed
from sessions.text import fold

_PART = 3  # letters of what is left of a word
_SHORT_PART = 3  # letters of the last part of a compound, where there are ...
_LONG_START = 5  # ... before it; else it is one more

RARE, RARE_PART = 3, 8
"""A key is rare that 3 statements have, or one in 8; chosen on the tuning half of tests/data/folding-nl.tsv."""


@dataclass(frozen=True)
class TermHere:
    """A term of the glossary in a statement, at ``start``:``stop`` of its words; ``key`` is what it is known by."""

    key: str
    term: Term
    start: int
    stop: int


@dataclass(frozen=True)
class Shared:
    """What two statements share: the keys, and their weight as a part (0 to 1) of that of the lighter statement."""

    keys: frozenset[str]
    score: float


class Subjects:
    """The statements of a module as sets of keys: a word in whatever inflection, or a term for its variants.

    A compound is about its last part too ("startgat" is a "gat"). The weight of a key is log(1 + n / df), its
    inverse document frequency (Spärck Jones, 1972) among the ``n`` statements.
    """

    def __init__(self, gists: Sequence[Gist], guide: Guide) -> None:
        self._names: dict[str, str] = {}
        self._glossary = frozenset(fold(term.term) for term in guide.glossary)
        self._phrases = self._known(guide.glossary)
        self.gists = gists
        self.terms = [tuple(self._terms(gist)) for gist in gists]
        self._placed = [tuple(self._own(*both)) for both in zip(gists, self.terms, strict=True)]
        vocabulary = frozenset(key for places in self._placed for _at, key in places)
        self._parts = {key: frozenset((key, *_parts(key, vocabulary))) for key in vocabulary}
        self.keys = [self._whole(key for _at, key in places) for places in self._placed]
        found = Counter(key for keys in self.keys for key in keys)
        self.weight = {key: log(1 + len(gists) / n) for key, n in found.items()}
        self.rare = {key for key, n in found.items() if n <= max(RARE, len(gists) // RARE_PART)}

    def keys_in(self, at: int, part: range) -> frozenset[str]:
        """What a part of the statement ``at`` is about."""
        return self._whole(key for place, key in self._placed[at] if place in part)

    def literal(self, at: int) -> Iterator[tuple[str, str]]:
        """What the statement ``at`` is about, each with the words that say it there: for the last part of a
        compound those letters of it."""
        gist = self.gists[at]
        stops = {here.start: here.stop for here in self.terms[at]}
        for place, key in self._placed[at]:
            last = gist.said[stops.get(place, place + 1) - 1]
            words = gist.text[gist.said[place].start : last.end]
            yield key, words
            for part in sorted(self._parts[key] - {key}, key=len):
                if fold(words).endswith(part):
                    yield part, words[-len(part) :]

    def is_term(self, key: str) -> bool:
        """Whether it is a term of the glossary."""
        return key in self._glossary

    def heads(self, key: str) -> frozenset[str]:
        """The terms of the glossary that ``key`` is a kind of."""
        return frozenset(_parts(key, self._glossary))

    def name(self, word: str, endings: tuple[str, ...]) -> str:
        """What a folded word is known by, whatever its inflection."""
        bases = stems(word, endings)
        name = next((self._names[base] for base in bases if base in self._names), word)
        for base in bases:
            self._names.setdefault(base, name)
        return name

    def shared(self, one: int, other: int) -> Shared:
        """What two statements share."""
        keys = self.keys[one] & self.keys[other]
        lighter = min(self.weights[one], self.weights[other])
        return Shared(keys, self.sum(keys) / lighter if lighter else 0.0)

    def sum(self, keys: Iterable[str]) -> float:
        """The weight of ``keys`` together."""
        return sum(self.weight.get(key, 0.0) for key in keys)

    @cached_property
    def weights(self) -> list[float]:
        """The weight of each statement."""
        return [self.sum(keys) for keys in self.keys]

    def scores(self, chosen: Sequence[int]) -> npt.NDArray[np.float32]:
        """The score of :class:`Shared` for every pair of the ``chosen`` statements."""
        columns = {key: at for at, key in enumerate(sorted({k for i in chosen for k in self.keys[i]}))}
        table = np.zeros((len(chosen), max(1, len(columns))), np.float32)
        for row, i in enumerate(chosen):
            table[row, [columns[key] for key in self.keys[i]]] = 1.0
        weight = np.array([self.weight[key] for key in columns] or [0.0], np.float32)
        total = np.maximum(table @ weight, 1e-6)
        scores: npt.NDArray[np.float32] = (table * weight) @ table.T / np.minimum(total[:, None], total)
        return scores

    def _known(self, glossary: Sequence[Term]) -> dict[str, list[tuple[tuple[str, ...], Term]]]:
        """The terms and their variants by their first word, the longest first."""
        phrases: dict[str, list[tuple[tuple[str, ...], Term]]] = defaultdict(list)
        for term in glossary:
            for name in (term.term, *term.variants):
                words = tuple(word.folded for word in placed(name))
                if words:
                    phrases[words[0]].append((words, term))
        return {first: sorted(known, key=lambda k: -len(k[0])) for first, known in phrases.items()}

    def _terms(self, gist: Gist) -> Iterator[TermHere]:
        at = 0
        while at < len(gist.plain):
            found = self._term(gist, at)
            if found:
                yield found
            at = found.stop if found else at + 1

    def _term(self, gist: Gist, at: int) -> TermHere | None:
        endings = gist.language.endings if gist.language else ()
        for base in sorted(_bases(gist.plain[at], endings), key=len, reverse=True):
            for words, term in self._phrases.get(base, ()):
                said = gist.plain[at : at + len(words)]
                if len(said) == len(words) and all(map(_inflected, words, said, [endings] * len(words))):
                    return TermHere(fold(term.term), term, at, at + len(words))
        return None

    def _own(self, gist: Gist, terms: Sequence[TermHere]) -> Iterator[tuple[int, str]]:
        """Its terms and those of its other words that say what it is about, with their places."""
        taken = {at for m in gist.measures for at in range(m.start, m.stop)}
        for here in terms:
            taken.update(range(here.start, here.stop))
            yield here.start, here.key
        passing = gist.language.passing if gist.language else frozenset()
        endings = gist.language.endings if gist.language else ()
        for at, word in enumerate(gist.plain):
            if at not in taken and word not in passing:
                yield at, self.name(word, endings)

    def _whole(self, keys: Iterable[str]) -> frozenset[str]:
        return frozenset(part for key in keys for part in self._parts[key])


def _bases(word: str, endings: tuple[str, ...]) -> set[str]:
    """A word without its endings, spelt as a dictionary may have it."""
    cut = [word.removesuffix(e) for e in endings if word.endswith(e) and len(word) - len(e) >= _PART]
    return {word, *cut, *(base[:-1] for base in cut if base[-1] == base[-2])}


def _inflected(name: str, said: str, endings: tuple[str, ...]) -> bool:
    return name == said or not stems(name, endings).isdisjoint(stems(said, endings))


def _parts(key: str, vocabulary: frozenset[str]) -> Iterator[str]:
    """The words that a compound or a term of several words ends with."""
    for at in range(_PART, len(key) - _SHORT_PART + 1):
        is_short = len(key) - at == _SHORT_PART
        if key[at:] in vocabulary and (at >= _LONG_START or not is_short):
            yield key[at:]

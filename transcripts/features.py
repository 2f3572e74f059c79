"""A text as numbers that a linear model can weigh, and back: which words of it weighed most."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sessions.placing import flat
from sessions.text import fold

MOST_REASONS = 3
WORTH_TELLING = 0.5
"""A word is told beside the heaviest one if it weighs at least this share of it."""

_WORD = re.compile(r"\w+")
_LETTERS = (3, 4, 5)

Weights = NDArray[np.float64]


def words(text: str) -> list[str]:
    """The words of ``text``, folded, and its pairs of words."""
    single = flat(text).split()
    return [*single, *(f"{one} {other}" for one, other in pairwise(single))]


def pieces(text: str) -> list[str]:
    """The pieces of 3 to 5 letters of the words of ``text``, folded; a space stands where a word begins or ends."""
    return [piece for word in flat(text).split() for piece in _pieces(f" {word} ")]


def _pieces(word: str) -> Iterator[str]:
    for letters in _LETTERS:
        yield from (word[n : n + letters] for n in range(max(1, len(word) - letters + 1)))
        if len(word) <= letters:
            return


SPLITS = (words, pieces)
"""The blocks of columns, in their order."""


@dataclass(frozen=True)
class Row:
    """A text: the columns in which it has something, and how much. Shapes (n,) and (n,)."""

    columns: NDArray[np.intp]
    values: Weights


class Features:
    """Tf-idf of words and pairs of words, and of pieces of words, each of the two scaled to length 1.

    ``vocabularies``: what each block knows, in the order of its columns; ``idf``: the weight of every column.
    """

    def __init__(self, vocabularies: Sequence[Sequence[str]], idf: Weights) -> None:
        self._idf = idf
        self._columns: list[dict[str, int]] = []
        start = 0
        for vocabulary in vocabularies:
            self._columns.append({term: start + n for n, term in enumerate(vocabulary)})
            start += len(vocabulary)

    def of(self, text: str) -> Row:
        """What ``text`` has in each column; what was never seen has none."""
        rows = [self._block(n, text) for n in range(len(SPLITS))]
        return Row(
            np.concatenate([row.columns for row in rows]),
            np.concatenate([row.values / _length(row) for row in rows]),
        )

    def alike(self, row: Row, rows: Sequence[Row]) -> Weights:
        """How alike ``row`` is to each of ``rows``: 1 is the same, 0 has nothing in common."""
        spread = np.zeros(len(self._idf))
        spread[row.columns] = row.values
        return np.array([other.values @ spread[other.columns] for other in rows]) / len(SPLITS)

    def reasons(
        self, text: str, evidence: Weights, empty: Collection[str] = (), least: float = 0.0
    ) -> tuple[str, ...]:
        """The words of ``text`` that weigh most by ``evidence`` (one number per feature), as they stand in it,
        but for those in ``empty`` (folded), which say nothing; words that stand side by side are told as one.
        None where not even the heaviest weighs ``least``."""
        text = unicodedata.normalize("NFC", text)  # an accent written apart would end a word
        words = [word for word in _WORD.finditer(text) if fold(word[0]) not in empty]
        weights = self._weights(text, words, evidence) if words else np.zeros(0)
        if weights.max(initial=0) < least:
            return ()
        runs: list[list[int]] = []
        for n in _heaviest([word[0] for word in words], weights):
            if runs and text[words[n - 1].end() : words[n].start()].isspace() and n == runs[-1][-1] + 1:
                runs[-1].append(n)
            else:
                runs.append([n])
        return tuple(text[words[run[0]].start() : words[run[-1]].end()] for run in runs)

    def _block(self, n: int, text: str) -> Row:
        """The columns of one block, not scaled."""
        known = self._columns[n]
        counted = Counter(known[term] for term in SPLITS[n](text) if term in known)
        columns = np.array(sorted(counted), np.intp)
        return Row(columns, np.array([counted[c] for c in columns], np.float64) * self._idf[columns])

    def _weights(self, text: str, words: Sequence[re.Match[str]], evidence: Weights) -> Weights:
        """What each word adds to the evidence; pairs of words are left out of it."""
        total = np.zeros(len(words))
        for n in range(len(SPLITS)):
            length = _length(self._block(n, text))
            alone = [self._block(n, word[0]) for word in words]
            total += [row.values @ evidence[row.columns] / length for row in alone]
        return total


def _length(row: Row) -> Any:
    return np.sqrt((row.values**2).sum()) or 1.0


def _heaviest(words: Sequence[str], weights: Weights) -> list[int]:
    """Where the words stand that are worth telling; each word once."""
    ranked = sorted(range(len(words)), key=lambda n: (-weights[n], n))
    once = {words[n].casefold(): n for n in reversed(ranked)}
    least = max(WORTH_TELLING * weights.max(initial=0), 1e-9)
    return sorted(
        [n for n in ranked if weights[n] >= least and once[words[n].casefold()] == n][:MOST_REASONS]
    )

"""A text as numbers that a linear model can weigh, and back: which words of it weighed most."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import FeatureUnion, make_pipeline
from sklearn.preprocessing import Normalizer

from sessions.placing import flat
from sessions.text import fold

MOST_REASONS = 3
WORTH_TELLING = 0.5
"""A word is told beside the heaviest one if it weighs at least this share of it."""

_WORD = re.compile(r"\w+")


class Features:
    """Tf-idf of words and pairs of words, and of pieces of 3 to 5 letters of words, each scaled to length 1.

    Rows are sparse matrices of SciPy.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        words = TfidfVectorizer(preprocessor=flat, token_pattern=r"\w+", ngram_range=(1, 2), norm=None)
        pieces = TfidfVectorizer(preprocessor=flat, analyzer="char_wb", ngram_range=(3, 5), norm=None)
        self._blocks = [words, pieces]
        self._union = FeatureUnion([(b.analyzer, make_pipeline(b, Normalizer())) for b in self._blocks])
        self._union.fit(texts)

    def of(self, texts: Sequence[str]) -> Any:
        """A row for each text."""
        return self._union.transform(texts)

    def alike(self, row: Any, rows: Any) -> Any:
        """How alike ``row`` is to each of ``rows``: 1 is the same, 0 has nothing in common."""
        return (rows @ row.T).toarray()[:, 0] / len(self._blocks)

    def reasons(
        self, text: str, evidence: Any, empty: Collection[str] = (), least: float = 0.0
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

    def _weights(self, text: str, words: Sequence[re.Match[str]], evidence: Any) -> Any:
        """What each word adds to the evidence; pairs of words are left out of it."""
        total, column = np.zeros(len(words)), 0
        for block in self._blocks:
            width = len(block.vocabulary_)
            length = np.sqrt(block.transform([text]).power(2).sum()) or 1.0
            alone = block.transform([word[0] for word in words])
            total += alone @ evidence[column : column + width] / length
            column += width
        return total


def _heaviest(words: Sequence[str], weights: Any) -> list[int]:
    """Where the words stand that are worth telling; each word once."""
    ranked = sorted(range(len(words)), key=lambda n: (-weights[n], n))
    once = {words[n].casefold(): n for n in reversed(ranked)}
    least = max(WORTH_TELLING * weights.max(initial=0), 1e-9)
    return sorted(
        [n for n in ranked if weights[n] >= least and once[words[n].casefold()] == n][:MOST_REASONS]
    )

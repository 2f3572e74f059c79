"""A classifier of topics is trained: the only place that needs scikit-learn.

Multinomial naive Bayes over tf-idf of words, pairs of words and pieces of words (Rennie et al. 2003, "Tackling
the Poor Assumptions of Naive Bayes Text Classifiers"): craftsmen use ever new compounds of the same parts.
What is learnt is a linear model; :mod:`transcripts.classifier` weighs texts by it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from transcripts.features import SPLITS, Weights
from transcripts.lessons import Lesson, empty_words

# Chosen on tests/data/topics-nl-more.tsv, never on the sentences that are scored (benchmarks/topics.py).
SMOOTHING = 0.07


@dataclass(frozen=True, eq=False)
class Taught:
    """What was learnt. ``vocabularies``: of words and of pieces, in the order of their columns; ``idf``: the weight
    of each column, shape (columns,); ``nats``: the logarithm of how likely a column is in each topic, shape
    (topics, columns); ``empty``: the words, folded, that say nothing."""

    topics: tuple[str, ...]
    vocabularies: tuple[tuple[str, ...], ...]
    empty: frozenset[str]
    idf: Weights
    nats: Weights


def train(lessons: Sequence[Lesson]) -> Taught:
    """Learn from ``lessons``; it takes about a second, and another to load scikit-learn."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.naive_bayes import MultinomialNB
    from sklearn.pipeline import FeatureUnion

    blocks = [TfidfVectorizer(analyzer=split) for split in SPLITS]
    union = FeatureUnion([(split.__name__, block) for split, block in zip(SPLITS, blocks, strict=True)])
    bayes = MultinomialNB(alpha=SMOOTHING, fit_prior=False)
    bayes.fit(
        union.fit_transform([lesson.text for lesson in lessons]),
        [lesson.topic for lesson in lessons],
        sample_weight=[lesson.weight for lesson in lessons],
    )
    return Taught(
        topics=tuple(str(topic) for topic in bayes.classes_),
        vocabularies=tuple(tuple(map(str, block.get_feature_names_out())) for block in blocks),
        empty=empty_words(lessons),
        idf=np.concatenate([block.idf_ for block in blocks]),
        nats=bayes.feature_log_prob_,
    )

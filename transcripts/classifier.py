"""Topics suggested by a small classifier that learnt from example sentences (:mod:`transcripts.training`).

The module in which something was said is a prior beside the words, which they can overrule.
"""

from collections.abc import Iterable

import numpy as np

from sessions.guides.model import Module
from sessions.text import clean
from transcripts.features import Features, Row, Weights
from transcripts.lessons import NO_TOPIC
from transcripts.topics import Suggestion
from transcripts.training import Taught

# Chosen on tests/data/topics-nl-more.tsv, never on the sentences that are scored (benchmarks/topics.py).
SHARPNESS = 0.6
"""Naive Bayes counts every piece of a word as independent evidence, and is too sure by about this factor."""
MODULE_PRIOR = 3.0
"""What it counts for a topic, in nats, that it belongs to the module in which something was said."""
NO_TOPIC_PRIOR = 0.5
REJECTED = 10.0
"""What it counts against a topic, in nats, that it was rejected for just this text."""
FIRST_FROM = 0.3
SECOND_FROM = 0.35
"""The probability from which a topic is suggested, and a second one beside it."""

SURE = 0.5
CARRIES = 1.0
"""Below this probability one word of content has to weigh so much, in nats before they are softened."""


class Classifier:
    """Suggests at most two topics, with the words of content that decided.

    By what was ``taught``, and kept from what was ``rejected``: texts with the topic that a person said they are
    not about.
    """

    def __init__(self, taught: Taught, rejected: Iterable[tuple[str, str]] = ()) -> None:
        self._features = Features(taught.vocabularies, taught.idf)
        self._empty = taught.empty
        self._topics = taught.topics
        self._evidence = np.ascontiguousarray((taught.nats - taught.nats.mean(axis=0)).T)
        known = [(text, topic) for text, topic in rejected if topic in self._topics]
        self._rejected = [self._topics.index(topic) for _text, topic in known]
        self._rejected_features = [self._features.of(text) for text, _topic in known]

    def suggest(self, text: str, module: Module | None) -> list[Suggestion]:
        """The topic of ``text``, and a second one where that is likely too; none where none is likely."""
        if not clean(text).strip():
            return []
        chances = self._chances(text, module)
        best = np.argsort(-chances, kind="stable")[:2]
        first, second = (self._topics[n] for n in best)
        if first == NO_TOPIC or chances[best[0]] < FIRST_FROM:
            return []
        found = best[:1] if second == NO_TOPIC or chances[best[1]] < SECOND_FROM else best
        return [told for n in found if (told := self._told(text, n, float(chances[n])))]

    def _told(self, text: str, topic: int, chance: float) -> Suggestion | None:
        """The suggestion with the words that decided; None for a guess that no word of content carries."""
        sure = chance >= SURE
        evidence = self._evidence[:, topic]
        because = self._features.reasons(text, evidence, self._empty, least=0.0 if sure else CARRIES)
        return Suggestion(self._topics[topic], round(chance, 3), because) if because or sure else None

    def _chances(self, text: str, module: Module | None) -> Weights:
        """The probability of each topic."""
        features = self._features.of(text)
        nats = SHARPNESS * (features.values @ self._evidence[features.columns])
        own = {topic.slug for topic in module.topics} if module else set()
        nats += [
            MODULE_PRIOR * (topic in own) + NO_TOPIC_PRIOR * (topic == NO_TOPIC) for topic in self._topics
        ]
        if self._rejected:
            nats -= self._against(features)
        likely = np.exp(nats - nats.max())
        chances: Weights = likely / likely.sum()
        return chances

    def _against(self, features: Row) -> Weights:
        """What counts against each topic: how alike the text is to the one most alike that it was rejected for."""
        alike = np.zeros(len(self._topics))
        np.maximum.at(alike, self._rejected, self._features.alike(features, self._rejected_features))
        against: Weights = REJECTED * alike**2
        return against

"""Topics suggested for 200 labelled sentences: stems alone, the classifier, and with accepted tags beside it."""

import random
import time
from collections.abc import Sequence
from statistics import mean

from sessions.guides import library
from sessions.store.decisions import Decision
from tests.transcripts.topic_examples import Labelled, Score, more_sentences, score, scored_sentences
from transcripts.learning import Learned
from transcripts.lessons import NO_TOPIC
from transcripts.topics import ByStems

ROUNDS = 5


def main() -> None:
    """Print precision, recall, F1 and how often "none" is right. The accepted tags are drawn from sentences that are
    neither examples nor scored; each figure with them is the mean of a few draws."""
    guide, _toml = library.find("edm-nl")
    scored, more = scored_sentences(), more_sentences()
    _show("stems alone", [score(ByStems(guide), guide, scored)])
    began = time.perf_counter()
    classifier = Learned(guide)
    classifier.suggest("", None)
    print(f"{'training':32}{time.perf_counter() - began:5.1f} s")
    _show("classifier", [score(classifier, guide, scored)])
    for n in (20, 50, 100):
        drawn = [random.Random(r).sample(more, n) for r in range(ROUNDS)]
        _show(f"  and {n} accepted", [score(Learned(guide, _accepted(d)), guide, scored) for d in drawn])


def _accepted(sentences: Sequence[Labelled]) -> tuple[Decision, ...]:
    return tuple(
        Decision(one.sentence, topic) for one in sentences for topic in sorted(one.topics) or [NO_TOPIC]
    )


def _show(name: str, scores: Sequence[Score]) -> None:
    figures = [("P", "precision"), ("R", "recall"), ("F1", "f1"), ("none right", "none_right")]
    told = "  ".join(f"{short} {mean(getattr(s, field) for s in scores):.3f}" for short, field in figures)
    print(f"{name:32}{told}")


if __name__ == "__main__":
    main()

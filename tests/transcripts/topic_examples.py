"""Labelled sentences, and how well topics are suggested for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sessions.guides.model import Guide
from transcripts.topics import Suggester

DATA = Path(__file__).parents[1] / "data"


@dataclass(frozen=True)
class Labelled:
    """A sentence that was said in a module, and the topics that it is about, if any."""

    sentence: str
    module: str
    topics: frozenset[str]


@dataclass(frozen=True)
class Score:
    """Over all pairs of a sentence and a topic; ``none_right`` is the share of sentences about no topic for
    which nothing was suggested."""

    precision: float
    recall: float
    none_right: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def scored_sentences() -> list[Labelled]:
    """The 200 that suggestions are scored on; nothing is ever trained on them, or chosen by them."""
    return _read(DATA / "topics-nl.tsv")


def more_sentences() -> list[Labelled]:
    """240 others, by another hand: they stand for what people accept."""
    return _read(DATA / "topics-nl-more.tsv")


def score(suggester: Suggester, guide: Guide, sentences: Iterable[Labelled]) -> Score:
    """How well the suggestions meet the labels."""
    told = [
        (one.topics, {s.topic for s in suggester.suggest(one.sentence, guide.module(one.module))})
        for one in sentences
    ]
    right = sum(len(wanted & found) for wanted, found in told)
    silent = [not found for wanted, found in told if not wanted]
    return Score(
        right / sum(len(found) for _wanted, found in told),
        right / sum(len(wanted) for wanted, _found in told),
        sum(silent) / len(silent),
    )


def _read(path: Path) -> list[Labelled]:
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return [
        Labelled(text, module, frozenset(() if topics == "none" else topics.split(",")))
        for module, topics, text in rows
    ]

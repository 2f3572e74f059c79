"""Words with their times as sentences: what a reviewer reads and a module draft quotes."""

from collections.abc import Sequence
from dataclasses import dataclass

from sessions.text import clean_line
from sessions.transcript import Doubt, Word
from transcripts.transcriber import Heard

_LONG_PAUSE = 2.0
_MARKS = ".?!…"
_CLOSING = "\"'”’»)]"
_UNSURE = -1.0


@dataclass(frozen=True)
class Said:
    """A word as the engine gave it, ``raw`` with its leading space, and the figures of the text it was in."""

    word: Word
    raw: str
    avg_logprob: float
    no_speech_prob: float
    temperature: float


def sentences(said: Sequence[Said]) -> list[Heard]:
    """``said`` in order, cut where a sentence ends and at pauses of two seconds; blanks are left out."""
    groups: list[list[Said]] = []
    for one in said:
        if groups and not _ends(groups[-1][-1], one):
            groups[-1].append(one)
        else:
            groups.append([one])
    return [heard for group in groups if (heard := _heard(group)).text]


def _ends(last: Said, following: Said) -> bool:
    """Whether a sentence ends between two words; after "bijv. een" it does not."""
    begins = clean_line(following.raw).lstrip("\"'“‘«([")[:1]
    marked = clean_line(last.raw).rstrip(_CLOSING)[-1:] in tuple(_MARKS)
    return (marked and not begins.islower()) or following.word.start - last.word.end > _LONG_PAUSE


def _heard(group: Sequence[Said]) -> Heard:
    lowest = min(one.avg_logprob for one in group)
    return Heard(
        start=group[0].word.start,
        end=group[-1].word.end,
        text=clean_line("".join(one.raw for one in group)),
        words=tuple(one.word for one in group if one.word.text),
        doubt=Doubt.LOW_CONFIDENCE if lowest < _UNSURE else Doubt.NONE,
        avg_logprob=lowest,
        no_speech_prob=max(one.no_speech_prob for one in group),
        temperature=max(one.temperature for one in group),
    )

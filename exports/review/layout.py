"""Which answers stand in a sheet, and in which paragraphs: what was said in one go, of a length that reads well."""

from dataclasses import dataclass

from exports.reading import kept
from sessions.fragments import AnswerReading, Fragment, SessionReading
from sessions.interview import AnswerState
from sessions.text import clean, clean_line
from sessions.transcript import Role

ENOUGH, MOST = 40, 80
"""Words: a paragraph of so many ends with the sentence, and one of more than the most there is only where a single
fragment is longer."""
PAUSE = 2.0
"""Seconds of silence after which a paragraph begins."""
_ENDINGS = (".", "?", "!", "…", ".”", ".’", '."', "?”", "!”")
_WAITING = (AnswerState.RECORDED, AnswerState.FAILED)


@dataclass(frozen=True)
class Passage:
    """Fragments, at least one, that make a paragraph."""

    fragments: tuple[Fragment, ...]

    @property
    def asked(self) -> bool:
        """Whether the interviewer says it."""
        return self.fragments[0].segment.role is Role.INTERVIEWER


def answers_in(reading: SessionReading) -> tuple[AnswerReading, ...]:
    """The answers of which the expert has something to read."""
    return tuple(answer for answer in reading.answers if _speaks(answer))


def waiting(reading: SessionReading) -> int:
    """How many answers are recorded of which there is nothing to read yet."""
    return sum(answer.state in _WAITING and not _speaks(answer) for answer in reading.answers)


def heading(answer: AnswerReading) -> str:
    """What stands above an answer."""
    return clean_line(f"{answer.answer.number}. {answer.question.text}")


def printed(fragment: Fragment) -> str:
    """The text of a fragment as it is printed."""
    return clean(fragment.segment.text).strip()


def passages(answer: AnswerReading) -> tuple[Passage, ...]:
    """The paragraphs of an answer: without what is struck, and with what the interviewer said as its own."""
    groups: list[list[Fragment]] = []
    for fragment in kept(answer):
        if groups and _goes_on(groups[-1][-1], fragment) and not _full(groups[-1], fragment):
            groups[-1].append(fragment)
        else:
            groups.append([fragment])
    return tuple(Passage(tuple(group)) for group in groups)


def _speaks(answer: AnswerReading) -> bool:
    return any(fragment.segment.role is Role.EXPERT for fragment in kept(answer))


def _goes_on(before: Fragment, after: Fragment) -> bool:
    """Whether the same voice goes on in the same sound, without a pause."""
    one, other = before.segment, after.segment
    same = (one.transcript_id, one.role, one.speaker) == (other.transcript_id, other.role, other.speaker)
    return same and before.clip == after.clip and other.start - one.end <= PAUSE


def _full(group: list[Fragment], after: Fragment) -> bool:
    words = sum(map(_words, group))
    ends = printed(group[-1]).endswith(_ENDINGS)
    return (words >= ENOUGH and ends) or words + _words(after) > MOST


def _words(fragment: Fragment) -> int:
    return len(fragment.segment.text.split())

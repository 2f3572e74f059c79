"""What a sheet says, for what comes back to be laid beside."""

from datetime import datetime

from exports.reading import kept
from exports.review.filled import filled
from exports.review.layout import answers_in, heading, passages, printed
from sessions.approving import version_of
from sessions.fragments import AnswerReading, SessionReading
from sessions.sheet import SentAnswer, SentFragment, Sheet
from sessions.text import clean_line


def build_sheet(reading: SessionReading, mark: str, by: str, sent_at: datetime, path: str) -> Sheet:
    """The sheet of a session as it is now, with the text of every fragment exactly as it is printed.

    Of an answer without a word of the expert there is nothing in it. ``by`` is who sends it, ``path`` where it goes.
    """
    answers = tuple(_sent(answer) for answer in answers_in(reading))
    ours = filled(reading, mark, by).lines
    return Sheet(reading.session.id, mark, sent_at, clean_line(by), path, answers, ours=ours)


def _sent(answer: AnswerReading) -> SentAnswer:
    begin = {passage.fragments[0].segment.id for passage in passages(answer)}
    fragments = tuple(SentFragment(f.segment.id, printed(f), f.segment.id in begin) for f in kept(answer))
    return SentAnswer(answer.answer.id, heading(answer), version_of(answer), fragments)

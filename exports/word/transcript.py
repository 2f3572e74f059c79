"""One session as a Word document to read and to check against the recording."""

from datetime import datetime
from itertools import groupby

from docx.document import Document

from exports.labels import Labels
from exports.reading import Heard, about, heard, status, topics_line, warnings, wish_line
from exports.word.body import Body, Line
from exports.word.page import About, new_document
from exports.word.styles import (
    BODY,
    DETAIL,
    INTERVIEWER,
    LABEL,
    NOTE,
    SOURCE,
    SPOKEN,
    SUBTITLE,
    TIME,
    TITLE,
    TOPICS,
    UNSURE,
)
from exports.wording import tokens
from sessions.fragments import AnswerReading, SessionReading, clock


def render_transcript(
    reading: SessionReading, *, programme: str, made_at: datetime, template: bytes | None = None
) -> Document:
    """The session with a title block, and under each question what was said, with its times."""
    _ = Labels(reading.guide.language)
    title, details = about(reading, _)
    made = new_document(About(title, programme, made_at, reading.guide.title), _, template)
    body = Body(made.document, _)
    if not made.titled:
        body.line(TITLE, title)
        body.line(SUBTITLE, programme)
    for name, value in details:
        body.line(DETAIL).text(name, LABEL).tab().text(value)
    _notes(body, reading, _)
    if reading.answers:
        body.contents(_("Contents"), levels=1)
    for answer in reading.answers:
        _answer(body, reading, answer, _)
    body.finish()
    return made.document


def _notes(body: Body, reading: SessionReading, _: Labels) -> None:
    for text in warnings(reading, _):
        body.line(NOTE, text)
    lines = (line for answer in reading.answers for line in heard(answer, _))
    if any(token.unsure for line in lines for token in tokens(line.fragment.segment)):
        explained = _(": a word of which the speech recognition was not sure.")
        body.line().text(_("Dotted underline"), UNSURE).text(explained)


def _answer(body: Body, reading: SessionReading, answer: AnswerReading, _: Labels) -> None:
    body.heading(f"{answer.answer.number}. {answer.question.text}", 1)
    if topics := topics_line(reading, answer, _):
        body.line(TOPICS, topics)
    if wish := wish_line(answer, _):
        body.line(NOTE, wish)
    for line in heard(answer, _):
        _line(body, line)
    if note := status(answer, _):
        body.line(BODY, note)


def _line(body: Body, heard_line: Heard) -> None:
    line = body.line(INTERVIEWER if heard_line.interviewer else SPOKEN)
    line.text(clock(heard_line.fragment.segment.start), TIME).tab()
    if heard_line.interviewer:
        line.text(f"{heard_line.speaker}: ")
    _words(line, heard_line)
    if heard_line.doubt:
        line.text(f" ({heard_line.doubt})", SOURCE)


def _words(line: Line, heard_line: Heard) -> None:
    for unsure, group in groupby(tokens(heard_line.fragment.segment), key=lambda token: token.unsure):
        run = list(group)
        text = "".join(token.text + token.space for token in run)
        line.text(text.rstrip(), UNSURE if unsure else "")
        line.text(text[len(text.rstrip()) :])

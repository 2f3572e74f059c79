"""One session as a Word document to read and to check against the recording."""

from datetime import datetime
from itertools import groupby

from docx.document import Document
from docx.text.paragraph import Paragraph

from exports.labels import Labels
from exports.reading import Heard, about, heard, status, topics_line, warnings
from exports.word.contents import Contents
from exports.word.fields import add_text
from exports.word.page import About, new_document
from exports.word.styles import DETAIL, INTERVIEWER, LABEL, NOTE, SOURCE, SPOKEN, TIME, TOPICS, UNSURE
from exports.wording import tokens
from sessions.fragments import AnswerReading, SessionReading, clock


def render_transcript(reading: SessionReading, *, programme: str, made_at: datetime) -> Document:
    """The session with a title block, and under each question what was said, with its times."""
    _ = Labels(reading.guide.language)
    title, details = about(reading, _)
    document = new_document(About(title, programme, made_at, reading.guide.title), _)
    add_text(document.add_paragraph(style="Title"), title)
    add_text(document.add_paragraph(style="Subtitle"), programme)
    for name, value in details:
        paragraph = document.add_paragraph(style=DETAIL)
        add_text(paragraph, name, LABEL)
        add_text(paragraph, f"\t{value}")
    _notes(document, reading, _)
    if reading.answers:
        _answers(document, reading, _)
    return document


def _answers(document: Document, reading: SessionReading, _: Labels) -> None:
    contents = Contents(document, _("Contents"), levels=1)
    for answer in reading.answers:
        _answer(document, contents, reading, answer, _)
    contents.fill()


def _notes(document: Document, reading: SessionReading, _: Labels) -> None:
    for text in warnings(reading, _):
        add_text(document.add_paragraph(style=NOTE), text)
    lines = (line for answer in reading.answers for line in heard(answer, _))
    if any(token.unsure for line in lines for token in tokens(line.fragment.segment)):
        paragraph = document.add_paragraph()
        add_text(paragraph, _("Dotted underline"), UNSURE)
        add_text(paragraph, _(": a word of which the speech recognition was not sure."))


def _answer(
    document: Document, contents: Contents, reading: SessionReading, answer: AnswerReading, _: Labels
) -> None:
    contents.heading(f"{answer.answer.number}. {answer.question.text}", 1)
    if topics := topics_line(reading, answer, _):
        add_text(document.add_paragraph(style=TOPICS), topics)
    for line in heard(answer, _):
        _line(document, line)
    if note := status(answer, _):
        add_text(document.add_paragraph(), note)


def _line(document: Document, line: Heard) -> None:
    paragraph = document.add_paragraph(style=INTERVIEWER if line.interviewer else SPOKEN)
    add_text(paragraph, clock(line.fragment.segment.start), TIME)
    add_text(paragraph, "\t")
    if line.interviewer:
        add_text(paragraph, f"{line.speaker}: ")
    _words(paragraph, line)
    if line.doubt:
        add_text(paragraph, f" ({line.doubt})", SOURCE)


def _words(paragraph: Paragraph, line: Heard) -> None:
    for unsure, group in groupby(tokens(line.fragment.segment), key=lambda token: token.unsure):
        run = list(group)
        text = "".join(token.text + token.space for token in run)
        add_text(paragraph, text.rstrip(), UNSURE if unsure else None)
        add_text(paragraph, text[len(text.rstrip()) :])

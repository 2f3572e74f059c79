"""A sheet as a Word document: half a page on how it works, then each answer with its boxes and room for remarks.

Each fragment has a bookmark around its words and the space after them, so that what is typed between its first
letter and that space stays inside, wherever an office program puts what is typed at a border.
"""

from exports.review import wording
from exports.review.around import closing, how, margins, opening
from exports.review.layout import Passage, heading
from exports.review.marks import STAMP, Of
from exports.review.runs import runs
from exports.review.styles import ASKED_BETWEEN, BOX, TICK_HEAD, TICK_LINE
from exports.review.writer import Writer
from exports.word.body import Column, Line
from exports.word.page import finished
from exports.word.stamp import stamped
from exports.word.styles import BODY, CELL, UNSURE
from sessions.fragments import AnswerReading, SessionReading
from sessions.sheet import Sheet

KIND = "review"
"""What a file of ours says that it is (:func:`exports.word.page.finished`)."""
_ROOM = 2  # empty lines in the room for remarks, which grows
_WIDTH_CM = 16.0


def render_sheet(reading: SessionReading, sheet: Sheet) -> bytes:
    """The content of the .docx file of ``sheet``, which was built from ``reading``, in the language of its guide."""
    writer = Writer(reading, sheet)
    opening(writer)
    how(writer)
    room: list[Line] = []
    for answer, paragraphs in writer.answers:
        room = _answer(writer, answer, paragraphs)
    for line in room:
        line.keep()  # no page with the thanks alone
    closing(writer)
    margins(writer)
    writer.body.finish()
    return stamped(finished(writer.document, KIND), sheet.mark, STAMP)


def _answer(writer: Writer, answer: AnswerReading, paragraphs: tuple[Passage, ...]) -> list[Line]:
    """Returns the lines of its room for remarks."""
    id_ = answer.answer.id
    writer.body.heading(heading(answer), 1).bookmark(writer.name(Of.ANSWER, id_))
    lines = [_passage(writer, passage) for passage in paragraphs]
    lines[-1].keep()  # no boxes on a page without a word of what they are about
    _ticks(writer, id_)
    return _room(writer, id_)


def _passage(writer: Writer, passage: Passage) -> Line:
    line = writer.body.line(ASKED_BETWEEN if passage.asked else BODY)
    last = passage.fragments[-1]
    for fragment in passage.fragments:
        with line.marked(writer.name(Of.FRAGMENT, fragment.segment.id)):
            for text, unsure in runs(fragment):
                line.text(text, UNSURE if unsure else "")
            line.text("" if fragment is last else " ")
    return line


def _ticks(writer: Writer, answer_id: int) -> None:
    writer.line(TICK_HEAD, writer.labels(wording.TICK))
    for wish, label in wording.TICKS.items():
        name = writer.name(Of.TICK, answer_id, wish)
        line = writer.body.line(TICK_LINE)
        with line.marked(name):
            line.check_box(name, BOX)
        with line.tab().marked(writer.next_own()):
            line.text(writer.labels(label))


def _room(writer: Writer, answer_id: int) -> list[Line]:
    """The bookmark runs over all lines of the box, so that what is typed in any of them is in it."""
    grid = writer.body.table([Column(writer.labels(wording.NOTES), _WIDTH_CM)])
    writer.own(grid.heads[0])
    lines = [*grid.row(), *(grid.more(0, CELL) for _line in range(_ROOM - 1))]
    lines[0].bookmark(writer.name(Of.NOTES, answer_id), lines[-1])
    return lines

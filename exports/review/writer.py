"""Writes what a sheet says of ours, each line in a bookmark that tells it from what the expert writes."""

from itertools import count

from docx.document import Document

from exports.labels import Labels
from exports.review import wording
from exports.review.filled import filled
from exports.review.layout import Passage, answers_in, passages
from exports.review.marks import Name, Of
from exports.review.styles import STYLES
from exports.word.body import Body, Line
from exports.word.page import About, own_document
from sessions.fragments import AnswerReading, Fragment, SessionReading
from sessions.received import Wish
from sessions.sheet import Sheet

_AUTHOR = "Vakborg"


class Writer:
    """A document that begins empty, with what is to stand in it: ``answers`` with their paragraphs."""

    def __init__(self, reading: SessionReading, sheet: Sheet) -> None:
        self.reading, self.sheet = reading, sheet
        self.labels = Labels(reading.guide.language)
        self.answers: list[tuple[AnswerReading, tuple[Passage, ...]]] = [
            (answer, passages(answer)) for answer in answers_in(reading)
        ]
        self.filled = filled(reading, sheet.mark, sheet.by)
        about = About(self.labels(wording.TITLE), _AUTHOR, sheet.sent_at)
        self.document: Document = own_document(about, self.labels, "", STYLES)
        self.body = Body(self.document, self.labels)
        self._numbers = count(1)

    def line(self, style: str, text: str) -> Line:
        """A line of ours in a style."""
        return self.own(self.body.line(style, text))

    def own(self, line: Line) -> Line:
        """All of ``line`` is ours."""
        return line.bookmark(self.next_own())

    def next_own(self) -> str:
        """A bookmark for what is ours."""
        return self.name(Of.OURS, next(self._numbers))

    def name(self, of: Of, id_: int, wish: Wish | None = None) -> str:
        """The name of a bookmark of this sheet."""
        return str(Name(self.sheet.mark, of, id_, wish))

    @property
    def paragraphs(self) -> list[Passage]:
        """The paragraphs of all answers."""
        return [passage for _answer, paragraphs in self.answers for passage in paragraphs]

    @property
    def fragments(self) -> list[Fragment]:
        """All that is in them."""
        return [fragment for passage in self.paragraphs for fragment in passage.fragments]

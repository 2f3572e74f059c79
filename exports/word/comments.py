"""Word comments, so that what needs a decision can be worked off in Word."""

from datetime import UTC, datetime

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exports.word.fields import add_run, child
from exports.word.line import Line
from exports.word.naming import Names, first_place
from exports.word.styles import COMMENT, COMMENT_MARK

AUTHOR, INITIALS = "Vakborg", "VB"


class Comments:
    """Collects comments; :meth:`write` puts them into the document."""

    def __init__(self, document: Document, names: Names) -> None:
        self._document = document
        self._names = names
        self._waiting: list[tuple[Line, str]] = []

    def add(self, line: Line, text: str) -> None:
        """A comment over all that ``line`` will hold."""
        self._waiting.append((line, text))

    def write(self) -> None:
        """Write what was collected."""
        if not self._waiting:
            return
        root = self._document.part._comments_part.element
        ids = [int(comment.get(qn("w:id"), "0")) for comment in root]
        when = _moment(self._document.core_properties.modified)
        for number, (line, text) in enumerate(self._waiting, max(ids, default=-1) + 1):
            self._comment(root, number, text, when)
            self._mark(line.element, str(number))
        self._waiting.clear()

    def _comment(self, root: BaseOxmlElement, number: int, text: str, when: str) -> None:
        comment = child(root, "w:comment", id=str(number), author=AUTHOR, date=when, initials=INITIALS)
        line = Line.new(comment, self._names, COMMENT)
        mark = add_run(line.element, "", self._names.character(COMMENT_MARK))
        child(mark, "w:annotationRef")
        line.text(text)

    def _mark(self, paragraph: BaseOxmlElement, number: str) -> None:
        start = child(paragraph, "w:commentRangeStart", id=number)
        paragraph.insert(first_place(paragraph), start)
        child(paragraph, "w:commentRangeEnd", id=number)
        mark = add_run(paragraph, "", self._names.character(COMMENT_MARK))
        child(mark, "w:commentReference", id=number)


def _moment(when: datetime | None) -> str:
    return (when or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")

"""A chapter: the draft of one module in a document, and what all of its sections write with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from exports.draft.model import Draft
from exports.labels import Labels
from exports.word.body import Body, Line
from exports.word.styles import DETAIL, LABEL, TOOL
from exports.word.tables import Grid
from sessions.text import clean_line

Files = Callable[[PurePosixPath], bytes | None]
"""Gives the content of a photo by its path in the programme, None where it is gone."""


MISSING = "ontbreekt"
"""The anchor of the list of what is missing."""


@dataclass(frozen=True)
class Chapter:
    """Where a draft is written, and how.

    ``number`` keeps its anchors apart from those of the other modules of a document; 0 is a document about one
    module, whose headings stand a level higher. ``decisions`` are the remarks to make at a statement, by the
    id of its segment.
    """

    body: Body
    draft: Draft
    labels: Labels
    files: Files
    decisions: Mapping[int, tuple[str, ...]]
    number: int = 0

    def heading(self, text: str, level: int, anchor: str = "") -> Line:
        """A heading; ``level`` 1 is a section of the draft, ``anchor`` what :meth:`point` leads to."""
        return self.body.heading(clean_line(text), level + bool(self.number), anchor and self._own(anchor))

    def unwritten(self, text: str) -> Line:
        """A sentence of the tool's own."""
        return self.body.line(TOOL, text)

    def detail(self, name: str, text: str) -> Line:
        """A fact with its name before it."""
        return detail(self.body, name, text)

    def anchor(self, segment_id: int) -> str:
        """The bookmark of the place in the list of sources where a segment stands."""
        return f"{self._own('bron')}_{segment_id}"

    def point(self, line: Line, message: str, to: Grid | str) -> Line:
        """Add ``message`` with, in place of ``{place}``, a reference to a table or to the heading ``to``."""
        before, _place, after = message.partition("{place}")
        self.body.reference(line.text(before), self._own(to) if isinstance(to, str) else to)
        return line.text(after)

    def _own(self, anchor: str) -> str:
        return f"{anchor}_{self.number}" if self.number else anchor


def detail(body: Body, name: str, text: str) -> Line:
    """A fact with its name before it."""
    return body.line(DETAIL).text(name, LABEL).tab().text(text)

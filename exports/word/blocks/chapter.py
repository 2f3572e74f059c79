"""A chapter: the draft of one module in a document, and what all of its sections write with."""

from collections.abc import Mapping
from dataclasses import dataclass

from exports.draft.model import Draft, Kind
from exports.files import Files
from exports.labels import Labels
from exports.word.body import Body, Line
from exports.word.styles import DETAIL, LABEL, TOOL, TOPICS
from exports.word.tables import Grid
from sessions.facets import Facet
from sessions.text import clean_line

MISSING = "ontbreekt"
"""The anchor of the list of what is missing."""

_SIDES = {
    Facet.EXAMPLE: Kind.EXAMPLE,
    Facet.SIGNAL: Kind.SIGNAL,
    Facet.LIMIT: Kind.LIMIT,
    Facet.REASON: Kind.WHAT,
    Facet.ERROR: Kind.ERROR,
    Facet.CHECK: Kind.CHECK,
}
"""The part of a topic in which a facet stands that is asked of every topic."""


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

    def origin(self, question: str) -> Line:
        """The interview question that something comes from, which made an expert tell it."""
        text = self.labels("From the interview question: {question}").format(question=clean_line(question))
        return self.body.line(TOPICS, text)

    def side(self, facet: Facet) -> str:
        """A facet of a topic as the heading of its part calls it, in running text."""
        name = self.labels.part(_SIDES[facet]) if facet in _SIDES else self.labels.facet(facet)
        return name[:1].lower() + name[1:]

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

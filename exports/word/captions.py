"""Numbered captions, and references to them and to headings."""

import re
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exports.labels import Labels
from exports.word.fields import add_field, bookmark_name
from exports.word.line import Line
from exports.word.naming import Names


@dataclass
class Captions:
    """Counts the tables and figures of a document, and knows what can be referred to."""

    names: Names
    labels: Labels
    count: dict[str, int] = field(default_factory=dict)
    _shown: dict[str, str] = field(default_factory=dict)
    _waiting: list[tuple[BaseOxmlElement, str]] = field(default_factory=list)

    def write(self, line: Line, kind: str, text: str) -> tuple[int, str]:
        """ "Tabel 3. text" on ``line`` for the ``kind`` "Table": its number, and the bookmark around "Tabel 3"."""
        number = self.count.get(kind, 0) + 1
        self.count[kind] = number
        label = self.labels(kind)
        line.text(f"{label} ")
        sequence = label if re.fullmatch("[A-Za-z]+", label) else kind  # its name may hold no other letters
        add_field(line.element, f"SEQ {sequence} \\* ARABIC", str(number))
        anchor = self.names.free_bookmark("_Ref", sum(self.count.values()))
        line.bookmark(anchor)
        self.know(anchor, f"{label} {number}".lower())
        if text:
            line.text(f". {text}")
        return number, anchor

    def know(self, anchor: str, shown: str) -> None:
        """Something that can be referred to."""
        self._shown.setdefault(bookmark_name(anchor), shown)

    def refer(self, line: Line, anchor: str, lower: bool) -> None:
        """A reference that shows what ``anchor`` stands around, written now or later."""
        switch = " \\* Lower" if lower else ""
        name = bookmark_name(anchor)
        run = add_field(line.element, f"REF {name} \\h{switch}", "…")
        self._waiting.append((run, name))

    def settle(self) -> set[str]:
        """Write what the references show; the anchors that are nowhere, whose references became plain text."""
        unknown = {name for _run, name in self._waiting if name not in self._shown}
        for run, name in self._waiting:
            run.find(qn("w:t")).text = self._shown.get(name, "…")
            if name in unknown:
                _unfield(run)
        self._waiting.clear()
        return unknown


def _unfield(run: BaseOxmlElement) -> None:
    """Leave only the text of a field: begin, code and separator stand before ``run``, the end after it."""
    paragraph = run.getparent()
    at = paragraph.index(run)
    for part in (*paragraph[at - 3 : at], paragraph[at + 1]):
        paragraph.remove(part)

"""A table of contents that Word brings up to date, and that is not empty where nothing does.

Its field is dirty, on which Word asks whether to update it when the document is opened. Each line has a field for
its page too, which Word fills when it prints, also where the answer was no; before that nobody knows the page.
"""

from dataclasses import dataclass, field

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exports.word.fields import add_field, add_link, add_run, begin_field, end_field, fill_run
from exports.word.line import Line
from exports.word.naming import Names

_INSTRUCTION = 'TOC \\o "1-{levels}" \\h \\z \\u'


@dataclass
class Contents:
    """Collects the headings of a document; :meth:`fill` puts them where ``place`` is; those of level 1 alone
    where all would be more than ``most`` (0: however many)."""

    names: Names
    levels: int = 2
    most: int = 0
    title: Line | None = None
    place: Line | None = None
    entries: list[tuple[int, str, str]] = field(default_factory=list)

    def add(self, level: int, text: str, heading: Line) -> None:
        """A heading that the contents will lead to, unless it is too deep for them."""
        if level <= self.levels:
            name = self.names.free_bookmark("_Toc", len(self.entries) + 1)
            heading.bookmark(name)
            self.entries.append((level, text, name))

    def fill(self) -> None:
        """Write the entries; called when the document is complete."""
        if self.place is None or self.title is None:
            return
        if not self.entries:
            for line in (self.title, self.place):
                line.element.getparent().remove(line.element)
            return
        if 0 < self.most < len(self.entries):
            self.levels = 1
            self.entries = [entry for entry in self.entries if entry[0] == 1]
        body = self.place.element.getparent()
        for at, entry in enumerate(self.entries):
            line = self.place
            if at < len(self.entries) - 1:
                line = Line.new(body, self.names, "toc 1")
                self.place.element.addprevious(line.element)
            self._entry(line, at, *entry)

    def _entry(self, line: Line, at: int, level: int, text: str, name: str) -> None:
        style = line.element.find(f".//{qn('w:pStyle')}")
        style.set(qn("w:val"), self.names.paragraph(f"toc {level}"))
        if at == 0:
            begin_field(line.element, _INSTRUCTION.format(levels=self.levels))
        link = add_link(line.element, name)
        fill_run(add_run(link, text), "\t")
        add_field(link, f"PAGEREF {name} \\h", "")
        if at == len(self.entries) - 1:
            end_field(line.element)


def renew_contents(root: BaseOxmlElement) -> bool:
    """Have the contents that a template brings filled in when the document is opened; whether it has them."""
    codes = [code for code in root.iter(qn("w:instrText")) if (code.text or "").split()[:1] == ["TOC"]]
    for code in codes:
        run = code.getparent()
        while run is not None and run.find(qn("w:fldChar")) is None:
            run = run.getprevious()
        if run is not None:
            run.find(qn("w:fldChar")).set(qn("w:dirty"), "true")
    return bool(codes)

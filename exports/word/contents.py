"""A table of contents that Word brings up to date, and that is not empty where nothing does."""

from docx.document import Document
from docx.text.paragraph import Paragraph

from exports.word.fields import add_bookmark, add_link, begin_field, end_field
from exports.word.styles import TOC_HEADING
from sessions.text import clean_line

_INSTRUCTION = 'TOC \\o "1-{levels}" \\h \\z \\u'


class Contents:
    """Collects the headings of a document and puts those down to ``levels`` where the contents belong."""

    def __init__(self, document: Document, title: str, levels: int = 2) -> None:
        self._document = document
        self._levels = levels
        document.add_paragraph(title, style=TOC_HEADING)
        self._place = document.add_paragraph(style="toc 1")
        self._entries: list[tuple[int, str, str]] = []

    def heading(self, text: str, level: int) -> Paragraph:
        """A heading in the document that the contents will lead to."""
        text = clean_line(text)
        paragraph: Paragraph = self._document.add_heading(text, level)
        if level <= self._levels:
            name = f"_Toc{len(self._entries) + 1:08d}"
            add_bookmark(paragraph, name)
            self._entries.append((level, text, name))
        return paragraph

    def fill(self) -> None:
        """Write the entries; called when the document is complete."""
        for at, (level, text, name) in enumerate(self._entries):
            last = at == len(self._entries) - 1
            entry = self._place if last else self._place.insert_paragraph_before()
            entry.style = f"toc {level}"
            if at == 0:
                begin_field(entry, _INSTRUCTION.format(levels=self._levels))
            add_link(entry, text, name)
            if last:
                end_field(entry)

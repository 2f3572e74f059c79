"""A sheet as a Word file in the hands of an expert: what a person does with it, done through python-docx."""

import re
from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

_START, _END, _PARA, _RUN, _TEXT = (qn(f"w:{n}") for n in ("bookmarkStart", "bookmarkEnd", "p", "r", "t"))
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


class WordFile:
    """One file; fragments and answers are named by their ids."""

    def __init__(self, data: bytes) -> None:
        self.document = Document(BytesIO(data))
        self.body = self.document.element.body

    def saved(self) -> bytes:
        """Its content now."""
        out = BytesIO()
        self.document.save(out)
        return out.getvalue()

    def start(self, tail: str) -> BaseOxmlElement:
        """The start of the bookmark of which the name ends in ``tail``: "f12", "a3", "t3_right"."""
        found: BaseOxmlElement = next(
            e for e in self.body.iter(_START) if e.get(qn("w:name")).endswith(f"_{tail}")
        )
        return found

    def nodes(self, fragment: int) -> list[BaseOxmlElement]:
        """The texts in the bookmark of a fragment, and in no other that begins in it, without what is struck as a
        tracked change."""
        number, found = self.start(f"f{fragment}").get(qn("w:id")), []
        inside: list[str] = []
        for element in self.body.iter():
            name = element.get(qn("w:id"))
            if element.tag == _START and (inside or name == number):
                inside.append(name)
            elif element.tag == _END and name in inside:
                inside = [] if name == number else [one for one in inside if one != name]
            elif inside == [number] and element.tag == _TEXT:
                found.append(element)
        return found

    def text(self, fragment: int) -> str:
        """What stands in the bookmark of a fragment."""
        return "".join(node.text or "" for node in self.nodes(fragment))

    def write(self, fragment: int, text: str) -> None:
        """Other words in the same bookmark."""
        first, *others = self.nodes(fragment)
        _set(first, f"{text} ")
        for node in others:
            _set(node, "")

    def paragraph(self, fragment: int) -> BaseOxmlElement:
        """The paragraph in which a fragment begins."""
        found: BaseOxmlElement = next(e for e in self.start(f"f{fragment}").iterancestors(_PARA))
        return found

    def headed(self, answer: int, text: str) -> None:
        """Another heading; none, where ``text`` is empty."""
        paragraph = next(self.start(f"a{answer}").iterancestors(_PARA))
        for node in paragraph.iter(_TEXT):
            _set(node, text)
            text = ""
        if not "".join(node.text or "" for node in paragraph.iter(_TEXT)):
            paragraph.getparent().remove(paragraph)

    def fragments(self, paragraph: BaseOxmlElement) -> list[int]:
        """The fragments that begin in a paragraph."""
        names = [e.get(qn("w:name")) for e in paragraph.iter(_START)]
        return [int(found[1]) for name in names if (found := re.fullmatch(r"vb_\w+_f(\d+)", name))]

    def ends(self, paragraph: BaseOxmlElement) -> set[str]:
        """The numbers of the bookmarks that end in a paragraph."""
        return {e.get(qn("w:id")) for e in paragraph.iter(_END)}

    def whole(self, paragraph: BaseOxmlElement) -> bool:
        """Whether every bookmark that begins in a paragraph ends in it, and the other way round."""
        return {e.get(qn("w:id")) for e in paragraph.iter(_START)} == self.ends(paragraph)

    def said(self) -> list[BaseOxmlElement]:
        """The paragraphs with fragments, in order."""
        return [p for p in self.body.iter(_PARA) if self.fragments(p)]

    def typed(self, text: str) -> BaseOxmlElement:
        """A new paragraph, that stands nowhere yet."""
        paragraph = OxmlElement("w:p")
        Paragraph(paragraph, self.document._body).add_run(text)
        return paragraph

    def append(self, paragraph: BaseOxmlElement, text: str) -> None:
        """Words at the end of a paragraph, after its last bookmark."""
        Paragraph(paragraph, self.document._body).add_run(text)

    def split(self, fragment: int, at: int, *, keeps_mark: bool = True) -> BaseOxmlElement:
        """Press Enter before the ``at``-th word of the first text of a fragment; the new paragraph. Its bookmark runs
        over both, or only has the first part."""
        node = self.nodes(fragment)[0]
        run, words = node.getparent(), (node.text or "").split(" ")
        rest = deepcopy(run)
        _set(node, " ".join(words[:at]) + " ")
        _set(next(rest.iter(_TEXT)), " ".join(words[at:]))
        run.addnext(rest)
        new = self._broken_before(rest)
        if not keeps_mark:
            number = self.start(f"f{fragment}").get(qn("w:id"))
            self.paragraph(fragment).append(next(e for e in new.iter(_END) if e.get(qn("w:id")) == number))
        return new

    def _broken_before(self, child: BaseOxmlElement) -> BaseOxmlElement:
        old = next(child.iterancestors(_PARA))
        new = OxmlElement("w:p")
        if old.pPr is not None:
            new.append(deepcopy(old.pPr))
        for element in [child, *child.itersiblings()]:
            new.append(element)
        old.addnext(new)
        return new

    def join(self, paragraph: BaseOxmlElement) -> None:
        """Backspace at the beginning of the paragraph after this one."""
        after = paragraph.getnext()
        self.append(paragraph, " ")
        for element in list(after):
            if element.tag != qn("w:pPr"):
                paragraph.append(element)
        after.getparent().remove(after)

    def replaced(self, fragment: int, at: int, until: int, text: str, *, author: str) -> None:
        """Replace words of the first text of a fragment as a tracked change that nobody decided on."""
        node = self.nodes(fragment)[0]
        run, words = node.getparent(), (node.text or "").split(" ")
        parts = [deepcopy(run) for _part in range(3)]
        pieces = [
            "".join(f"{w} " for w in words[:at]),
            "".join(f"{w} " for w in words[at:until]),
            " ".join(words[until:]),
        ]
        for part, piece in zip(parts, pieces, strict=True):
            _set(next(part.iter(_TEXT)), piece)
        new = deepcopy(run)
        _set(next(new.iter(_TEXT)), f"{text} ")
        for element in (
            parts[0],
            _tracked("w:del", parts[1], author),
            _tracked("w:ins", new, author),
            parts[2],
        ):
            run.addprevious(element)
        run.getparent().remove(run)

    def struck(self, paragraph: BaseOxmlElement, *, author: str) -> None:
        """Delete a whole paragraph as a tracked change."""
        for run in list(paragraph.iter(_RUN)):
            mark = OxmlElement("w:ins")
            run.addprevious(mark)
            mark.addnext(_tracked("w:del", run, author))
            mark.getparent().remove(mark)
        properties = paragraph.get_or_add_pPr()
        inner = OxmlElement("w:rPr")
        inner.append(_attributed("w:del", author))
        properties.append(inner)

    def retyped(self, fragment: int, text: str) -> None:
        """Select all of a fragment and type something else: its bookmark is gone with it."""
        self.write(fragment, text)
        number = self.start(f"f{fragment}").get(qn("w:id"))
        for element in [e for e in self.body.iter(_START, _END) if e.get(qn("w:id")) == number]:
            element.getparent().remove(element)

    def flattened(self, paragraph: BaseOxmlElement) -> None:
        """The same text without any bookmark in it, as python-docx and some programs leave it."""
        text = "".join(node.text or "" for node in paragraph.iter(_TEXT))
        Paragraph(paragraph, self.document._body).text = text.strip()

    def unmarked(self) -> None:
        """Take out all bookmarks."""
        for element in list(self.body.iter(_START, _END)):
            element.getparent().remove(element)

    def tick(self, answer: int, wish: str) -> None:
        """Click on a box."""
        paragraph = next(self.start(f"t{answer}_{wish}").iterancestors(_PARA))
        next(paragraph.iter(f"{_W14}checked")).set(f"{_W14}val", "1")

    def crossed(self, answer: int, wish: str) -> None:
        """Type an x in front of a box."""
        paragraph = next(self.start(f"t{answer}_{wish}").iterancestors(_PARA))
        run = OxmlElement("w:r")
        paragraph.insert(1 if paragraph.pPr is not None else 0, run)
        Run(run, Paragraph(paragraph, self.document._body)).text = "x "

    def remark(self, answer: int, text: str) -> None:
        """Type in the room for remarks."""
        paragraph = next(self.start(f"n{answer}").iterancestors(_PARA))
        self.append(paragraph, text)

    def comment(self, fragment: int, text: str, author: str) -> str:
        """A Word comment on the first words of a fragment; returns the words that it is about."""
        node = self.nodes(fragment)[0]
        run = node.getparent()
        self.document.add_comment(
            Run(run, Paragraph(self.paragraph(fragment), self.document._body)), text, author
        )
        return node.text or ""

    def answer_of(self, element: BaseOxmlElement) -> int:
        """The answer under whose heading a paragraph stands."""
        found = 0
        for one in self.body.iter(_PARA):
            names = [e.get(qn("w:name")) for e in one.iter(_START)]
            found = next((int(m[1]) for n in names if (m := re.fullmatch(r"vb_\w+_a(\d+)", n))), found)
            if one is element:
                return found
        raise LookupError

    def before(self, element: BaseOxmlElement) -> Iterator[int]:
        """The fragments that begin before a paragraph, the last first."""
        every: list[int] = []
        for one in self.body.iter(_PARA):
            if one is element:
                break
            every += self.fragments(one)
        return reversed(every)


def _set(node: BaseOxmlElement, text: str) -> None:
    node.text = text
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _attributed(tag: str, author: str) -> BaseOxmlElement:
    element = OxmlElement(tag)
    element.set(qn("w:id"), "9000")
    element.set(qn("w:author"), author)
    element.set(qn("w:date"), "2026-01-05T10:00:00Z")
    return element


def _tracked(tag: str, run: BaseOxmlElement, author: str) -> BaseOxmlElement:
    element = _attributed(tag, author)
    if tag == "w:del":
        for node in list(run.iter(_TEXT)):
            node.tag = qn("w:delText")
    element.append(run)
    return element

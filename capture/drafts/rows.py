"""What a draft looks like as lines of text: pure data, for a terminal of any width."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from sessions.text import clean_line
from sessions.transcript import Doubt

if TYPE_CHECKING:
    from exports.draft.model import Paragraph, Source, Statement


class Kind(Enum):
    """What a row is: an expert's words, the guide's, or the tool's own, which must look so."""

    HEADING = auto()
    SUBHEADING = auto()
    SAID = auto()
    GUIDE = auto()
    TOOL = auto()


@dataclass(frozen=True)
class Row:
    """A paragraph. ``lead`` stands before the text (whose words, or a number), ``reference`` after it.

    ``segment_id`` is the fragment that it leads to, 0 where there is none; ``open`` tells that somebody has to
    decide something about it; ``sources`` says how many places are folded in it; ``level`` how far it is moved in.
    """

    kind: Kind
    text: str
    lead: str = ""
    reference: str = ""
    segment_id: int = 0
    open: bool = False
    sources: int = 1
    level: int = 0


@dataclass(frozen=True)
class Block:
    """A part of the draft, with its place in the outline."""

    title: str
    rows: tuple[Row, ...]
    level: int = 0


def block(title: str, rows: Iterable[Row], level: int = 0) -> Block:
    """A part under a heading of its own."""
    heading = Row(Kind.HEADING, clean_line(title))
    return Block(heading.text, (heading, *rows), level)


def subheading(text: str) -> Row:
    """A heading inside a part."""
    return Row(Kind.SUBHEADING, clean_line(text))


def own(text: str, *, segment_id: int = 0, needs: bool = False, reference: str = "") -> Row:
    """A sentence of the tool's own."""
    return Row(Kind.TOOL, clean_line(text), segment_id=segment_id, open=needs, reference=reference)


def of_guide(text: str, lead: str = "", level: int = 0) -> Row:
    """Something that the guide says."""
    return Row(Kind.GUIDE, clean_line(text), lead, level=level)


def said(statement: "Statement", lead: str = "", level: int = 0) -> Row:
    """A statement, with where it was said."""
    return Row(
        Kind.SAID,
        clean_line(statement.text),
        clean_line(lead),
        statement.source.reference,
        statement.source.segment_id,
        statement.doubt is not Doubt.NONE,
        len(statement.sources),
        level,
    )


def spoken(source: "Source", level: int = 0) -> Row:
    """The words of one source as they were said."""
    return Row(
        Kind.SAID,
        clean_line(source.spoken),
        clean_line(source.voice.label),
        source.reference,
        source.segment_id,
        level=level,
    )


def all_said(statements: "Iterable[Statement]", lead: str = "", level: int = 0) -> Iterator[Row]:
    """Statements one after the other; the first says whose they are."""
    for number, statement in enumerate(statements):
        yield said(statement, "" if number else lead, level)


def paragraphs(given: "Sequence[Paragraph]") -> Iterator[Row]:
    """Paragraphs, each beginning with whose it is."""
    for paragraph in given:
        yield from all_said(paragraph.statements, paragraph.label)

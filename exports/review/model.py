"""A Word file that came back, as it is: blocks of text in order, with what is attached to them. Nothing is placed."""

from dataclasses import dataclass, field
from datetime import datetime

from exports.review.marks import Name


@dataclass(frozen=True)
class Found:
    """A bookmark of ours in a block: from character ``start`` up to ``end`` of its text. One that runs over several
    blocks is in each of them; one of which the words are gone is empty."""

    name: Name
    start: int
    end: int


@dataclass(frozen=True)
class WordComment:
    """A comment of Word: who wrote what about which words (``quote``), all as the file has it. Replies are comments
    too. Those words begin at the character ``start`` of the block (-1: unknown)."""

    author: str
    text: str
    quote: str = ""
    start: int = -1


@dataclass(frozen=True)
class Block:
    """A paragraph, wherever it stands (text, table cell, text box); its text as it reads when every tracked change
    is accepted.

    ``boxes`` are its check boxes, ticked or not, as content controls or form fields, without their glyphs in
    ``text``; ``style`` is the name of its style, in small letters.
    """

    text: str
    found: tuple[Found, ...] = ()
    boxes: tuple[bool, ...] = ()
    comments: tuple[WordComment, ...] = ()
    style: str = ""


@dataclass(frozen=True)
class Returned:
    """All of the file. ``stamp`` is the mark in its properties, ``margins`` the texts of headers and footers;
    ``open_changes`` counts tracked changes that nobody decided on, ``pictures`` those that somebody put in: a sheet of
    ours has none. ``crossed_out`` counts stretches that are struck through, which are not in the texts."""

    blocks: tuple[Block, ...]
    sha256: str
    stamp: str = ""
    margins: tuple[str, ...] = ()
    modified: datetime | None = None
    open_changes: int = 0
    pictures: int = 0
    crossed_out: int = 0
    marks: frozenset[str] = field(init=False)
    """The marks of all sheets of which a bookmark is in it."""

    def __post_init__(self) -> None:
        marks = frozenset(found.name.mark for block in self.blocks for found in block.found)
        object.__setattr__(self, "marks", marks)

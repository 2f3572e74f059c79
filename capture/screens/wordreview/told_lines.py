"""What taking in a file would change, line by line as the screen shows it; readable without colour too."""

from collections.abc import Iterable

from textual.content import Content

from capture.screens.reviewing.wrapping import breaks
from capture.screens.showing import MUTED, plain
from capture.wordreview.difference import Part, Words
from capture.wordreview.telling import Kind, Told
from sessions.text import clean_line

AROUND = 2
"""Cells that a line of a list keeps free at its sides."""

_SIGNS = {
    Kind.REWORDED: "~",
    Kind.REMOVED: "−",
    Kind.ADDED: "+",
    Kind.WISH: "✓",
    Kind.NOTE: "»",
    Kind.MISSING: "!",
    Kind.UNPLACED: "?",
}

_SHORT = (Kind.WISH, Kind.MISSING)
"""What is said on the line of its label."""


def line(told: Told, width: int) -> Content:
    """One thing in ``width`` cells, with what is to be known of it."""
    if told.kind in (Kind.ANSWER, Kind.HEADING):
        return _answer(told, width)
    head = Content.assemble((f"{_SIGNS[told.kind]} {told.label}".rstrip(), "bold"))
    if told.kind in _SHORT:
        head += Content("  ") + difference(told.words)
    beside = ", ".join(clean_line(part) for part in (told.reference, *told.details) if part)
    head = hanging(head + Content.styled(f"  {beside}" if beside else "", MUTED), width, 2)
    if told.kind in _SHORT:
        return head
    return head + Content("\n") + hanging(difference(told.words), width, 4)


def _answer(told: Told, width: int) -> Content:
    question = clean_line(" ".join(words.text for words in told.words))
    beside = "".join(f"  ({detail})" for detail in told.details)
    head = Content.assemble((told.label, "bold $text-accent"), "  ", (question, "bold"), (beside, MUTED))
    return Content("\n") + hanging(head, width, 0)


def hanging(content: Content, width: int, indent: int) -> Content:
    """``content`` wrapped in ``width`` cells, every line of it ``indent`` to the right."""
    lines = [
        part[start:end]
        for part in content.split("\n")
        for start, end in breaks(part.plain, max(10, width - indent))
    ]
    return Content("\n").join(Content(" " * indent) + one for one in lines)


def difference(words: Iterable[Words]) -> Content:
    """The words with what is gone as [− so] and what is new as [+ so]."""
    return Content(" ").join(_shown(one) for one in words)


def _shown(words: Words) -> Content:
    if words.part is Part.GONE:
        return Content.assemble(
            ("[− ", "$text-error"), (words.text, "strike $text-error"), ("]", "$text-error")
        )
    if words.part is Part.NEW:
        return Content.styled(f"[+ {words.text}]", "bold $text-success")
    return plain(words.text)


def warning(text: str, width: int) -> Content:
    """What somebody should know first."""
    return hanging(Content.assemble(("! ", "bold $text-warning"), (text, "$text-warning")), width, 0)


def beside(text: str, width: int) -> Content:
    """What is good to know."""
    return hanging(Content.styled(f"· {text}", MUTED), width, 0)

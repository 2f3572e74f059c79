"""A row of a draft as lines of a terminal.

Nothing is told by colour alone: ! is to be decided, ▹ is the tool's own sentence, and an expert's words end with
where they were said.
"""

from textual.content import Content

from capture.drafts.rows import Kind, Row
from capture.screens.reviewing.wrapping import breaks
from capture.screens.showing import MUTED
from sessions.i18n import ngettext

GUTTER = 2
INDENT = 3
OPEN = "! "
OWN = "▹ "
_HARD = "_"  # stands for a space that is no place to break a line at


def height(row: Row, width: int) -> int:
    """How many lines ``row`` takes in ``width`` cells."""
    return len(_breaks(row, width)) + _space(row)


def lines(row: Row, width: int, *, here: bool = False) -> list[Content]:
    """The lines of ``row``; a heading has an empty one above it."""
    styled = _styled(row)
    parts = [styled[start:end] for start, end in _breaks(row, width)]
    gutter = " " * (INDENT * row.level)
    first = _mark(row) if not here else Content.assemble(("▌", "$primary"), _mark(row)[:1])
    rest = Content(" " * GUTTER) if not here else Content.assemble(("▌", "$primary"), " ")
    marked = [(rest if n else first) + gutter + part for n, part in enumerate(parts)]
    return [*[Content("")] * _space(row), *marked]


def _breaks(row: Row, width: int) -> list[tuple[int, int]]:
    """Where its lines break: never inside a reference."""
    text, reference = plain(row), row.reference
    if " " in reference:
        at = text.rindex(f" [{reference}]") + 2
        text = text[:at] + reference.replace(" ", _HARD) + text[at + len(reference) :]
    return breaks(text, _room(row, width))


def plain(row: Row) -> str:
    """All that is printed of ``row``, in one line."""
    return "".join(text for text, _style in _pieces(row))


def _styled(row: Row) -> Content:
    return Content.assemble(*_pieces(row))


def _pieces(row: Row) -> list[tuple[str, str]]:
    reference = f" [{row.reference}]" if row.reference else ""
    folded = f" {_folded(row.sources)}" if row.sources > 1 else ""
    return [
        (OWN if row.kind is Kind.TOOL else "", MUTED),
        (_lead(row), "bold"),
        (row.text, _STYLES[row.kind]),
        (reference + folded, MUTED),
    ]


_STYLES = {
    Kind.HEADING: "bold underline $text-primary",
    Kind.SUBHEADING: "bold $text-accent",
    Kind.SAID: "",
    Kind.GUIDE: "",
    Kind.TOOL: "italic",
}


def _lead(row: Row) -> str:
    if not row.lead:
        return ""
    return f"{row.lead} " if row.lead in "-" or not row.text else f"{row.lead}: "


def _folded(sources: int) -> str:
    return ngettext("({n} time)", "({n} times)", sources).format(n=sources)


def _mark(row: Row) -> Content:
    return Content.styled(OPEN, "bold $text-warning") if row.open else Content(" " * GUTTER)


def _room(row: Row, width: int) -> int:
    return max(10, width - GUTTER - INDENT * row.level)


def _space(row: Row) -> int:
    return 1 if row.kind in (Kind.HEADING, Kind.SUBHEADING) else 0

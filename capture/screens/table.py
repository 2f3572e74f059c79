"""The table of sessions: columns as wide as they need, names of people shortened where they must."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widgets import DataTable

from capture.naming import when
from capture.screens.overview import SessionLine
from capture.wordreview.naming import agreed_told, kept_told
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.text import clean_line

_NAMES = 30
"""Cells that the names of people and companies keep before it is told what the expert thinks."""


class SessionTable(DataTable[Text]):
    """The table, with its Enter in the footer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select_cursor", _("Open"), id="open", tooltip=_("Look at the chosen session")),
    ]

    def fill(self, lines: Sequence[SessionLine], width: int) -> None:
        """Show ``lines`` in ``width`` cells; names give where not everything fits."""
        headings = ("", _("expert"), _("company"), _("date"), _("turned into text"))
        room = width - 2 * self.cell_padding * len(headings)
        rows, needs = _measured(headings, [_row(line) for line in lines])
        for most in (3, 2, 1, 0):
            if sum(needs) - needs[1] - needs[2] + min(_NAMES, needs[1] + needs[2]) > room:
                rows, needs = _measured(headings, [_row(line, most) for line in lines])
        self.clear(columns=True)
        for heading, column in zip(headings, _widths(needs, room), strict=True):
            self.add_column(Text(heading), width=column)
        for line, row in zip(lines, rows, strict=True):
            self.add_row(*(_cell(c) for c in row), key=line.code)


def _measured(headings: Sequence[str], rows: list[list[str]]) -> tuple[list[list[str]], list[int]]:
    """The rows, and what each column needs."""
    return rows, [max(cell_len(row[n]) for row in [headings, *rows]) for n in range(len(headings))]


def _row(line: SessionLine, most: int = 4) -> list[str]:
    """The cells, with so many things that the expert did, at most."""
    progress = ", ".join([*_progress(line), *list(_agreement(line))[:most]])
    return [
        clean_line(cell) for cell in (line.code, line.expert, line.company, when(line.started_at), progress)
    ]


def _widths(needs: list[int], room: int) -> list[int]:
    """Every column as wide as it needs; where that is too much, the names of people and companies give."""
    code, expert, company, date, progress = needs
    left = max(16, room - code - date - progress)
    if expert + company > left:
        expert, company = (max(8, left * need // (expert + company)) for need in (expert, company))
    return [code, expert, company, date, progress]


def _cell(text: str) -> Text:
    return Text(text, no_wrap=True, overflow="ellipsis")


def _agreement(line: SessionLine) -> Iterator[str]:
    """What the expert thinks of it, where they said anything."""
    if line.agreed or line.internal or line.not_to_use:
        yield agreed_told(line.agreed, line.asked)
    if line.remarks:
        yield ngettext("{n} remark", "{n} remarks", line.remarks).format(n=line.remarks)
    yield from kept_told(line.internal, line.not_to_use)


def _progress(line: SessionLine) -> list[str]:
    parts = [_("under way")] if line.under_way else []
    if not line.answers:
        return [*parts, _("no answers yet")]
    parts.append(_("{done} of {all}").format(done=line.transcribed, all=line.answers))
    if line.waiting:
        parts.append(ngettext("{n} waits", "{n} wait", line.waiting).format(n=line.waiting))
    if line.set_aside:
        parts.append(_("{n} set aside").format(n=line.set_aside))
    if line.reviewed:
        parts.append(
            _("reviewed")
            if line.reviewed == 100
            else _("{share} reviewed").format(share=f"{line.reviewed} %")
        )
    return parts

"""The table of modules: with room more of what is known, the title as long as what is left."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widgets import DataTable

from capture.drafts.shelf import Last, ModuleLine, Tally
from capture.naming import when
from sessions.i18n import gettext as _
from sessions.text import clean_line

WIDE = 110
"""Cells from which every column is there."""


class ModuleTable(DataTable[Text]):
    """The table, with its Enter in the footer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select_cursor", _("Open"), id="open_module", tooltip=_("Read the chosen module")),
    ]

    def fill(self, lines: Sequence[ModuleLine], width: int) -> None:
        """Show ``lines`` in ``width`` cells."""
        wide = width >= WIDE
        headings = _headings(wide=wide)
        rows = [_row(line, wide=wide) for line in lines]
        needs = [max(cell_len(row[i]) for row in [headings, *rows]) for i in range(len(headings))]
        room = width - 2 * self.cell_padding * len(headings) - sum(needs) + needs[1]
        needs[1] = max(8, min(needs[1], room))
        self.clear(columns=True)
        for heading, need in zip(headings, needs, strict=True):
            self.add_column(Text(heading), width=need)
        for line, row in zip(lines, rows, strict=True):
            cells = [Text(c, no_wrap=True, overflow="ellipsis") for c in row]
            self.add_row(*cells, key=f"{line.which.guide_id} {line.which.module_id}")


def _headings(*, wide: bool) -> list[str]:
    more = [_("experts"), _("companies"), _("not released")] if wide else []
    rest = [_("approved"), _("differ"), _("gaps"), _("exported")]
    return ["", _("module"), _("statements"), *more, *rest]


def _row(line: ModuleLine, *, wide: bool) -> list[str]:
    names = [clean_line(line.which.module_id), clean_line(line.title)]
    if line.tally is None:
        return [*names, "…", *([""] * (7 if wide else 4))]
    return [*names, *_numbers(line.tally, wide=wide), exported(line.last, wide=wide)]


def _numbers(tally: Tally, *, wide: bool) -> list[str]:
    more = (tally.experts, tally.companies, tally.withheld) if wide else ()
    approved = _("{done} of {all}").format(done=tally.approved, all=tally.answers) if tally.answers else ""
    return [str(tally.statements), *map(_some, more), approved, _some(tally.differences), _some(tally.gaps)]


def _some(n: int) -> str:
    return str(n) if n else ""


def exported(last: Last | None, *, wide: bool = False) -> str:
    """The last export: "v2 +5" for five changes since; with room its day too."""
    if last is None:
        return "-"
    told = f"v{last.version} +{len(last.changed)}" if last.changed else f"v{last.version}"
    return f"{told}, {when(last.made_at)}" if wide else told

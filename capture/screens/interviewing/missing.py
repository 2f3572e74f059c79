"""What this conversation still misses, topic by topic."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Static

from capture.screens.interviewing.dialog import Dialog
from capture.screens.showing import MUTED
from sessions.facets import COVERED, Facet
from sessions.gaps import Fill, GapRow
from sessions.i18n import N_
from sessions.i18n import gettext as _
from sessions.text import clean_line

_SIGNS = {Fill.TOLD: "●", Fill.MARKED: "◐", Fill.EARLIER: "○", Fill.EMPTY: "·"}
_COLUMNS = {
    Facet.EXAMPLE: N_("example"),
    Facet.SIGNAL: N_("signal"),
    Facet.LIMIT: N_("limit"),
    Facet.REASON: N_("reason"),
    Facet.ERROR: N_("error"),
    Facet.CHECK: N_("check"),
}


class MissingDialog(Dialog[bool]):
    """Topic × facet; gives true where the question that fills most of it is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,w", "go", show=False),
        Binding("m", "leave", show=False),
    ]

    def __init__(self, rows: Sequence[GapRow]) -> None:
        super().__init__(_("What is still missing"), _("↑ ↓ scroll, Esc closes."), "gaps")
        self.rows = rows

    def parts(self) -> Iterable[Widget]:
        yield Static("", classes="columns", markup=False)
        yield VerticalScroll(Static("", classes="rows", markup=False), classes="grid")
        yield Static(_legend(), classes="legend", markup=False)
        yield Button(_("Go to the question that fills most (Enter)"), compact=True)

    def on_mount(self) -> None:
        self.query_one(".grid").focus()

    def on_resize(self) -> None:
        """Topics take what the facets leave."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        width = self.query_one(".rows").content_size.width
        self.query_one(".columns", Static).update(heading(width))
        self.query_one(".rows", Static).update(grid(self.rows, width))

    @on(Button.Pressed)
    def action_go(self) -> None:
        """To the question that fills most of it."""
        self.give(True)


def heading(width: int) -> Content:
    """The names of the facets above their columns."""
    names = "  ".join(_(_COLUMNS[facet]) for facet in COVERED)
    return Content.styled(names.rjust(width), MUTED)


def grid(rows: Sequence[GapRow], width: int) -> Content:
    """A line per topic in ``width`` cells, with a sign per facet."""
    if not rows:
        return Content(_("Nothing was told or marked yet."))
    return Content("\n").join([_row(row, width) for row in rows])


def _row(row: GapRow, width: int) -> Content:
    cells = [_SIGNS[row.fills[f]].center(len(_(_COLUMNS[f]))) for f in COVERED]
    signs = "  ".join(cells)
    room = max(8, width - len(signs) - 1)
    topic = Content(clean_line(f"{row.module_id} {row.topic.title}")).truncate(room, ellipsis=True)
    return topic.pad_right(room - topic.cell_length + 1) + signs


def _legend() -> Content:
    told = {
        Fill.TOLD: _("told now"),
        Fill.MARKED: _("marked, not in text yet"),
        Fill.EARLIER: _("told earlier"),
        Fill.EMPTY: _("nothing"),
    }
    return Content.styled("   ".join(f"{_SIGNS[fill]} {name}" for fill, name in told.items()), MUTED)

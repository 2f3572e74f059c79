"""A draft as text, drawn line by line: only what is in sight costs anything, however long it is."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from capture.drafts.rows import Row
from capture.screens.drafting.row_lines import height, lines
from sessions.i18n import gettext as _

HERE = "text--here"


class TextList(ScrollView, can_focus=True, inherit_bindings=False):
    """The rows of a draft; one stands on one of them."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {HERE}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("enter", "open", _("Review"), id="draft_review", tooltip=_("To this fragment in the review")),
        Binding("pageup", "page(-1)", _("A page back"), id="draft_page_up", show=False),
        Binding("pagedown,space", "page(1)", _("A page on"), id="draft_page_down", show=False),
        Binding("home", "go_to(0)", _("To the first line"), id="draft_first", show=False),
        Binding("end", "go_to(-1)", _("To the last line"), id="draft_last", show=False),
    ]

    class Moved(Message):
        """One stands on another row."""

    class Opened(Message):
        """Somebody wants to go where this row leads."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

    def __init__(self) -> None:
        super().__init__(classes="text")
        self.at = 0
        self.rows: tuple[Row, ...] = ()
        self._width = 0
        self._tops: list[int] = [0]
        self._strips: dict[int, list[Strip]] = {}

    @property
    def row(self) -> Row | None:
        """The row at hand."""
        return self.rows[self.at] if self.at < len(self.rows) else None

    def show(self, rows: Sequence[Row], at: int = 0) -> None:
        """Show these rows, and stand on this one."""
        self.rows, self.at = tuple(rows), max(0, min(at, len(rows) - 1))
        self._width = 0
        self._measure()

    def _measure(self) -> None:
        width = self.scrollable_content_region.width
        if not width or width == self._width:
            return
        self._width = width
        self._strips.clear()
        self._tops = [0, *accumulate(height(row, width) for row in self.rows)]
        self.virtual_size = Size(width, self._tops[-1])
        self.refresh()
        self._keep_in_sight()

    def _drawn(self, index: int) -> list[Strip]:
        if index not in self._strips:
            self._strips[index] = self._draw(index)
        return self._strips[index]

    def _draw(self, index: int) -> list[Strip]:
        here = index == self.at
        style = self.get_visual_style(HERE) if here else self.visual_style
        contents = lines(self.rows[index], self._width, here=here)
        made = [Visual.to_strips(self, c, self._width, 1, style, apply_selection=False) for c in contents]
        blank = Strip.blank(self._width, self.visual_style.rich_style)
        drawn = [s[0].adjust_cell_length(self._width, style.rich_style) for s in made]
        return [blank if not content.plain else strip for content, strip in zip(contents, drawn, strict=True)]

    def render_line(self, y: int) -> Strip:
        line = y + self.scroll_offset.y
        index = bisect_right(self._tops, line) - 1
        if index >= len(self.rows) or not self._width:
            return Strip.blank(self.size.width, self.rich_style)
        return self._drawn(index)[line - self._tops[index]]

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._measure()

    def notify_style_update(self) -> None:
        """Other colours."""
        super().notify_style_update()
        self._strips.clear()

    # --- moving --------------------------------------------------------------------------------------
    def stand_on(self, index: int) -> None:
        """Stand on this row, counted from 0."""
        index = max(0, min(index, len(self.rows) - 1))
        if index == self.at:
            return
        for changed in (self.at, index):
            self._strips.pop(changed, None)
        self.at = index
        self.refresh()
        self._keep_in_sight()
        self.post_message(self.Moved())

    def to_top(self, index: int) -> None:
        """Stand on this row and have it at the top of what is in sight."""
        self.stand_on(index)
        if self.at + 1 < len(self._tops):
            self.scroll_to(y=self._tops[self.at], animate=False, immediate=True, force=True)

    def _keep_in_sight(self) -> None:
        if len(self._tops) <= self.at + 1:
            return  # nothing there, or not laid out yet
        top, bottom = self._tops[self.at], self._tops[self.at + 1]
        sight, y = self.scrollable_content_region.height, self.scroll_offset.y
        y = max(y, bottom - sight)
        y = min(y, top)
        self.scroll_to(y=max(0, y), animate=False, immediate=True, force=True)

    def action_move(self, step: int) -> None:
        """To the next row, or the one before."""
        self.stand_on(self.at + step)

    def action_page(self, step: int) -> None:
        """As far as fits on the screen."""
        if len(self._tops) <= self.at + 1:
            return
        line = self._tops[self.at] + step * max(1, self.scrollable_content_region.height - 1)
        index = bisect_right(self._tops, max(0, line)) - 1
        self.stand_on(index if index != self.at else self.at + step)

    def action_go_to(self, index: int) -> None:
        """To this row; -1 is the last."""
        self.stand_on(index if index >= 0 else len(self.rows) + index)

    def action_open(self) -> None:
        """To where this row leads."""
        if row := self.row:
            self.post_message(self.Opened(row))

    def on_click(self, event: events.Click) -> None:
        """Stand where the mouse is; on a double click go where that leads."""
        index = bisect_right(self._tops, event.y + self.scroll_offset.y) - 1
        if not 0 <= index < len(self.rows):
            return
        self.stand_on(index)
        if event.chain == 2:
            self.action_open()

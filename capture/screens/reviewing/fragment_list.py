"""The fragments of an answer, drawn line by line: only what is in sight costs anything, however many there are."""

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

from capture.reviewing.state import Line
from capture.screens.reviewing.fragment_lines import Lit, Room, Span, full, height, quiet
from sessions.fragments import clock
from sessions.guides.model import Guide
from sessions.i18n import gettext as _

HERE = "fragments--here"
Text = tuple[str, tuple[Span, ...]]
"""What the height of a quiet fragment depends on: its text and the doubtful words in it."""


class FragmentList(ScrollView, can_focus=True, inherit_bindings=False):
    """The fragments; one stands on one of them, and that one shows everything."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {HERE}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("enter", "open", _("Edit"), id="edit_text", tooltip=_("Mend the text of this fragment")),
        Binding("pageup", "page(-1)", _("A page back"), id="review_page_up", show=False),
        Binding("pagedown", "page(1)", _("A page on"), id="review_page_down", show=False),
        Binding("home", "go_to(0)", _("To the first fragment"), id="review_first", show=False),
        Binding("end", "go_to(-1)", _("To the last fragment"), id="review_last", show=False),
    ]

    class Moved(Message):
        """One stands on another fragment."""

    class Opened(Message):
        """The fragment is to be edited."""

    def __init__(self) -> None:
        super().__init__(classes="fragments")
        self.at = 0
        self.lines: tuple[Line, ...] = ()
        self._guide: Guide | None = None
        self._room = Room(0)
        self._measured: dict[int, tuple[Text, int]] = {}
        self._heights: list[int] = []
        self._tops: list[int] = [0]
        self._strips: dict[int, list[Strip]] = {}
        self._doubt: tuple[int, Span] | None = None
        self._spoken: tuple[int, Span] | None = None

    # --- what is shown -------------------------------------------------------------------------------
    @property
    def line(self) -> Line | None:
        """The line at hand."""
        return self.lines[self.at] if self.at < len(self.lines) else None

    @property
    def doubt(self) -> Span | None:
        """The word of the fragment at hand that is marked to be looked at."""
        line = self.line
        return self._doubt[1] if line and self._doubt and self._doubt[0] == line.id else None

    def show(self, lines: Sequence[Line], guide: Guide, goal: int | None = None) -> None:
        """Show these lines; one stands on the fragment ``goal``, else stays where one stood."""
        stood, before = self.line, self.lines
        wanted = goal if goal is not None else (stood.id if stood else None)
        self.lines, self._guide = tuple(lines), guide
        self._drop_changed(before)
        self.at = next((n for n, line in enumerate(self.lines) if line.id == wanted), self._nearest(stood))
        if stood and self.line and stood.id != self.line.id:
            self._forget(stood, self.line)
        self._measure()
        self._keep_in_sight()

    def _nearest(self, stood: Line | None) -> int:
        """Where one stands when the fragment is gone: in the same answer at the same place, else at the first."""
        same = stood and self.lines and stood.fragment.answer.id == self.lines[0].fragment.answer.id
        return min(self.at, len(self.lines) - 1) if same else 0

    def _drop_changed(self, before: Sequence[Line]) -> None:
        known = {line.id: line for line in before}
        unchanged = {line.id for line in self.lines if known.get(line.id) == line}
        if self._doubt and self._doubt[0] in known and self._doubt[0] not in unchanged:
            self._doubt = None
        self._strips = {id_: strips for id_, strips in self._strips.items() if id_ in unchanged}

    def _forget(self, *lines: Line) -> None:
        for line in lines:
            self._strips.pop(line.id, None)

    def _measure(self) -> None:
        """How high each fragment is where it is quiet; only those that changed are measured."""
        width = self.scrollable_content_region.width
        if not width:
            return  # not laid out yet
        widest = max((line.fragment.segment.start for line in self.lines), default=0.0)
        room = Room(width, max(5, len(clock(widest))))
        if room != self._room:
            self._room = room
            self._measured.clear()
            self._strips.clear()
        self._heights = [self._height(line) for line in self.lines]
        self._place()

    def _height(self, line: Line) -> int:
        text, known = (line.fragment.segment.text, line.doubts), self._measured.get(line.id)
        if known is None or known[0] != text:
            known = (text, height(line, self._room))
            self._measured[line.id] = known
        return known[1]

    def _place(self) -> None:
        """Where each fragment begins, the one at hand in full."""
        heights = self._heights.copy()
        if line := self.line:
            heights[self.at] = len(self._drawn(line))
        self._tops = [0, *accumulate(heights)]
        # as by ``virtual_size = …``, but without laying out the whole screen for a line more or less
        self.set_reactive(FragmentList.virtual_size, Size(self._room.width, self._tops[-1]))
        self.vertical_scrollbar.window_virtual_size = self._tops[-1]
        self.refresh()

    def _drawn(self, line: Line) -> list[Strip]:
        if line.id not in self._strips:
            self._strips[line.id] = self._draw(line)
        return self._strips[line.id]

    def _draw(self, line: Line) -> list[Strip]:
        assert self._guide is not None
        here = line is self.line
        lit = Lit(here, self._of(line, self._spoken), self._of(line, self._doubt))
        draw = full if here else quiet
        style = self.get_visual_style(HERE) if here else self.visual_style
        lines = draw(line, self._room, self._guide, lit)
        width = self._room.width
        strips = [Visual.to_strips(self, c, width, 1, style, apply_selection=False) for c in lines]
        return [strip.adjust_cell_length(width, style.rich_style) for one in strips for strip in one[:1]]

    def _of(self, line: Line, lit: tuple[int, Span] | None) -> Span | None:
        return lit[1] if lit and lit[0] == line.id else None

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        index = bisect_right(self._tops, row) - 1
        if index >= len(self.lines):
            return Strip.blank(self._room.width, self.rich_style)
        strips, within = self._drawn(self.lines[index]), row - self._tops[index]
        return strips[within] if within < len(strips) else Strip.blank(self._room.width, self.rich_style)

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._measure()
        self._keep_in_sight()

    def notify_style_update(self) -> None:
        """Other colours."""
        super().notify_style_update()
        self._strips.clear()

    # --- the word that is heard, or looked at --------------------------------------------------------
    def light(self, segment_id: int | None, span: Span | None) -> None:
        """This word is heard now; None when nothing is."""
        spoken = (segment_id, span) if segment_id is not None and span else None
        self._relight("_spoken", spoken)

    def look_at(self, segment_id: int | None, span: Span | None) -> None:
        """Mark this word."""
        self._relight("_doubt", (segment_id, span) if segment_id is not None and span else None)

    def _relight(self, name: str, lit: tuple[int, Span] | None) -> None:
        before = getattr(self, name)
        if before != lit:
            setattr(self, name, lit)
            self._repaint({each[0] for each in (before, lit) if each})

    def _repaint(self, ids: set[int]) -> None:
        for id_ in ids:
            self._strips.pop(id_, None)
        for index, line in enumerate(self.lines[: len(self._heights)]):
            if line.id in ids:
                self.refresh_lines(self._tops[index], self._tops[index + 1] - self._tops[index])

    # --- moving --------------------------------------------------------------------------------------
    def stand_on(self, index: int) -> None:
        """Stand on this fragment, counted from 0."""
        index = max(0, min(index, len(self.lines) - 1))
        if index == self.at or len(self._heights) != len(self.lines):
            return
        before, self.at = self.lines[self.at], index
        self._forget(before, self.lines[index])
        self._place()
        self._keep_in_sight()
        self.post_message(self.Moved())

    def stand_on_id(self, segment_id: int) -> bool:
        """Stand on the fragment with this id; False where it is not in this answer."""
        index = next((n for n, line in enumerate(self.lines) if line.id == segment_id), None)
        if index is not None:
            self.stand_on(index)
        return index is not None

    def _keep_in_sight(self) -> None:
        if len(self._tops) <= self.at + 1:
            return  # nothing there, or not laid out yet
        top, bottom = self._tops[self.at], self._tops[self.at + 1]
        sight = self.scrollable_content_region.height
        y = self.scroll_offset.y
        if bottom - y > sight:
            y = bottom - sight
        y = min(y, top) if top < y or bottom - top > sight else y
        self.scroll_to(y=max(0, y), animate=False, immediate=True, force=True)

    def action_move(self, step: int) -> None:
        """To the next, or the one before; in one that is longer than the screen first through that."""
        if not self._scrolled_within(step):
            self.stand_on(self.at + step)

    def _scrolled_within(self, step: int) -> bool:
        if len(self._tops) <= self.at + 1:
            return False
        sight, y = self.scrollable_content_region.height, self.scroll_offset.y
        rest = self._tops[self.at + 1] - (y + sight) if step > 0 else y - self._tops[self.at]
        if rest > 0:
            self.scroll_to(
                y=y + step * min(rest, max(1, sight - 2)), animate=False, immediate=True, force=True
            )
        return rest > 0

    def action_page(self, step: int) -> None:
        """As far as fits on the screen."""
        if not self._heights:
            return
        row = self._tops[self.at] + step * max(1, self.scrollable_content_region.height - 1)
        index = bisect_right(self._tops, max(0, row)) - 1
        self.stand_on(index if index != self.at else self.at + step)

    def action_go_to(self, index: int) -> None:
        """To this one; -1 is the last."""
        self.stand_on(index if index >= 0 else len(self.lines) + index)

    def action_open(self) -> None:
        """Edit the fragment at hand."""
        self.post_message(self.Opened())

    async def on_click(self, event: events.Click) -> None:
        """Stand where the mouse is; on the fragment at hand do what was clicked, or edit it on a double click."""
        index = bisect_right(self._tops, event.y + self.scroll_offset.y) - 1
        if 0 <= index < len(self.lines) and index != self.at:
            self.stand_on(index)
        elif action := event.style.meta.get("does"):
            await self.run_action(f"screen.{action}")
        elif event.chain == 2:
            self.action_open()

"""The places of a find, each to be ticked or left out; only the lines in sight are ever made."""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from capture.reviewing.replacing import Place
from capture.screens.key_names import key_of
from capture.screens.reviewing.changes import around
from sessions.i18n import gettext as _
from sessions.text import clean_line

_REFERENCE = 15
"""Cells for where it was said."""


class HitList(ScrollView, can_focus=True):
    """``places`` with what would stand there instead."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"hit-list--cursor"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(-1)", show=False),
        Binding("space", "tick", show=False, id="tick", tooltip=_("Leave this place out, or take it again")),
        Binding("a", "tick_all(True)", show=False, id="tick_all", tooltip=_("Take all places")),
        Binding("n", "tick_all(False)", show=False, id="tick_none", tooltip=_("Leave all places out")),
        Binding("enter", "screen.replace", show=False),
    ]

    cursor = reactive(0)

    class Ticked(Message):
        """Something was ticked or left out."""

    def __init__(self, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.places: Sequence[Place] = ()
        self.instead = ""
        self._out: set[tuple[int, int, str]] = set()

    def show(self, places: Sequence[Place], instead: str, *, anew: bool) -> None:
        """Show these, what was left out still left out unless they are others, looked for ``anew``."""
        self.places, self.instead = places, instead
        if anew:
            self._out.clear()
        self.virtual_size = Size(1, len(places))
        self.cursor = 0 if anew else max(0, min(self.cursor, len(places) - 1))
        self.refresh()

    def put(self, instead: str) -> None:
        """This would stand there."""
        self.instead = instead
        self.refresh()

    @property
    def ticked(self) -> list[Place]:
        """The places that were not left out."""
        return [place for place in self.places if _key(place) not in self._out]

    def render_line(self, y: int) -> Strip:
        row, width = self.scroll_offset.y + y, self.scrollable_content_region.width
        if row >= len(self.places):
            return Strip.blank(width, self.visual_style.rich_style)
        here = row == self.cursor and self.has_focus
        style = self.visual_style + self.get_visual_style("hit-list--cursor") if here else self.visual_style
        return Visual.to_strips(self, self._line(row, width, here=here), width, 1, style, pad=True)[0]

    def _line(self, row: int, width: int, *, here: bool) -> Content:
        fragment, hit = self.places[row]
        tick = "☐" if _key(self.places[row]) in self._out else "✔"
        head = f"{'▸' if here else ' '}{tick} {clean_line(fragment.reference).ljust(_REFERENCE)} "
        room = max(20, width - len(head))
        return Content(head) + around(fragment.segment.text, hit.start, hit.end, self.instead, room)

    @property
    def sorted_out(self) -> bool:
        """Whether some of them were left out."""
        return bool(self.places) and len(self.ticked) < len(self.places)

    # --- keys and mouse ------------------------------------------------------------------------------
    def validate_cursor(self, cursor: int) -> int:
        """On a line that is there."""
        return max(0, min(cursor, len(self.places) - 1))

    def watch_cursor(self) -> None:
        """Keep it in sight."""
        self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False)
        self.refresh()

    def action_move(self, step: int) -> None:
        """To the next line, or the one before; from the first back to the fields."""
        if self.cursor + step < 0:
            self.screen.focus_previous()
        self.cursor += step

    def action_page(self, step: int) -> None:
        """As many lines further as are in sight."""
        self.cursor += step * max(1, self.size.height - 1)

    def action_edge(self, edge: int) -> None:
        """To the first or the last line."""
        self.cursor = len(self.places) - 1 if edge else 0

    def action_tick(self) -> None:
        """Leave this one out, or take it after all."""
        if self.places:
            self._out ^= {_key(self.places[self.cursor])}
            self._ticked()

    def action_tick_all(self, on: bool) -> None:
        """All of them, or none."""
        self._out = set() if on else {_key(place) for place in self.places}
        self._ticked()

    def _ticked(self) -> None:
        self.refresh()
        self.post_message(self.Ticked())

    def on_click(self, event: events.Click) -> None:
        """A click ticks."""
        row = self.scroll_offset.y + event.y
        if row < len(self.places):
            self.cursor = row
            self.action_tick()


def _key(place: Place) -> tuple[int, int, str]:
    """What makes a place the same when it is found again."""
    fragment, hit = place
    return fragment.segment.id, hit.start, fragment.segment.text


def hint_of(screen: Screen[Any]) -> str:
    """What the keys of the list do, for the ``screen`` that it is on."""
    hint = _(
        "↓ goes to the places: {tick} leaves one out, {all} takes all, {none} none. Enter replaces what is "
        "ticked, Tab: next field, Esc closes."
    )
    tick, all_, none = (key_of(screen, one, HitList) for one in ("tick", "tick_all", "tick_none"))
    return hint.format(tick=tick, all=all_, none=none)

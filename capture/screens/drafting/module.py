"""One module: its draft as text, with at the top what somebody has to decide."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from capture.drafts.reading import ModulePage, read_page, session_of
from capture.drafts.rows import Block
from capture.drafts.shelf import Which
from capture.drafts.writing import Task
from capture.screens.dialog import Listing
from capture.screens.drafting.base import DraftsScreen
from capture.screens.drafting.changes import ChangesScreen
from capture.screens.drafting.folded import FoldedScreen
from capture.screens.drafting.keys import IN_ORDER, keys_of
from capture.screens.drafting.text_list import TextList
from capture.screens.drafting.words import last_told
from capture.screens.interviewing.key_bar import KeyBar
from capture.screens.showing import MUTED
from capture.screens.wishes import OpenReview
from sessions.i18n import gettext as _
from sessions.release import Release
from sessions.text import clean_line

if TYPE_CHECKING:
    from sessions.programme import Programme


WIDE = 110
"""Cells from which the parts have room for whole titles."""


class ModuleScreen(DraftsScreen):
    """The parts of the draft on the left, its text on the right; Enter on a statement reviews its fragment."""

    AUTO_FOCUS = "TextList"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - as it is declared in Screen
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "n", "next_open", _("Next to decide"), id="draft_next", tooltip=_("To the next thing to decide")
        ),
        Binding(
            "f",
            "folded",
            _("Folded"),
            id="draft_folded",
            tooltip=_("What stands as one in the draft, and apart"),
        ),
        Binding("left", "to_outline", _("Parts"), id="draft_parts", show=False, tooltip=_("To the parts")),
        Binding("right", "to_text", _("Text"), id="draft_text", show=False, tooltip=_("To the text")),
    ]

    class Loaded(Message):
        """The draft as it is now."""

        def __init__(self, page: ModulePage) -> None:
            super().__init__()
            self.page = page

    def __init__(self, programme: "Programme", which: Which, title: str, audience: Release) -> None:
        super().__init__(programme, audience, "draft")
        self.which = which
        self.heading = title
        self.page: ModulePage | None = None
        self._starts: list[int] = []

    @property
    def about(self) -> str:
        return _(
            "The draft of one module. On the left its parts, on the right its text, in experts' words with where they "
            "were said. At the top stands what somebody has to decide, in the text it has a !; {next} goes to the "
            "next. "
            "▹ is a sentence of Vakborg's own. Enter on a statement opens the review at that fragment; Esc comes "
            "back here. {folded} shows what several experts said nearly the same and stands as one."
        ).format(next=self.key("draft_next"), folded=self.key("draft_folded"))

    def compose(self) -> ComposeResult:
        yield Static(self._title(), classes="title", markup=False)
        with Horizontal():
            yield Listing(classes="parts", markup=False)
            yield TextList()
        yield Static(_("Reading …"), classes="state", markup=False)
        yield KeyBar(keys_of(type(self)), IN_ORDER, most=2)

    def _title(self) -> Content:
        name = clean_line(f"{self.which.module_id}  {self.heading}")
        return Content.assemble((name, "bold"), "  ", (self.made_for(), MUTED))

    def show_audience(self) -> None:
        self.query_one(".title", Static).update(self._title())

    def on_mount(self) -> None:
        self.query_one(Horizontal).display = False
        self.load()

    @property
    def text(self) -> TextList:
        """The text on the right."""
        return self.query_one(TextList)

    @property
    def parts(self) -> Listing:
        """The parts on the left."""
        return self.query_one(Listing)

    # --- reading -------------------------------------------------------------------------------------
    def begin_reading(self) -> None:
        audience = self.audience
        self.in_background(lambda: self.Loaded(read_page(self.programme, self.which, audience)))

    def not_loaded(self) -> None:
        if self.page is None:
            told = _("The draft could not be made. {key} tries again.").format(key=self.key("reload"))
            self._say(told)
        self.has_read()

    @on(Loaded)
    def _take_in(self, loaded: Loaded) -> None:
        first, before = self.page is None, self.page
        if loaded.page.audience is self.audience and loaded.page != before:
            self._show(loaded.page)
        if first:
            self.text.focus()
        self.has_read()

    def _show(self, page: ModulePage) -> None:
        at = self._place_in(page)
        self.page = page
        self._starts = _starts(page.blocks)
        self.query_one(Horizontal).display = True
        self.parts.clear_options()
        self.parts.add_options([_part(block) for block in page.blocks])
        self.text.show([row for block in page.blocks for row in block.rows], at)
        self._follow()
        self._say(last_told(page.last))

    def _place_in(self, page: ModulePage) -> int:
        """The row at hand, where it is now: by its fragment, else by its words."""
        rows = [row for block in page.blocks for row in block.rows]
        here, at = self.text.row, self.text.at
        if here is None:
            return 0
        same = [
            n
            for n, row in enumerate(rows)
            if row.kind is here.kind and (row.segment_id, row.text) == (here.segment_id, here.text)
        ] or [n for n, row in enumerate(rows) if here.segment_id and row.segment_id == here.segment_id]
        return min(same, key=lambda n: abs(n - at), default=at)

    def _say(self, told: str) -> None:
        self.query_one(".state", Static).update(told)

    # --- outline and text ----------------------------------------------------------------------------
    @on(TextList.Moved)
    def _follow(self) -> None:
        """Stand on the part in which the row at hand is."""
        at = sum(start <= self.text.at for start in self._starts) - 1
        if 0 <= at < self.parts.option_count and self.parts.highlighted != at:
            with self.prevent(OptionList.OptionHighlighted):
                self.parts.highlighted = at

    @on(OptionList.OptionHighlighted, ".parts")
    def _go_to_part(self, event: OptionList.OptionHighlighted) -> None:
        if self.parts.has_focus and event.option_index < len(self._starts):
            with self.prevent(TextList.Moved):
                self.text.to_top(self._starts[event.option_index])

    @on(OptionList.OptionSelected, ".parts")
    def _read_part(self, event: OptionList.OptionSelected) -> None:
        with self.prevent(TextList.Moved):
            self.text.to_top(self._starts[event.option_index])
        self.text.focus()

    def action_to_outline(self) -> None:
        """To the parts."""
        self.parts.focus()

    def action_to_text(self) -> None:
        """To the text."""
        self.text.focus()

    def action_next_open(self) -> None:
        """To the next thing that somebody has to decide, from the top again after the last."""
        rows, at = self.text.rows, self.text.at
        found = [n for n, row in enumerate(rows) if row.open]
        if not found:
            self._say(_("There is nothing to decide in this draft."))
            return
        self.text.stand_on(next((n for n in found if n > at), found[0]))
        self.text.focus()

    # --- leading elsewhere ---------------------------------------------------------------------------
    @on(TextList.Opened)
    def _review(self, opened: TextList.Opened) -> None:
        segment_id = opened.row.segment_id
        if segment_id:
            self.in_background(lambda: OpenReview(session_of(self.programme, segment_id), segment_id))
        else:
            self._say(_("This line leads to no fragment; a line with [where it was said] does."))

    def action_write(self) -> None:
        """Write this module to Word."""
        weight = self.page.tally.statements if self.page else 1
        self.write_to_word([Task(self.which, f"{self.which.module_id}  {self.heading}", weight)])

    def action_changes(self) -> None:
        """What changed since the last export."""
        self.app.push_screen(
            ChangesScreen(self.programme, self.which, self.heading, self.audience, self.page)
        )

    def action_folded(self) -> None:
        """What stands as one, and what is kept apart."""
        self.app.push_screen(FoldedScreen(self.programme, self.which, self.heading, self.audience, self.page))


def _starts(blocks: tuple[Block, ...]) -> list[int]:
    """The row at which each part begins."""
    starts, at = [], 0
    for block in blocks:
        starts.append(at)
        at += len(block.rows)
    return starts


def _part(block: Block) -> Option:
    n = sum(row.open for row in block.rows)
    mark = Content.styled(f"!{n} ", "bold $text-warning") if n else Content("")
    return Option(Content("  " * block.level) + mark + block.title)

"""The modules of the programme: how far the draft of each is, and writing them to Word."""

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import DataTable, Static

from capture.drafts.shelf import ModuleLine, Shelf, read_shelf
from capture.drafts.writing import Task
from capture.screens.drafting.base import DraftsScreen
from capture.screens.drafting.changes import ChangesScreen
from capture.screens.drafting.keys import IN_ORDER, keys_of
from capture.screens.drafting.module import ModuleScreen
from capture.screens.drafting.table import ModuleTable
from capture.screens.drafting.words import last_told, tally_told
from capture.screens.interviewing.key_bar import KeyBar
from capture.screens.showing import MUTED
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.release import Release
from sessions.text import clean_line

if TYPE_CHECKING:
    from sessions.programme import Programme


class ModulesScreen(DraftsScreen):
    """A table of modules, and in words what is known of the chosen one; Enter or a click opens it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "W,shift+w",
            "write_all",
            _("All to Word"),
            id="draft_write_all",
            tooltip=_("Write every module that has a statement to Word"),
        ),
    ]

    class Loaded(Message):
        """The modules as far as they are known; the last time ``complete``."""

        def __init__(self, shelf: Shelf, *, complete: bool = False) -> None:
            super().__init__()
            self.shelf = shelf
            self.complete = complete

    def __init__(self, programme: "Programme", audience: Release = Release.PARTNERS) -> None:
        super().__init__(programme, audience, "drafts")
        self.shelf: Shelf | None = None

    @property
    def about(self) -> str:
        return _(
            "The modules of the guide, each with what its draft holds for whom it is made now: {audience} "
            "chooses between the partners and what is free for everybody. Approved are the quoted answers that their "
            "expert agreed to; differ are the points on which experts do not say the same; exported is the "
            "version that was written last, and after + how much changed since: v2 +8 is version 2, and eight "
            "changes that are not in it. {write} writes the chosen module "
            "to Word, {all} every module. A document that somebody changed in Word is never overwritten."
        ).format(
            audience=self.key("draft_audience"),
            write=self.key("draft_write"),
            all=self.key("draft_write_all"),
        )

    def compose(self) -> ComposeResult:
        yield Static(self._title(), classes="title", markup=False)
        yield ModuleTable(cursor_type="row", classes="modules")
        yield Static(_("Reading …"), classes="state", markup=False)
        yield Static("", classes="chosen", markup=False)
        yield KeyBar(keys_of(type(self)), IN_ORDER, most=2)

    def _title(self) -> Content:
        return Content.assemble(
            (_("Modules"), "bold"), "  ", (clean_line(self.programme.name), MUTED), "  ", self.made_for()
        )

    def show_audience(self) -> None:
        self.query_one(".title", Static).update(self._title())

    def on_mount(self) -> None:
        self.query_one(ModuleTable).display = False
        self.load()

    def came_back(self) -> None:
        self.show_audience()
        self.load()

    # --- reading -------------------------------------------------------------------------------------
    def begin_reading(self) -> None:
        audience = self.audience

        def read() -> Message:
            def tell(shelf: Shelf) -> None:
                self.post_message(self.Loaded(shelf))

            return self.Loaded(read_shelf(self.programme, audience, tell), complete=True)

        self.in_background(read)

    def not_loaded(self) -> None:
        if self.shelf is None:
            told = _("The modules could not be read. {key} tries again.").format(key=self.key("reload"))
            self._say(Content(told))
        self.has_read()

    @on(Loaded)
    def _take_in(self, loaded: Loaded) -> None:
        if not self.outdated and loaded.shelf.audience is self.audience:
            self.shelf = loaded.shelf if loaded.complete or self.shelf is None else self._mended(loaded.shelf)
            self._show(complete=loaded.complete)
        if loaded.complete:
            self.has_read()

    def _mended(self, news: Shelf) -> Shelf:
        """While it is read again, what was known of a module stays until something newer comes."""
        known = self.shelf
        if known is None or known.audience is not news.audience:
            return news
        old = {line.which: line for line in known.lines}
        lines = (line if line.tally else old.get(line.which, line) for line in news.lines)
        return Shelf(news.audience, tuple(lines))

    # --- showing -------------------------------------------------------------------------------------
    def _show(self, *, complete: bool) -> None:
        if self.shelf is None:
            return
        table = self.query_one(ModuleTable)
        table.display = bool(self.shelf.lines)
        row = table.cursor_row
        table.fill(self.shelf.lines, self.size.width)
        table.move_cursor(row=min(row, len(self.shelf.lines) - 1))
        if self.shelf.lines and self.focused is None:
            table.focus()
        self._say(self._state(self.shelf, complete=complete))
        self._show_chosen()

    def _say(self, told: Content) -> None:
        state = self.query_one(".state", Static)
        state.update(told)
        state.display = bool(told.plain)

    def on_resize(self, _event: events.Resize) -> None:
        """More or fewer columns."""
        if self.shelf:
            self._show(complete=self.shelf.complete)

    def _state(self, shelf: Shelf, *, complete: bool) -> Content:
        if not shelf.lines:
            told = _(
                "There are no sessions yet, so there is nothing to make modules of. Hold one first, or bring one in."
            )
            return Content(told)
        if not complete:
            done = sum(bool(line.tally) for line in shelf.lines)
            return Content(_("Reading … {n} of {all}").format(n=done, all=len(shelf.lines)))
        return Content("") if shelf.released else _how_to_release(shelf)

    @on(DataTable.RowHighlighted)
    def _show_chosen(self) -> None:
        line = self.chosen
        told = Content("")
        if line and line.tally:
            name = clean_line(f"{line.which.module_id}  {line.title}")
            words = ", ".join(tally_told(line.tally))
            told = Content.assemble((name, "bold"), f"\n{words}\n", (last_told(line.last), MUTED))
        self.query_one(".chosen", Static).update(told)

    @property
    def chosen(self) -> ModuleLine | None:
        """The module on which one stands."""
        row = self.query_one(ModuleTable).cursor_row
        return self.shelf.lines[row] if self.shelf and 0 <= row < len(self.shelf.lines) else None

    # --- keys ----------------------------------------------------------------------------------------
    @on(DataTable.RowSelected)
    def _open(self) -> None:
        if line := self.chosen:
            self.app.push_screen(ModuleScreen(self.programme, line.which, line.title, self.audience))

    def action_write(self) -> None:
        """Write the chosen module."""
        if line := self.chosen:
            self.write_to_word([_task(line)])

    def action_write_all(self) -> None:
        """Write every module that has a statement."""
        told = (
            [line for line in self.shelf.lines if line.tally and line.tally.statements] if self.shelf else []
        )
        if not told:
            self.notify(_("No module has a statement yet that may go to this audience."), markup=False)
        self.write_to_word([_task(line) for line in told])

    def action_changes(self) -> None:
        """What changed in the chosen module since its last export."""
        if line := self.chosen:
            self.app.push_screen(ChangesScreen(self.programme, line.which, line.title, self.audience))


def _task(line: ModuleLine) -> Task:
    return Task(
        line.which, f"{line.which.module_id}  {line.title}", line.tally.statements if line.tally else 1
    )


def _how_to_release(shelf: Shelf) -> Content:
    held = sum(line.tally.withheld for line in shelf.lines if line.tally)
    if not held:
        return Content(_("Nothing was said about these modules yet, or it was not turned into text."))
    told = ngettext(
        "{n} fragment could stand in a draft, but it was not released. Release is decided in the review of a session "
        "(one fragment, or a whole answer), or for a whole session with:",
        "{n} fragments could stand in drafts, but none was released. Release is decided in the review of a session "
        "(one fragment, or a whole answer), or for a whole session with:",
        held,
    )
    command = f"vakborg release A1 --level {shelf.audience}"
    return Content.assemble(told.format(n=held), "\n  ", (command, "bold"))

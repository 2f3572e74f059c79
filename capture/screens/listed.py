"""A screen with a table of things that people change: what the chosen one is stands below, and what came of a key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import DataTable, Static

from capture.faults import foreseen
from capture.screens.base import BaseScreen
from capture.screens.drafting.keys import keys_of
from capture.screens.failure import Failed
from capture.screens.interviewing.key_bar import KeyBar
from capture.screens.listed_table import Listed
from sessions.errors import VakborgError
from sessions.i18n import gettext as _
from sessions.release import LEVELS, Release
from sessions.store import Store
from sessions.text import clean_line

if TYPE_CHECKING:
    from sessions.programme import Programme

T = TypeVar("T")


@dataclass(frozen=True)
class Change:
    """Something to store: ``work`` says what came of it, ``otherwise`` gets what went wrong."""

    work: Callable[[Store], str]
    otherwise: Callable[[VakborgError], None] | None = None


class ListScreen(BaseScreen, Generic[T]):
    """A table of ``things``; changes are stored one after the other, each in a thread."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r,f5", "reload", _("Reload"), id="reload", show=False, tooltip=_("Read everything again")),
        Binding("v", "release", _("Release"), id="how_far", tooltip=_("How far this may go")),
        *(
            Binding(key, f"release_to('{level}')", show=False, id=f"how_far_{key}", tooltip=told)
            for key, level, told in (
                ("1", Release.INTERNAL, _("Keep this in the company")),
                ("2", Release.PARTNERS, _("Let this go to the partners")),
                ("3", Release.FREE, _("Let this go anywhere")),
            )
        ),
    ]

    class Loaded(Message):
        """The things are read."""

        def __init__(self, things: Sequence[object]) -> None:
            super().__init__()
            self.things = things

    class Stored(Message):
        """A change is stored, or was refused."""

        def __init__(self, told: str, error: VakborgError | None = None) -> None:
            super().__init__()
            self.told, self.error = told, error

    class Told(Message):
        """Something beside the table went well, or did not."""

        def __init__(self, told: str) -> None:
            super().__init__()
            self.told = told

    in_order: ClassVar[Sequence[str]] = ()
    """The ids of the keys at the bottom, the most needed first."""
    headings: Sequence[str] = ()
    giving = 1

    def __init__(self, programme: "Programme", classes: str, title: str, told: str) -> None:
        super().__init__(classes=f"listed {classes}")
        self.programme = programme
        self.things: list[T] | None = None
        self._heading, self._told = title, told
        self._changes: list[Change] = []

    def compose(self) -> ComposeResult:
        yield Static(clean_line(self._heading), classes="title", markup=False)
        yield Static(self._told, classes="told", markup=False)
        yield Vertical(self.table_of(), classes="rows")
        yield Static("", classes="detail", markup=False)
        yield Static(_("Reading …"), classes="state", markup=False)
        yield KeyBar(keys_of(type(self)), self.in_order)

    def on_mount(self) -> None:
        self.query_one(".rows").display = False
        self.load()

    @property
    def table(self) -> Listed:
        """The table."""
        return self.query_one(Listed)

    @property
    def chosen(self) -> T | None:
        """The thing at the cursor."""
        at = self.table.cursor_row
        return self.things[at] if self.things and 0 <= at < len(self.things) else None

    # --- what a screen says of its things ------------------------------------------------------------
    def table_of(self) -> Listed:
        """The table, with the keys of its own."""
        return Listed(cursor_type="row")

    def read(self, store: Store) -> Sequence[T]:
        """The things, in a thread of its own."""
        raise NotImplementedError

    def row(self, thing: T) -> Sequence[str]:
        """The cells of one."""
        raise NotImplementedError

    def detail(self, thing: T) -> Content:
        """What stands below the table of the chosen one."""
        raise NotImplementedError

    def nothing(self) -> Content:
        """What stands there where there are none."""
        raise NotImplementedError

    def id_of(self, thing: T) -> int:
        """By what it is known again."""
        raise NotImplementedError

    def first(self, things: Sequence[T]) -> int:
        """Which of them is chosen first."""
        del things
        return 0

    # --- reading -------------------------------------------------------------------------------------
    def load(self) -> None:
        self.in_background(self._read)

    def _read(self) -> Message:
        with self.programme.store() as store:
            return self.Loaded(self.read(store))

    def not_loaded(self) -> None:
        self.say(_("That did not work; {key} reads it again.").format(key=self.key("reload")))

    @on(Loaded)
    def _take(self, loaded: Loaded) -> None:
        things: list[T] = list(loaded.things)  # type: ignore[arg-type]
        if self.things is None:
            self.say("")
            at = self.first(things)
        else:
            at = self._again(things)
        self.things = things
        self._show(at)

    def _again(self, things: Sequence[T]) -> int:
        """Where the chosen one stands now; the same line where it is gone."""
        ids = [self.id_of(thing) for thing in things]
        wanted = self.id_of(self.chosen) if self.chosen is not None else None
        return ids.index(wanted) if wanted in ids else max(0, self.table.cursor_row)

    def on_resize(self, _event: events.Resize) -> None:
        if self.things is not None:
            self._show(self.table.cursor_row)

    def _show(self, at: int) -> None:
        things, table = self.things or [], self.table
        self.query_one(".rows").display = bool(things)
        table.fill(self.headings, [self.row(thing) for thing in things], self.giving, self.size.width)
        table.move_cursor(row=min(at, len(things) - 1))
        self._show_detail()
        if things and self.focused is None:
            table.focus()

    @on(DataTable.RowHighlighted)
    def _show_detail(self) -> None:
        if self.things is not None:
            chosen = self.chosen
            self.query_one(".detail", Static).update(self.detail(chosen) if chosen else self.nothing())

    # --- changing ------------------------------------------------------------------------------------
    def say(self, text: str) -> None:
        """One line about what came of a key."""
        self.query_one(".state", Static).update(clean_line(text))

    def change(
        self, work: Callable[[Store], str], otherwise: Callable[[VakborgError], None] | None = None
    ) -> None:
        """Let ``work`` store something and say what came of it; ``otherwise`` gets what went wrong, by default
        the app."""
        self._changes.append(Change(work, otherwise))
        if len(self._changes) == 1:
            self._work()

    def _work(self) -> None:
        change = self._changes[0]

        def stored() -> Message:
            try:
                with self.programme.store() as store:
                    return self.Stored(change.work(store))
            except Exception as error:  # noqa: BLE001 - the boundary: every failure is shown
                return self.Stored("", foreseen(error))

        self.in_background(stored)

    @on(Stored)
    def _go_on(self, stored: Stored) -> None:
        change = self._changes.pop(0)
        if stored.error is None:
            self.say(stored.told)
        elif change.otherwise:
            change.otherwise(stored.error)
        else:
            self.app.post_message(Failed(stored.error))
        if self._changes:
            self._work()
        else:
            self.load()

    def aside(self, work: Callable[[], str]) -> None:
        """Let ``work`` do something that stores nothing; what it gives is said, also what went wrong."""

        def told() -> Message:
            try:
                return self.Told(work())
            except Exception as error:  # noqa: BLE001 - the boundary: every failure is shown
                return self.Told(str(foreseen(error)))

        self.in_background(told)

    @on(Told)
    def _say_told(self, told: Told) -> None:
        self.say(told.told)

    # --- releasing -----------------------------------------------------------------------------------
    def release(self, thing: T, level: Release) -> None:
        """Let ``thing`` go as far as ``level``."""
        raise NotImplementedError

    def release_of(self, thing: T) -> tuple[str, Release]:
        """What it is called, and how far it may go now."""
        raise NotImplementedError

    def action_release(self) -> None:
        """Choose how far the chosen one may go."""
        from capture.screens.reviewing.release import ReleaseDialog

        thing = self.chosen
        if thing is None:
            return
        name, now = self.release_of(thing)
        ask = ReleaseDialog(_("How far may “{name}” go?").format(name=clean_line(name)), now, LEVELS)
        self.app.push_screen(ask, lambda level: self.release(thing, level) if level else None)

    def action_release_to(self, level: str) -> None:
        """Let the chosen one go as far as this."""
        if self.chosen is not None:
            self.release(self.chosen, Release(level))

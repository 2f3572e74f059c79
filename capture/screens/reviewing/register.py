"""A list of the whole programme that people add to and take from, with what belongs to it below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from capture.faults import foreseen
from capture.screens.base import BaseScreen
from capture.screens.confirm import Confirm
from capture.screens.key_names import key_of
from capture.screens.reviewing.form import TwoFields
from sessions.errors import VakborgError
from sessions.i18n import gettext as _
from sessions.store import Store
from sessions.text import clean_line, fold

if TYPE_CHECKING:
    from sessions.programme import Programme


@dataclass(frozen=True)
class Row:
    """A line of the list: how it is shown, the words by which it is found, and what it stands for.

    A heading stands for nothing and is never left out.
    """

    shown: Content
    words: str = ""
    of: object = None


class RegisterScreen(BaseScreen):
    """Rows under headings, a field that narrows them down, and one line that says what came of a key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,insert", "add", _("Add"), id="add_entry", tooltip=_("Add something to the list")),
        Binding(
            "delete,backspace",
            "remove",
            _("Remove"),
            id="remove_entry",
            tooltip=_("Take the chosen line away; asks first"),
        ),
        Binding("slash,ctrl+f", "narrow", _("Filter"), id="narrow", tooltip=_("Show only some of the lines")),
    ]

    searchable = False  # the stroke goes to the field here

    class Loaded(Message):
        """The rows are read."""

        def __init__(self, rows: Sequence[Row]) -> None:
            super().__init__()
            self.rows = rows

    class Kept(Message):
        """Something was stored."""

        def __init__(self, told: str) -> None:
            super().__init__()
            self.told = told

    class Refused(Message):
        """What was typed is not stored: the form comes back with it."""

        def __init__(self, first: str, second: str, error: VakborgError) -> None:
            super().__init__()
            self.first, self.second, self.error = first, second, error

    def __init__(self, programme: "Programme", by: str, title: str, told: str) -> None:
        super().__init__(classes="register")
        self.programme = programme
        self.by = by
        self._heading = title
        self._explained = told
        self._rows: Sequence[Row] = ()
        self._shown: list[Row] = []

    def compose(self) -> ComposeResult:
        yield Static(self._heading, classes="title", markup=False)
        yield Static(self._explained, classes="told", markup=False)
        filters = _("{key} filters: a few letters").format(key=key_of(self, "narrow"))
        yield Input(placeholder=filters, classes="filter", compact=True, max_length=100)
        yield OptionList(classes="entries", markup=False)
        yield Static(_("Reading …"), classes="state", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        self.entries.focus()
        self.load()

    @property
    def entries(self) -> OptionList:
        """The list."""
        return self.query_one(".entries", OptionList)

    # --- reading -------------------------------------------------------------------------------------
    def read(self, store: Store) -> Sequence[Row]:
        """The rows, in a thread of its own."""
        raise NotImplementedError

    def load(self) -> None:
        self.in_background(self._read)

    def _read(self) -> Message:
        with self.programme.store() as store:
            return self.Loaded(self.read(store))

    def not_loaded(self) -> None:
        self.say(_("That did not work; {key} reads it again.").format(key=key_of(self, "reload")))

    @on(Loaded)
    def _show(self, loaded: Loaded) -> None:
        if not self._rows:
            self.say("")
        self._rows = loaded.rows
        self._fill()

    @on(Input.Changed, ".filter")
    def _fill(self) -> None:
        wanted, chosen = fold(self.query_one(".filter", Input).value).split(), self.entries.highlighted
        self._shown = [r for r in self._rows if r.of is None or all(w in fold(r.words) for w in wanted)]
        self.entries.clear_options()
        self.entries.add_options([Option(row.shown, disabled=row.of is None) for row in self._shown])
        first = next((i for i, row in enumerate(self._shown) if row.of is not None), None)
        in_range = chosen is not None and chosen < len(self._shown) and self._shown[chosen].of is not None
        self.entries.highlighted = chosen if in_range else first

    @on(Input.Submitted, ".filter")
    def _to_the_list(self) -> None:
        self.entries.focus()

    def action_narrow(self) -> None:
        """To the field that narrows the list down."""
        self.query_one(".filter", Input).focus()

    def action_back(self) -> None:
        """From the field to the list, from there back."""
        field = self.query_one(".filter", Input)
        if field.has_focus:
            field.value = ""
            self.entries.focus()
        else:
            super().action_back()

    def say(self, text: str) -> None:
        """One line about what came of a key."""
        self.query_one(".state", Static).update(clean_line(text))

    # --- changing ------------------------------------------------------------------------------------
    @property
    def chosen(self) -> object:
        """What the chosen line stands for."""
        at = self.entries.highlighted
        return None if at is None or at >= len(self._shown) else self._shown[at].of

    def form(self, first: str = "", second: str = "", wrong: str = "") -> TwoFields:
        """The form for something new, with what was typed before and what was ``wrong`` with it."""
        raise NotImplementedError

    def keep(self, store: Store, first: str, second: str) -> str:
        """Store what was typed; says what came of it. Raises :class:`UsageRefused`."""
        raise NotImplementedError

    def action_add(self) -> None:
        """Type something new."""
        self.ask()

    def ask(self, first: str = "", second: str = "", wrong: str = "") -> None:
        """Show the form, and keep what it gives."""
        self.app.push_screen(self.form(first, second, wrong), self._keep)

    def _keep(self, typed: tuple[str, str] | None) -> None:
        if typed:
            self.in_background(lambda: self._stored(*typed))

    def _stored(self, first: str, second: str) -> Message:
        try:
            with self.programme.store() as store:
                return self.Kept(self.keep(store, first, second))
        except Exception as error:  # noqa: BLE001 - the boundary: every failure is shown
            return self.Refused(first, second, foreseen(error))

    @on(Refused)
    def _ask_again(self, refused: Refused) -> None:
        self.ask(refused.first, refused.second, str(refused.error))

    @on(Kept)
    def _tell_kept(self, kept: Kept) -> None:
        self.say(kept.told)
        self.load()

    def action_remove(self) -> None:
        """Take the chosen line away."""

    def ask_to_remove(self, ask: Confirm, drop: Callable[[Store], str]) -> None:
        """After a question, let ``drop`` take something away; it says what came of it."""

        def work() -> Message:
            with self.programme.store() as store:
                return self.Kept(drop(store))

        self.app.push_screen(ask, lambda yes: self.in_background(work) if yes else None)

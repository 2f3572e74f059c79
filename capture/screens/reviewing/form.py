"""A form in a dialog: fields below each other, and nothing typed is thrown away without asking."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, Static

from capture.screens.confirm import Confirm, if_sure
from capture.screens.dialog import Dialog, button
from capture.screens.key_names import key_of
from sessions.i18n import gettext as _
from sessions.text import clean_line

T = TypeVar("T")


class Form(Dialog[T]):
    """Fields with their ``labels`` (source texts), filled with ``texts``. Ctrl+S or F2 keeps them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f2,ctrl+s",
            "keep",
            _("Keep"),
            id="keep_form",
            priority=True,
            tooltip=_("Keep what was typed in the fields"),
        ),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    labels: ClassVar[Mapping[str, str]] = {}
    unsaved = False
    """Whether the texts that it was filled with would be lost too."""

    def __init__(self, heading: str, hint: str, classes: str, texts: Mapping[str, str]) -> None:
        super().__init__(heading, hint, f"form {classes}")
        self.texts = {name: clean_line(texts.get(name, "")) for name in self.labels}

    def fields(self) -> Iterable[Widget]:
        """A row per field."""
        for name, label in self.labels.items():
            field = Input(
                self.texts[name],
                placeholder=self.placeholder(name),
                suggester=SuggestFromList(self.suggestions(name), case_sensitive=False),
                classes=f"field {name}",
                compact=True,
                max_length=200,
                select_on_focus=False,
            )
            yield Horizontal(Static(_(label), classes="label", markup=False), field, classes="row")

    def parts(self) -> Iterable[Widget]:
        yield from self.fields()
        yield Static("", classes="missing", markup=False)
        yield Horizontal(*self.buttons(), classes="row buttons")

    def buttons(self) -> Iterable[Widget]:
        """What the mouse can press."""
        yield button(_("Keep ({key})").format(key=key_of(self, "keep_form")), "keep")

    def placeholder(self, name: str) -> str:
        """What stands in an empty field."""
        del name
        return ""

    def suggestions(self, name: str) -> list[str]:
        """What may be completed in a field, once its first letters are typed."""
        del name
        return []

    def typed(self) -> dict[str, str]:
        """The texts as they stand in the fields."""
        return {name: clean_line(self.field(name).value) for name in self.labels}

    def field(self, name: str) -> Input:
        """The field with this name."""
        return self.query_one(f".field.{name}", Input)

    def say(self, text: str) -> None:
        """Say what is missing, or wrong."""
        self.query_one(".missing", Static).update(text)

    async def action_keep(self) -> None:
        """Keep what was typed, if it is enough."""

    def action_leave(self) -> None:
        """Close; asks first where something was typed."""
        self.leave_first(lambda: self.give(None))

    def leave_first(self, then: Callable[[], object]) -> None:
        """Do ``then``, after asking where something was typed."""
        if self.query(".field") and (self.unsaved or self.typed() != self.texts):
            ask = Confirm(_("Throw away what you typed?"), "", _("Throw away"), _("Go on typing"))
            self.app.push_screen(ask, partial(if_sure, then))
        else:
            then()

    @on(Input.Submitted)
    def _next_field(self) -> None:
        self.focus_next()


class TwoFields(Form[tuple[str, str]]):
    """Two texts, of which the first ``required`` ones must be there; Enter in the second keeps both."""

    labels: ClassVar[Mapping[str, str]] = {"first": "", "second": ""}
    required: ClassVar[int] = 1

    def __init__(self, heading: str, told: str, first: str = "", second: str = "", wrong: str = "") -> None:
        super().__init__(heading, "", "two", {"first": first, "second": second})
        self.told = told
        self.wrong = wrong

    def compose(self) -> ComposeResult:
        hint = _("Tab or Enter: next field. {key} keeps it, Esc closes.")
        self.hint = hint.format(key=key_of(self, "keep_form"))
        yield from super().compose()

    def parts(self) -> Iterable[Widget]:
        yield Static(self.told, classes="told", markup=False)
        yield from super().parts()

    def on_mount(self) -> None:
        self.say(self.wrong)
        self.field("second" if self.texts["first"] and not self.wrong else "first").focus()

    @on(Input.Submitted, ".second")
    async def action_keep(self) -> None:
        """Give both, if what is needed is there."""
        typed = self.typed()
        missing = next((name for name in list(typed)[: self.required] if not typed[name]), None)
        if missing:
            self.say(_("This field is still empty."))
            self.field(missing).focus()
        else:
            self.give((typed["first"], typed["second"]))

"""What every dialog shares: low on the screen, so that what it is about stays in sight."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from sessions.i18n import gettext as _

T = TypeVar("T")


class Dialog(ModalScreen[T | None]):
    """A box with a ``heading`` and a ``hint``; Esc and a click beside it close it without a result."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", _("Close"), id="close"),
        Binding(
            "question_mark,f1",
            "app.help",
            _("Help"),
            id="help",
            tooltip=_("What this screen shows, its keys"),
        ),
    ]

    def __init__(self, heading: str, hint: str, classes: str = "") -> None:
        super().__init__(classes=f"dialog {classes}")
        self.heading = heading
        self.hint = hint
        self._answered = False

    @property
    def about(self) -> str:
        """What it asks, for the help."""
        return self.hint

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(self.heading, classes="heading", markup=False)
            yield from self.parts()
            yield Static(self.hint, classes="hint", markup=False)

    def parts(self) -> Iterable[Widget]:
        """What is between the heading and the hint."""
        return ()

    def on_click(self, event: events.Click) -> None:
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.action_leave()

    def action_leave(self) -> None:
        """Close without a result."""
        self.give(None)

    def give(self, result: T | None) -> None:
        """Close with this result; what a second click says comes too late."""
        if not self._answered:
            self._answered = True
            self.dismiss(result)


def button(label: str, action: str) -> Button:
    """What a key of the dialog does, for the mouse."""
    return Button(label, compact=True, classes="for-the-mouse", action=f"screen.{action}")


class Listing(OptionList):
    """A list that ends at its last line: one ↓ too many does not choose the first."""

    def action_cursor_up(self) -> None:
        """To the line above, where there is one."""
        self._step(-1)

    def action_cursor_down(self) -> None:
        """To the line below, where there is one."""
        self._step(1)

    def _step(self, step: int) -> None:
        at = self.highlighted
        there = range(self.option_count)[at + step :: step] if at is not None and at + step >= 0 else ()
        options = [index for index in there if not self.get_option_at_index(index).disabled]
        if at is None:
            self.action_first()
        elif options:
            self.highlighted = options[0]


class Choice(Dialog[T], Generic[T]):
    """A list to choose from: with a digit, with Enter, or with a click."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding(str(n), f"take({n})", show=False) for n in range(1, 10)]

    def __init__(
        self,
        heading: str,
        choices: Sequence[tuple[Content, T]],
        *,
        chosen: int = 0,
        hint: str = "",
        classes: str = "choice",
    ) -> None:
        super().__init__(heading, hint or _("A digit or Enter chooses, Esc closes."), classes)
        self.choices = list(choices)
        self.chosen = chosen

    def parts(self) -> Iterable[Widget]:
        yield Listing(*self.options(), classes="choices", markup=False)

    def options(self) -> list[Option]:
        """The choices, the first nine with their digits."""
        return [
            Option(Content.assemble((f"{n} " if n < 10 else "  ", "bold"), label))
            for n, (label, _value) in enumerate(self.choices, 1)
        ]

    def on_mount(self) -> None:
        self.listing.highlighted = self.chosen if self.choices else None
        self.listing.focus()

    @property
    def listing(self) -> OptionList:
        """The list."""
        return self.query_one(".choices", OptionList)

    @on(OptionList.OptionSelected, ".choices")
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.action_take(event.option_index + 1)

    def action_take(self, number: int) -> None:
        """Choose this one, counted from 1."""
        if number <= len(self.choices):
            self.give(self.choices[number - 1][1])

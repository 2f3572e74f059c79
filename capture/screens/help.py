"""What a screen shows, which keys work on it, and how to begin."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from sessions.i18n import gettext as _

_FIRST_STEPS = (
    "vakborg session new",
    "vakborg import",
    "vakborg transcribe",
    "vakborg export module",
)


class HelpScreen(ModalScreen[None]):
    """The help of the screen below: ``about`` it, and its ``keys`` with what they do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,question_mark,f1,q", "dismiss", _("Close"), id="close"),
    ]

    def __init__(self, about: str, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__(classes="help")
        self.about = about
        self.keys = keys

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="box"):
            yield Static(_("Help"), classes="heading", markup=False)
            yield Static(self.about, classes="about", markup=False)
            yield Static(_("Keys"), classes="heading", markup=False)
            yield Static(_table([*_moving(), *self.keys]), classes="keys", markup=False)
            yield Static(_("From interview to draft, on the command line"), classes="heading", markup=False)
            yield Static(_table(_steps()), classes="steps", markup=False)
            yield Static(_("Esc, Enter or a click beside this closes it."), classes="hint", markup=False)

    def on_click(self, event: events.Click) -> None:
        if event.widget is self:
            self.dismiss()


def keys_of(bindings: Sequence[ActiveBinding], shown: dict[str, str]) -> list[tuple[str, str]]:
    """Keys with what they do, one line per action; ``shown`` gives a key's name as people read it."""
    lines: dict[str, list[str]] = {}
    for active in bindings:
        binding = active.binding
        if binding.id and active.enabled and not binding.system:
            lines.setdefault(active.tooltip or binding.description, []).append(shown[binding.key])
    return [(", ".join(keys), does) for does, keys in lines.items()]


def _moving() -> list[tuple[str, str]]:
    return [
        ("↑ ↓", _("Choose in a list")),
        ("Enter", _("Open what is chosen; a click does the same")),
        ("Tab", _("To the next part of the screen")),
    ]


def _steps() -> list[tuple[str, str]]:
    does = (
        _("start a session with an expert"),
        _("bring the recordings"),
        _("turn them into text"),
        _("make a first draft in Word"),
    )
    return list(zip(_FIRST_STEPS, does, strict=True))


def _table(rows: Sequence[tuple[str, str]]) -> Content:
    width = max(len(name) for name, _does in rows)
    return Content("\n").join(
        [Content.assemble((name.ljust(width), "bold"), "  ", does) for name, does in rows]
    )

"""What a screen shows, which keys work on it, and how to begin."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from capture.screens.reviewing.wrapping import breaks
from sessions.i18n import gettext as _

_FIRST_STEPS = (
    "vakborg session new",
    "vakborg import",
    "vakborg transcribe",
    "vakborg review send",
    "vakborg review receive",
    "vakborg export module",
)


_NAMES = 14
"""Cells that the names of keys may take."""


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
            yield Table([*_moving(self.keys), *self.keys], "keys")
            yield Static(_("From interview to draft, on the command line"), classes="heading", markup=False)
            yield Table(_steps(), "steps", most=24)
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
    return [(", ".join(_digits_together(keys)), does) for does, keys in lines.items()]


def _digits_together(keys: list[str]) -> list[str]:
    """Three digits or more that do the same as one: "1–9"."""
    digits = sorted(key for key in keys if key.isdigit())
    if len(digits) < 3:
        return keys
    return [f"{digits[0]}–{digits[-1]}", *(key for key in keys if not key.isdigit())]


def _moving(keys: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """What works everywhere, but for keys that do something else on this screen."""
    own = {name for names, _does in keys for name in names.split(", ")}
    everywhere = [
        ("↑ ↓", _("Choose in a list")),
        ("Enter", _("Open what is chosen; a click does the same")),
        ("Tab", _("To the next part of the screen")),
    ]
    return [(name, does) for name, does in everywhere if name not in own]


def _steps() -> list[tuple[str, str]]:
    does = (
        _("start a session with an expert"),
        _("bring the recordings"),
        _("turn them into text"),
        _("make the Word file for the expert to read back"),
        _("take in what came back"),
        _("make a first draft in Word"),
    )
    return list(zip(_FIRST_STEPS, does, strict=True))


class Table(Static):
    """Two columns, each wrapped in its own; the first takes no more than it must."""

    def __init__(self, rows: Sequence[tuple[str, str]], classes: str, most: int = _NAMES) -> None:
        super().__init__(classes=classes, markup=False)
        self._rows = rows
        self._most = most

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew."""
        self.update(_table(self._rows, event.size.width, self._most))


def _table(rows: Sequence[tuple[str, str]], width: int, most: int = _NAMES) -> Content:
    names = min(most, max(len(name) for name, _does in rows))
    return Content("\n").join([line for name, does in rows for line in _row(name, does, names, width)])


def _row(name: str, does: str, names: int, width: int) -> Iterator[Content]:
    left = [name[start:end] for start, end in breaks(name, names)]
    right = [does[start:end] for start, end in breaks(does, max(10, width - names - 2))]
    for one, other in zip_longest(left, right, fillvalue=""):
        yield Content.assemble((one.ljust(names), "bold"), "  ", other)

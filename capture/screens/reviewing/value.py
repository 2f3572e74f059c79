"""A number in what was said becomes a value card: what was said stands in it, the rest is for people to type."""

import asyncio
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from capture.reviewing.state import Line
from capture.screens.confirm import Confirm
from capture.screens.dialog import button
from capture.screens.key_names import key_of
from capture.screens.reviewing.card_texts import LABELS, blank, card_of, described, lacks, quoted
from capture.screens.reviewing.form import Form
from sessions.i18n import gettext as _
from sessions.interview import Session
from sessions.numerals import FoundValue
from sessions.text import clean_line
from sessions.transcript import Value

_LIKE_A_UNIT = re.compile(r"[^\W\d_]+\d?(?:[/·][^\W\d_]+\d?)*")


class ValueDialog(Form[Value]):
    """Which number or card of a fragment, where there are several, and then its fields; gives the card to keep.

    ``found`` or ``value`` says which at once. ``by`` is who types, ``earlier`` are cards whose words may be
    completed, and ``drop`` takes a card away by its id. ``unkept`` is a card that could not be stored.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+t",
            "take_machine",
            _("The machine of this session"),
            id="take_machine",
            tooltip=_("Type the machine of this session in the card"),
        ),
        Binding(
            "f7",
            "dismiss_value",
            _("No value"),
            id="dismiss_value",
            tooltip=_("It is a number, but no value"),
        ),
        Binding(
            "f8", "drop_value", _("Remove"), id="drop_value", tooltip=_("Remove the value card; asks first")
        ),
    ]

    labels: ClassVar[Mapping[str, str]] = LABELS

    def __init__(
        self,
        line: Line,
        session: Session,
        found: FoundValue | None = None,
        value: Value | None = None,
        *,
        by: str = "",
        earlier: Sequence[Value] = (),
        drop: Callable[[int], None] | None = None,
        unkept: Value | None = None,
    ) -> None:
        self.line, self.session, self.by, self.drop = line, session, by, drop
        self.earlier = [*earlier, *line.values]
        self.cards = _cards(line, found, unkept or value)
        self.card: Value | None = None
        super().__init__("", "", "value", {})
        if len(self.cards) == 1:
            self._open(self.cards[0])
        else:
            self.heading = _("Which value?")
            self.hint = _("↑ ↓ choose, Enter opens it, Esc closes.")
        if unkept:
            self.unsaved, self.heading = True, _("A value, not kept yet")

    def _open(self, card: Value) -> None:
        self.card = card
        self.texts = {name: clean_line(getattr(card, name)) for name in LABELS}
        self.heading = _("A value")

    def compose(self) -> ComposeResult:
        if self.card is not None:
            hint = _(
                "Tab or Enter: next field, → completes what is proposed. {keep} keeps it, {dismiss}: this is "
                "no value. Esc closes."
            )
            self.hint = hint.format(keep=key_of(self, "keep_form"), dismiss=key_of(self, "dismiss_value"))
        yield from super().compose()

    def parts(self) -> Iterable[Widget]:
        if self.card is None:
            options = [Option(described(card)) for card in self.cards]
            yield OptionList(*options, classes="choices", markup=False)
        else:
            yield Static(quoted(self.card, self.line), classes="told", markup=False)
            yield from super().parts()

    def buttons(self) -> Iterable[Widget]:
        yield from super().buttons()
        yield button(_("No value ({key})").format(key=key_of(self, "dismiss_value")), "dismiss_value")
        if self._can_drop:
            yield button(_("Remove ({key})").format(key=key_of(self, "drop_value")), "drop_value")

    def on_mount(self) -> None:
        self._begin()

    def _begin(self) -> None:
        if self.card is None:
            self.query_one(OptionList).highlighted = 0
            self.query_one(OptionList).focus()
        else:
            first = next((name for name in LABELS if not self.texts[name]), "quantity")
            self.field(first).focus()
            self._tell()

    @on(OptionList.OptionSelected)
    async def _choose(self, event: OptionList.OptionSelected) -> None:
        self._open(self.cards[event.option_index])
        await self.recompose()
        self._begin()

    def placeholder(self, name: str) -> str:
        machine = clean_line(self.session.machine)
        if name != "machine" or not machine:
            return ""
        told = _("{key}: {machine}, as in this session")
        return told.format(key=key_of(self, "take_machine"), machine=machine)

    def suggestions(self, name: str) -> list[str]:
        if name == "number":
            return []
        own = [self.session.machine] if name == "machine" else []
        texts = [clean_line(t) for t in (*own, *(getattr(v, name) for v in self.earlier))]
        return list(dict.fromkeys(text for text in texts if text))

    def action_take_machine(self) -> None:
        """Type the machine of the session."""
        if self.card is not None and self.session.machine:
            self.field("machine").value = clean_line(self.session.machine)
            self.field("machine").focus()

    @on(Input.Changed)
    def _tell(self) -> None:
        if self.card is not None:
            self.say(lacks(self.written()))

    def written(self) -> Value:
        """The card as it stands in the fields."""
        texts: dict[str, Any] = self.typed()
        card = self.card or blank(self.line.id)
        return replace(card, **texts, by=self.by or card.by, dismissed=False)

    # --- keeping -------------------------------------------------------------------------------------
    async def action_keep(self) -> None:
        """Keep the card; a unit that nobody knows is asked about."""
        if self.card is None:
            return
        value = self.written()
        if not value.number:
            self.say(_("Without a number it is no value."))
            self.field("number").focus()
            return
        written = await asyncio.to_thread(known_unit, value.unit)
        if written is None:
            self.field("unit").focus()
            self.app.push_screen(_unknown_unit(value.unit), lambda yes: self.give(value) if yes else None)
        else:
            self.give(replace(value, unit=written))

    def action_dismiss_value(self) -> None:
        """It is a number, but no value."""
        if self.card is not None:
            self.give(replace(self.card, by=self.by or self.card.by, dismissed=True))

    @property
    def _can_drop(self) -> bool:
        return self.drop is not None and self.card is not None and bool(self.card.id)

    def action_drop_value(self) -> None:
        """Take the card away, after a question."""
        if self._can_drop:
            told = _("What was typed in it goes; the text stays as it is. Undo brings it back.")
            ask = Confirm(_("Remove this card?"), told, _("Remove"), _("Leave it"))
            self.app.push_screen(ask, lambda yes: self._drop() if yes else None)

    def _drop(self) -> None:
        if self.drop and self.card:
            self.drop(self.card.id)
        self.give(None)


def known_unit(unit: str) -> str | None:
    """How ``unit`` is written ("micron" is "µm"); None for one that nobody knows. Slow the first time."""
    from sessions.placed import placed
    from sessions.units import symbol, unit_at

    if not unit:
        return ""
    words = placed(unit)
    here = unit_at(unit, words, 0) if words else None
    if here and here.stop == len(words) and words[-1].end == len(unit):
        return here.symbol
    try:
        return unit if _LIKE_A_UNIT.fullmatch(unit) and symbol(unit) else None
    except ValueError:
        return None


def _cards(line: Line, found: FoundValue | None, value: Value | None) -> list[Value]:
    if value:
        return [value]
    if found:
        return [card_of(line.id, found)]
    cards = [*line.values, *(card_of(line.id, one) for one in line.found)]
    return [*cards, blank(line.id)] if len(cards) != 1 else cards


def _unknown_unit(unit: str) -> Confirm:
    heading = _("“{unit}” is no unit that is known here.").format(unit=unit)
    told = _("Keep it as it is where the machine calls it so. Otherwise type it again.")
    return Confirm(heading, told, _("Keep it so"), _("Type it again"))

"""Which key does what, and changing it."""

from collections.abc import Sequence
from itertools import groupby
from textwrap import wrap
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from capture.keymap import MOVING, Key, Place, in_the_way, keys, sound
from capture.screens.base import BaseScreen
from capture.settings import read_settings, remember
from sessions.i18n import gettext as _

_WIDTH = 17
"""Cells for the keys."""

_AROUND = 8
"""Cells that the list needs around its lines."""


class PressScreen(ModalScreen[str]):
    """Waits for one key, and gives its name; Esc gives nothing."""

    def __init__(self, does: str) -> None:
        super().__init__(classes="ask")
        self.does = does

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="box", can_focus=False):
            yield Static(self.does, classes="question", markup=False)
            yield Static(_("Press the new key. Esc leaves it as it is."), markup=False)

    def on_key(self, event: events.Key) -> None:
        """Take the key, whatever it is."""
        event.stop()
        event.prevent_default()
        self.dismiss("" if event.key == "escape" else event.key)


class KeysScreen(BaseScreen):
    """A list of all keys; Enter changes one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "backspace,delete",
            "reset",
            _("As it was"),
            id="reset_key",
            tooltip=_("Give this its own key again"),
        ),
        Binding("r,f5", "nothing", show=False),
    ]

    def __init__(self, places: Sequence[Place]) -> None:
        super().__init__(classes="keys")
        self.places = places
        self.keys = {key.id: key for key in keys(self.places)}

    @property
    def about(self) -> str:
        return _(
            "All keys, per screen. Enter or a click changes one: press the new key. A key that does "
            "something else on the same screen is refused. Backspace gives something its own key again. "
            "What you change is kept on this laptop, for all programmes."
        )

    def compose(self) -> ComposeResult:
        yield Static(_("Keys"), classes="title", markup=False)
        yield OptionList(markup=False)
        yield Static(_("Enter changes a key."), classes="missing", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        self._show()
        self.list.focus()

    @property
    def list(self) -> OptionList:
        """The keys."""
        return self.query_one(OptionList)

    def _show(self) -> None:
        chosen = self.list.highlighted
        self.list.clear_options()
        for place, here in groupby(self.keys.values(), key=lambda key: key.place):
            self.list.add_option(Option(Content.styled(place, "bold"), disabled=True))
            self.list.add_options([Option(self._line(key), id=key.id) for key in here])
        self.list.highlighted = 1 if chosen is None else chosen

    def _line(self, key: Key) -> Content:
        changed = read_settings().keys
        shown = ", ".join(self.shown(one) for one in key.now(changed))
        does = _("{does} (changed)").format(does=key.does) if key.id in changed else key.does
        lines = wrap(does, max(20, self.size.width - _WIDTH - _AROUND))
        return Content.assemble((shown.ljust(_WIDTH), "bold"), ("\n" + " " * _WIDTH).join(lines))

    def on_resize(self) -> None:
        """Wrap anew."""
        self._show()

    def shown(self, key: str) -> str:
        """A key as it stands on the keyboard."""
        return self.app.get_key_display(Binding(key, ""))

    @on(OptionList.OptionSelected)
    def _change(self, event: OptionList.OptionSelected) -> None:
        key = self.keys[event.option_id or ""]
        self.app.push_screen(PressScreen(key.does), lambda pressed: self._give(key, pressed or ""))

    def _give(self, key: Key, pressed: str) -> None:
        changed = sound(read_settings().keys)
        if not pressed:
            return
        if pressed in MOVING:
            self._say(
                _("{key} cannot be used: it moves through every screen.").format(key=self.shown(pressed))
            )
        elif other := in_the_way(pressed, key, self.places, changed):
            taken = _("{key} is in use already: {does}. Choose another key, or change that one first.")
            self._say(taken.format(key=self.shown(pressed), does=other.does))
        else:
            self._keep({**changed, key.id: pressed})
            self._say(_("{key} from now on: {does}.").format(key=self.shown(pressed), does=key.does))

    def action_reset(self) -> None:
        """Back to the key that it had."""
        option = self.list.highlighted_option
        key = self.keys.get(option.id or "") if option else None
        changed = sound(read_settings().keys)
        if key is None or key.id not in changed:
            return
        changed.pop(key.id)
        for one in key.default.split(","):
            if other := in_the_way(one, key, self.places, changed):
                taken = _("{key} is in use already: {does}. Choose another key, or change that one first.")
                self._say(taken.format(key=self.shown(one), does=other.does))
                return
        self._keep(changed)
        self._say(_("Its own key again: {does}.").format(does=key.does))

    def _keep(self, changed: dict[str, str]) -> None:
        remember(keys=changed)
        self.app.set_keymap(changed)
        self._show()

    def _say(self, message: str) -> None:
        self.query_one(".missing", Static).update(message)

"""The keys at the bottom of the interview screen: as many lines as they need, each to be clicked."""

from collections.abc import Iterable, Mapping, Sequence

from textual import events
from textual.binding import ActiveBinding, Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from capture.screens.interviewing.keys import IN_ORDER, KEYS
from sessions.i18n import N_
from sessions.i18n import gettext as _

_NAMES = {"space": N_("space"), "minus": "-"}
_BETWEEN = "  "


def first_keys(bindings: Iterable[BindingType]) -> dict[str, str]:
    """Of several keys the one that comes first, by the id of its binding."""
    return {b.id: b.key.partition(",")[0] for b in bindings if isinstance(b, Binding) and b.id}


_FIRST = first_keys(KEYS)


def key_names(
    bindings: Iterable[ActiveBinding], shown: dict[str, str], first: Mapping[str, str] = _FIRST
) -> dict[str, str]:
    """The key of each binding as people read it, by the binding's id; of several the one that comes first."""
    keys: dict[str, str] = {}
    for binding in (active.binding for active in bindings if active.binding.id):
        if binding.id not in keys or binding.key == first.get(binding.id or ""):
            keys[binding.id or ""] = binding.key
    return {i: _(_NAMES[key]) if key in _NAMES else shown[key] for i, key in keys.items()}


class KeyBar(Static):
    """The keys of a screen, those named ``in_order``, on as many lines as they need, but not more than ``most``."""

    class Changed(Message):
        """There are other keys now, or they are known by now."""

    def __init__(
        self, keys: Sequence[BindingType] = KEYS, in_order: Sequence[str] = IN_ORDER, most: int = 99
    ) -> None:
        super().__init__(classes="keys", markup=False)
        self._first = first_keys(keys)
        self._in_order = in_order
        self._most = most
        self.names: dict[str, str] = {}
        self._items: list[Content] = []
        self._tips: dict[str, str] = {}

    def on_mount(self) -> None:
        self.read_keys()
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.read_keys())

    def on_resize(self) -> None:
        """More or fewer of them on a line."""
        self._fill()

    def show_keys(self, in_order: Sequence[str]) -> None:
        """Show these from now on."""
        if in_order != self._in_order:
            self._in_order = in_order
            self.names = {}
            self.read_keys()

    def read_keys(self) -> None:
        """Show the keys as they are now: somebody may have chosen others."""
        if not self.screen.is_current:
            return
        active = list(self.screen.active_bindings.values())
        shown = {a.binding.key: self.app.get_key_display(a.binding) for a in active}
        names = key_names(active, shown, self._first)
        if names != self.names:
            self.names = names
            first = {a.binding.id or "": a for a in reversed(active)}
            self._tips = {a.binding.key: a.tooltip for a in first.values()}
            self._items = [self._key(first[i]) for i in self._in_order if i in first]
            self._fill()
            self.post_message(self.Changed())

    def _key(self, active: ActiveBinding) -> Content:
        binding = active.binding
        name, label = self.names[binding.id or ""], binding.description
        if binding.id == "probe_1":  # nine keys, one place
            name, label = f"{name}–{self.names.get('probe_9', '9')}", _("asked")
        item = Content.assemble((name, "bold $text-accent"), " ", label)
        return item if binding.id == "probe_1" else item.stylize(Style.from_meta({"key": binding.key}))

    def _fill(self) -> None:
        lines = in_lines(self._items, self.content_size.width)[: self._most]
        self.styles.height = max(1, len(lines))
        self.update(Content("\n").join(lines))

    def on_click(self, event: events.Click) -> None:
        """Do as if the key was pressed."""
        if key := event.style.meta.get("key"):
            event.stop()
            self.app.simulate_key(key)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Say what the key under the mouse does."""
        self.tooltip = self._tips.get(event.style.meta.get("key", "")) or None


def in_lines(items: Sequence[Content], width: int) -> list[Content]:
    """The items behind each other, as many on a line as fit in ``width`` cells, none broken."""
    lines: list[Content] = []
    for item in items:
        if lines and lines[-1].cell_length + len(_BETWEEN) + item.cell_length <= width:
            lines[-1] = lines[-1] + _BETWEEN + item
        else:
            lines.append(item)
    return lines

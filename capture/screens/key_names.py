"""The key of a binding by its name on the keyboard, for hints that are written before that key works."""

from typing import Any

from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget

from capture.keymap import sound
from capture.settings import read_settings


def key_of(screen: Screen[Any], binding_id: str, owner: type[Widget] | None = None) -> str:
    """The first key that does this on ``screen``, as people changed it; ``owner`` is the widget whose key it is,
    by default the screen itself."""
    classes = (owner or type(screen)).__mro__
    bindings = (b for cls in classes for b in vars(cls).get("BINDINGS", ()) if isinstance(b, Binding))
    own = next(b.key for b in bindings if b.id == binding_id)
    key = sound(read_settings().keys).get(binding_id, own)
    return screen.app.get_key_display(Binding(key.partition(",")[0], ""))

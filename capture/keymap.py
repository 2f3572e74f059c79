"""Which keys there are, which of them were changed, and whether a new one is free.

A binding is known by its id; the same id on two screens is one thing with one key.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from textual.binding import Binding

MOVING = frozenset({"tab", "shift+tab", "enter", "escape", "up", "down", "ctrl+c"})
"""Keys by which people move through every screen: nothing else may take them."""


@dataclass(frozen=True)
class Place:
    """A screen, with the classes whose bindings work on it together."""

    name: str
    classes: tuple[type, ...]


@dataclass(frozen=True)
class Key:
    """Something that a key does, with the keys that it has by default (several with commas between)."""

    id: str
    does: str
    default: str
    place: str

    def now(self, changed: Mapping[str, str]) -> list[str]:
        """The keys that it has, given what was changed."""
        return changed.get(self.id, self.default).split(",")


def keys(where: Iterable[Place]) -> list[Key]:
    """Every changeable key, once, in the order of the places."""
    found: dict[str, Key] = {}
    for place in where:
        for binding in _bindings(place.classes):
            if binding.id and binding.id not in found:
                found[binding.id] = Key(binding.id, _does(binding), binding.key, place.name)
    return list(found.values())


def in_the_way(key: str, wanted: Key, where: Sequence[Place], changed: Mapping[str, str]) -> Key | None:
    """What has ``key`` already on a screen where ``wanted`` works too; None where it is free.

    Two that have it both by default are meant so: a dialog takes it from the app below.
    """
    known = {k.id: k for k in keys(where)}
    everywhere = _ids(where[-1])
    for place in where:
        here = _ids(place) | everywhere
        if wanted.id in here:
            for other in sorted(here - {wanted.id}):
                shared = all(key in one.default.split(",") for one in (wanted, known[other]))
                if key in known[other].now(changed) and not (shared and other not in changed):
                    return known[other]
    return None


def sound(changed: Mapping[str, str]) -> dict[str, str]:
    """``changed`` without what cannot be keys: somebody may have edited the file of settings."""
    return {name: given for name, given in changed.items() if given and all(given.split(","))}


def _ids(place: Place) -> set[str]:
    return {b.id for b in _bindings(place.classes) if b.id}


def _bindings(classes: Iterable[type]) -> list[Binding]:
    own = [c for cls in classes for c in cls.__mro__ if c.__module__.startswith("capture.")]
    listed = [b for c in own for b in vars(c).get("BINDINGS", ())]
    return [b for b in listed if isinstance(b, Binding)]


def _does(binding: Binding) -> str:
    does = binding.tooltip or binding.description
    number = (binding.id or "").rpartition("_")[2]
    return f"{number}: {does}" if number.isdecimal() else does

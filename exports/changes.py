"""What is new in a draft since an earlier one, of which only ids and digests were kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from exports.draft.entries import Printed, is_folded, is_standing, printed
from exports.draft.model import Draft
from sessions.exported import Entry, ExportedModule

Origins = Mapping[int, tuple[int, ...]]
"""Per fragment of now the ids of those of which it was split, joined or heard again."""


class Change(StrEnum):
    """What became of a thing. ``GONE`` says no more than that: why it is gone is for its people to know."""

    NEW = "new"
    TEXT = "text"
    MOVED = "moved"
    GONE = "gone"


@dataclass(frozen=True)
class Changed:
    """One thing that is different: ``entry`` as it stands now (of what is gone: as it stood), and the place where
    it stood before, also where its text is another one as well. What is gone has no words and no reference here,
    only the ids of its fragments."""

    change: Change
    entry: Entry
    was: str = ""
    text: str = ""
    reference: str = ""


@dataclass(frozen=True)
class Changes:
    """All that is different, in the order of the draft; what is gone last."""

    all: tuple[Changed, ...] = ()

    def of(self, change: Change) -> tuple[Changed, ...]:
        """The changes of one sort."""
        return tuple(one for one in self.all if one.change is change)


def changes(before: Sequence[Entry], draft: Draft, origins: Origins | None = None) -> Changes:
    """What is different in ``draft`` from one that held ``before``.

    A fragment that was split, joined or heard again is compared with those that it came from.
    """
    earlier = _Earlier(before, origins or {})
    now = printed(draft)
    found = [one for thing in now if (one := earlier.compared(thing))]
    return Changes((*found, *earlier.gone({thing.entry.key for thing in now})))


@dataclass(frozen=True)
class Since:
    """What is new since an earlier draft of the same module."""

    earlier: ExportedModule
    changes: Changes


class _Earlier:
    """What stood in the earlier draft, and which of it lives on under another id."""

    def __init__(self, before: Iterable[Entry], origins: Origins) -> None:
        self._entries = {entry.key: entry for entry in before}
        self._origins = origins
        self._lives_on: set[str] = set()

    def compared(self, thing: Printed) -> Changed | None:
        before = self._before(thing.entry)
        change = _change(before, thing.entry)
        if change is None or (change is Change.NEW and is_standing(thing.entry.key)):
            return None
        was = before[0].place if before else ""
        return Changed(change, thing.entry, was, thing.text, thing.reference)

    def gone(self, now: set[str]) -> Iterable[Changed]:
        left = (e for e in self._entries.values() if e.key not in now and e.key not in self._lives_on)
        return (Changed(Change.GONE, entry, entry.place) for entry in left if not is_standing(entry.key))

    def _before(self, entry: Entry) -> list[Entry]:
        if entry.key in self._entries:
            return [self._entries[entry.key]]
        found = [self._entries[key] for key in self._earlier_keys(entry) if key in self._entries]
        self._lives_on.update(one.key for one in found)
        return found

    def _earlier_keys(self, entry: Entry) -> list[str]:
        if not any(id_ in self._origins for id_ in entry.segments):
            return []
        kind, _colon, rest = entry.key.partition(":")
        _ids, colon, count = rest.partition(":")
        origins = [self._origins.get(id_, (id_,)) for id_ in sorted(entry.segments)]
        if len(origins) == 1:
            return [f"{kind}:{id_}{colon}{count}" for id_ in origins[0]]
        # what rests on several fragments is known again where each came from one only
        return [f"{kind}:{'+'.join(str(id_) for id_ in sorted(of[0] for of in origins))}"]


def _change(was: Sequence[Entry], now: Entry) -> Change | None:
    if not was:
        return Change.NEW
    before = was[0]
    # words that are not printed cannot be compared with words that are
    comparable = is_folded(before.place) == is_folded(now.place)
    if len(was) > 1 or (comparable and before.digest != now.digest):
        return Change.TEXT
    return None if before.place == now.place else Change.MOVED

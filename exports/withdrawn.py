"""Why a thing that stood in an earlier draft is not in one of now, and which documents still hold it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from enum import StrEnum

from sessions.exported import Entry
from sessions.programme import Programme
from sessions.release import Release
from sessions.store import Store
from sessions.store.descent import origins
from sessions.store.exported import places_with
from sessions.transcript import Segment


class Gone(StrEnum):
    """Why. Only what may still be told may stay in a document that somebody works in: that is ``OTHER``, as what was
    said stands elsewhere now, in other words, or is about another module."""

    BACK = "released_back"
    STRUCK = "struck"
    ERASED = "erased"
    OTHER = "other"


class Withdrawn:
    """What of ``gone`` may not be told any more, where the fragments with the ids of ``telling`` may."""

    def __init__(self, store: Store, gone: Iterable[Entry], telling: Collection[int]) -> None:
        self._telling = frozenset(telling)
        known = {id_ for entry in gone for id_ in entry.segments}
        self._lives = _lives(store, known)
        ids = {id_ for lives in self._lives.values() for id_ in lives}
        self._segments = {segment.id: segment for segment in store.all(Segment, id=ids)}
        self.ids = frozenset(id_ for id_ in known if not self._told(id_))

    def why(self, entry: Entry) -> Gone:
        """Why ``entry`` is gone. Of a photo or practice case nothing is known but that it may not go, or went away."""
        if not entry.segments:
            return Gone.BACK
        found = [self._why(id_) for id_ in entry.segments & self.ids]
        return min(found, key=list(Gone).index, default=Gone.OTHER)

    def _why(self, id_: int) -> Gone:
        left = [self._segments[one] for one in self._lives[id_] if one in self._segments]
        if not left:
            return Gone.ERASED
        return Gone.STRUCK if any(s.release is Release.STRUCK for s in left) else Gone.BACK

    def _told(self, id_: int) -> bool:
        return not self._telling.isdisjoint(self._lives[id_])


def still_in(programme: Programme, store: Store, segment_ids: Collection[int]) -> tuple[str, ...]:
    """The documents that are there and hold one of these fragments, as the ledger keeps their paths."""
    return tuple(path for path in places_with(store, segment_ids) if (programme.folder / path).is_file())


def _lives(store: Store, known: Collection[int]) -> dict[int, set[int]]:
    """Per fragment its own id and those of all that came of it."""
    lives = defaultdict(set, {id_: {id_} for id_ in known})
    for child, sources in origins(store, known).items():
        for source in sources:
            lives[source].add(child)
    return lives

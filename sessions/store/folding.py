"""Fragments that a person wants to stand by themselves in drafts, though somebody else says nearly the same."""

from collections.abc import Iterable

from sessions.exported import KeptApart
from sessions.moment import now
from sessions.store.descent import origins
from sessions.store.store import Store


def kept_apart(store: Store) -> frozenset[int]:
    """The ids of the fragments that are never folded: those that a person chose, and what was made of them since by
    splitting, joining or hearing again."""
    chosen = {kept.segment_id for kept in store.all(KeptApart)}
    return frozenset(chosen | origins(store, chosen).keys()) if chosen else frozenset()


def keep_apart(store: Store, segment_ids: Iterable[int], by: str) -> int:
    """Never fold these fragments; gives how many were not kept apart already."""
    with store.immediate():
        known = kept_apart(store)
        new = [KeptApart(id_, by, now()) for id_ in dict.fromkeys(segment_ids) if id_ not in known]
        store.add_all(new)
    return len(new)


def let_fold(store: Store, segment_ids: Iterable[int]) -> int:
    """Fold these fragments again where others say nearly the same; gives how many were kept apart.

    What was split after it was kept apart is let go as a whole.
    """
    with store.immediate():
        chosen = {kept.segment_id: kept for kept in store.all(KeptApart)}
        came_from = origins(store, chosen)
        sources = {id_: {id_, *came_from.get(id_, ())} & chosen.keys() for id_ in segment_ids}
        for id_ in {one for some in sources.values() for one in some}:
            store.delete(chosen[id_])
    return sum(1 for some in sources.values() if some)

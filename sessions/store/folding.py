"""Fragments that a person wants to stand by themselves in drafts, though somebody else says nearly the same."""

from collections.abc import Iterable

from sessions.exported import KeptApart
from sessions.moment import now
from sessions.store.store import Store


def keep_apart(store: Store, segment_ids: Iterable[int], by: str) -> int:
    """Never fold these fragments; gives how many were not kept apart already."""
    with store.immediate():
        known = {kept.segment_id for kept in store.all(KeptApart)}
        new = [KeptApart(id_, by, now()) for id_ in dict.fromkeys(segment_ids) if id_ not in known]
        store.add_all(new)
    return len(new)


def let_fold(store: Store, segment_ids: Iterable[int]) -> int:
    """Fold these fragments again where others say nearly the same; gives how many were kept apart."""
    wanted = set(segment_ids)
    with store.immediate():
        kept = [one for one in store.all(KeptApart) if one.segment_id in wanted]
        for one in kept:
            store.delete(one)
    return len(kept)

"""What experts remarked when they read back what they had said."""

from collections.abc import Iterable
from dataclasses import replace

from sessions.interview import Session
from sessions.remark import Remark
from sessions.store.descent import heirs, standing_in
from sessions.store.store import Store
from sessions.store.tables import TABLES


def add(store: Store, remarks: Iterable[Remark]) -> list[Remark]:
    """Keep these; one that is there already, settled or not, is left out. Gives those that were new."""
    new = []
    with store.immediate():
        for remark in remarks:
            known = store.all(Remark, session_id=remark.session_id, answer_id=remark.answer_id)
            if (remark.kind, remark.text, remark.quote) not in {(r.kind, r.text, r.quote) for r in known}:
                new.append(store.add(remark))
    return new


def remarks(store: Store, session: Session, settled: bool = False) -> list[Remark]:
    """What is open of ``session``, oldest first; with ``settled`` what was settled too.

    Each names the fragment that stands now for the one that it was about: the first, where that was split.
    """
    found = store.all(Remark, session_id=session.id, **({} if settled else {"settled": False}))
    about = {r.segment_id for r in found if r.segment_id}
    now = heirs(store, about, standing_in(store, session)) if about else {}
    return [replace(r, segment_id=next(iter(now.get(r.segment_id or 0, ())), None)) for r in found]


def settle(store: Store, remark: Remark, settled: bool = True) -> Remark:
    """Nobody needs to look at it any more; or, not ``settled``, somebody does again."""
    with store.immediate():
        store.save(replace(store.get(Remark, remark.id), settled=settled))
    return replace(remark, settled=settled)


def open_remarks(store: Store) -> dict[int, int]:
    """How many remarks wait, by the id of their session."""
    rows = store.rows(
        f"select session_id as id, count(*) as n from {TABLES[Remark]} where not settled group by session_id"
    )
    return {row["id"]: row["n"] for row in rows}

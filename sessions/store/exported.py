"""The ledger of drafts that were exported: which things stood in them, without a word of what they said."""

import json
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sessions.exported import Entry, Export, ExportedModule
from sessions.interview import Answer
from sessions.release import Release
from sessions.store.store import Store
from sessions.store.tables import TABLES
from sessions.transcript import Segment, Transcript

KEPT = 30
"""Versions of one module for one audience that are remembered: the newest; and of each version as many documents."""

ABANDONED = timedelta(hours=1)
"""After which no document is still being made: its program was ended while it worked."""

_LAST = f"""select module.id from {TABLES[ExportedModule]} module
    join {TABLES[Export]} export on export.id = module.export_id
    where module.guide_id = ? and module.module_id = ? and (export.audience = ? or ?)
    and (export.sha256 <> '' or ?)
    order by module.id desc limit 1"""

_NEWEST = f"""select coalesce(max(version), 0) as version from {TABLES[ExportedModule]}
    where guide_id = ? and module_id = ?"""
_FORGET = f"""delete from {TABLES[Export]} where sha256 <> '' and id not in (select export_id from (
    select module.export_id as export_id, module.guide_id as guide_id,
        dense_rank() over (partition by module.guide_id, module.module_id, export.audience
            order by module.version desc) as place,
        row_number() over (partition by module.guide_id, module.module_id, export.audience, module.version
            order by module.id desc) as copy
    from {TABLES[ExportedModule]} module join {TABLES[Export]} export on export.id = module.export_id)
    where (place <= ? and copy <= ?) or guide_id = '')"""  # of transcripts none is forgotten
_SESSIONS = f"""select distinct answer.session_id as id from {TABLES[Segment]} segment
    join {TABLES[Transcript]} transcript on transcript.id = segment.transcript_id
    join {TABLES[Answer]} answer on answer.id = transcript.answer_id
    where segment.id in (select value from json_each(?)) order by 1"""
_AT_PLACES = f"""select path, max(id) as id from {TABLES[Export]} where path <> '' group by path"""


def version_of_next(store: Store, module: ExportedModule, audience: Release) -> int:
    """The number that a draft with the entries of ``module`` gets: that of the last one for this audience where
    nothing is different, else the next one, from 1. What was forgotten still counts."""
    last = _last(store, module.guide_id, module.module_id, audience, begun_too=True)
    if last and last.entries == module.entries:
        return last.version
    (found,) = store.rows(_NEWEST, (module.guide_id, module.module_id))
    return int(found["version"]) + 1


def begin_export(
    store: Store, export: Export, modules: Iterable[ExportedModule]
) -> tuple[Export, list[ExportedModule]]:
    """Write down a draft that is about to be made; gives it and its modules with their ids and versions.

    Without a checksum it does not count as exported: :func:`promise_export` and :func:`finish_export` follow, or
    :func:`drop_export`. What was begun :data:`ABANDONED` ago and never promised goes.
    """
    with store.immediate():
        _sweep(store)
        begun = store.add(replace(export, sha256="", path=""))
        return begun, [_begin(store, begun, module) for module in modules]


def promise_export(store: Store, export: Export, sha256: str) -> Export:
    """Its content is known and is moved into place now: whatever ends the program from here on, a document that is
    there is one that is remembered."""
    return store.save(replace(export, sha256=sha256))


def finish_export(store: Store, export: Export, path: str) -> Export:
    """It was written: where. Versions beyond the newest :data:`KEPT` are forgotten, whole documents at a time."""
    with store.immediate():
        done = store.save(replace(export, path=path))
        store.execute(_FORGET, (KEPT, KEPT))
    return done


def drop_export(store: Store, export: Export) -> None:
    """It could not be written."""
    store.delete(export)


def modules_of(store: Store, export: Export) -> list[ExportedModule]:
    """The modules in a document, in their order."""
    return store.all(ExportedModule, export_id=export.id)


def last_exported(
    store: Store, guide_id: str, module_id: str, audience: Release | None
) -> ExportedModule | None:
    """The newest draft of this module that was made for ``audience`` (None: for anybody)."""
    return _last(store, guide_id, module_id, audience)


def version_of_module(store: Store, guide_id: str, module_id: str, version: int) -> ExportedModule | None:
    """The newest draft of this module with this number, as far as it is remembered."""
    found = store.all(ExportedModule, guide_id=guide_id, module_id=module_id, version=version)
    written = [module for module in found if store.get(Export, module.export_id).sha256]
    return written[-1] if written else None


def export_of(store: Store, id_: int, made_at: datetime) -> Export | None:
    """The export with this id and moment: another programme may have given out the same id."""
    found = store.first(Export, id=id_)
    return found if found and found.made_at == made_at and found.sha256 else None


def export_like(store: Store, sha256: str) -> Export | None:
    """The newest export with this content."""
    same = store.all(Export, sha256=sha256) if sha256 else []
    return same[-1] if same else None


def places_with(store: Store, segment_ids: Collection[int]) -> list[str]:
    """Where documents were written that rest on one of these fragments, as the ledger keeps paths; of a place that
    was written more than once the last document counts."""
    newest = [row["id"] for row in store.rows(_AT_PLACES)]
    held = {m.export_id for m in store.all(ExportedModule, export_id=newest) if _holds(m, segment_ids)}
    return [export.path for export in store.all(Export, id=newest) if export.id in held]


def places_of(store: Store, session_ids: Collection[int]) -> list[str]:
    """Where documents were written that held something of one of these sessions, as the ledger keeps paths; of a
    place that was written more than once the last document counts."""
    newest = [row["id"] for row in store.rows(_AT_PLACES)]
    wanted = set(session_ids)
    held = {m.export_id for m in store.all(ExportedModule, export_id=newest) if wanted & {*m.sessions}}
    return [export.path for export in store.all(Export, id=newest) if export.id in held]


def is_of(store: Store, export: Export, session_ids: Collection[int], segment_ids: Collection[int]) -> bool:
    """Whether a document held something of one of these sessions, or rests on one of these fragments."""
    wanted = set(session_ids)
    return any(wanted & {*m.sessions} or _holds(m, segment_ids) for m in modules_of(store, export))


def forget(store: Store, segment_ids: Collection[int]) -> int:
    """Drop the digests of all that rested on these fragments; gives how many entries that were.

    For what is erased: nothing is left that its words could be guessed by. That something stood there, under a
    number that nothing bears any more, stays: whoever works in the document must hear that it is to go.
    """
    dropped = 0
    with store.immediate():
        for module in store.all(ExportedModule) if segment_ids else ():
            left = tuple(replace(e, digest="") if _rests_on(e, segment_ids) else e for e in module.entries)
            if left != module.entries:
                store.save(replace(module, entries=left))
                dropped += sum(one != other for one, other in zip(left, module.entries, strict=True))
    return dropped


def _last(
    store: Store, guide_id: str, module_id: str, audience: Release | None, *, begun_too: bool = False
) -> ExportedModule | None:
    found = store.rows(_LAST, (guide_id, module_id, audience, audience is None, begun_too))
    return store.get(ExportedModule, found[0]["id"]) if found else None


def _begin(store: Store, export: Export, module: ExportedModule) -> ExportedModule:
    version = version_of_next(store, module, export.audience)
    sessions = module.sessions or _sessions_of(store, module.entries)
    return store.add(replace(module, export_id=export.id, version=version, sessions=sessions))


def _sessions_of(store: Store, entries: Iterable[Entry]) -> tuple[int, ...]:
    said = sorted({id_ for entry in entries for id_ in entry.segments})
    return tuple(row["id"] for row in store.rows(_SESSIONS, (json.dumps(said),)))


def _sweep(store: Store) -> None:
    before = datetime.now(UTC) - ABANDONED
    for export in store.all(Export, sha256=""):
        if export.made_at < before:
            store.delete(export)


def _holds(module: ExportedModule, segment_ids: Collection[int]) -> bool:
    return any(_rests_on(entry, segment_ids) for entry in module.entries)


def _rests_on(entry: Entry, segment_ids: Collection[int]) -> bool:
    return not entry.segments.isdisjoint(segment_ids)

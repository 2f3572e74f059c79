"""The ledger of drafts that were exported: which things stood in them, without a word of what they said."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime

from sessions.exported import Entry, Export, ExportedModule
from sessions.release import Release
from sessions.store.store import Store
from sessions.store.tables import TABLES

KEPT = 30
"""Drafts of one module that are remembered: the newest."""

_LAST = f"""select module.id from {TABLES[ExportedModule]} module
    join {TABLES[Export]} export on export.id = module.export_id
    where module.guide_id = ? and module.module_id = ? and export.audience = ? and export.sha256 <> ''
    order by module.id desc limit 1"""

_NEWEST = f"""select coalesce(max(version), 0) as version from {TABLES[ExportedModule]}
    where guide_id = ? and module_id = ?"""
_MODULES = f"select guide_id, module_id from {TABLES[ExportedModule]} where export_id = ?"
_FORGET_MODULES = f"""delete from {TABLES[ExportedModule]} where guide_id = ? and module_id = ? and id not in
    (select id from {TABLES[ExportedModule]} where guide_id = ? and module_id = ? order by id desc limit ?)"""
_FORGET_EXPORTS = f"""delete from {TABLES[Export]} where sha256 <> '' and id not in
    (select export_id from {TABLES[ExportedModule]})"""


def next_version(store: Store, guide_id: str, module_id: str) -> int:
    """The number of the next draft of this module, from 1; what was forgotten still counts."""
    (found,) = store.rows(_NEWEST, (guide_id, module_id))
    return int(found["version"]) + 1


def begin_export(store: Store, export: Export, modules: Iterable[ExportedModule]) -> Export:
    """Write down a draft that is about to be written; gives it with its id.

    Without a checksum it does not count as exported: :func:`finish_export` or :func:`drop_export` follows.
    """
    with store.immediate():
        begun = store.add(replace(export, sha256=""))
        store.add_all(replace(module, export_id=begun.id) for module in modules)
    return begun


def finish_export(store: Store, export: Export, path: str, sha256: str) -> Export:
    """It was written: where, and what. Drafts beyond the newest :data:`KEPT` of its modules are forgotten."""
    with store.immediate():
        done = store.save(replace(export, path=path, sha256=sha256))
        for row in store.rows(_MODULES, (done.id,)):
            _prune(store, row["guide_id"], row["module_id"])
    return done


def drop_export(store: Store, export: Export) -> None:
    """It could not be written."""
    store.delete(export)


def modules_of(store: Store, export: Export) -> list[ExportedModule]:
    """The modules in a document, in their order."""
    return store.all(ExportedModule, export_id=export.id)


def last_exported(store: Store, guide_id: str, module_id: str, audience: Release) -> ExportedModule | None:
    """The newest draft of this module that was made for ``audience``."""
    found = store.rows(_LAST, (guide_id, module_id, audience))
    return store.get(ExportedModule, found[0]["id"]) if found else None


def version_of_module(store: Store, guide_id: str, module_id: str, version: int) -> ExportedModule | None:
    """The draft of this module with this number, as far as it is remembered."""
    found = store.all(ExportedModule, guide_id=guide_id, module_id=module_id, version=version)
    return found[-1] if found else None


def export_of(store: Store, id_: int, made_at: datetime) -> Export | None:
    """The export with this id and moment: another programme may have given out the same id."""
    found = store.first(Export, id=id_)
    return found if found and found.made_at == made_at and found.sha256 else None


def export_like(store: Store, sha256: str, path: str) -> Export | None:
    """The newest export with this content, else the newest that went to this path."""
    same = store.all(Export, sha256=sha256) or [e for e in store.all(Export, path=path) if e.sha256]
    return same[-1] if same else None


def forget(store: Store, segment_ids: Collection[int]) -> int:
    """Drop all that was remembered of these fragments; gives how many entries that were.

    For somebody who takes back what they said: not even an id or a digest of it stays.
    """
    dropped = 0
    with store.immediate():
        for module in store.all(ExportedModule):
            left = tuple(e for e in module.entries if not _rests_on(e, segment_ids))
            if len(left) < len(module.entries):
                store.save(replace(module, entries=left))
                dropped += len(module.entries) - len(left)
    return dropped


def _rests_on(entry: Entry, segment_ids: Collection[int]) -> bool:
    return not entry.segments.isdisjoint(segment_ids)


def _prune(store: Store, guide_id: str, module_id: str) -> None:
    store.execute(_FORGET_MODULES, (guide_id, module_id, guide_id, module_id, KEPT))
    store.execute(_FORGET_EXPORTS)

"""The ledger of exports."""

from datetime import UTC, datetime, timedelta

import pytest

from sessions.exported import Entry, Export, ExportedModule
from sessions.release import Release
from sessions.store import Store
from sessions.store.exported import (
    KEPT,
    begin_export,
    drop_export,
    export_like,
    export_of,
    finish_export,
    forget,
    last_exported,
    modules_of,
    next_version,
    version_of_module,
)

WHEN = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
ENTRIES = (
    Entry("s:12", "startgat/signal", "ab"),
    Entry("d:12+40", "comparison/differ", "cd"),
    Entry("c:ef", "", ""),
)


def make(store: Store, module_id: str = "M3", *, audience: Release = Release.PARTNERS, at: int = 0) -> Export:
    """One draft that was exported."""
    export = Export(WHEN + timedelta(minutes=at), "", "", "docx", audience)
    version = next_version(store, "edm-nl", module_id)
    begun = begin_export(store, export, [ExportedModule(0, "edm-nl", module_id, version, ENTRIES)])
    return finish_export(store, begun, f"exports/{module_id} {begun.id}.docx", f"{begun.id:064d}")


def test_versions_count_per_module_from_one(store: Store) -> None:
    assert next_version(store, "edm-nl", "M3") == 1
    for _n in range(2):
        make(store)
    assert next_version(store, "edm-nl", "M3") == 3
    assert next_version(store, "edm-nl", "M2") == next_version(store, "anders", "M3") == 1


def test_what_was_exported_is_found_as_it_was(store: Store) -> None:
    export = make(store)
    (module,) = modules_of(store, export)
    assert module.entries == ENTRIES
    assert last_exported(store, "edm-nl", "M3", Release.PARTNERS) == module
    assert version_of_module(store, "edm-nl", "M3", 1) == module
    assert export_of(store, export.id, export.made_at) == export
    assert export_like(store, export.sha256, "elders") == export_like(store, "", export.path) == export


def test_the_last_one_is_that_for_the_same_audience(store: Store) -> None:
    make(store)
    free = make(store, audience=Release.FREE)
    make(store)
    last = last_exported(store, "edm-nl", "M3", Release.FREE)
    assert last is not None
    assert (last.export_id, last.version) == (free.id, 2)


def test_a_mark_of_another_programme_is_nobodys(store: Store) -> None:
    export = make(store)
    assert export_of(store, export.id, WHEN + timedelta(days=1)) is None
    assert export_like(store, "f" * 64, "onbekend.docx") is None


def test_what_was_begun_and_not_written_does_not_count(store: Store) -> None:
    begun = begin_export(
        store,
        Export(WHEN, "x", "y", "docx", Release.PARTNERS),
        [ExportedModule(0, "edm-nl", "M3", 1, ENTRIES)],
    )
    assert last_exported(store, "edm-nl", "M3", Release.PARTNERS) is None
    assert export_of(store, begun.id, WHEN) is None
    drop_export(store, begun)
    assert store.count(Export) == store.count(ExportedModule) == 0


def test_only_the_newest_of_a_module_are_remembered_and_their_numbers_go_on(store: Store) -> None:
    for at in range(KEPT + 3):
        make(store, at=at)
    make(store, "M2")
    assert store.count(ExportedModule, module_id="M3") == KEPT
    assert store.count(Export) == KEPT + 1
    assert version_of_module(store, "edm-nl", "M3", 3) is None
    assert next_version(store, "edm-nl", "M3") == KEPT + 4


def test_a_document_with_another_module_in_it_is_kept_as_long_as_that_one(store: Store) -> None:
    modules = [ExportedModule(0, "edm-nl", name, 1, ENTRIES) for name in ("M2", "M3")]
    both = finish_export(
        store, begin_export(store, Export(WHEN, "", "", "docx", Release.PARTNERS), modules), "b", "b" * 64
    )
    for _n in range(KEPT):
        make(store)
    assert [m.module_id for m in modules_of(store, both)] == ["M2"]


@pytest.mark.parametrize(("taken", "left"), [({12}, ["c:ef"]), ({40}, ["s:12", "c:ef"]), ({1}, None)])
def test_what_somebody_takes_back_leaves_no_trace(
    store: Store, taken: set[int], left: list[str] | None
) -> None:
    (module,) = modules_of(store, make(store))
    dropped = forget(store, taken)
    kept = [entry.key for entry in store.get(ExportedModule, module.id).entries]
    assert kept == (left if left is not None else [e.key for e in ENTRIES])
    assert dropped == len(ENTRIES) - len(kept)

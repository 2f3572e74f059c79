"""The ledger of exports."""

from datetime import UTC, datetime, timedelta

import pytest

from sessions.exported import Entry, Export, ExportedModule
from sessions.release import Release
from sessions.store import Store
from sessions.store.exported import (
    ABANDONED,
    KEPT,
    begin_export,
    drop_export,
    export_like,
    export_of,
    finish_export,
    forget,
    last_exported,
    modules_of,
    places_with,
    promise_export,
    version_of_module,
)

WHEN = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
ENTRIES = (
    Entry("s:12", "startgat/signal", "ab"),
    Entry("d:12+40", "comparison/differ", "cd"),
    Entry("c:ef", "", ""),
)


def make(
    store: Store,
    *module_ids: str,
    audience: Release = Release.PARTNERS,
    at: int = 0,
    entries: tuple[Entry, ...] | None = None,
) -> Export:
    """One document that was exported, in which something is new unless ``entries`` says otherwise."""
    count = store.rows("select coalesce(max(id), 0) as n from exported_module")[0]["n"]
    told = entries or (*ENTRIES, Entry("c:1", "cases", str(count)))
    ids = module_ids or ("M3",)
    export = Export(WHEN + timedelta(minutes=at), "", "", "docx", audience)
    begun, _modules = begin_export(store, export, [ExportedModule(0, "edm-nl", one, 0, told) for one in ids])
    promised = promise_export(store, begun, f"{begun.id:064d}")
    return finish_export(store, promised, f"exports/{' '.join(ids)} {begun.id}.docx")


def versions(store: Store, export: Export) -> list[int]:
    return [module.version for module in modules_of(store, export)]


def test_versions_count_per_module_from_one_whomever_it_is_for(store: Store) -> None:
    assert versions(store, make(store)) == [1]
    assert versions(store, make(store, audience=Release.FREE)) == [2]
    assert versions(store, make(store, "M3", "M2")) == [3, 1]


def test_two_that_are_made_at_once_have_each_their_number(store: Store) -> None:
    export = Export(datetime.now(UTC), "", "", "docx", Release.PARTNERS)
    told = [ExportedModule(0, "edm-nl", "M3", 0, (Entry("s:1", "", text),)) for text in "ab"]
    assert [begin_export(store, export, [one])[1][0].version for one in told] == [1, 2]


def test_the_same_once_more_is_no_new_version_and_takes_no_place(store: Store) -> None:
    first = make(store, entries=ENTRIES)
    for _n in range(KEPT + 2):
        again = make(store, entries=ENTRIES)
    assert versions(store, again) == [1]
    assert store.count(Export) == KEPT
    assert export_of(store, first.id, first.made_at) is None
    assert versions(store, make(store, audience=Release.FREE, entries=ENTRIES)) == [2]
    assert versions(store, make(store)) == [3]
    assert versions(store, make(store, entries=ENTRIES)) == [4]


def test_what_was_exported_is_found_as_it_was(store: Store) -> None:
    export = make(store)
    (module,) = modules_of(store, export)
    assert module.entries[: len(ENTRIES)] == ENTRIES
    assert last_exported(store, "edm-nl", "M3", Release.PARTNERS) == module
    assert version_of_module(store, "edm-nl", "M3", 1) == module
    assert export_of(store, export.id, export.made_at) == export
    assert export_like(store, export.sha256) == export


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
    assert export_like(store, "f" * 64) is export_like(store, "") is None


def test_what_was_begun_and_not_written_does_not_count(store: Store) -> None:
    export = Export(datetime.now(UTC), "x", "y", "docx", Release.PARTNERS)
    begun, _modules = begin_export(store, export, [ExportedModule(0, "edm-nl", "M3", 0, ENTRIES)])
    assert last_exported(store, "edm-nl", "M3", Release.PARTNERS) is None
    assert version_of_module(store, "edm-nl", "M3", 1) is None
    assert export_of(store, begun.id, begun.made_at) is None
    drop_export(store, begun)
    assert store.count(Export) == store.count(ExportedModule) == 0


def test_what_a_killed_program_began_is_swept_and_leaves_its_number(store: Store) -> None:
    old = Export(datetime.now(UTC) - 2 * ABANDONED, "", "", "docx", Release.PARTNERS)
    begin_export(store, old, [ExportedModule(0, "edm-nl", "M3", 0, ENTRIES)])
    assert versions(store, make(store)) == [1]
    assert store.count(Export) == 1


def test_what_was_promised_is_remembered_though_nobody_said_where_it_went(store: Store) -> None:
    export = Export(datetime.now(UTC), "", "", "docx", Release.PARTNERS)
    begun, _modules = begin_export(store, export, [ExportedModule(0, "edm-nl", "M3", 0, ENTRIES)])
    promised = promise_export(store, begun, "a" * 64)
    assert export_like(store, "a" * 64) == export_of(store, begun.id, begun.made_at) == promised


def test_only_the_newest_of_a_module_are_remembered_and_their_numbers_go_on(store: Store) -> None:
    free = make(store, audience=Release.FREE)
    for at in range(KEPT + 3):
        make(store, at=at)
    make(store, "M2")
    assert store.count(ExportedModule, module_id="M3") == KEPT + 1
    assert store.count(Export) == KEPT + 2
    assert version_of_module(store, "edm-nl", "M3", 4) is None
    assert version_of_module(store, "edm-nl", "M3", 5)
    assert versions(store, free) == [1]
    assert versions(store, make(store)) == [KEPT + 5]


def test_a_document_with_another_module_in_it_is_kept_whole_as_long_as_that_one(store: Store) -> None:
    both = make(store, "M2", "M3")
    for _n in range(KEPT):
        make(store)
    assert [m.module_id for m in modules_of(store, both)] == ["M2", "M3"]


def test_of_a_place_that_was_written_again_the_last_document_counts(store: Store) -> None:
    first, second = make(store), make(store, entries=(Entry("s:1", "", "a"),))
    assert places_with(store, {12}) == [first.path]
    finish_export(store, second, first.path)
    assert places_with(store, {12}) == []
    assert places_with(store, {1}) == [first.path]


@pytest.mark.parametrize(("taken", "blank"), [({12}, ["s:12", "d:12+40"]), ({40}, ["d:12+40"]), ({1}, [])])
def test_of_what_is_erased_no_digest_stays(store: Store, taken: set[int], blank: list[str]) -> None:
    (module,) = modules_of(store, make(store, entries=ENTRIES[:2]))
    assert forget(store, taken) == len(blank)
    kept = store.get(ExportedModule, module.id).entries
    assert [entry.key for entry in kept if not entry.digest] == blank
    assert [(e.key, e.place) for e in kept] == [(e.key, e.place) for e in ENTRIES[:2]]

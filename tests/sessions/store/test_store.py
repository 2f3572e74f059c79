"""The store: what goes in comes out, safe text only, all or nothing, and damage is told as damage."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from sessions.errors import (
    DamagedProgramme,
    DiskFull,
    NewerProgramme,
    ProgrammeError,
    ProgrammeLocked,
    UnknownName,
)
from sessions.interview import Answer, Clip
from sessions.people import Company, Expert
from sessions.store import Store
from sessions.store.store import Stored
from sessions.store.tables import TABLES
from sessions.transcript import Revision, Segment, Tag, Transcript
from tests import disks
from tests.sessions.store.examples import EXAMPLES, fill

NASTY = (
    "a\x00b [/] [@click=app.quit]klik[/] \"dubbel\" 'enkel'; drop table segment;-- "
    "\x1b]52;c;cm0=\x07 \ud800 \u202eom\u202c ../../etc/passwd"
)
HARMLESS = (
    "ab [/] [@click=app.quit]klik[/] \"dubbel\" 'enkel'; drop table segment;-- "
    "]52;c;cm0=  om ../../etc/passwd"
)


def database(folder: Path) -> Path:
    return folder / "vakborg.db"


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """A database with one of everything."""
    with Store(database(tmp_path)) as store:
        fill(store)
    return database(tmp_path)


def test_there_is_an_example_of_everything_that_is_stored() -> None:
    assert {type(example) for example in EXAMPLES} == set(TABLES)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: type(e).__name__)
def test_everything_comes_back_unchanged_in_a_new_connection(full: Path, example: Stored) -> None:
    with Store(full) as store:
        assert store.get(type(example), example.id) == example


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: type(e).__name__)
def test_saving_what_was_read_changes_nothing(full: Path, example: Stored) -> None:
    with Store(full) as store:
        before = store.rows(f"select * from {TABLES[type(example)]}")
        assert store.save(store.get(type(example), example.id)) == example
        assert store.rows(f"select * from {TABLES[type(example)]}") == before


def texts(example: Stored) -> list[str]:
    """The free texts of an example: not those with a fixed set of values."""
    named: Any = example
    fixed = {"machine_text"}
    return [f.name for f in fields(named) if type(getattr(named, f.name)) is str and f.name not in fixed]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: type(e).__name__)
def test_nothing_unsafe_gets_through_any_text(full: Path, example: Stored) -> None:
    nasty: Any = replace(example, **dict.fromkeys(texts(example), NASTY))  # type: ignore[type-var]
    harmless: Any = replace(example, **dict.fromkeys(texts(example), HARMLESS))  # type: ignore[type-var]
    with Store(full) as store:
        assert store.save(nasty) == harmless
        assert store.get(type(example), example.id) == harmless


def test_new_things_are_returned_as_they_were_stored(tmp_path: Path) -> None:
    with Store(database(tmp_path)) as store:
        assert store.add(Company(NASTY)) == Company(HARMLESS, id=1)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("foreign_keys", 1),
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("secure_delete", 1),
        ("busy_timeout", 10_000),
    ],
)
def test_the_promised_settings_are_in_force(full: Path, pragma: str, value: object) -> None:
    with Store(full) as store:
        (row,) = store.rows(f"pragma {pragma}")
    assert list(row.values()) == [value]


def test_deleted_words_are_gone_from_the_table_itself(tmp_path: Path) -> None:
    with Store(database(tmp_path)) as store:
        company = store.add(Company("Zeergeheimebedrijfsnaam"))
        store.delete(company)
    assert b"Zeergeheimebedrijfsnaam" not in database(tmp_path).read_bytes()


def test_the_machines_text_never_changes(full: Path) -> None:
    with Store(full) as store:
        segment = store.get(Segment, 1)
        with pytest.raises(ProgrammeError, match="machine text of a segment never changes"):
            store.save(replace(segment, machine_text="iets anders"))
        assert store.get(Segment, 1) == segment
        assert store.save(replace(segment, text="verbeterd")).machine_text == segment.machine_text


@pytest.mark.parametrize(
    ("removed", "gone"),
    [(Answer, [Clip, Transcript, Segment, Tag, Revision]), (Clip, [Transcript, Segment, Tag])],
    ids=["answer", "clip"],
)
def test_removing_something_removes_what_hangs_below(
    full: Path, removed: type[Stored], gone: list[type[Stored]]
) -> None:
    with Store(full) as store:
        store.delete(store.get(removed, 1))
        assert {kind: store.all(kind) for kind in gone} == {kind: [] for kind in gone}
        assert store.rows("pragma foreign_key_check") == []


def test_what_others_lean_on_is_not_removed(full: Path) -> None:
    with Store(full) as store:
        with pytest.raises(ProgrammeError, match="FOREIGN KEY"):
            store.delete(store.get(Company, 1))
        assert store.get(Company, 1)


def test_a_row_that_points_at_nothing_is_refused(full: Path) -> None:
    with Store(full) as store, pytest.raises(ProgrammeError, match="FOREIGN KEY"):
        store.add(Expert("Jan", "B", company_id=99))


def test_several_go_in_together_or_not_at_all(tmp_path: Path) -> None:
    with Store(database(tmp_path)) as store:
        with pytest.raises(ProgrammeError):
            store.add_all([Company("Vonkwerk"), Company("Matrijs"), Company("Vonkwerk")])
        assert store.all(Company) == []


def test_a_failure_takes_the_whole_block_back_inner_blocks_too(tmp_path: Path) -> None:
    with Store(database(tmp_path)) as store:
        with pytest.raises(RuntimeError), store.immediate():
            store.add(Company("Vonkwerk"))
            with store.immediate():
                store.add(Company("Matrijs"))
            raise RuntimeError
        assert store.all(Company) == []
        assert store.add(Company("Vonkwerk")).id == 1


def test_several_values_mean_any_of_them(tmp_path: Path) -> None:
    with Store(database(tmp_path)) as store:
        added = store.add_all(Company(name) for name in "abc")
        assert store.all(Company, id=[1, 3]) == [added[0], added[2]]
        assert store.all(Company, id=[]) == []
        assert store.first(Company, name="b") == added[1]
        assert store.first(Company, name="z") is None


def test_no_value_is_a_value_to_ask_for(full: Path) -> None:
    with Store(full) as store:
        alone = store.add(replace(store.get(Transcript, 1), clip_id=None, id=0))
        assert store.all(Transcript, clip_id=None) == [alone]


def test_an_id_that_is_not_there_is_told(tmp_path: Path) -> None:
    with Store(database(tmp_path)) as store, pytest.raises(UnknownName, match="Company 7"):
        store.get(Company, 7)


def test_closing_twice_is_safe(tmp_path: Path) -> None:
    store = Store(database(tmp_path))
    store.close()
    store.close()
    with pytest.raises(ProgrammeError):
        store.all(Company)


def holds(path: Path, mode: str) -> sqlite3.Connection:
    """Another connection that does not let go."""
    other = sqlite3.connect(path, isolation_level=None)
    if mode == "exclusive":
        other.execute("pragma locking_mode = exclusive")
    other.execute(f"begin {mode}")
    other.execute("update company set name = name")
    return other


def test_who_writes_while_another_does_not_let_go_is_told(
    full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VAKBORG_BUSY_SECONDS", "0.2")
    with Store(full) as store:
        with closing(holds(full, "immediate")):
            assert store.all(Company)  # reading goes on
            with pytest.raises(ProgrammeLocked, match="does not let go"):
                store.add(Company("Vonkwerk"))
        assert store.add(Company("Vonkwerk")).id == 2


def test_who_opens_while_another_holds_everything_is_told(
    full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VAKBORG_BUSY_SECONDS", "0.2")
    with closing(holds(full, "exclusive")), pytest.raises(ProgrammeLocked):
        Store(full)


def rows_of(path: Path) -> list[list[dict[str, Any]]]:
    with Store(path) as store:
        return [store.rows(f"select * from {table}") for table in TABLES.values()]


def test_a_full_disk_is_told_and_what_was_there_stays(disk_of: Callable[[str], Path]) -> None:
    place = disk_of("2m")
    path = database(place)
    with Store(path) as store:
        fill(store)
    before = rows_of(path)
    with Store(path) as store:
        filler = disks.fill(place, leave=64 * 1024)
        with pytest.raises(DiskFull):
            store.add_all(Company(f"Bedrijf {n} {'x' * 500}") for n in range(2000))
        assert len(store.all(Company)) == 1
        filler.unlink()
        store.add(Company("Vonkwerk"))
        store.delete(store.get(Company, 2))
        assert store.rows("pragma integrity_check") == [{"integrity_check": "ok"}]
    assert rows_of(path) == before


def test_a_programme_of_a_newer_version_is_refused_and_left_as_it_was(full: Path) -> None:
    with closing(sqlite3.connect(full)) as raw, raw:
        raw.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at) values ('vakborg', ?, '')",
            ("m099_holograms",),
        )
    before = full.read_bytes()
    with pytest.raises(NewerProgramme, match="m099_holograms"):
        Store(full)
    assert full.read_bytes() == before


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("create table recipe (name text)")


def text(path: Path) -> None:
    path.write_text("Dit is geen database, maar een lange brief.\n" * 50)


@pytest.mark.parametrize("make", [foreign, text], ids=["foreign", "text"])
def test_a_stranger_under_our_name_is_refused_and_left_as_it_was(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    path = database(tmp_path)
    make(path)
    before = path.read_bytes()
    with pytest.raises(DamagedProgramme):
        Store(path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["vakborg.db"]


def test_a_truncated_database_is_told_as_damage(full: Path) -> None:
    content = full.read_bytes()
    full.write_bytes(content[: len(content) // 3])
    with pytest.raises(DamagedProgramme), Store(full) as store:
        fill(store)
    assert full.read_bytes()[100:] == content[100 : len(content) // 3]


def test_overwritten_pages_are_told_as_damage(full: Path) -> None:
    content = full.read_bytes()
    full.write_bytes(content[:4096] + b"\xa5" * (len(content) - 4096))
    with pytest.raises(DamagedProgramme), Store(full) as store:
        store.all(Company)


@pytest.mark.parametrize(
    "change",
    [
        "update segment set release = 'beroemd'",
        "update segment set words = '{niet klaar'",
        "update segment set words = '[[1]]'",
        "update transcript set made_at = 'gisteren'",
        "update tag set score = 'veel'",
    ],
)
def test_a_value_that_cannot_be_is_told_as_damage(full: Path, change: str) -> None:
    with closing(sqlite3.connect(full)) as raw, raw:
        raw.execute(change)
    with Store(full) as store, pytest.raises(DamagedProgramme):
        [store.all(kind) for kind in (Segment, Transcript, Tag)]


def test_a_database_that_lost_a_table_is_no_surprise(full: Path) -> None:
    with closing(sqlite3.connect(full)) as raw, raw:
        raw.execute("drop table marker")
    with Store(full) as store, pytest.raises(ProgrammeError, match="no such table"):
        store.rows("select * from marker")

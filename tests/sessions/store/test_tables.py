"""The tables: made step by step, and every step is known by its name."""

import sqlite3
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from sessions.exported import Export, ExportedModule, KeptApart
from sessions.interview import Attachment, Case
from sessions.release import Release
from sessions.store import Store
from sessions.store.migrations import KNOWN_MIGRATIONS, migrations
from sessions.store.tables import APPLICATION_ID, TABLES
from sessions.transcript import Segment
from tests.sessions.store.examples import fill


@pytest.mark.parametrize("kind", TABLES, ids=lambda kind: kind.__name__)
def test_each_table_has_the_columns_of_its_type(tmp_path: Path, kind: Any) -> None:
    with Store(tmp_path / "vakborg.db") as store:
        columns = [row["name"] for row in store.rows(f"pragma table_info({TABLES[kind]})")]
    assert sorted(columns) == sorted(f.name for f in fields(kind))


def test_every_migration_is_known_so_that_newer_ones_stand_out() -> None:
    with closing(sqlite3.connect(":memory:")) as raw:
        assert {m.name for m in migrations.pending(Database(raw))} == KNOWN_MIGRATIONS


def test_a_database_half_way_is_brought_up_to_now_and_keeps_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "vakborg.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute(f"pragma application_id = {APPLICATION_ID}")
        migrations.apply(Database(raw), stop_before="m003_transcripts")
        raw.execute("insert into company (name) values ('Vonkwerk')")
    with Store(path) as store:
        assert store.rows("select name from company") == [{"name": "Vonkwerk"}]
        assert store.rows("select count(*) as n from segment_search") == [{"n": 0}]


def test_the_file_says_whose_it_is(tmp_path: Path) -> None:
    Store(tmp_path / "vakborg.db").close()
    assert (tmp_path / "vakborg.db").read_bytes()[68:72] == b"VAKB"


def test_what_was_attached_before_there_was_a_release_stays_in_the_company(tmp_path: Path) -> None:
    path = tmp_path / "vakborg.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute(f"pragma application_id = {APPLICATION_ID}")
        migrations.apply(Database(raw), stop_before="m007_drafts")
        for table, values in (
            ("company", "1, 'Vonkwerk'"),
            ("expert", "1, 'Jan', 'A', 1"),
            ("guide_copy", "1, 'klein', '1', 'ab', ''"),
        ):
            raw.execute(f"insert into {table} values ({values})")
        raw.execute(
            """insert into session (id, code, number, expert_id, guide_copy_id, started_at, machine, language,
               title) values (1, 'A1', 1, 1, 1, '2026-03-12T09:00:00+00:00', '', 'nl', '')"""
        )
        raw.execute("insert into answer values (1, 1, 'V1', 1, '', 0, '', null)")
        raw.execute(
            """insert into attachment values (1, 1, 'attachments/a.jpg', 'ab', 1, 'a.jpg',
               '2026-03-12T09:00:00+00:00', null, null, 'de kop')"""
        )
    with Store(path) as store:
        (photo,) = store.all(Attachment)
    assert (photo.release, photo.caption) == (Release.INTERNAL, "de kop")


def test_what_stood_in_an_export_goes_with_it_and_what_was_kept_apart_with_its_fragment(
    tmp_path: Path,
) -> None:
    with Store(tmp_path / "vakborg.db") as store:
        fill(store)
        store.delete(store.get(Export, 1))
        store.delete(store.get(Segment, 1))
        assert (store.count(ExportedModule), store.count(KeptApart)) == (0, 0)


def test_a_case_from_before_there_were_captions_has_none(tmp_path: Path) -> None:
    path = tmp_path / "vakborg.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute(f"pragma application_id = {APPLICATION_ID}")
        migrations.apply(Database(raw), stop_before="m008_captions_of_cases")
        raw.execute("insert into company values (1, 'Vonkwerk')")
        raw.execute(
            "insert into practice_case values (1, 1, 'Stempel', '', '', '', '', '[]', '[\"a.jpg\"]', 'partners')"
        )
    with Store(path) as store:
        (case,) = store.all(Case)
    assert (case.captions, case.captioned) == ((), {"a.jpg": ""})

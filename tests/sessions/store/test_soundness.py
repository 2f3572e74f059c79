"""Whether the database itself is whole."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sessions.errors import ProgrammeLocked
from sessions.programme import Programme
from sessions.store.soundness import database_findings
from tests.builders import make_programme


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    """A sound programme."""
    return make_programme(tmp_path / "edm")


def findings(programme: Programme) -> list[str]:
    with programme.store() as store:
        return database_findings(store)


def change(programme: Programme, sql: str) -> None:
    with closing(sqlite3.connect(programme.database)) as raw, raw:
        raw.execute(sql)


def test_a_sound_database_gives_nothing(programme: Programme) -> None:
    assert findings(programme) == []


def test_rows_that_point_at_nothing_are_told(programme: Programme) -> None:
    change(programme, "delete from guide_copy")
    assert findings(programme) == ["A row of session points at something that is gone."] * 2


def test_a_search_index_that_is_behind_is_told(programme: Programme) -> None:
    change(programme, "insert into segment_search(segment_search) values ('delete-all')")
    assert findings(programme) == ["The search index does not match the text."]


def test_an_index_that_misses_a_row_is_told(programme: Programme) -> None:
    with closing(sqlite3.connect(programme.database)) as raw:
        raw.execute("pragma writable_schema = on")
        raw.execute(
            "update sqlite_master set sql = replace(sql, '(clip_id)', '(state)') where name = 'job_clip'"
        )
        raw.commit()
    assert any(text.startswith("The database is damaged: ") for text in findings(programme))


def test_a_busy_programme_is_not_taken_for_a_damaged_one(
    programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VAKBORG_BUSY_SECONDS", "0.1")
    with programme.store() as store, closing(sqlite3.connect(programme.database)) as other:
        other.execute("begin immediate")
        with pytest.raises(ProgrammeLocked):
            database_findings(store)

"""Interface, recorder and worker use one database at once: nothing fails, nothing happens twice."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sessions.jobs import Job, JobState
from sessions.people import Company
from sessions.store import Store
from tests.builders import make_programme
from tests.sessions.store.busy import ROUNDS, count_up, count_up_deferred, take_jobs

THREE = 3


def at_once(job: Callable[[Path], object], path: Path) -> list[Any]:
    """What ``job`` gave in each of three processes that began together."""
    command = [sys.executable, "-m", "tests.sessions.store.busy", job.__name__, str(path)]
    running = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(THREE)
    ]
    for process in running:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in running:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    said = [process.communicate(timeout=60)[0] for process in running]
    assert [process.returncode for process in running] == [0] * THREE
    return [json.loads(text) for text in said]


@pytest.fixture
def counted(tmp_path: Path) -> Path:
    """A database with a number in it."""
    path = tmp_path / "vakborg.db"
    with Store(path) as store:
        store.add(Company("0"))
    return path


def number(path: Path) -> int:
    with closing(sqlite3.connect(path)) as raw:
        return int(raw.execute("select name from company where id = 1").fetchone()[0])


def test_no_read_that_decides_a_write_fails_or_is_lost(counted: Path) -> None:
    assert at_once(count_up, counted) == [0] * THREE
    assert number(counted) == THREE * ROUNDS


def test_with_sqlites_own_way_to_begin_they_do_fail(counted: Path) -> None:
    """Why every such transaction goes through ``Store.immediate``."""
    failed = sum(at_once(count_up_deferred, counted))
    assert failed > 0
    assert number(counted) == THREE * ROUNDS - failed


def test_each_job_is_taken_exactly_once(tmp_path: Path) -> None:
    programme = make_programme(tmp_path / "edm")
    with programme.store() as store:
        store.execute("delete from job")
        clips = store.rows("select id from clip limit 1")
        store.execute(
            "with recursive n(i) as (select 100 union all select i + 1 from n where i < 249)"
            " insert into clip select i, answer_id, i, 'audio/' || i, sha256, size, seconds, rate, channels,"
            " added_at, started_at, original_name, erased from clip, n where clip.id = ?",
            [clips[0]["id"]],
        )
        store.execute(
            "insert into job (clip_id, made_at, state, attempts, reason)"
            " select id, '2026-01-01T00:00:00+00:00', 'queued', 0, '' from clip where id >= 100"
        )
    taken = at_once(take_jobs, programme.database)
    assert sorted(clip for process in taken for clip in process) == list(range(100, 250))
    with programme.store() as store:
        assert {(j.state, j.attempts) for j in store.all(Job)} == {(JobState.DONE, 1)}

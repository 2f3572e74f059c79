"""What several real processes do to one database at once. Run as: python -m tests.sessions.store.busy JOB DB

Each prints "ready", waits for a line on its standard input, works, and prints what it did as JSON.
"""

import json
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from sessions.errors import ProgrammeError
from sessions.people import Company
from sessions.store import Store, queue

ROUNDS = 40


def take_jobs(path: Path) -> list[int]:
    """Claim jobs until there are none left: their clips."""
    taken = []
    with Store(path) as store:
        while job := queue.claim(store):
            taken.append(job.clip_id)
            queue.finish(store, job)
    return taken


def count_up(path: Path) -> int:
    """Read a number and write the next one, each time in one transaction: how often that went wrong."""
    failed = 0
    with Store(path) as store:
        for _ in range(ROUNDS):
            try:
                with store.immediate():
                    company = store.get(Company, 1)
                    store.save(replace(company, name=str(int(company.name) + 1)))
            except ProgrammeError:
                failed += 1
    return failed


def count_up_deferred(path: Path) -> int:
    """The same with SQLite's own way to begin: how often that went wrong."""
    failed = 0
    with closing(sqlite3.connect(path, timeout=10, isolation_level=None)) as raw:
        for _ in range(ROUNDS):
            try:
                raw.execute("begin")
                (name,) = raw.execute("select name from company where id = 1").fetchone()
                raw.execute("update company set name = ? where id = 1", (str(int(name) + 1),))
                raw.execute("commit")
            except sqlite3.OperationalError:
                failed += 1
                raw.rollback()
    return failed


JOBS: dict[str, Callable[[Path], object]] = {
    job.__name__: job for job in (take_jobs, count_up, count_up_deferred)
}

if __name__ == "__main__":
    print("ready", flush=True)
    sys.stdin.readline()
    print(json.dumps(JOBS[sys.argv[1]](Path(sys.argv[2]))), flush=True)

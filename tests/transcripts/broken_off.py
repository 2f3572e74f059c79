"""An import that dies. Run as: python -m tests.transcripts.broken_off PROGRAMME FILE MOMENT

MOMENT is the begin of the statement of SQL at which the process kills itself as ``kill -9`` would.
"""

import os
import signal
import sqlite3
import sys
from pathlib import Path

from sessions.programme import open_programme
from sessions.store.interviews import find_session, guide_of
from transcripts.bringing import Place, bring_recording


def connection(path: Path) -> sqlite3.Connection:
    """The connection that this process has to the database."""
    import gc

    found = [c for c in gc.get_objects() if isinstance(c, sqlite3.Connection)]
    return next(c for c in found if c.execute("pragma database_list").fetchone()[2] == str(path))


def main(folder: Path, file: Path, moment: str) -> None:
    """Import ``file`` and die at ``moment``."""

    def watch(statement: str) -> None:
        if statement.lower().startswith(moment):
            os.kill(os.getpid(), signal.SIGKILL)

    programme = open_programme(folder)
    with programme.store() as store:
        session = find_session(store, "A1")
        guide = guide_of(store, session)
        connection(programme.database).set_trace_callback(watch)
        bring_recording(Place(programme, store, session, guide.question("M2-V2"), guide), file)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])

"""Noticing that another program changed the session: a ``vakborg transcribe`` that finished, another window."""

import time
from contextlib import suppress

from sessions.edits import Edit
from sessions.errors import VakborgError
from sessions.interview import Answer, Marker, Session
from sessions.jobs import Job
from sessions.store import Store
from sessions.store.tables import TABLES
from sessions.transcript import Transcript

LOOK_AGAIN = 4.0
"""Seconds between two looks."""

_OF_THE_SESSION = f"""select
    (select group_concat(id || state, ' ') from {TABLES[Transcript]} where answer_id in
        (select id from {TABLES[Answer]} where session_id = ?)) as transcripts,
    (select group_concat(id, ' ') from {TABLES[Answer]} where session_id = ?) as answers,
    (select group_concat(id, ' ') from {TABLES[Marker]} where answer_id in
        (select id from {TABLES[Answer]} where session_id = ?)) as marks,
    (select group_concat(id || state, ' ') from {TABLES[Edit]} where session_id = ?) as edits,
    (select group_concat(state, ' ') from {TABLES[Job]}) as jobs"""


class Elsewhere:
    """What a session looked like when it was read last; :attr:`changed` tells whether others changed it since."""

    def __init__(self, store: Store, session: Session) -> None:
        self._store = store
        self._session = session
        self._due = 0.0
        self.seen()

    def seen(self) -> None:
        """It is about to be read."""
        self._due = time.monotonic() + LOOK_AGAIN
        self._version = self._data_version()
        self._looks = self._look()

    @property
    def changed(self) -> bool:
        """Whether another connection wrote something that concerns this session; looked at now and then only."""
        if time.monotonic() < self._due:
            return False
        self._due = time.monotonic() + LOOK_AGAIN
        with suppress(VakborgError):  # whoever acts next is told
            version = self._data_version()
            if version != self._version:
                self._version = version
                return self._look() != self._looks
        return False

    def _data_version(self) -> int:
        """It rises when another connection commits, never by what this one does."""
        return int(self._store.rows("pragma data_version")[0]["data_version"])

    def _look(self) -> tuple[object, ...]:
        return tuple(self._store.rows(_OF_THE_SESSION, [self._session.id] * 4)[0].values())

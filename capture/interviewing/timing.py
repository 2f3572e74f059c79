"""The clocks of a conversation: the expert's, and the developer's; kept every few seconds."""

import time
from datetime import timedelta

from sessions.interview import Session
from sessions.spending import Stretch, Who, spent
from sessions.store import Store
from sessions.store.conversations import begin_stretch, go_on

BEAT = 5.0
"""Seconds between two times that the clocks are put down: so much is lost by a crash."""


class Timing:
    """Whose clock runs, and how long it did."""

    def __init__(self, store: Store, session: Session) -> None:
        self._store = store
        self._session = session
        self._running: dict[Who, tuple[Stretch, float]] = {}
        self._before = {who: spent(store.all(Stretch, session_id=session.id), who) for who in Who}
        self._beat = 0.0

    def run(self, who: Who) -> None:
        """From now on ``who`` spends time."""
        if who not in self._running:
            self._running[who] = (begin_stretch(self._store, self._session, who), time.monotonic())

    def stop(self, who: Who) -> None:
        """No longer."""
        if who in self._running:
            self._put_down([who])
            self._before[who] += self._lasted(who)
            del self._running[who]

    def runs(self, who: Who) -> bool:
        """Whether that clock runs."""
        return who in self._running

    def tick(self) -> None:
        """Put the running clocks down, every few seconds."""
        if time.monotonic() - self._beat >= BEAT:
            self._beat = time.monotonic()
            self._put_down(list(self._running))

    def _put_down(self, running: list[Who]) -> None:
        go_on(self._store, [(self._running[who][0], self._lasted(who)) for who in running])

    def _lasted(self, who: Who) -> timedelta:
        return timedelta(seconds=round(time.monotonic() - self._running[who][1]))

    def seconds(self, who: Who) -> tuple[float, float]:
        """How long it ran before it was started last, and the moment (``time.monotonic()``) of that start;
        0 where it does not run."""
        return self._before[who].total_seconds(), self._running[who][1] if who in self._running else 0.0

"""Suggested topics made anew from what people decided, beside the review, once they pause."""

import threading
import time
from typing import TYPE_CHECKING

from capture.faults import foreseen
from capture.reviewing.state import Told
from sessions.i18n import gettext as _

if TYPE_CHECKING:
    from capture.reviewing.bench import Bench

PAUSE = 4.0
"""Seconds without a decision on topics after which the suggestions are made anew."""


class Renewing:
    """Trains again in a process of its own, one at a time; the bench reads the labels again when it is done."""

    def __init__(self, bench: "Bench") -> None:
        self._bench = bench
        self._due = 0.0
        self._done = threading.Event()
        self._failed = threading.Event()
        self._told = False
        self._thread: threading.Thread | None = None

    def decided(self) -> None:
        """Somebody decided on a topic: soon the others follow."""
        self._due = time.monotonic() + PAUSE

    def tick(self) -> None:
        """Begin where it is time; take in what was done."""
        if self._done.is_set():
            self._done.clear()
            self._bench.reload_labels()
        if self._failed.is_set() and not self._told:
            self._told = True
            told = _("No topics could be suggested anew; the suggestions that were there stay.")
            self._bench.tell(Told(told, warning=True))
        running = self._thread is not None and self._thread.is_alive()
        if self._due and time.monotonic() >= self._due and not running:
            self._due = 0.0
            self._thread = threading.Thread(target=self._renew, daemon=True, name="suggestions")
            self._thread.start()

    def close(self) -> None:
        """Do not wait for it: what it writes is whole, and is read the next time."""

    def _renew(self) -> None:
        try:
            from transcripts.suggesting import suggest_again

            suggest_again(self._bench.programme, self._bench.session.code)
            self._done.set()
        except Exception as error:  # noqa: BLE001 - the boundary: suggestions are a help, the old ones stay
            foreseen(error)
            self._failed.set()

"""Events on their way out of a child process, so that whoever does the work never waits for whoever reads them."""

import os
import threading
from contextlib import suppress
from queue import SimpleQueue
from typing import TYPE_CHECKING, TextIO

from capture.wire import encode

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_PATIENCE = 1.0
_FULL = 50
"""So many events wait for a reader before those of the passing kind are left out."""


def events_pipe() -> TextIO:
    """Standard output for events only: what sound libraries print must not get between them."""
    pipe = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return pipe


class Teller:
    """Writes events to ``pipe`` in a thread of its own. Those of the kind ``passing`` are out of date soon."""

    def __init__(self, pipe: TextIO, passing: type["DataclassInstance"]) -> None:
        self._pipe = pipe
        self._passing = passing
        self._events: SimpleQueue[DataclassInstance | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._write, daemon=True, name="events")
        self._thread.start()

    def tell(self, event: "DataclassInstance") -> None:
        """Send an event; returns at once."""
        if not isinstance(event, self._passing) or self._events.qsize() < _FULL:
            self._events.put(event)

    def finish(self) -> None:
        """Wait until all of it is written, a second at most."""
        self._events.put(None)
        self._thread.join(_PATIENCE)

    def _write(self) -> None:
        with suppress(OSError):  # nobody listens any more; the commands' end tells that too
            while (event := self._events.get()) is not None:
                self._pipe.write(encode(event))
                self._pipe.flush()

"""Events on their way out, so that whoever writes the sound never waits for whoever reads them."""

import threading
from contextlib import suppress
from queue import SimpleQueue
from typing import TextIO

from capture.recorder.protocol import Event, Level, encode

_PATIENCE = 1.0
_FULL = 50
"""So many events wait for a reader before levels are left out."""


class Teller:
    """Writes events to ``pipe`` in a thread of its own."""

    def __init__(self, pipe: TextIO) -> None:
        self._pipe = pipe
        self._events: SimpleQueue[Event | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._write, daemon=True, name="events")
        self._thread.start()

    def tell(self, event: Event) -> None:
        """Send an event; returns at once."""
        if not isinstance(event, Level) or self._events.qsize() < _FULL:
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

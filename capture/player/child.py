"""One run of the player's process: lines go in without waiting, and come out through a function."""

import subprocess
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from typing import IO

from sessions.children import last_words, start_child
from sessions.i18n import language

_PATIENCE = 1.5
"""Seconds for it to be gone after its commands have ended."""

Give = Callable[["Child", str | None], None]


class Child:
    """``give`` gets each line that it writes, and None when it is gone, from a thread of its own."""

    def __init__(self, give: Give) -> None:
        self._give = give
        self._commands: SimpleQueue[str | None] = SimpleQueue()
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by end()
        self._process = start_child("capture.player.process", self._errors, VAKBORG_LANG=language())
        self._threads = [
            threading.Thread(target=work, daemon=True, name=f"player {work.__name__}")
            for work in (self._send, self._listen)
        ]
        for thread in self._threads:
            thread.start()

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    def send(self, line: str) -> None:
        """Let it have a line; one that it cannot take any more is dropped."""
        self._commands.put(line)

    def kill(self) -> None:
        """End it now; :meth:`end` still has to be called."""
        self._process.kill()

    def end(self) -> str:
        """Let it go, kill it where it does not within two seconds, and say why it ended."""
        self._commands.put(None)
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_PATIENCE)
        if self._process.poll() is None:
            self.kill()
        with suppress(subprocess.TimeoutExpired):  # one that waits for a broken disk cannot even be killed
            self._process.wait(_PATIENCE)
        for thread in self._threads:
            thread.join(_PATIENCE)
        reason = last_words(self._process.poll() or 0, self._errors)
        self._errors.close()
        return reason

    def _send(self) -> None:
        assert self._process.stdin is not None
        with suppress(OSError), self._process.stdin as pipe:
            while (line := self._commands.get()) is not None:
                pipe.write(line)
                pipe.flush()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as pipe:
            for line in pipe:
                self._give(self, line)
        self._give(self, None)

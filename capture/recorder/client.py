"""The recorder's process as the interface knows it: commands go in and return at once, events come out."""

import subprocess
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import IO

from capture.recorder.protocol import (
    CannotListen,
    Command,
    Event,
    Opened,
    Order,
    Trouble,
    TroubleKind,
    Well,
    decode,
)
from capture.wire import encode
from sessions.children import last_words, start_child
from sessions.i18n import language

Hear = Callable[[Event], None]

_OPENING = 5.0
_SILENCE = 1.5
"""Seconds without an event after which the process is said to hang: while it opens the microphone, and later."""

_CLOSING = 4.0
_KILLING = 1.2
"""Seconds for it to close the clip at hand, and for it and the threads to be gone once it is killed."""

_STARTS = 3
"""So often it may crash before it has said anything."""


class Recorder:
    """One run of the recorder's process. ``hear`` gets its events, from a thread of its own.

    Nothing here waits for the process: one that hangs is noticed by its silence (``Trouble.HANGS``) and
    killed by :meth:`kill`; what it wrote stays on the disk.
    """

    def __init__(self, order: Order, hear: Hear) -> None:
        self._order = encode(order)
        self._hear = hear
        self._patience = _OPENING
        self._hangs = self._expected = False
        self._lines: SimpleQueue[str | None] = SimpleQueue()
        self._commands: SimpleQueue[str | None] = SimpleQueue()
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by kill()
        self._starts_left = _STARTS
        self._threads: list[threading.Thread] = []
        self._start()
        self._in_thread(self._pass_on)

    @property
    def pid(self) -> int:
        """The process id of the recorder."""
        return self._process.pid

    def tell(self, command: Command) -> None:
        """Send a command; one that the process cannot take any more is dropped (``Trouble`` tells)."""
        self._commands.put(encode(command))

    def close(self) -> None:
        """Let it end the clip at hand, wait a few seconds at most, and kill it if it does not end."""
        self._expected = True
        self._commands.put(None)
        self._alive.set()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_CLOSING)
        self.kill()

    def kill(self) -> None:
        """End the process now; waits little more than a second, also where it cannot be ended."""
        self._expected = True
        self._process.kill()
        until = time.monotonic() + _KILLING
        with suppress(subprocess.TimeoutExpired):  # one that waits for a broken disk cannot even be killed
            self._process.wait(_KILLING)
        self._commands.put(None)
        self._alive.set()
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join(max(0.0, until - time.monotonic()))
        self._errors.close()

    def _start(self) -> None:
        self._starts_left -= 1
        self._alive = threading.Event()
        self._process = self._started()
        self._in_thread(self._send)
        self._in_thread(self._listen)

    def _in_thread(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, daemon=True, name=f"recorder {work.__name__}")
        self._threads.append(thread)
        thread.start()

    def _started(self) -> subprocess.Popen[str]:
        return start_child("capture.recorder.process", self._errors, VAKBORG_LANG=language())

    def _send(self) -> None:
        """Commands go to a process that lives. One that hangs does not read its pipe, so this may wait for ever."""
        process, alive = self._process, self._alive
        assert process.stdin is not None
        with suppress(OSError), process.stdin as pipe:
            pipe.write(self._order)
            pipe.flush()
            alive.wait()
            while process.poll() is None and (line := self._commands.get()) is not None:
                pipe.write(line)
                pipe.flush()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as pipe:
            for line in pipe:
                self._lines.put(line)
        self._lines.put(None)

    def _pass_on(self) -> None:
        while True:
            try:
                line = self._lines.get(timeout=self._patience)
            except Empty:
                self._say_hangs(True)
                continue
            if line is None:
                if self._starts_again():
                    continue
                break
            self._alive.set()
            self._say_hangs(False)
            self._pass(decode(line))
        if not self._expected:
            self._hear(Trouble(TroubleKind.DIED, self._last_words()))

    def _starts_again(self) -> bool:
        """On Linux about one start in five hundred crashes in libjack, which PortAudio tries first (its
        message thread outlives its object). Whoever has not heard anything of the process may start another."""
        if self._alive.is_set() or self._expected or not self._starts_left or self._process.wait() >= 0:
            return False
        self._alive.set()
        self._start()
        if self._expected:  # killed in the meantime
            self._process.kill()
        return True

    def _pass(self, event: Event) -> None:
        if isinstance(event, Opened):
            self._patience = _SILENCE
        if isinstance(event, CannotListen):
            self._expected = True
        self._hear(event)

    def _say_hangs(self, hangs: bool) -> None:
        if hangs != self._hangs and not self._expected:
            self._hangs = hangs
            self._hear(Trouble(TroubleKind.HANGS) if hangs else Well(TroubleKind.HANGS))

    def _last_words(self) -> str:
        return last_words(self._process.wait(), self._errors)

"""The app in a real terminal, started as often as a story needs it."""

import os
import re
import signal
import sys
import time
from typing import TYPE_CHECKING

import psutil

from sessions.programme import Programme

if TYPE_CHECKING:
    pass


class Terminals:
    """Starts the app in a terminal; the last one is at hand."""

    def __init__(self, programme: Programme) -> None:
        from tests.app.terminal import Terminal

        self._kind = Terminal
        self._command = [sys.executable, "-m", "capture", "--programme", str(programme.folder)]
        self._all: list[Terminal] = []

    def start(self) -> None:
        self._all.append(self._kind(self._command, {**os.environ, "TERM": "xterm-256color"}))

    def press(self, keys: str, then: str) -> None:
        """Press ``keys``, as far apart as a person would, and wait for what they bring."""
        for part in filter(None, re.split(r"([\r\t])", keys)):
            self._all[-1].type(part)
            self._all[-1].linger()
        self._all[-1].wait_for(then)

    def see(self, text: str) -> None:
        self._all[-1].wait_for(text)

    def wait_while(self, text: str) -> None:
        """Wait until ``text`` is gone from the screen."""
        deadline = time.monotonic() + 30
        while text in self.shown and time.monotonic() < deadline:
            self._all[-1].linger()

    @property
    def shown(self) -> str:
        return self._all[-1].shown

    def crash(self) -> None:
        """Everything is killed at once: the interface, the recorder and the worker."""
        program = psutil.Process(self._all[-1]._program.pid)
        for process in [*program.children(recursive=True), program]:
            process.send_signal(signal.SIGKILL)
        psutil.wait_procs([program], timeout=10)

    def quit(self) -> int:
        """Press q until the app ends: while something is being kept it does not listen."""
        for _attempt in range(10):
            self._all[-1].type("q")
            for _moment in range(5):
                self._all[-1].linger()
                if self._all[-1].ended:
                    return self.end()
        return self.end()

    def end(self) -> int:
        return self._all[-1].wait_for_end()

    def close(self) -> None:
        for terminal in self._all:
            terminal.close()

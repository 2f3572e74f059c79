"""A terminal for the real program: what it shows, and which of its modes are left on."""

import os
import re
import select
import subprocess
import time
from collections.abc import Sequence

import pyte

PATIENCE = 20.0
BETWEEN_KEYS = 0.3
_NORMALLY_ON = ("7", "25")  # lines wrap, the cursor shows


class Terminal:
    """A program in a pseudo-terminal of 80 by 24. ``before`` and ``after`` are its line settings."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        import pty
        import termios

        self._me, self._you = pty.openpty()
        termios.tcsetwinsize(self._you, (24, 80))
        self.before = termios.tcgetattr(self._you)
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)
        self.written = b""
        you = self._you
        self._program = subprocess.Popen(
            command, stdin=you, stdout=you, stderr=you, env=environment, start_new_session=True
        )

    @property
    def shown(self) -> str:
        """What stands on the screen."""
        return "\n".join(self._screen.display)

    @property
    def ended(self) -> bool:
        """Whether the program is gone."""
        return self._program.poll() is not None

    @property
    def after(self) -> list[object]:
        """The line settings as they are now."""
        import termios

        return termios.tcgetattr(self._you)

    @property
    def modes_on(self) -> set[str]:
        """The private modes (alternate screen, mouse, paste, hidden cursor) that are not as they were."""
        modes = dict.fromkeys(_NORMALLY_ON, "h")
        for numbers, state in re.findall(rb"\x1b\[\?([\d;]+)([hl])", self.written):
            modes.update(dict.fromkeys(numbers.decode().split(";"), state.decode()))
        return {number for number, state in modes.items() if (state == "h") is not (number in _NORMALLY_ON)}

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._me, keys.encode())

    def wait_for(self, text: str) -> None:
        """Wait until ``text`` stands on the screen."""
        deadline = time.monotonic() + PATIENCE
        while text not in self.shown:
            assert time.monotonic() < deadline, f"{text!r} never came:\n{self.shown}"
            self._take_in()

    def linger(self) -> None:
        """Take in what comes in the time that a person needs between two keys."""
        until = time.monotonic() + BETWEEN_KEYS
        while time.monotonic() < until:
            self._take_in()

    def wait_for_end(self) -> int:
        """The program's exit code."""
        deadline = time.monotonic() + PATIENCE
        while self._program.poll() is None:
            assert time.monotonic() < deadline, f"it does not end:\n{self.shown}"
            self._take_in()
        self._take_in()
        return self._program.returncode

    def close(self) -> None:
        """End the program if it still runs, and close the terminal."""
        if self._program.poll() is None:
            self._program.kill()
        self._program.wait()
        os.close(self._me)
        os.close(self._you)

    def _take_in(self) -> None:
        if select.select([self._me], [], [], 0.05)[0]:
            data = os.read(self._me, 65536)
            self.written += data
            self._stream.feed(data)

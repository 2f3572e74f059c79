"""The tape in a thread of its own: a disk that stalls holds up neither the levels nor the signs of life."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue

from capture.recorder.clip import Place
from capture.recorder.protocol import SAMPLE_BYTES, Event
from capture.recorder.tape import Tape
from capture.recorder.waiting import Cut

_TURN = 0.1
_ROOM = 60.0
"""Seconds of sound that wait in memory for a disk that stalls."""

_CLOSING = 3.0
"""Seconds that closing waits for the disk."""


@dataclass(frozen=True)
class _Sound:
    """A block that arrived at ``moment``; without its ``sound``, so many ``frames`` were lost."""

    frames: int
    moment: float
    sound: bytes | None


_END = object()


class Writer:
    """Takes blocks and commands in their order, and never waits; ``tell`` is called from its own thread.

    Where that thread ends by a fault, calls raise what it was.
    """

    def __init__(self, folder: Path, channels: int, tell: Callable[[Event], None]) -> None:
        self._folder = folder
        self._channels = channels
        self._tell = tell
        self._tape: Tape | None = None
        self._queue: SimpleQueue[tuple[float, object]] = SimpleQueue()
        self._given = self._done = 0
        self._busy_since: float | None = time.monotonic()
        self._fault: Exception | None = None
        self._place = Place()
        self._thread = threading.Thread(target=self._run, daemon=True, name="tape")
        self._thread.start()

    @property
    def place(self) -> Place:
        """Where the tape was a moment ago."""
        return self._place

    @property
    def rests(self) -> bool:
        """Whether all that it was given is on the disk."""
        tape = self._tape
        return tape is not None and self._done == self._given and not tape.waits

    def behind(self, now: float) -> float:
        """The seconds since what it is busy with was given to it."""
        self._raise_fault()
        since = self._busy_since
        return 0.0 if since is None else now - since

    def hear(self, sound: bytes, moment: float) -> bool:
        """Take a block that arrived at ``moment``; whether there was room for it. If not, silence takes its place."""
        fits = self.behind(time.monotonic()) < _ROOM
        frames = len(sound) // (self._channels * SAMPLE_BYTES)
        self._give(_Sound(frames, moment, sound if fits else None))
        return fits

    def take(self, command: Cut) -> None:
        """Take a command."""
        self._give(command)

    def close(self) -> None:
        """The last thing to do: everything given is written and the clip at hand closed, if the disk lets it."""
        self._queue.put((time.monotonic(), _END))
        self._thread.join(_CLOSING)

    def _give(self, item: object) -> None:
        self._raise_fault()
        self._given += 1
        self._queue.put((time.monotonic(), item))

    def _raise_fault(self) -> None:
        if self._fault:
            raise self._fault

    def _run(self) -> None:
        try:
            self._tape = tape = Tape(self._folder, self._channels, self._told)
            self._busy_since = None
            try:
                while self._turn(tape):
                    pass
            finally:
                tape.close()
        except Exception as error:  # noqa: BLE001 - the boundary: raised where somebody sees it
            self._fault = error

    def _turn(self, tape: Tape) -> bool:
        try:
            since, item = self._queue.get(timeout=_TURN)
        except Empty:
            since, item = time.monotonic(), None
        if item is _END:
            return False
        self._busy_since = since
        self._do(tape, item)
        self._place = tape.place
        self._busy_since = None
        self._done += item is not None
        return True

    def _do(self, tape: Tape, item: object) -> None:
        if isinstance(item, _Sound):
            silence = bytes(item.frames * self._channels * SAMPLE_BYTES)
            tape.hear(silence if item.sound is None else item.sound, item.moment)
        elif isinstance(item, Cut):
            tape.take(item, time.monotonic())
        tape.tick(time.monotonic())

    def _told(self, event: Event) -> None:
        if self._tape:
            self._place = self._tape.place
        self._tell(event)

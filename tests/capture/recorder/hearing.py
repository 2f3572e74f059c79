"""What the tests of the recorder share: a signal whose every sample is known, and a recorder that is listened to."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import numpy as np
import soundfile
from numpy.typing import NDArray

from capture.recorder.client import Recorder
from capture.recorder.lock import recorder_lock
from capture.recorder.protocol import Command, Event, Opened, Order
from sessions.errors import ProgrammeLocked

Samples = NDArray[np.int32]

PATIENCE = 20.0
"""Seconds within which anything happens on the slowest machine."""

E = TypeVar("E")


def counting(frames: int) -> Samples:
    """Samples that count from 1: each is known by its value (up to 2**23 of them)."""
    return np.arange(1, frames + 1, dtype=np.int32)


def read_clip(path: Path) -> Samples:
    """The samples of a clip as 24-bit integers, mono; half a sample at its end is no error."""
    sound, _rate = soundfile.read(path, dtype="int32")
    return np.asarray(sound, np.int32) >> 8


class Listener:
    """A recorder's process and the events it told."""

    def __init__(self, order: Order) -> None:
        self.events: list[Event] = []
        self._news = threading.Condition()
        self.recorder = Recorder(order, self._hear)

    def tell(self, command: Command) -> None:
        self.recorder.tell(command)

    def wait_for(self, kind: type[E], fits: Callable[[E], bool] = lambda _event: True) -> E:
        """The first event of that kind that fits, once it has come."""

        def found() -> E | None:
            return next((one for one in self.events if isinstance(one, kind) and fits(one)), None)

        with self._news:
            self._news.wait_for(lambda: found() is not None, PATIENCE)
            event = found()
        assert event is not None, (
            f"no {kind.__name__} in {[e for e in self.events if type(e).__name__ != 'Level']}"
        )
        return event

    def told(self, kind: type[E]) -> list[E]:
        with self._news:
            return [one for one in self.events if isinstance(one, kind)]

    def _hear(self, event: Event) -> None:
        with self._news:
            self.events.append(event)
            self._news.notify_all()


@contextmanager
def recorder(order: Order) -> Iterator[Listener]:
    """A recorder that has opened its microphone; killed afterwards if it still runs."""
    listener = Listener(order)
    try:
        listener.wait_for(Opened)
        yield listener
    finally:
        listener.recorder.kill()


def now() -> float:
    """The moment of a command."""
    return time.monotonic()


def nobody_records(folder: Path) -> bool:
    """Whether no recorder works in the programme in ``folder``."""
    try:
        recorder_lock(folder).release()
    except ProgrammeLocked:
        return False
    return True

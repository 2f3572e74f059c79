"""A recording whose pitch tells the time, a player whose events are kept, and an ear at its loudspeaker."""

import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import numpy as np
import soundfile
from numpy.typing import NDArray

from capture.player.client import Player
from capture.player.events import Playing, Told
from tests.sound import RATE, VirtualMicrophone

PATIENCE = 20.0
"""Seconds within which anything happens on the slowest machine."""

_LOWEST, _PER_SECOND = 500.0, 50.0
_CHUNK = 960 * 2
_WINDOW = 4800

E = TypeVar("E")


def telling_time(path: Path, seconds: float = 20.0) -> Path:
    """A recording of 24 bits at 48 kHz that sounds at 500 + 50 t Hz, t seconds from its start."""
    moment = np.arange(round(seconds * RATE)) / RATE
    phase = _LOWEST * moment + _PER_SECOND / 2 * moment**2
    soundfile.write(path, 0.3 * np.sin(2 * np.pi * phase), RATE, subtype="PCM_24")
    return path


def told_time(sound: NDArray[np.float32]) -> float:
    """The second that a piece of such a recording, of shape (n,), tells in its middle."""
    return (pitch(sound) - _LOWEST) / _PER_SECOND


def pitch(sound: NDArray[np.float32]) -> float:
    """The strongest frequency, in Hz."""
    size = 8 * len(sound)
    return float(np.argmax(np.abs(np.fft.rfft(sound * np.hanning(len(sound)), size))) * RATE / size)


class Audience:
    """A player, and what it told with the moment at which it came."""

    def __init__(self) -> None:
        self.told: list[tuple[float, Told]] = []
        self._news = threading.Condition()
        self.player = Player(self._hear)

    def wait_for(self, kind: type[E], fits: Callable[[E], bool] = lambda _event: True, after: int = 0) -> E:
        """The first event of that kind that fits among those after the first ``after``, once it has come."""

        def found() -> E | None:
            events = (event for _moment, event in self.told[after:])
            return next((one for one in events if isinstance(one, kind) and fits(one)), None)

        with self._news:
            self._news.wait_for(lambda: found() is not None, PATIENCE)
            event = found()
        assert event is not None, f"no {kind.__name__} in {self.told[after:]}"
        return event

    def next(self, kind: type[E]) -> E:
        """The next event of that kind from now on."""
        return self.wait_for(kind, after=len(self.told))

    def plays_for(self, seconds: float) -> list[tuple[float, float]]:
        """(moment, place) of what is told to be heard in so many seconds from the next event on, without its
        first moments, in which the sound of before is still on its way."""
        self.next(Playing)
        first = len(self.told)
        time.sleep(seconds)
        playing = [(moment, event.at) for moment, event in self.told[first:] if isinstance(event, Playing)]
        return [(moment, at) for moment, at in playing if moment > playing[0][0] + 0.3]

    def _hear(self, event: Told) -> None:
        with self._news:
            self.told.append((time.monotonic(), event))
            self._news.notify_all()


@contextmanager
def audience() -> Iterator[Audience]:
    """A player that is closed afterwards."""
    listening = Audience()
    try:
        yield listening
    finally:
        listening.player.close(wait=PATIENCE)


class Ear:
    """Hears what a loudspeaker gives, and knows when it did."""

    def __init__(self, loudspeaker: VirtualMicrophone) -> None:
        shape = ["--format=s16le", f"--rate={RATE}", "--channels=1", "--latency-msec=20", "--raw"]
        command = ["parec", f"--device={loudspeaker.sink}.monitor", *shape]
        self._process = subprocess.Popen(command, env=loudspeaker.environment, stdout=subprocess.PIPE)
        self._sound = bytearray()
        self._begin = float("inf")
        self._awake = threading.Event()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()
        assert self._awake.wait(PATIENCE)

    def at(self, moment: float) -> NDArray[np.float32]:
        """A tenth of a second of sound around ``moment``, of shape (n,)."""
        middle = round((moment - self._begin) * RATE)
        heard = np.frombuffer(bytes(self._sound), "<i2")[middle - _WINDOW // 2 : middle + _WINDOW // 2]
        return heard.astype(np.float32)

    def hears_until(self, moment: float) -> None:
        """Wait until all that sounds until ``moment`` was heard."""
        deadline = time.monotonic() + PATIENCE
        while self._begin + len(self._sound) / 2 / RATE < moment:
            assert time.monotonic() < deadline
            time.sleep(0.01)

    @property
    def loudest(self) -> float:
        """The highest peak until now, 1 is full scale."""
        heard = np.frombuffer(bytes(self._sound), "<i2", count=len(self._sound) // 2)
        return float(np.abs(heard.astype(np.float32)).max(initial=0.0)) / 32768

    def close(self) -> None:
        """Hear nothing any more."""
        self._process.kill()
        self._process.wait()
        self._thread.join()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as pipe:
            while chunk := pipe.read(_CHUNK):
                self._sound += chunk
                # what came through without delay tells when it began
                self._begin = min(self._begin, time.monotonic() - len(self._sound) / 2 / RATE)
                self._awake.set()


@contextmanager
def ear(loudspeaker: VirtualMicrophone) -> Iterator[Ear]:
    """An ear that hears already."""
    listening = Ear(loudspeaker)
    try:
        yield listening
    finally:
        listening.close()

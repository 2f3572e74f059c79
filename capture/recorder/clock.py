"""Which sample was heard when."""

from collections import deque
from itertools import islice

from capture.recorder.protocol import RATE

_STEP = 0.1
_RECENT = 6
_REMEMBERED = 600
"""The least delay of a step is remembered for a minute of sound; the last ones count as recent."""

_SETTLED = 5
"""Steps of time over which blocks must have come: a first burst looks as if all of it was heard just now."""


class SampleClock:
    """Holds the count of samples against ``time.monotonic()``.

    A sample cannot arrive before it was heard, and blocks come late now and then, never early: the least
    delay of the last half second of sound counts, also where that came before a stall. What PortAudio says
    about the moment of a block is not used: through PulseAudio it was seen to be off by half a second.
    """

    def __init__(self) -> None:
        self._least: deque[tuple[int, float]] = deque(maxlen=_REMEMBERED)

    @property
    def runs(self) -> bool:
        """Whether anything was observed yet."""
        return bool(self._least)

    @property
    def settled(self) -> bool:
        """Whether it was observed long enough to tell a burst from sound as it is heard."""
        return self.runs and self._least[-1][0] - self._least[0][0] >= _SETTLED

    def observe(self, frames: int, moment: float) -> None:
        """At ``moment``, so many ``frames`` have arrived since the beginning."""
        step, delay = int(moment / _STEP), moment - frames / RATE
        if self._least and self._least[-1][0] >= step:
            step, least = self._least.pop()
            delay = min(delay, least)
        self._least.append((step, delay))

    def frame_at(self, moment: float) -> int:
        """The frame that was, or will be, heard at ``moment``, counted from the beginning."""
        return round((moment - self._start) * RATE)

    def latest_frame_at(self, moment: float) -> int:
        """The last frame that may have been heard at ``moment``, by the least delay of the last minute."""
        return round((moment - min(delay for _, delay in self._least)) * RATE)

    def moment_of(self, frame: int) -> float:
        """When ``frame`` was heard."""
        return self._start + frame / RATE

    @property
    def _start(self) -> float:
        return min(delay for _, delay in islice(reversed(self._least), _RECENT))

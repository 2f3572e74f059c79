"""The commands that wait for their samples, in the order in which they came."""

from collections import deque
from dataclasses import dataclass

from capture.recorder.clock import SampleClock
from capture.recorder.protocol import Begin, End, Hold, Resume, Strike

Cut = Begin | Hold | Resume | Strike | End

_PATIENCE = 1.0
"""Seconds that a command waits for its sample while others come; off the record it waits no longer anyway."""

_STALL = 3.0
"""Seconds that a command waits while no sound comes at all: what comes in a burst is cut where it was meant."""


@dataclass
class Waiting:
    """A command that came at ``since``, when so many frames had been ``heard``; ``frame`` is the one it means."""

    command: Cut
    since: float
    heard: int
    frame: int | None = None
    sounding: float | None = None

    @property
    def off_the_record(self) -> bool:
        """Whether nothing may be kept from it on."""
        return isinstance(self.command, Hold) and self.command.off_the_record

    def overdue(self, now: float) -> bool:
        """Whether its sample does not come any more."""
        if self.off_the_record and now - self.since >= _PATIENCE:
            return True
        if self.sounding is not None:
            return now - self.sounding >= _PATIENCE
        return now - self.since >= _STALL


class Commands:
    """A queue: which sample a command means is settled once, by the clock."""

    def __init__(self, clock: SampleClock) -> None:
        self._clock = clock
        self._queue: deque[Waiting] = deque()
        self._last_cut = 0

    def __bool__(self) -> bool:
        return bool(self._queue)

    @property
    def next_frame(self) -> int | None:
        """The sample that the first command waits for, where that is known."""
        return self._queue[0].frame if self._queue else None

    def take(self, command: Cut, now: float, heard: int) -> None:
        """Add a command."""
        waiting = Waiting(command, now, heard)
        self._place(waiting)
        self._queue.append(waiting)

    def sound_came(self) -> None:
        """The clock was given more."""
        for waiting in self._queue:
            self._place(waiting)

    def due(self, heard: int) -> Waiting | None:
        """The first one, taken out where its sample has been heard."""
        frame = self.next_frame
        return self._queue.popleft() if frame is not None and frame <= heard else None

    def overdue(self, now: float, heard: int) -> Waiting | None:
        """The first one, taken out where it or one behind it has waited in vain."""
        for waiting in self._queue:
            if waiting.sounding is None and heard > waiting.heard:
                waiting.sounding = now
        if not any(waiting.overdue(now) for waiting in self._queue):
            return None
        self._last_cut = min(self._last_cut, heard)
        return self._queue.popleft()

    def rest(self) -> list[Waiting]:
        """All of them, taken out."""
        rest = list(self._queue)
        self._queue.clear()
        return rest

    def _place(self, waiting: Waiting) -> None:
        """Later commands never mean earlier samples; only off the record waits for no other one."""
        if waiting.frame is not None or not self._clock.runs:
            return
        frame = self._clock.frame_at(waiting.command.at)
        self._last_cut = max(self._last_cut, frame)
        waiting.frame = max(0, frame) if waiting.off_the_record else self._last_cut

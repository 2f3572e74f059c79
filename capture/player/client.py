"""The player as the interface knows it: commands return at once, events come out."""

import math
import threading
from collections.abc import Callable
from itertools import count
from queue import SimpleQueue

from capture.player.attendant import Attendant, Inbox, Wish
from capture.player.events import Told
from capture.player.protocol import LEAD, SPEEDS, Back, Pause, Play, Toggle


class Player:
    """Plays recordings, one at a time. ``hear`` gets what happens, from a thread of its own.

    Nothing here waits: the process that plays is started by the first :meth:`play`, and again by any later
    command where it is gone.
    """

    def __init__(self, hear: Callable[[Told], None]) -> None:
        self._numbers = count(1)
        self._inbox: Inbox = SimpleQueue()
        self._attendant = Attendant(self._inbox, hear)
        self._thread = threading.Thread(target=self._attendant.work, daemon=True, name="player")
        self._thread.start()

    @property
    def pid(self) -> int | None:
        """The process id of the process that plays, where there is one."""
        return self._attendant.pid

    def play(
        self,
        path: str,
        start: float,
        end: float,
        speed: float = 1.0,
        loop: bool = False,
        lead: float = LEAD,
        play_on: bool = False,
    ) -> int:
        """Play the recording at ``path`` from ``lead`` seconds before ``start`` to ``end``, instead of what is
        played now. A ``loop`` begins again with the lead; ``play_on`` goes on after ``end``, unless it loops.

        Gives the number that all that is heard of it has.
        """
        number, begin = next(self._numbers), max(0.0, start - lead)
        self._inbox.put(Play(number, str(path), begin, begin, end, _within(speed), loop, play_on))
        return number

    def pause(self) -> None:
        """Wait here."""
        self._inbox.put(Pause())

    def toggle(self) -> None:
        """Pause, or go on; from the start again, where it is over."""
        self._inbox.put(Toggle())

    def back(self, seconds: float = 5.0) -> None:
        """Hear the last ``seconds`` again, also those before the fragment; where it is over, it plays again."""
        self._inbox.put(Back(seconds))

    def speed(self, times: float) -> None:
        """Go on at so many times the speed of the recording, 0.7 to 2.0."""
        self._inbox.put(Wish(speed=_within(times)))

    def loop(self, on: bool) -> None:
        """Begin again at the end, or end there."""
        self._inbox.put(Wish(loop=on))

    def close(self, wait: float = 0.0) -> None:
        """Let the process go; ``wait`` so many seconds at most until it is gone."""
        self._inbox.put(None)
        self._thread.join(wait)


def _within(speed: float) -> float:
    slowest, fastest = SPEEDS
    return fastest if math.isnan(speed) else min(fastest, max(slowest, speed))

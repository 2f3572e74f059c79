"""How long the rest of a review takes, going by this sitting alone."""

import time
from collections.abc import Callable

ENOUGH = 8
"""Fragments that were looked at before a pace can be told."""

_LONGEST = 180.0
"""Seconds; what is longer than that between two fragments was a break."""


class Pace:
    """Notes how many fragments were looked at, and how long that took."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._checked: int | None = None
        self._at = clock()
        self._done = 0
        self._spent = 0.0

    def note(self, checked: int) -> None:
        """So many fragments were looked at by now; a single step forward is work, anything else none."""
        before, self._checked = self._checked, checked
        if before is None or checked == before:
            return
        moment = self._clock()
        if checked == before + 1:
            self._done += 1
            self._spent += min(_LONGEST, moment - self._at)
        self._at = moment

    def seconds(self, left: int) -> float | None:
        """How long ``left`` more fragments take; None as long as that would be invented."""
        if self._done < ENOUGH or not left:
            return None
        return left * self._spent / self._done

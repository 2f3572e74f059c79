"""The sound between whoever decodes it and whoever plays it, and what of it is heard at a moment.

Moments are of ``time.monotonic()``, places are seconds from the start of the recording.
"""

from collections import deque
from dataclasses import dataclass
from threading import Lock

import numpy as np

from transcripts.tempo import RATE, Piece, Sound

_KEPT = 2.0
"""Seconds for which it is known what was heard."""


@dataclass(frozen=True)
class _Mark:
    """From ``moment`` on, for so many ``seconds``, what stands at ``at`` and after it is heard."""

    moment: float
    at: float
    seconds: float
    speed: float

    def place(self, moment: float) -> float:
        return self.at + min(moment - self.moment, self.seconds) * self.speed


class Belt:
    """Pieces of sound that wait to be played. All of it may be called from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pieces: deque[Piece] = deque()
        self._marks: deque[_Mark] = deque()
        self._next = 0.0
        self._held = False
        self.taken_at: float | None = None

    @property
    def frontier(self) -> float:
        """The place of the sound that is taken next."""
        return self._next

    @property
    def ahead(self) -> float:
        """Seconds of sound that wait."""
        with self._lock:
            return sum(len(piece.sound) for piece in self._pieces) / RATE

    def begin(self, at: float, *, forget: bool = False) -> None:
        """Nothing waits any more, the next piece will be from ``at``; what was taken is still heard,
        unless it is to be forgotten."""
        with self._lock:
            self._pieces.clear()
            self._next = at
            if forget:
                self._marks.clear()

    def hold(self, on: bool) -> None:
        """Let nothing be taken, or let it again."""
        with self._lock:
            self._held = on

    def put(self, piece: Piece) -> None:
        """Add a piece at the end."""
        with self._lock:
            if not self._pieces:
                self._next = piece.at
            self._pieces.append(piece)

    def take(self, room: Sound, now: float, heard_at: float) -> None:
        """Fill ``room``, shape (n, 2), with what comes next and silence after it. Its first frame is heard at
        the moment ``heard_at``."""
        with self._lock:
            self.taken_at = now
            filled = 0
            while self._pieces and filled < len(room) and not self._held:
                filled += self._move(room[filled:], heard_at + filled / RATE)
            room[filled:] = 0.0
            while len(self._marks) > 1 and self._marks[1].moment < now - _KEPT:
                self._marks.popleft()

    def heard(self, moment: float) -> float | None:
        """The place of what is heard at ``moment``, or was heard last; None before the first sound."""
        with self._lock:
            return next((mark.place(moment) for mark in reversed(self._marks) if mark.moment <= moment), None)

    def silent(self, moment: float) -> bool:
        """Whether nothing waits, and all that was taken has been heard at ``moment``."""
        with self._lock:
            last = self._marks[-1] if self._marks else None
            return not self._pieces and (last is None or last.moment + last.seconds <= moment)

    def _move(self, room: Sound, moment: float) -> int:
        piece = self._pieces.popleft()
        count = min(len(room), len(piece.sound))
        room[:count] = np.asarray(piece.sound[:count])
        self._marks.append(_Mark(moment, piece.at, count / RATE, piece.speed))
        rest = piece.from_frame(count)
        if len(rest.sound):
            self._pieces.appendleft(rest)
        self._next = self._pieces[0].at if self._pieces else rest.at
        return count

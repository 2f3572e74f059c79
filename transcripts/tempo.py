"""Listening to a recording from any place, faster or slower, at the pitch that it has.

Sound comes in pieces that know their place in the recording, so that whoever hears it can be shown the word.
The speed is changed by libav's ``atempo``: overlapping windows that are laid where they resemble each other
most (WSOLA: W. Verhelst and M. Roelands, ICASSP 1993).
"""

import math
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.filter import Graph
from numpy.typing import NDArray

from transcripts.media import opened, readable
from transcripts.resample import placed

RATE = 48_000
"""Samples per second of what is heard, whatever the recording has."""

Sound = NDArray[np.float32]

_PREROLL = 1.0
_GAP = 0.05
_SPEEDS = (0.5, 2.0)
_BASE = Fraction(1, RATE)


@dataclass(frozen=True)
class Piece:
    """Sound of shape (n, 2), float32, -1 to 1, at 48 kHz; its first sample is from ``at`` seconds after the start
    of the file, and each further one from ``speed / RATE`` seconds later."""

    at: float
    sound: Sound
    speed: float = 1.0

    def from_frame(self, first: int) -> "Piece":
        """What is left of it without its first frames."""
        return Piece(self.at + first * self.speed / RATE, self.sound[first:], self.speed)


class Listening:
    """A recording that is open to be listened to; raises RecordingError. One thread, one iteration at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._open = ExitStack()
        self._begin()

    def pieces(self, start: float, end: float = math.inf, speed: float = 1.0) -> Iterator[Piece]:
        """The sound between ``start`` and ``end`` seconds, at 0.5 to 2 times its ``speed``.

        Where the file's own times have a gap, it is not waited for: the next piece is from later. Memory use
        does not grow with the length of the file. Raises RecordingError.
        """
        if not _SPEEDS[0] <= speed <= _SPEEDS[1]:
            raise ValueError(f"a speed of {speed}")
        with readable(self._path):
            cut = self._between(max(0.0, start), end)
            yield from cut if speed == 1.0 else _stretched(cut, speed)

    @property
    def damaged(self) -> float:
        """Seconds that did not decode so far."""
        return self._media.damaged

    def close(self) -> None:
        """Let go of the file."""
        self._open.close()

    def _begin(self) -> None:
        self._open.close()
        self._media = self._open.enter_context(opened(self._path))

    def _between(self, start: float, end: float) -> Iterator[Piece]:
        for piece in self._from(start):
            first = max(0, round((start - piece.at) * RATE))
            last = max(0, round(min(end - piece.at, len(piece.sound) / RATE) * RATE))
            if first < last:
                yield Piece(piece.at, piece.sound[:last]).from_frame(first)
            if last < len(piece.sound):
                return

    def _from(self, start: float) -> Iterator[Piece]:
        """From somewhat before ``start``; where a seek lands behind it, from the start of the file."""
        if start > _PREROLL:
            self._media.seek(start - _PREROLL)
            pieces = self._placed()
            if (first := next(pieces, None)) and first.at <= start:
                yield first
                yield from pieces
                return
        self._begin()
        yield from self._placed()

    def _placed(self) -> Iterator[Piece]:
        for place, sound in placed(self._media, rate=RATE, stereo=True):
            if len(sound):
                yield Piece(place / RATE, sound)


def _stretched(pieces: Iterator[Piece], speed: float) -> Iterator[Piece]:
    """Each stretch of sound without a jump through a filter of its own."""
    stretch: _Stretch | None = None
    for piece in pieces:
        if stretch is None or abs(piece.at - stretch.end) > _GAP:
            if stretch:
                yield from stretch.flush()
            stretch = _Stretch(piece.at, speed)
        yield from stretch.feed(piece.sound)
    if stretch:
        yield from stretch.flush()


class _Stretch:
    """Sound from ``at`` seconds on through ``atempo``."""

    def __init__(self, at: float, speed: float) -> None:
        self.end = self._at = at
        self._speed = speed
        self._graph = Graph()
        source = self._graph.add_abuffer(sample_rate=RATE, format="flt", layout="stereo", time_base=_BASE)
        self._graph.link_nodes(
            source, self._graph.add("atempo", f"{speed:.6f}"), self._graph.add("abuffersink")
        ).configure()

    def feed(self, sound: Sound) -> Iterator[Piece]:
        """What can be given out after ``sound`` came in."""
        self.end += len(sound) / RATE
        packed: Any = np.ascontiguousarray(sound).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(packed, format="flt", layout="stereo")
        frame.sample_rate = RATE
        frame.pts = None
        self._graph.push(frame)
        yield from self._given()

    def flush(self) -> Iterator[Piece]:
        """What the filter still holds."""
        self._graph.push(None)
        yield from self._given()

    def _given(self) -> Iterator[Piece]:
        while True:
            try:
                frame: Any = self._graph.pull()
            except (av.error.BlockingIOError, av.error.EOFError):
                return
            piece = Piece(self._at, frame.to_ndarray().reshape(-1, 2), self._speed)
            self._at += len(piece.sound) * self._speed / RATE
            yield piece

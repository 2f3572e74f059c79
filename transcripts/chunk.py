"""A piece of speech that fits Whisper's window, and where in the recording it comes from."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from math import inf

import numpy as np

from transcripts.resample import RATE, Samples

PAD = 0.5  # seconds of the recording kept before and after speech
_SHORTEST_TO_HALVE = 6.0
_STEP = RATE // 50
_STEPS = 15
_CLEARLY = 0.2


@dataclass(frozen=True, eq=False)
class Chunk:
    """Speech without the long silences between.

    ``audio`` is 16 kHz mono float32, at most 30 s; ``spans`` holds (start in the chunk, start in the
    recording, length) in seconds; up to ``until`` seconds the recording is dealt with once this chunk is.
    ``speech_end`` is where in the chunk the last speech ends, infinite where that is not known.
    """

    audio: Samples
    spans: tuple[tuple[float, float, float], ...]
    until: float
    speech_end: float = inf

    @property
    def seconds(self) -> float:
        """How long the chunk is."""
        return sum(length for _, _, length in self.spans)

    def is_silent_from(self, t: float) -> bool:
        """Whether nothing is said after ``t`` for sure. A chunk that ends in speech is never silent: a sentence
        that was cut off there may be given a time behind all sound."""
        silence = self.seconds - self.speech_end
        return silence > _CLEARLY and t > self.speech_end + _CLEARLY

    def to_recording(self, t: float, *, end: bool = False) -> float:
        """Seconds in the recording at ``t`` seconds in the chunk.

        At a joint there are two: the start of the following span, or with ``end`` the end of the one before.
        """
        starts = [start for start, _, _ in self.spans]
        index = max(0, (bisect_left if end else bisect_right)(starts, t) - 1)
        start, recorded, length = self.spans[index]
        return recorded + min(max(0.0, t - start), length)

    def halves(self) -> "tuple[Chunk, Chunk] | None":
        """The chunk cut at the quietest moment of its middle third, or None for one under six seconds."""
        if self.seconds < _SHORTEST_TO_HALVE:
            return None
        steps = self.audio[: len(self.audio) // _STEP * _STEP].reshape(-1, _STEP)
        loudness = np.convolve((steps**2).mean(axis=1), np.ones(_STEPS), "same")
        first, last = len(steps) // 3, 2 * len(steps) // 3
        cut = (first + int(np.argmin(loudness[first:last]))) * _STEP
        return self._part(0, cut), self._part(cut, len(self.audio))

    def _part(self, first: int, last: int) -> "Chunk":
        begin, finish = first / RATE, last / RATE
        spans = tuple(
            (
                max(start, begin) - begin,
                recorded + max(0.0, begin - start),
                min(start + length, finish) - max(start, begin),
            )
            for start, recorded, length in self.spans
            if start < finish and start + length > begin
        )
        speech_end = max(0.0, min(self.speech_end, finish) - begin)
        return Chunk(self.audio[first:last], spans, self.until, speech_end)

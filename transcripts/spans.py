"""Where speech begins and ends, from the probabilities of frames as they come, by silero-vad's own rules."""

from collections.abc import Iterable

from transcripts.resample import RATE
from transcripts.silero import FRAME

_SPEECH = 0.5
_SILENCE = 0.35
_SHORTEST_SPEECH = RATE // 4
_SHORTEST_PAUSE = RATE // 10

Span = tuple[int, int]


class SpanFinder:
    """Collects spans of speech, (first sample, sample after the last), from the frames fed to it in order."""

    def __init__(self) -> None:
        self.found: list[Span] = []
        self.probabilities: list[float] = []
        self._start: int | None = None
        self._pause: int | None = None
        self._frames = 0

    def feed(self, probabilities: Iterable[float]) -> None:
        """Take the speech probability of each following frame of 512 samples."""
        for probability in probabilities:
            self._take(float(probability))
            self._frames += 1

    def spans(self) -> list[Span]:
        """What was found, and speech that still goes on as if it ended here."""
        now = self._frames * FRAME
        going_on = self._start is not None and now - self._start > _SHORTEST_SPEECH
        return (
            [*self.found, (self._start, now)] if going_on and self._start is not None else self.found.copy()
        )

    @property
    def speaking(self) -> bool:
        """Whether a span is open."""
        return self._start is not None

    def _take(self, probability: float) -> None:
        at = self._frames * FRAME
        self.probabilities.append(probability)
        if probability >= _SPEECH:
            self._pause = None
            self._start = at if self._start is None else self._start
        elif probability < _SILENCE and self._start is not None:
            self._pause = at if self._pause is None else self._pause
            if at - self._pause >= _SHORTEST_PAUSE:
                self._close(self._start, self._pause)

    def _close(self, start: int, end: int) -> None:
        if end - start > _SHORTEST_SPEECH:
            self.found.append((start, end))
        self._start = self._pause = None

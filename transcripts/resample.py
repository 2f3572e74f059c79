"""From a file's own frames to 16 kHz mono samples, each with its place in the recording."""

from collections.abc import Iterator
from math import gcd
from typing import Any

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from numpy.typing import NDArray

from transcripts.media import Media

RATE = 16_000
_GAP = 0.05
_OVERLAP = 1.0

Samples = NDArray[np.float32]


def placed(
    media: Media, *, aligned: bool = False, rate: int = RATE, stereo: bool = False
) -> Iterator[tuple[int, Samples]]:
    """(place of the first sample, samples of shape (n,) or (n, 2)) from where ``media`` stands.

    Places count samples at ``rate`` from the start of the file; between pieces there can be holes and overlaps,
    where the file's own times jump. ``aligned`` starts where reading from the start gives the same samples.
    """
    run = None
    for frame in media.frames():
        time = media.time(frame)
        if run is None or not run.continues(frame, time):
            clock = 0.0
            if run:
                yield run.flush()
                clock = run.clock
            run = _Run(frame, clock if time is None else time, aligned and run is None, rate, stereo)
        yield run.feed(frame)
    if run:
        yield run.flush()


class _Run:
    """Frames that follow each other without a jump, through one resampler."""

    def __init__(self, frame: AudioFrame, time: float, aligned: bool, rate: int, stereo: bool) -> None:
        self._kind = _kind(frame)
        self._rate = frame.sample_rate
        first = round(time * self._rate)
        self._skip = -first % (self._rate // gcd(self._rate, rate)) if aligned else 0
        self._fed = first
        self._place = round((first + self._skip) * rate / self._rate)
        self._resampler = AudioResampler("flt", "stereo" if stereo else "mono", rate)
        self._nothing = np.empty((0, 2) if stereo else 0, np.float32)

    @property
    def clock(self) -> float:
        """Seconds from the start of the file to the end of what came in."""
        return self._fed / self._rate

    def continues(self, frame: AudioFrame, time: float | None) -> bool:
        """Whether ``frame`` is of the same kind and follows; a long step back is a clock that began anew."""
        ahead = 0.0 if time is None else time - self.clock
        return _kind(frame) == self._kind and (abs(ahead) <= _GAP or ahead < -_OVERLAP)

    def feed(self, frame: AudioFrame) -> tuple[int, Samples]:
        """What can be given out after ``frame`` came in, with its place."""
        self._fed += frame.samples
        if self._skip:
            dropped = min(self._skip, frame.samples)
            self._skip -= dropped
            if dropped == frame.samples:
                return self._place, self._nothing
            frame = _without_start(frame, dropped)
        frame.pts = None
        return self._given(frame)

    def flush(self) -> tuple[int, Samples]:
        """What the resampler still holds, with its place."""
        return self._given(None)

    def _given(self, frame: AudioFrame | None) -> tuple[int, Samples]:
        place = self._place
        arrays = [
            out.to_ndarray().reshape(-1, *self._nothing.shape[1:]) for out in self._resampler.resample(frame)
        ]
        samples = np.concatenate([self._nothing, *arrays]).astype(np.float32, copy=False)
        self._place += len(samples)
        return place, samples


def _kind(frame: AudioFrame) -> tuple[str, str, int]:
    return frame.format.name, frame.layout.name, frame.sample_rate


def _without_start(frame: AudioFrame, count: int) -> AudioFrame:
    each = 1 if frame.format.is_planar else frame.layout.nb_channels
    kept: Any = np.ascontiguousarray(frame.to_ndarray()[:, count * each :])
    shorter = av.AudioFrame.from_ndarray(kept, format=frame.format.name, layout=frame.layout.name)
    shorter.sample_rate = frame.sample_rate
    return shorter

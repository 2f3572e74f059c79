"""Who spoke, in a recording of two microphones: the interviewer left, the expert right.

Whisper hears both as one, so that no word is lost between the channels.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from av.audio.resampler import AudioResampler
from numpy.typing import NDArray

from sessions.interview import Clip
from sessions.transcript import Role
from transcripts.media import Media, opened
from transcripts.transcriber import Heard

_CLEARLY = 10 ** (3 / 10)  # 3 dB
_HEARD_AT_ALL = 10 ** (-15 / 10)  # of the piece's mean: below that a word has no sound of its own
_STEPS = 100
_PREROLL = 1.0

Energy = NDArray[np.float64]


def keeps_voices_apart(clip: Clip) -> bool:
    """Whether it is our own recording of two microphones. What people bring has anything on two channels."""
    return clip.channels == 2 and not clip.original_name


def voices(path: Path, heard: Sequence[Heard]) -> list[Role]:
    """Whose voice each piece of ``heard`` is, in the recording at ``path``. Raises RecordingError.

    It is the interviewer's where the left channel is louder than the right by 3 dB over its time, and no
    word of it is louder on the right by as much: rather a question among the answers than an answer lost.
    """
    if not heard:
        return []
    start = min(piece.start for piece in heard)
    sound = energy(path, start, max(piece.end for piece in heard))
    return [_role(piece, sound, start) for piece in heard]


def energy(path: Path, start: float, end: float) -> Energy:
    """The energy of (left, right) from ``start`` to ``end`` seconds: shape (n, 2), a hundredth of a second each.

    Raises RecordingError.
    """
    steps = int((end - start) * _STEPS) + 1
    total = np.zeros((steps, 2))
    with opened(path) as media:
        media.seek(max(0.0, start - _PREROLL))
        for time, rate, samples in _stereo(media):
            if time > end:
                break
            step = np.floor((time - start + np.arange(samples.shape[1]) / rate) * _STEPS).astype(int)
            inside = (step >= 0) & (step < steps)
            for channel in (0, 1):
                squares = samples[channel, inside].astype(np.float64) ** 2
                total[:, channel] += np.bincount(step[inside], squares, steps)
    return total


def _stereo(media: Media) -> Iterator[tuple[float, int, NDArray[np.float32]]]:
    """(seconds from the start of the file, samples per second, samples of shape (2, n)), frame by frame."""
    resampler = AudioResampler("fltp", "stereo")
    clock = 0.0
    for frame in media.frames():
        time = media.time(frame)
        clock = clock if time is None else time
        for out in resampler.resample(frame):
            yield clock, out.sample_rate, out.to_ndarray().astype(np.float32, copy=False)
            clock += out.samples / out.sample_rate


def _role(piece: Heard, sound: Energy, offset: float) -> Role:
    left, right = _mean(sound, piece.start - offset, piece.end - offset)
    if left <= right * _CLEARLY:
        return Role.EXPERT
    for word in piece.words:
        one, other = _mean(sound, word.start - offset, word.end - offset)
        if other > one * _CLEARLY and other > left * _HEARD_AT_ALL:
            return Role.EXPERT
    return Role.INTERVIEWER


def _mean(sound: Energy, start: float, end: float) -> tuple[float, float]:
    first = max(0, int(start * _STEPS))
    part = sound[first : max(first + 1, int(end * _STEPS))]
    left, right = part.mean(axis=0) if len(part) else (0.0, 0.0)
    return float(left), float(right)

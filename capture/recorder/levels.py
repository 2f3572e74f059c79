"""How loud it is: from the bytes of a microphone to levels, and the figures of the sound check.

Levels are in dBFS: 20 log10 of the amplitude over full scale, so a full-scale sine peaks at 0 and has an
RMS of -3.01 (the plain RMS, not that of AES17, which adds the 3.01).
"""

import numpy as np
from numpy.typing import NDArray

from capture.recorder.protocol import QUIET, SAMPLE_BYTES, Tried

Samples = NDArray[np.int32]
"""Shape (frames, channels), each from -2**23 to 2**23 - 1."""

Powers = NDArray[np.float64]
"""Mean squares, 1 being full scale."""

_FULL_SCALE = 2**23
_CLIPPED = 32767 << 8
"""Full scale of 16 bits: many microphones give no more, widened to 24."""

_WINDOW = 0.05
"""Seconds of one window when looking for the quiet moments."""

_QUIETEST = 0.1
"""The share of windows that the noise is taken from."""

_MAINS = (50, 100, 150, 200, 250)
"""Hz: the European mains and its multiples."""

_AROUND = 20
_TONE = 3
"""Hz on both sides of a tone: its surroundings, and what belongs to the tone itself in a Hann window."""


def samples(raw: bytes, channels: int) -> Samples:
    """The samples in packed 24-bit little-endian ``raw``; raises ``ValueError`` for half a frame."""
    packed = np.frombuffer(raw, np.uint8).reshape(-1, SAMPLE_BYTES)
    wide = np.zeros((len(packed), 4), np.uint8)
    wide[:, 1:] = packed
    return (wide.view("<i4") >> 8).reshape(-1, channels)  # the shift back down brings the sign along


def level(heard: Samples) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The RMS and the peak of each channel in dBFS, :data:`~.protocol.QUIET` at the least."""
    if not len(heard):
        nothing = (QUIET,) * heard.shape[1]
        return nothing, nothing
    peaks = np.maximum(heard.max(axis=0), -heard.min(axis=0)) / _FULL_SCALE
    return _decibels(_powers(heard)), _decibels(peaks.astype(np.float64) ** 2)


def figures(heard: Samples, rate: int) -> Tried:
    """The figures of a sound check of any length at ``rate`` samples per second."""
    rms, peak = level(heard)
    return Tried(
        rms=rms,
        peak=peak,
        noise=_noise(heard, rate),
        clipped=tuple(float(share) for share in _clipped(heard)),
        hum=tuple(_hum(channel, rate) for channel in heard.T),
        silent=not heard.any(),
    )


def _powers(heard: Samples) -> Powers:
    scaled = heard / _FULL_SCALE
    return np.asarray(np.einsum("fc,fc->c", scaled, scaled) / len(heard), np.float64)


def _decibels(powers: Powers) -> tuple[float, ...]:
    least = 10 ** (QUIET / 10)
    return tuple(float(value) for value in 10 * np.log10(np.maximum(powers, least)))


def _noise(heard: Samples, rate: int) -> tuple[float, ...]:
    """The level of the quietest tenth of the windows: what is left when nobody speaks."""
    size = max(1, round(rate * _WINDOW))
    count = len(heard) // size
    if not count:
        return level(heard)[0]
    windows = heard[: count * size].reshape(count, size, -1) / _FULL_SCALE
    powers = np.sort(np.mean(windows**2, axis=1), axis=0)
    return _decibels(powers[: max(1, int(count * _QUIETEST))].mean(axis=0))


def _clipped(heard: Samples) -> NDArray[np.float64]:
    if not len(heard):
        return np.zeros(heard.shape[1])
    return np.asarray(((heard >= _CLIPPED) | (heard <= -_CLIPPED)).mean(axis=0), np.float64)


def _hum(channel: NDArray[np.int32], rate: int) -> float:
    """How far the strongest of the mains' tones stands above the median of its surroundings, in dB.

    Speech is not steady and mains hum is, so each bin is the median over time: the method of P. D. Welch
    (1967, overlapping Hann windows, here of a second), with the median in the place of the mean.
    """
    spectrum = _steady_spectrum(channel, rate)
    if not spectrum.any():
        return 0.0
    return max(
        0.0, *(_above_surroundings(spectrum, tone) for tone in _MAINS if tone + _AROUND < len(spectrum))
    )


def _steady_spectrum(channel: NDArray[np.int32], rate: int) -> Powers:
    """The power per hertz from 0 to half the ``rate``; bins are 1 Hz apart."""
    padded = np.pad(channel / _FULL_SCALE, (0, max(0, rate - len(channel))))
    seconds = np.lib.stride_tricks.sliding_window_view(padded, rate)[:: rate // 2]
    return np.asarray(np.median(np.abs(np.fft.rfft(seconds * np.hanning(rate))) ** 2, axis=0), np.float64)


def _above_surroundings(spectrum: Powers, tone: int) -> float:
    around = np.r_[spectrum[tone - _AROUND : tone - _TONE], spectrum[tone + _TONE + 1 : tone + _AROUND + 1]]
    least = 1e-12  # far below the last of 24 bits
    strongest = spectrum[tone - 1 : tone + 2].max()
    return float(10 * np.log10((strongest + least) / (np.median(around) + least)))

"""Levels against signals whose level is known."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

import capture
from capture.recorder.levels import Samples, figures, level, samples
from capture.recorder.protocol import QUIET

DEMO = Path(capture.__file__).parent / "demo" / "audio"
RATE = 48_000
FULL = 2**23 - 1


def tone(
    hertz: float, amplitude: float, seconds: float = 5.0
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.asarray(amplitude * np.sin(2 * np.pi * hertz * np.arange(round(RATE * seconds)) / RATE))


def noise(decibels: float, seconds: float = 5.0) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.random.default_rng(7).normal(0, 10 ** (decibels / 20), round(RATE * seconds))


def recorded(*channels: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Samples:
    return np.clip(np.column_stack(channels) * 2**23, -FULL - 1, FULL).astype(np.int32)


@given(st.lists(st.tuples(*[st.integers(-(2**23), 2**23 - 1)] * 2), max_size=50))
def test_packed_bytes_come_back_as_the_samples_they_were(frames: list[tuple[int, int]]) -> None:
    raw = b"".join(value.to_bytes(3, "little", signed=True) for frame in frames for value in frame)
    assert [tuple(frame) for frame in samples(raw, 2).tolist()] == frames


def test_half_a_frame_is_refused() -> None:
    with pytest.raises(ValueError, match="reshape"):
        samples(b"\0" * 9, 2)


def test_a_full_scale_sine_peaks_at_zero_and_its_rms_lies_three_decibels_below() -> None:
    rms, peak = level(recorded(tone(1000, 1), tone(1000, 0.1)))
    assert peak == pytest.approx((0, -20), abs=0.01)
    assert rms == pytest.approx((-3.01, -23.01), abs=0.01)


def test_digital_silence_and_nothing_at_all_are_the_quietest_level() -> None:
    for empty in (samples(bytes(600), 2), samples(b"", 2)):
        assert level(empty) == ((QUIET, QUIET), (QUIET, QUIET))


def test_the_most_negative_sample_is_full_scale() -> None:
    assert level(samples(b"\0\0\x80", 1)) == ((0.0,), (0.0,))


def test_the_noise_is_what_is_left_when_nobody_speaks() -> None:
    speech = tone(440, 0.3)
    speech[: RATE * 2] = 0
    tried = figures(recorded(speech + noise(-60)), RATE)
    assert tried.noise == pytest.approx((-60,), abs=0.5)
    assert tried.rms[0] > -16


def test_clipping_is_counted_at_full_scale_per_channel() -> None:
    tried = figures(recorded(tone(440, 2), tone(440, 0.9)), RATE)
    assert tried.clipped == pytest.approx((2 / 3, 0), abs=0.01)  # |2 sin| > 1 two thirds of the time


def test_clipping_in_sixteen_bits_is_seen_as_well() -> None:
    sixteen = np.clip(tone(440, 2) * 2**15, -(2**15), 2**15 - 1).astype(np.int32) << 8
    assert figures(sixteen.reshape(-1, 1), RATE).clipped == pytest.approx((2 / 3,), abs=0.01)


@pytest.mark.parametrize("hertz", [50, 50.2, 100, 150])
def test_hum_stands_far_above_noise_that_is_louder_than_it(hertz: float) -> None:
    assert figures(recorded(noise(-50) + tone(hertz, 10 ** (-50 / 20))), RATE).hum[0] > 20


def test_noise_alone_does_not_hum() -> None:
    assert figures(recorded(noise(-50)), RATE).hum[0] < 10


def test_a_voice_that_passes_the_tones_of_the_mains_does_not_hum() -> None:
    """A glide from 85 to 255 Hz with its overtones, as in speech, with pauses."""
    at = np.arange(RATE * 5) / RATE
    phase = 2 * np.pi * (170 * at - 85 / (2 * np.pi * 0.7) * np.cos(2 * np.pi * 0.7 * at))
    voice = sum(0.1 / n * np.sin(n * phase) for n in (1, 2, 3)) * (np.sin(2 * np.pi * 1.3 * at) > -0.5)
    assert figures(recorded(voice + noise(-60)), RATE).hum[0] < 12


@pytest.mark.parametrize("recording", sorted(DEMO.glob("*.flac")), ids=lambda path: path.stem)
def test_speech_does_not_hum(recording: Path) -> None:
    spoken, rate = soundfile.read(recording, dtype="int32", always_2d=True, frames=5 * 16_000)
    assert figures(spoken >> 8, rate).hum[0] < 13


def test_digital_silence_is_told_apart_from_a_whisper() -> None:
    whisper = np.zeros((RATE, 1), np.int32)
    assert figures(whisper, RATE).silent
    assert figures(whisper, RATE).hum == (0.0,)
    whisper[100] = 1
    assert not figures(whisper, RATE).silent


@pytest.mark.parametrize("frames", [0, 1, 100, RATE // 2])
def test_a_sound_check_that_was_cut_short_still_has_figures(frames: int) -> None:
    tried = figures(recorded(tone(440, 0.5), tone(440, 0.5))[:frames], RATE)
    assert len(tried.noise) == len(tried.hum) == len(tried.clipped) == 2

"""Finding speech, and packing it for Whisper without losing a moment of it."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.transcripts.material import RECORDINGS, cues, sound
from transcripts.chunk import PAD, Chunk
from transcripts.resample import RATE, Samples
from transcripts.silero import SpeechNetwork
from transcripts.speech import chunks, speech_spans

TEN_MINUTES = 600 * RATE
pytestmark = [
    pytest.mark.filterwarnings("ignore:.*torch.jit.*:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:.*multiply of 16000.*"),
]


@cache
def network() -> SpeechNetwork:
    return SpeechNetwork()


def silence(seconds: float) -> Samples:
    return np.zeros(int(seconds * RATE), np.float32)


def interview() -> Samples:
    """Six answers with pauses of every length between."""
    parts: list[Samples] = []
    for path, pause in zip(RECORDINGS[:6], (0.2, 25.0, 0.8, 3.0, 70.0, 1.0), strict=True):
        parts += [sound(path), silence(pause)]
    return np.concatenate(parts)


def found_in(audio: Samples) -> list[Chunk]:
    return list(chunks([audio], network=network()))


@pytest.mark.parametrize("path", RECORDINGS, ids=lambda path: path.stem)
def test_spans_are_those_of_the_package_itself(path: Path) -> None:
    import torch
    from silero_vad import get_speech_timestamps, load_silero_vad

    theirs: list[dict[str, Any]] = get_speech_timestamps(
        torch.from_numpy(sound(path)), load_silero_vad(), speech_pad_ms=0
    )
    assert speech_spans(sound(path), network()) == [(one["start"], one["end"]) for one in theirs]


def test_finding_speech_leaves_torch_its_threads() -> None:
    import torch

    torch.set_num_threads(2)
    SpeechNetwork()
    assert torch.get_num_threads() == 2


@pytest.mark.parametrize("noise", ["digital silence", "hiss", "hum"])
def test_ten_minutes_without_speech_give_nothing(noise: str) -> None:
    time = np.arange(TEN_MINUTES, dtype=np.float32) / RATE
    sounds: dict[str, Callable[[], Samples]] = {
        "digital silence": lambda: np.zeros(TEN_MINUTES, np.float32),
        "hiss": lambda: np.random.default_rng(5).normal(0, 10 ** (-50 / 20), TEN_MINUTES).astype(np.float32),
        "hum": lambda: (0.1 * np.sin(2 * np.pi * 60 * time)).astype(np.float32),
    }
    assert found_in(sounds[noise]()) == []


@pytest.mark.parametrize("decibels", [0, -30])
def test_faint_speech_is_found(decibels: int) -> None:
    path = RECORDINGS[0]
    faint = sound(path) * np.float32(10 ** (decibels / 20))
    starts = [start / RATE for start, _ in speech_spans(faint, network())]
    for cue in cues(path.stem):
        assert min(abs(start - cue["start"]) for start in starts) < 0.3


def test_all_that_is_said_is_in_some_chunk() -> None:
    audio = interview()
    covered = np.zeros(len(audio), bool)
    for chunk in found_in(audio):
        assert len(chunk.audio) <= 30 * RATE
        for begin, recorded, length in chunk.spans:
            at, first, count = (round(value * RATE) for value in (begin, recorded, length))
            np.testing.assert_array_equal(chunk.audio[at : at + count], audio[first : first + count])
            assert not covered[first : first + count].any()
            covered[first : first + count] = True
    for start, end in speech_spans(audio, network()):
        assert covered[start:end].mean() > 0.99


def test_a_run_that_begins_anew_finds_the_same_chunks() -> None:
    audio = interview()
    uninterrupted = found_in(audio)
    assert len(uninterrupted) > 3
    for number, chunk in enumerate(uninterrupted):
        again = list(chunks([audio[round(chunk.until * RATE) :]], chunk.until, network()))
        for one, other in zip(again, uninterrupted[number + 1 :], strict=True):
            np.testing.assert_array_equal(one.audio, other.audio)
            np.testing.assert_allclose(one.spans, other.spans, atol=1e-9)
            assert one.until == other.until


def test_the_size_of_blocks_does_not_matter() -> None:
    audio = interview()
    small = list(chunks((audio[at : at + 7777] for at in range(0, len(audio), 7777)), network=network()))
    assert [one.until for one in small] == [one.until for one in found_in(audio)]


def test_speech_without_a_pause_is_cut_all_the_same() -> None:
    speech = sound(RECORDINGS[0])
    dense = np.concatenate([speech[start:end] for start, end in speech_spans(speech, network())] * 5)
    found = found_in(dense)
    assert len(found) > 3
    assert all(len(one.audio) <= 30 * RATE for one in found)
    assert sum(one.seconds for one in found) == pytest.approx(len(dense) / RATE, abs=3.0)


def test_times_in_a_chunk_are_times_in_the_recording() -> None:
    chunk = Chunk(silence(5.0), ((0.0, 10.0, 2.0), (2.0, 60.0, 3.0)), 63.0)
    assert [chunk.to_recording(t) for t in (0.0, 1.5, 2.0, 4.0, 9.0)] == [10.0, 11.5, 60.0, 62.0, 63.0]
    assert chunk.to_recording(2.0, end=True) == 12.0


def test_a_chunk_tells_where_its_last_speech_ends() -> None:
    audio = interview()
    ends = np.array([end for _, end in speech_spans(audio, network())]) / RATE
    for chunk in found_in(audio):
        last = chunk.to_recording(chunk.speech_end, end=True)
        assert abs(ends - last).min() < 0.1
        assert 0 < chunk.seconds - chunk.speech_end <= PAD + 1e-6
        assert chunk.is_silent_from(chunk.seconds) == (chunk.seconds - chunk.speech_end > 0.2)
        assert not chunk.is_silent_from(chunk.speech_end)


def test_a_chunk_that_is_cut_in_speech_or_a_recording_that_breaks_off_is_not_silent() -> None:
    speech = sound(RECORDINGS[0])
    dense = np.concatenate([speech[start:end] for start, end in speech_spans(speech, network())] * 5)
    for chunk in found_in(dense[: 100 * RATE]):
        assert chunk.seconds - chunk.speech_end < 0.2
        assert not chunk.is_silent_from(chunk.seconds + 1)


def test_the_halves_of_a_chunk_know_where_their_speech_ends() -> None:
    speech = np.random.default_rng(0).normal(0, 0.1, 8 * RATE).astype(np.float32)
    halves = Chunk(speech, ((0.0, 10.0, 8.0),), 18.0, 7.5).halves()
    assert halves is not None
    first, second = halves
    assert first.speech_end == pytest.approx(first.seconds)
    assert second.seconds - second.speech_end == pytest.approx(0.5)
    assert not first.is_silent_from(first.seconds)
    assert second.is_silent_from(second.seconds)


def test_a_chunk_is_halved_at_a_pause() -> None:
    speech = np.random.default_rng(0).normal(0, 0.1, 8 * RATE).astype(np.float32)
    speech[4 * RATE : int(4.4 * RATE)] = 0
    halves = Chunk(speech, ((0.0, 10.0, 3.0), (3.0, 60.0, 5.0)), 65.0).halves()
    assert halves is not None
    first, second = halves
    assert 4.0 < first.seconds < 4.4
    assert len(first.audio) + len(second.audio) == len(speech)
    assert second.to_recording(0.0) == pytest.approx(60.0 + first.seconds - 3.0)
    assert Chunk(silence(5.0), ((0.0, 0.0, 5.0),), 5.0).halves() is None

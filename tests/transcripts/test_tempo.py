import tracemalloc
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from sessions.errors import RecordingError
from tests.transcripts.recordings import recording
from transcripts.tempo import RATE, Listening, Piece, Sound

SPEEDS = [0.5, 0.7, 1.3, 2.0]


def write(path: Path, sound: "np.ndarray[Any, np.dtype[Any]]", rate: int = RATE) -> Path:
    soundfile.write(path, sound, rate, subtype="PCM_24")
    return path


def tone(hertz: float, seconds: float, rate: int = RATE) -> "np.ndarray[Any, np.dtype[Any]]":
    return 0.3 * np.sin(2 * np.pi * hertz * np.arange(round(seconds * rate)) / rate)


def heard(pieces: list[Piece]) -> Sound:
    return np.concatenate([piece.sound for piece in pieces])


def pitch(sound: Sound) -> float:
    channel = sound[:, 0]
    spectrum = np.abs(np.fft.rfft(channel * np.hanning(len(channel))))
    return float(np.argmax(spectrum) * RATE / len(channel))


@pytest.fixture
def scale(tmp_path: Path) -> Path:
    """A minute at 44.1 kHz whose second n sounds at 300 + 10 n Hz."""
    return write(
        tmp_path / "toon.wav", np.concatenate([tone(300 + 10 * n, 1.0, 44_100) for n in range(60)]), 44_100
    )


@pytest.mark.parametrize("speed", SPEEDS)
def test_speech_is_faster_or_slower_and_keeps_its_pitch(tmp_path: Path, speed: float) -> None:
    path = write(tmp_path / "toon.wav", tone(440.0, 12.0))
    pieces = list(Listening(path).pieces(1.0, 11.0, speed))
    sound = heard(pieces)
    assert len(sound) / RATE == pytest.approx(10.0 / speed, rel=0.01)
    assert pitch(sound) == pytest.approx(440.0, rel=0.005)


@pytest.mark.parametrize("speed", [*SPEEDS, 1.0])
def test_each_piece_knows_its_place(scale: Path, speed: float) -> None:
    pieces = list(Listening(scale).pieces(20.0, 40.0, speed))
    whole = heard(pieces)
    assert pieces[0].at == pytest.approx(20.0, abs=1 / RATE)
    for second in (20, 30, 38):
        middle = round((second + 0.5 - 20.0) / speed * RATE)
        window = whole[middle - 4800 : middle + 4800]
        assert pitch(window) == pytest.approx(300 + 10 * second, abs=5.0)
    last = pieces[-1]
    assert last.at + len(last.sound) * speed / RATE == pytest.approx(40.0, abs=0.05)
    for before, after in pairwise(pieces):
        assert after.at == pytest.approx(before.at + len(before.sound) * speed / RATE, abs=0.001)


@pytest.mark.parametrize("name", ["a.wav", "a.flac", "a.mp3", "a.m4a", "a.ogg", "a.mp4", "a.mov"])
def test_a_place_in_any_file_sounds_as_it_does_when_it_is_played_from_its_start(
    tmp_path: Path, name: str
) -> None:
    listening = Listening(recording(tmp_path / name, 8.0))
    whole = heard(list(listening.pieces(0.0, 7.0)))
    part = heard(list(listening.pieces(5.0, 6.0)))
    assert part.shape == (RATE, 2)
    alike = np.corrcoef(part[:, 0], whole[5 * RATE : 6 * RATE, 0])[0, 1]
    assert alike > 0.95  # AAC makes part of its noise anew each time
    assert heard(list(listening.pieces(0.0, 0.5))).shape == (RATE // 2, 2)


def test_two_channels_stay_two_and_one_is_heard_in_both_ears(tmp_path: Path) -> None:
    both = np.stack([tone(440.0, 1.0), 0 * tone(440.0, 1.0)], axis=1)
    left, right = heard(list(Listening(write(tmp_path / "twee.wav", both)).pieces(0.0))).T
    assert np.abs(left).max() == pytest.approx(0.3, abs=0.01)
    assert np.abs(right).max() < 0.001
    left, right = heard(list(Listening(write(tmp_path / "een.wav", tone(440.0, 1.0))).pieces(0.0))).T
    assert np.array_equal(left, right)
    assert np.abs(left).max() > 0.2


def test_nothing_comes_from_behind_the_end(scale: Path) -> None:
    listening = Listening(scale)
    assert list(listening.pieces(70.0, 71.0)) == []
    assert list(listening.pieces(30.0, 30.0, 2.0)) == []
    [*_some, last] = listening.pieces(59.5)
    assert last.at + len(last.sound) / RATE == pytest.approx(60.0, abs=0.001)


def test_a_long_file_is_not_loaded(scale: Path) -> None:
    listening = Listening(scale)
    tracemalloc.start()
    for _piece in listening.pieces(1.0, speed=1.5):
        pass
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000


def test_what_cannot_be_listened_to_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notitie.wav").write_text("geen geluid")
    for name in ("weg.wav", "notitie.wav"):
        with pytest.raises(RecordingError):
            Listening(tmp_path / name)


@pytest.mark.parametrize("speed", [0.4, 2.1, float("nan")])
def test_other_speeds_are_refused(scale: Path, speed: float) -> None:
    with pytest.raises(ValueError, match="a speed of"):
        next(Listening(scale).pieces(0.0, 1.0, speed))

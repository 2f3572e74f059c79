"""Sound out of every kind of file that people bring, whole or not."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from av.audio.stream import AudioStream

from sessions.errors import RecordingError
from transcripts.audio import blocks, probe, verify
from transcripts.resample import RATE, Samples

CODECS = {
    "wav": "pcm_s16le",
    "flac": "flac",
    "mp3": "libmp3lame",
    "m4a": "aac",
    "mp4": "aac",
    "mov": "aac",
    "ogg": "flac",
    "opus": "libopus",
    "webm": "libopus",
}
CLICK = 7.345


def clicking(rate: int, seconds: float = 10.0) -> Samples:
    """Soft hiss with a click at CLICK seconds."""
    sound = 0.001 * np.random.default_rng(0).standard_normal(int(rate * seconds))
    begin = int(CLICK * rate)
    sound[begin : begin + rate // 200] += 0.8 * np.sin(np.arange(rate // 200) * 2 * np.pi * 2000 / rate)
    return sound.astype(np.float32)


def write(path: Path, sound: Samples, rate: int, *, picture: bool = False, begin: float = 0.0) -> Path:
    """``sound`` as stereo in the format that the name says, with a picture or ``begin`` seconds late."""
    with av.open(str(path), "w") as container:
        video = container.add_stream("mpeg4", rate=10) if picture else None
        stream = container.add_stream(CODECS[path.suffix[1:]], rate=rate, layout="stereo")
        if video:
            video.width = video.height = 64
            for number in range(int(len(sound) / rate * 10)):
                image = av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8))
                image.pts = number
                container.mux(video.encode(image))
            container.mux(video.encode(None))
        frame = av.AudioFrame.from_ndarray(np.tile(sound, (2, 1)), format="fltp", layout="stereo")
        frame.sample_rate = rate
        frame.pts = int(begin * rate)
        assert isinstance(stream, AudioStream)
        context: Any = stream.codec_context
        size = context.frame_size or 1024
        sized = av.AudioResampler(context.format.name, "stereo", rate, size)
        for part in [*sized.resample(frame), *sized.resample(None)]:
            container.mux(stream.encode(part))
        container.mux(stream.encode(None))
    return path


def make(folder: Path, kind: str) -> Path:
    rate = 48_000 if CODECS[kind] == "libopus" else 44_100
    return write(folder / f"clip.{kind}", clicking(rate), rate, picture=kind in ("mp4", "mov"))


def all_of(path: Path, start: float = 0.0) -> Samples:
    return np.concatenate(list(blocks(path, start)))


def first_loud(sound: Samples) -> float:
    return float(np.argmax(np.abs(sound) > 0.2)) / RATE


@pytest.mark.parametrize("kind", CODECS)
def test_a_click_is_where_it_was_recorded(tmp_path: Path, kind: str) -> None:
    sound = all_of(make(tmp_path, kind))
    assert sound.dtype == np.float32
    assert len(sound) / RATE == pytest.approx(10.0, abs=0.05)
    assert first_loud(sound) == pytest.approx(CLICK, abs=0.005)


@pytest.mark.parametrize("kind", CODECS)
def test_reading_from_the_middle_gives_the_same_times(tmp_path: Path, kind: str) -> None:
    path = make(tmp_path, kind)
    later = all_of(path, start=5.3)
    assert first_loud(later) + 5.3 == pytest.approx(CLICK, abs=0.005)
    assert len(later) == pytest.approx(len(all_of(path)) - 5.3 * RATE, abs=RATE / 500)


@pytest.mark.parametrize("kind", ["wav", "flac", "mp3", "ogg", "opus"])
def test_reading_from_the_middle_gives_the_same_samples(tmp_path: Path, kind: str) -> None:
    path = make(tmp_path, kind)
    later = all_of(path, start=5.3)
    np.testing.assert_allclose(later, all_of(path)[round(5.3 * RATE) :], atol=1e-6)


@pytest.mark.parametrize("kind", CODECS)
def test_a_whole_file_is_verified(tmp_path: Path, kind: str) -> None:
    done: list[float] = []
    sound = verify(make(tmp_path, kind), done.append)
    assert sound.seconds == pytest.approx(10.0, abs=0.05)
    assert sound.channels == 2
    assert done == sorted(done)
    assert done[-1] == 1.0


@pytest.mark.parametrize("kind", CODECS)
def test_a_file_that_lost_its_end_is_refused(tmp_path: Path, kind: str) -> None:
    path = make(tmp_path, kind)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 6 // 10])
    with pytest.raises(RecordingError) as refused:
        verify(path)
    assert path.name in refused.value.message
    assert refused.value.advice


def test_an_mp3_that_lost_only_part_of_a_frame_is_taken(tmp_path: Path) -> None:
    path = make(tmp_path, "mp3")
    path.write_bytes(path.read_bytes()[:-100])
    assert verify(path).seconds == pytest.approx(10.0, abs=1.0)


def test_a_wav_that_was_streamed_and_promises_nothing_is_taken(tmp_path: Path) -> None:
    path = make(tmp_path, "wav")
    data = path.read_bytes()
    at = data.index(b"data") + 4
    path.write_bytes(data[:at] + b"\xff\xff\xff\xff" + data[at + 4 :])
    assert verify(path).seconds == pytest.approx(10.0, abs=0.01)


@pytest.mark.parametrize(
    "content", [b"", b"Beste Jan, hierbij de opname.\n" * 40, b"RIFF\x00\x00\x00\x00WAVE"]
)
def test_what_is_no_recording_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "brief.wav"
    path.write_bytes(content)
    for use in (probe, verify, all_of):
        with pytest.raises(RecordingError):
            use(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    for use in (probe, verify, all_of):
        with pytest.raises(RecordingError):
            use(tmp_path / "weg.wav")
    with pytest.raises(RecordingError):
        probe(tmp_path)


def test_a_film_without_sound_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "stil.mp4"
    with av.open(str(path), "w") as container:
        video = container.add_stream("mpeg4", rate=10)
        video.width = video.height = 64
        container.mux(video.encode(av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8))))
        container.mux(video.encode(None))
    with pytest.raises(RecordingError):
        probe(path)


def test_sound_that_begins_late_keeps_its_place(tmp_path: Path) -> None:
    path = write(tmp_path / "laat.mp4", clicking(44_100), 44_100, picture=True, begin=2.0)
    assert first_loud(all_of(path)) == pytest.approx(CLICK + 2.0, abs=0.03)


def test_a_hole_in_the_files_own_times_becomes_silence(tmp_path: Path) -> None:
    path = tmp_path / "gat.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("aac", rate=RATE, layout="mono")
        hiss = 0.1 * np.random.default_rng(1).standard_normal((1, 1024)).astype(np.float32)
        for number in range(100):
            frame = av.AudioFrame.from_ndarray(hiss, format="fltp", layout="mono")
            frame.sample_rate = RATE
            frame.pts = number * 1024 + (2 * RATE if number >= 50 else 0)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    sound = all_of(path)
    assert len(sound) / RATE == pytest.approx(100 * 1024 / RATE + 2.0, abs=0.1)
    assert not sound[int(3.6 * RATE) : int(5.0 * RATE)].any()


def test_blocks_are_of_the_asked_length(tmp_path: Path) -> None:
    lengths = [len(block) for block in blocks(make(tmp_path, "flac"), seconds=3.0)]
    assert lengths[:-1] == [3 * RATE] * 3
    assert sum(lengths) == 10 * RATE


def test_nothing_comes_from_behind_the_end(tmp_path: Path) -> None:
    assert list(blocks(make(tmp_path, "flac"), start=60.0)) == []


LONG = """
import resource, sys
import numpy as np, soundfile
from pathlib import Path
from typing import Any
from transcripts.audio import blocks
path, minutes = Path(sys.argv[1]), int(sys.argv[2])
rng = np.random.default_rng(0)
with soundfile.SoundFile(path, "w", 44100, 1, "PCM_16", format="WAV") as out:
    for minute in range(minutes):
        sound = 0.001 * rng.standard_normal(60 * 44100)
        if minute == minutes - 1:
            sound[44100 * 30 : 44100 * 31] += 0.5 * np.sin(np.arange(44100))
        out.write(sound)
place, at = None, 0
for block in blocks(path):
    if place is None and np.any(loud := np.abs(block) > 0.2):
        place = (at + int(np.argmax(loud))) / 16000
    at += len(block)
print(place, at / 16000, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def measured(folder: Path, minutes: int) -> tuple[float, float, float]:
    command = [sys.executable, "-c", LONG, str(folder / f"{minutes}.wav"), str(minutes)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    place, seconds, peak = map(float, result.stdout.split())
    return place, seconds, peak


@pytest.mark.skipif(sys.platform == "win32", reason="peak memory is measured with getrusage")
def test_a_long_file_keeps_its_times_and_needs_no_more_memory(tmp_path: Path) -> None:
    place, seconds, peak = measured(tmp_path, 40)
    assert place == pytest.approx(39.5 * 60, abs=0.01)
    assert seconds == pytest.approx(40 * 60, abs=0.01)
    assert peak < measured(tmp_path, 4)[2] * 1.1

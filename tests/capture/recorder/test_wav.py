import errno
import os
import struct
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from capture.recorder.wav import WavFile, repair, shorten
from sessions.errors import RecordingError
from tests.capture.recorder.hearing import counting, read_clip
from tests.sound import packed

SOUND = packed(counting(1000))


def whole_file(path: Path, channels: int = 1, comment: str = "Wat hoor je?") -> bytes:
    """What a file looks like that was never closed, with its header as it was at the beginning."""
    path.unlink(missing_ok=True)
    file = WavFile(path, channels, comment)
    file.write(SOUND)
    content = path.read_bytes()
    file.close()
    return content


def sizes(path: Path) -> tuple[int, int]:
    """What the header says of the whole file and of the sound, and whether they agree with what is there."""
    content = path.read_bytes()
    riff = struct.unpack("<I", content[4:8])[0]
    data = content.index(b"data") + 8
    return len(content) - 8 - riff, len(content) - data - struct.unpack("<I", content[data - 4 : data])[0]


def test_a_closed_file_reads_as_what_was_written(tmp_path: Path) -> None:
    file = WavFile(tmp_path / "a.wav", 1)
    file.write(SOUND)
    file.close()
    info = soundfile.info(tmp_path / "a.wav")
    assert (info.samplerate, info.channels, info.subtype, info.format) == (48_000, 1, "PCM_24", "WAV")
    assert read_clip(tmp_path / "a.wav").tolist() == counting(1000).tolist()


def test_two_channels_are_kept_apart(tmp_path: Path) -> None:
    file = WavFile(tmp_path / "a.wav", 2)
    file.write(SOUND)
    file.close()
    assert file.frames == 500
    assert read_clip(tmp_path / "a.wav").tolist() == counting(1000).reshape(-1, 2).tolist()


def test_the_comment_reads_back_and_cannot_drive_a_terminal(tmp_path: Path) -> None:
    WavFile(tmp_path / "a.wav", 1, "Diëlektricum\x1b[31m,\nwat nu?").close()
    with soundfile.SoundFile(tmp_path / "a.wav") as file:
        assert file.comment == "Diëlektricum[31m, wat nu?"


@pytest.mark.parametrize("frames", [0, 1, 999, 1000])
def test_the_header_agrees_with_an_odd_or_even_number_of_bytes(tmp_path: Path, frames: int) -> None:
    file = WavFile(tmp_path / "a.wav", 1)
    file.write(SOUND[: 3 * frames])
    file.close()
    assert sizes(tmp_path / "a.wav") == (0, frames % 2)
    assert soundfile.info(tmp_path / "a.wav").frames == frames


def test_a_file_that_is_being_written_reads_up_to_its_last_sync(tmp_path: Path) -> None:
    file = WavFile(tmp_path / "a.wav", 1)
    file.write(SOUND)
    file.sync()
    assert read_clip(tmp_path / "a.wav").tolist() == counting(1000).tolist()
    file.close()


def test_what_is_cut_is_overwritten_before_it_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.wav"
    file = WavFile(path, 1)
    file.write(SOUND)
    seen: list[bytes] = []
    truncate = os.ftruncate

    def look_and_truncate(handle: int, length: int) -> None:
        seen.append(path.read_bytes()[-2700:])
        truncate(handle, length)

    monkeypatch.setattr(os, "ftruncate", look_and_truncate)
    file.cut(100)
    assert seen == [bytes(2700)]
    file.write(SOUND[:30])
    file.close()
    assert read_clip(path).tolist() == [*range(1, 101), *range(1, 11)]


def test_cutting_more_than_there_is_changes_nothing(tmp_path: Path) -> None:
    file = WavFile(tmp_path / "a.wav", 1)
    file.write(SOUND)
    file.cut(2000)
    assert file.frames == 1000
    file.close()


def test_a_write_that_takes_only_a_part_is_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = WavFile(tmp_path / "a.wav", 1)
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, bytes(data)[:100]))
    file.write(SOUND)
    file.close()
    assert read_clip(tmp_path / "a.wav").tolist() == counting(1000).tolist()


def test_without_pwrite_as_on_windows_the_file_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "pwrite")
    monkeypatch.delattr(os, "fdatasync")
    file = WavFile(tmp_path / "a.wav", 1)
    for part in (SOUND[:1500], SOUND[1500:]):
        file.write(part)
        file.sync()
    file.close()
    assert read_clip(tmp_path / "a.wav").tolist() == counting(1000).tolist()


def test_what_is_there_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_bytes(b"een eerdere opname")
    with pytest.raises(FileExistsError):
        WavFile(tmp_path / "a.wav", 1)
    assert (tmp_path / "a.wav").read_bytes() == b"een eerdere opname"


def test_a_file_that_cannot_begin_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_arguments: object) -> int:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(os, "write", no_room)
    with pytest.raises(OSError, match="no room"):
        WavFile(tmp_path / "a.wav", 1)
    assert list(tmp_path.iterdir()) == []


def test_closing_twice_is_closing_once(tmp_path: Path) -> None:
    file = WavFile(tmp_path / "a.wav", 1)
    file.close()
    before = (tmp_path / "a.wav").read_bytes()
    file.close()
    assert (tmp_path / "a.wav").read_bytes() == before


@given(st.data(), st.sampled_from([1, 2]))
def test_a_file_cut_off_anywhere_is_repaired_to_its_last_whole_frame(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, channels: int
) -> None:
    path = tmp_path_factory.mktemp("stuk") / "a.wav"
    content = whole_file(path, channels)
    header = len(content) - len(SOUND)
    length = data.draw(st.integers(0, len(content)))
    path.write_bytes(content[:length])
    expected = max(0, length - header) // (3 * channels)
    assert repair(path) == expected
    if length >= header:
        assert sizes(path) == (0, expected * channels % 2)
        assert np.ravel(read_clip(path)).tolist() == list(range(1, expected * channels + 1))


def test_a_repaired_file_needs_no_repair(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(whole_file(path)[:-1])
    repair(path)
    before = path.read_bytes()
    assert repair(path) == 999
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"OggS" + bytes(100), b"RIFF\0\0\0\0WAVEfact\4\0\0\0\0\0\0\0data"])
def test_what_the_recorder_did_not_write_is_not_repaired(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.wav").write_bytes(content)
    with pytest.raises(RecordingError, match=r"a\.wav is not a recording"):
        repair(tmp_path / "a.wav")
    assert (tmp_path / "a.wav").read_bytes() == content


def test_a_closed_recording_is_shortened_to_the_sample(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(whole_file(path))
    shorten(path, 501 / 48_000)
    assert read_clip(path).tolist() == counting(501).tolist()
    assert sizes(path) == (0, 1)


@pytest.mark.parametrize("seconds", [1.0, 1000 / 48_000])
def test_shortening_to_more_than_there_is_changes_nothing(tmp_path: Path, seconds: float) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(whole_file(path))
    shorten(path, seconds)
    assert read_clip(path).tolist() == counting(1000).tolist()


def test_a_recording_can_be_shortened_to_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(whole_file(path))
    shorten(path, 0.0)
    assert soundfile.info(path).frames == 0

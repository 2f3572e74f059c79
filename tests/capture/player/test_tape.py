from pathlib import Path

import pytest

from capture.player.protocol import Play
from capture.player.tape import Tape
from sessions.errors import RecordingError
from tests.capture.player.ear import telling_time
from tests.transcripts.recordings import recording


def order(path: Path, start: float, end: float, *, loop: bool = False) -> Play:
    return Play(1, str(path), start, start, end, loop=loop)


def test_a_recording_that_is_still_being_made_is_not_played(tmp_path: Path) -> None:
    part = telling_time(tmp_path / "opname.wav", 1.0).rename(tmp_path / "opname.wav.part")
    for path in (part, tmp_path / "opname.wav"):
        with pytest.raises(RecordingError, match="still being recorded, or was never closed") as raised:
            Tape(order(path, 0.0, 1.0))
        assert "End the conversation first" in raised.value.advice


def test_a_fragment_may_end_a_little_after_its_recording(tmp_path: Path) -> None:
    tape = Tape(order(telling_time(tmp_path / "opname.wav", 2.0), 1.0, 2.4))
    while tape.piece():
        pass
    assert tape.ended


def test_a_fragment_after_the_end_of_its_recording_is_refused(tmp_path: Path) -> None:
    tape = Tape(order(telling_time(tmp_path / "opname.wav", 2.0), 5.0, 6.0, loop=True))
    with pytest.raises(RecordingError, match=r"ends at 5\.0 s, before this fragment does"):
        tape.piece()


def test_a_loop_of_nothing_ends(tmp_path: Path) -> None:
    tape = Tape(order(telling_time(tmp_path / "opname.wav", 2.0), 2.1, 2.3, loop=True))
    assert tape.piece() is None
    assert tape.ended


def test_a_recording_of_which_a_part_does_not_decode_is_damaged(tmp_path: Path) -> None:
    path = recording(tmp_path / "opname.m4a", 4.0)
    content = bytearray(path.read_bytes())
    quarter = len(content) // 4
    content[quarter : 3 * quarter] = bytes(2 * quarter)
    path.write_bytes(content)
    tape = Tape(order(path, 0.0, 4.0))
    with pytest.raises(RecordingError, match=r"A part of opname\.m4a is damaged"):
        while tape.piece():
            pass

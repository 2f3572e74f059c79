import errno
from pathlib import Path

from capture.recorder.clip import OpenClip, why
from capture.recorder.disk_reserve import DiskReserve
from capture.recorder.protocol import Because, Begin, Ended


def test_a_clip_begins_in_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    clip = OpenClip.begin(Begin(1, "audio/gesprek/1.wav", 0.0), tmp_path, 1, DiskReserve(tmp_path))
    clip.write(bytes(300))
    clip.file.close()
    assert (tmp_path / "audio" / "gesprek" / "1.wav.part").stat().st_size > 300
    assert clip.ended(Because.ASKED) == Ended(1, 100)


def test_only_a_full_disk_is_called_full() -> None:
    assert why(OSError(errno.ENOSPC, "")) is Because.DISK_FULL
    assert why(OSError(errno.EROFS, "")) is Because.CANNOT_WRITE

import subprocess
import sys
from pathlib import Path

import pytest

from capture.recorder.lock import recorder_lock
from sessions.errors import ProgrammeError, ProgrammeLocked
from tests.capture.recorder.hearing import nobody_records

HOLD = """
import sys
from pathlib import Path
from capture.recorder.lock import recorder_lock
lock = recorder_lock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_the_lock_is_free_again_when_its_holder_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        assert not nobody_records(tmp_path)
        holder.kill()
        holder.wait()
    assert nobody_records(tmp_path)


def test_two_recorders_do_not_work_in_one_programme(tmp_path: Path) -> None:
    with recorder_lock(tmp_path), pytest.raises(ProgrammeLocked, match="already recording"):
        recorder_lock(tmp_path, patience=0.1)
    assert nobody_records(tmp_path)


def test_a_place_that_cannot_hold_a_lock_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen map")
    with pytest.raises(ProgrammeError):
        recorder_lock(tmp_path / "bestand")

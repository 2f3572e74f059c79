"""``vakborg doctor``, with and without PortAudio."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from capture.doctor import examine
from capture.recorder import microphones


def test_each_part_of_the_machine_is_looked_at(tmp_path: Path) -> None:
    readings = {r.what: r for r in examine(tmp_path)}
    assert list(readings) == [
        "Python",
        "Sound system",
        "Microphones",
        "Speech models",
        "Disk space",
        "Terminal",
    ]
    assert not readings["Speech models"].well
    assert "vakborg models get small" in readings["Speech models"].advice
    assert "an hour takes about 520 MB" in readings["Disk space"].advice


@pytest.mark.parametrize("answer", ["", "print('no json')", "import os; os._exit(9)"])
def test_a_sound_system_that_does_not_answer_is_not_called_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, answer: str
) -> None:
    monkeypatch.setattr(microphones, "_LIST", answer)
    readings = {r.what: r for r in examine(tmp_path)}
    assert readings["Sound system"].found == "the sound system does not answer"
    assert readings["Disk space"].found


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="hides a Linux library")
def test_a_machine_without_portaudio_is_told_what_it_cannot_do() -> None:
    """The library is really hidden: /dev/null in its place, in a mount namespace of this test's own."""
    assert isinstance(microphones.microphones(), list), "PortAudio is needed to show what happens without it"
    hide = 'for f in $(ldconfig -p | awk "/libportaudio/ {print \\$NF}"); do mount --bind /dev/null $f; done'
    command = f'{hide} && exec "{sys.executable}" -m capture doctor'
    done = subprocess.run(
        [*_as_root(), "unshare", "--mount", "bash", "-c", command],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"VAKBORG_LANG": "en"},
    )
    if "unshare" in done.stderr and not os.environ.get("CI"):
        pytest.skip(f"no mount namespace: {done.stderr}")
    assert "Sound system: PortAudio is missing" in done.stdout
    assert "sudo apt install libportaudio2" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def _as_root() -> list[str]:
    return [] if os.geteuid() == 0 else ["sudo", "-n", "-E"]

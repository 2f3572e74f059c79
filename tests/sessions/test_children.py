"""Processes of our own."""

import tempfile
from pathlib import Path

import pytest

from sessions.children import last_words, start_child


def test_it_speaks_utf_8_through_its_pipes_and_knows_what_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "echo.py").write_text(
        "import os, sys\nprint(os.environ['WOORD'] + sys.stdin.readline(), end='')\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with tempfile.TemporaryFile() as errors, start_child("echo", errors, WOORD="diëlektricum ") as child:
        assert child.communicate("µS/cm\n", timeout=30)[0] == "diëlektricum µS/cm\n"
        assert child.returncode == 0


def test_what_lies_in_the_folder_is_no_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "vreemd.py").write_text("print('gestart')\n")
    monkeypatch.chdir(tmp_path)
    with tempfile.TemporaryFile() as errors, start_child("vreemd", errors) as child:
        assert child.communicate(timeout=30)[0] == ""
        assert child.returncode != 0


@pytest.mark.parametrize(
    ("code", "written", "reason"),
    [
        (1, b"Traceback\nMemoryError: 3 MB\n\n", "MemoryError"),
        (-9, b"ALSA lib confmisc.c: no card\n", "exit code -9"),
        (1, b"", "exit code 1"),
    ],
)
def test_why_it_ended_is_said_in_a_few_words(code: int, written: bytes, reason: str) -> None:
    with tempfile.TemporaryFile() as errors:
        errors.write(written)
        assert last_words(code, errors) == reason

"""Opening a file with what this machine has for it."""

import sys
from pathlib import Path

import pytest

from capture.viewing import open_file

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="tries xdg-open itself")


def program(folder: Path, script: str) -> None:
    path = folder / "xdg-open"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":9")
    return tmp_path


def test_the_program_gets_the_file_as_one_argument(machine: Path) -> None:
    program(machine, f'printf %s "$#:$1" > {machine}/asked')
    assert open_file(machine / "module M3 $(x).docx")
    assert (machine / "asked").read_text() == f"1:{machine}/module M3 $(x).docx"


def test_a_program_that_has_nothing_for_it_is_told(machine: Path) -> None:
    program(machine, "exit 3")
    assert not open_file(machine / "a.docx")


def test_a_program_that_stays_open_is_not_waited_for(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("capture.viewing.PATIENCE", 0.1)
    program(machine, "sleep 2")
    assert open_file(machine / "a.docx")


def test_without_a_screen_or_a_program_nothing_is_started(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(machine))
    assert not open_file(machine / "a.docx")
    program(machine, "exit 0")
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not open_file(machine / "a.docx")

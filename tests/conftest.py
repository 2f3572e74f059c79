"""What tests of more than one room need."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB. In CI it must be there; elsewhere a test is skipped where mounting is not allowed."""
    place = tmp_path / "kleine-schijf"
    place.mkdir()
    if problem := _mount(place):
        if os.environ.get("CI"):
            pytest.fail(f"no small disk in CI: {problem}")
        pytest.skip(f"no small disk: {problem}")
    try:
        yield place
    finally:
        subprocess.run([*_sudo(), "umount", str(place)], check=True)


def _mount(place: Path) -> str:
    """Mount a small disk at ``place``; what stood in the way, empty where nothing did."""
    if not sys.platform.startswith("linux"):
        return "only Linux has tmpfs"
    options = f"size=64k,uid={os.getuid()},gid={os.getgid()},mode=700"
    command = [*_sudo(), "mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        return str(error)
    return done.stderr.strip() if done.returncode else ""


def _sudo() -> list[str]:
    """CI runs as a user who may use sudo without a password."""
    return [] if os.geteuid() == 0 else ["sudo", "-n"]

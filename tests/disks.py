"""Real disks of a few kilobytes for tests: filled up, or made read-only."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def mount(place: Path, size: str) -> str:
    """Mount an empty disk of ``size`` at ``place``; what stood in the way, empty where nothing did."""
    if not sys.platform.startswith("linux"):
        return "only Linux has tmpfs"
    options = f"size={size},uid={os.getuid()},gid={os.getgid()},mode=700"
    command = [*_sudo(), "mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        return str(error)
    return done.stderr.strip() if done.returncode else ""


def unmount(place: Path) -> None:
    """Take the disk away."""
    subprocess.run([*_sudo(), "umount", str(place)], check=True)


@contextmanager
def read_only(place: Path) -> Iterator[None]:
    """Nothing can be written on the disk at ``place``, not even by root."""
    _remount(place, "ro")
    try:
        yield
    finally:
        _remount(place, "rw")


def fill(place: Path, leave: int = 0) -> Path:
    """A file that takes all room of the disk at ``place``, but for ``leave`` bytes."""
    filler = place / "vulling"
    state = os.statvfs(place)
    with filler.open("wb") as file:
        file.write(bytes(max(0, state.f_bavail * state.f_frsize - leave)))
    return filler


def _remount(place: Path, mode: str) -> None:
    subprocess.run([*_sudo(), "mount", "-o", f"remount,{mode}", str(place)], check=True)


def _sudo() -> list[str]:
    """CI runs as a user who may use sudo without a password."""
    return [] if os.geteuid() == 0 else ["sudo", "-n"]

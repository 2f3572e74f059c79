"""Opening a file with the program that this machine has for it."""

import os
import subprocess
import sys
import threading
from pathlib import Path

PATIENCE = 5.0
"""Seconds in which a program that cannot show the file says so."""


def open_file(path: Path) -> bool:
    """Open ``path``; False where this machine has nothing for it, or no screen to show it on."""
    if sys.platform == "win32":
        return _by_windows(path)
    if sys.platform == "darwin":
        return _started(["open", str(path.resolve())])
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False  # xdg-open would start a program in this very terminal
    return _started(["xdg-open", str(path.resolve())])


def _by_windows(path: Path) -> bool:
    try:
        os.startfile(path.resolve())  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        return False
    return True


def _started(command: list[str]) -> bool:
    """Whether the program runs on, or ended well; nothing of it comes on this terminal."""
    nothing = subprocess.DEVNULL
    try:
        program = subprocess.Popen(
            command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )
    except OSError:
        return False
    try:
        return program.wait(PATIENCE) == 0
    except subprocess.TimeoutExpired:
        threading.Thread(target=program.wait, daemon=True, name="viewer").start()
        return True

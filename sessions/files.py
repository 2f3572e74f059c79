"""Files that are there whole or not at all."""

import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

ABANDONED = 3600.0
"""Seconds after which nobody can still be writing a file that :func:`written_beside` made."""

_ARRIVING = 600.0  # seconds since something was last written to it

_BESIDE = re.compile(r"\.vakborg-[0-9a-f]{32}(\.[^.]*)?")


@contextmanager
def written_beside(target: Path, content: bytes) -> Iterator[Path]:
    """``content``, safely on the disk in a file beside ``target``, to be moved into place.

    Gone afterwards where nobody moved it. Raises ``OSError``.
    """
    beside = target.with_name(f".vakborg-{uuid4().hex}{target.suffix}")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield beside
    finally:
        with suppress(
            OSError
        ):  # on a disk that cannot be written there is nothing, and the real error counts
            beside.unlink(missing_ok=True)


def left_behind(folder: Path, older_than: float = ABANDONED) -> list[Path]:
    """What :func:`written_beside` left in ``folder``, last written more than ``older_than`` seconds ago: it is gone
    by itself unless the program was killed, or the power failed, while it wrote. Raises ``OSError``."""
    before = time.time() - older_than
    return sorted(f for f in folder.iterdir() if is_beside(f) and f.stat().st_mtime < before)


def is_beside(path: Path) -> bool:
    """Whether ``path`` is called like what :func:`written_beside` makes."""
    return _BESIDE.fullmatch(path.name) is not None


def sweep(folder: Path) -> None:
    """Take away what was left behind in ``folder``, as far as that can be done."""
    with suppress(OSError):
        for path in left_behind(folder):
            path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """See the names in ``folder`` safely on the disk. Raises ``OSError``."""
    if os.name == "nt":  # Windows knows no such thing; NTFS journals names
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(target: Path, content: bytes) -> None:
    """Put ``content`` at ``target`` at once, in the place of what was there. Raises ``OSError``."""
    with written_beside(target, content) as beside:
        beside.replace(target)


def is_arriving(path: Path) -> bool:
    """Whether it is the copy of an import that is under way: its name ends in ``.PID.part``."""
    *_name, pid, suffix = ["", "", *path.name.split(".")]
    return suffix == "part" and pid.isdigit() and _is_alive(int(pid), path)


def _is_alive(pid: int, path: Path) -> bool:
    if sys.platform == "win32":  # there, asking after a process with a signal would stop it
        return time.time() - path.stat().st_mtime < _ARRIVING
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True

"""Files that are there whole or not at all."""

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

ABANDONED = 3600.0
"""Seconds after which nobody can still be writing a file that :func:`written_beside` made."""

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
    return sorted(f for f in folder.iterdir() if _BESIDE.fullmatch(f.name) and f.stat().st_mtime < before)


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

"""Files that are there whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4


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

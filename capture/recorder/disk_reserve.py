"""A little room that is kept aside, so that the end of a recording can still be written on a full disk."""

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

_SIZE = 4 * 2**20
_SHARE = 10
"""At most one part in so many of what is free: small disks are for the recording."""


def is_full(error: OSError) -> bool:
    """Whether ``error`` says that there is no room on the disk."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT)


class DiskReserve:
    """The file ``.reserve`` in the folder of a programme. Nothing raises: without room there is no reserve."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / ".reserve"

    def keep(self) -> None:
        """Put room aside, unless that was done already."""
        with suppress(OSError):
            if not self._path.exists():
                _take(self._path, min(_SIZE, shutil.disk_usage(self._path.parent).free // _SHARE))

    def release(self) -> bool:
        """Give the room back; whether there was any."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True


def _take(path: Path, size: int) -> None:
    """Noise that is written: a hole in the file, or zeros that a disk packs, would give no room when needed."""
    try:
        with path.open("xb") as file:
            file.write(os.urandom(size))
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise

"""Writing a document so that there is either the old one or the whole new one, never half of it."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from uuid import uuid4

from sessions.errors import ExportError, disk_errors
from sessions.i18n import gettext as _


def save(data: bytes | Callable[[Path], None], target: Path) -> Path:
    """Write ``data``, or what it writes to the path it is given, and return where it is now.

    That is ``target``, or "NAME (2).docx" beside it while another program holds ``target``. Raises
    :class:`DiskFull`, :class:`ReadOnlyProgramme` or :class:`ExportError`, and leaves nothing behind.
    """
    _refuse_folder(target)
    with disk_errors(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".vakborg-{uuid4().hex}{target.suffix}")
    try:
        with disk_errors(target.parent):
            _write(data, temporary)
            return _put(temporary, target)
    finally:
        with suppress(OSError):  # on a disk that cannot be written there is nothing, and the real error counts
            temporary.unlink(missing_ok=True)


def _refuse_folder(target: Path) -> None:
    if target.is_dir():
        raise ExportError(
            _("{place} is a folder.").format(place=target),
            _("Give the name of a file in it."),
        )


def _write(data: bytes | Callable[[Path], None], temporary: Path) -> None:
    if callable(data):
        data(temporary)
    else:
        temporary.write_bytes(data)
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())


def _put(temporary: Path, target: Path) -> Path:
    if not (target.exists() and _held(target)):
        try:
            temporary.replace(target)
        except PermissionError:
            # Windows, while Word has the file open; where the folder is not writable we would not be here
            if not target.exists():
                raise
        else:
            return target
    free = next(path for path in _others(target) if not path.exists())
    temporary.replace(free)
    return free


def _held(target: Path) -> bool:
    """Whether LibreOffice or Word says, by a file beside it, that it has ``target`` open."""
    name = target.name
    owners = (f".~lock.{name}#", f"~${name}", f"~${name[1:]}", f"~${name[2:]}")
    return any(target.with_name(owner).exists() for owner in owners)


def _others(target: Path) -> Iterator[Path]:
    return (target.with_name(f"{target.stem} ({number}){target.suffix}") for number in count(2))

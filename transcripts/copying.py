"""Copying a brought file into the programme: byte for byte, whole or not at all."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sessions.errors import RecordingError, disk_errors
from sessions.i18n import gettext as _
from sessions.programme import Programme

_BLOCK = 1 << 20


def fingerprint(path: Path) -> str:
    """The SHA-256 of the file; raises :class:`RecordingError` where there is no such file."""
    if not path.exists():
        raise RecordingError(_("{file} is not there.").format(file=path), _("Check the name and the folder."))
    if not path.is_file():
        raise RecordingError(
            _("{file} is a folder, not a file.").format(file=path), _("Name the files that are in it.")
        )
    with disk_errors(path), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def copied(programme: Programme, path: Path, sha256: str, relative: str) -> Iterator[None]:
    """A copy of ``path`` at ``relative`` in the programme; taken away again if the block fails.

    Raises :class:`RecordingError` where the file changed since it was hashed, and the
    :class:`~sessions.errors.ProgrammeError` family where it cannot be written.
    """
    target = programme.file(relative)
    fresh = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with disk_errors(target.parent):
            target.parent.mkdir(parents=True, exist_ok=True)
            if _copy(path, fresh) != sha256:
                raise RecordingError(
                    _("{file} changed while it was being copied.").format(file=path.name),
                    _("Wait until the recorder is done with it, then try again."),
                )
            fresh.replace(target)
        yield
    except BaseException:
        fresh.unlink(missing_ok=True)
        target.unlink(missing_ok=True)
        raise


def _copy(source: Path, target: Path) -> str:
    digest = hashlib.sha256()
    with source.open("rb") as reader, target.open("xb") as writer:
        while block := reader.read(_BLOCK):
            digest.update(block)
            writer.write(block)
        writer.flush()
        os.fsync(writer.fileno())
    return digest.hexdigest()

"""Copying a brought file into the programme: byte for byte, whole or not at all."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sessions.errors import RecordingError, disk_errors
from sessions.i18n import gettext as _
from sessions.programme import Programme

_BLOCK = 1 << 20


def fingerprint(path: Path) -> str:
    """The SHA-256 of the file; raises :class:`RecordingError` where there is no such file."""
    with disk_errors(path):
        if not path.exists():
            raise RecordingError(
                _("{file} is not there.").format(file=path), _("Check the name and the folder.")
            )
        if not path.is_file():
            raise RecordingError(
                _("{file} is a folder, not a file.").format(file=path), _("Name the files that are in it.")
            )
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


@dataclass
class Copy:
    """A whole copy in the programme's folder, still under a name of its own."""

    programme: Programme
    path: Path
    sha256: str

    def place(self, relative: str) -> None:
        """Give the copy its name in the programme; a file of that name stays where it holds the same."""
        target = self.programme.file(relative)
        with disk_errors(target.parent):
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.exists():
                return
            self.path.rename(target)
            self.path = target


@contextmanager
def copied(programme: Programme, path: Path, sha256: str, folder: str) -> Iterator[Copy]:
    """A copy of ``path`` below ``folder``; taken away again if the block fails or does not place it.

    Copying takes long where the file is large: do it before the transaction in which it is placed.
    Raises :class:`RecordingError` where the file changed since it was hashed, and the
    :class:`~sessions.errors.ProgrammeError` family where it cannot be written.
    """
    part = programme.file(folder) / f".{sha256[:16]}.{os.getpid()}.part"
    copy = Copy(programme, part, sha256)
    try:
        with disk_errors(part.parent):
            part.parent.mkdir(parents=True, exist_ok=True)
            if _copy(path, part) != sha256:
                raise RecordingError(
                    _("{file} changed while it was being copied.").format(file=path.name),
                    _("Wait until the recorder is done with it, then try again."),
                )
        yield copy
    except Exception:
        with suppress(OSError):  # on a disk that cannot be written, what went wrong before is what matters
            copy.path.unlink(missing_ok=True)
        raise
    finally:
        # Ctrl-C may come just after the database took the file in: then a placed one stays. One that
        # belongs to nothing is better than one that is gone, and "check" explains it.
        with suppress(OSError):
            part.unlink(missing_ok=True)


def free_name(programme: Programme, folder: str, stem: str, suffix: str, sha256: str) -> str:
    """The path for a copy in ``folder`` that overwrites nothing: ``stem``, unless a file that holds
    something else has that name, as after a backup of the database alone was put back."""
    plain = f"{folder}/{stem}{suffix}"
    taken = programme.file(plain)
    if not taken.exists() or (taken.is_file() and fingerprint(taken) == sha256):
        return plain
    return f"{folder}/{stem}-{sha256[:16]}{suffix}"


def _copy(source: Path, target: Path) -> str:
    digest = hashlib.sha256()
    with source.open("rb") as reader, target.open("wb") as writer:
        while block := reader.read(_BLOCK):
            digest.update(block)
            writer.write(block)
        writer.flush()
        os.fsync(writer.fileno())
    return digest.hexdigest()

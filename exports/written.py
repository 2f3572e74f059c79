"""What this program last wrote in a programme's exports folder, so that it replaces only its own work."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sessions.files import write_whole
from sessions.i18n import gettext as _
from sessions.locking import locked

NAME = ".written.json"
LOCK = ".exports.lock"  # beside the folder, in which a person finds documents only
_PATIENCE = 60.0
"""Seconds to wait for another document that is being put in its place, which takes a fraction of one."""


class Written:
    """The documents that were written to ``folder``, with the SHA-256 of what was written.

    While one is being replaced both that of the old and of the new one are noted, so that it is known as ours
    wherever the program is ended.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self._file = self._folder / NAME

    @contextmanager
    def alone(self, path: Path) -> Iterator[None]:
        """Nobody else puts documents in the folder meanwhile, where ``path`` is in it.

        Raises :class:`~sessions.errors.ProgrammeLocked`, and what :func:`~sessions.errors.disk_errors` raises.
        """
        if not self.covers(path) or not self._folder.is_dir():
            yield
            return
        busy = _("Another window of Vakborg is writing documents in {folder}.").format(folder=self._folder)
        with locked(self._folder.parent / LOCK, busy, _("Wait a moment and try again."), _PATIENCE):
            yield

    def covers(self, path: Path) -> bool:
        """Whether ``path`` is in the folder."""
        return path.resolve().is_relative_to(self._folder)

    def has(self, path: Path) -> bool:
        """Whether ``path`` still holds what was last written there, to the byte."""
        if not self.covers(path):
            return False
        try:
            return _sha256(path.read_bytes()) in self._noted(path)
        except OSError:
            return False

    def announce(self, path: Path, data: bytes) -> None:
        """Note that ``data`` is about to be written to ``path``, beside what is there where that is ours."""
        if self.covers(path):
            ours = [_sha256(path.read_bytes())] if self.has(path) else []
            self._note(path, " ".join(dict.fromkeys((*ours, _sha256(data)))))

    def remember(self, path: Path, data: bytes) -> None:
        """Note that ``data`` was written to ``path``."""
        if self.covers(path):
            self._note(path, _sha256(data))

    def forget(self, path: Path) -> None:
        """What was written to ``path`` is gone."""
        if self.covers(path) and self._noted(path):
            self._write(
                {place: sums for place, sums in self._known().items() if place != self._relative(path)}
            )

    def _note(self, path: Path, value: str) -> None:
        self._write(self._known() | {self._relative(path): value})

    def _write(self, known: dict[str, str]) -> None:
        text = json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        with suppress(OSError):  # the document itself is there; what is forgotten is never replaced
            write_whole(self._file, text.encode())

    def _noted(self, path: Path) -> list[str]:
        return str(self._known().get(self._relative(path), "")).split()

    def _relative(self, path: Path) -> str:
        return path.resolve().relative_to(self._folder).as_posix()

    def _known(self) -> dict[str, str]:
        try:
            known = json.loads(self._file.read_bytes())
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

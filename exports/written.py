"""What this program last wrote in a programme's exports folder, so that it replaces only its own work."""

import hashlib
import json
from contextlib import suppress
from pathlib import Path

from sessions.files import write_whole

NAME = ".written.json"


class Written:
    """The documents that were written to ``folder``, with the SHA-256 of what was written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self._file = self._folder / NAME

    def covers(self, path: Path) -> bool:
        """Whether ``path`` is in the folder."""
        return path.resolve().is_relative_to(self._folder)

    def has(self, path: Path) -> bool:
        """Whether ``path`` still holds what was last written there, to the byte."""
        if not self.covers(path):
            return False
        try:
            return self._known().get(self._relative(path)) == _sha256(path.read_bytes())
        except OSError:
            return False

    def remember(self, path: Path, data: bytes) -> None:
        """Note that ``data`` was written to ``path``."""
        if not self.covers(path):
            return
        known = self._known() | {self._relative(path): _sha256(data)}
        text = json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        with suppress(OSError):  # the document itself is there; what is forgotten is never replaced
            write_whole(self._file, text.encode())

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

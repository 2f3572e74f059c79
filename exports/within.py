"""The files in a programme's folder that are not the programme itself."""

from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path

from exports.plain import SUFFIXES, words_in
from exports.written import NAME
from sessions.files import is_beside
from sessions.programme import DATABASE, Programme
from sessions.taken_back import FOLDER

SOUND = "audio"
_NOT_DOCUMENTS = (SOUND, "attachments")


def files_in(programme: Programme) -> Iterator[Path]:
    """All that may be a document, of whatever kind, and what was brought and taken back."""
    for path in programme.folder.rglob("*"):
        inside = path.relative_to(programme.folder)
        if inside.parts[0] not in _NOT_DOCUMENTS and not _is_own(inside) and path.is_file():
            yield path


def sounds_in(programme: Programme) -> Iterator[Path]:
    """All that lies where the recordings are."""
    return (path for path in (programme.folder / SOUND).rglob("*") if path.is_file())


def unreadable(programme: Programme) -> tuple[str, ...]:
    """Documents in the programme that cannot be looked into, and folders that are elsewhere, by their places."""
    folder = programme.folder
    linked = (path for path in folder.rglob("*") if path.is_symlink() and path.is_dir())
    found = (path for path in files_in(programme) if _is_dark(path.relative_to(folder), path))
    return tuple(sorted(path.relative_to(folder).as_posix() for path in (*found, *linked)))


def digest_of(path: Path) -> str:
    """The SHA-256 of a file. Raises ``OSError``."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _is_own(inside: Path) -> bool:
    if len(inside.parts) == 1:
        hidden = inside.name.startswith(".") and not is_beside(inside)
        return hidden or inside.name.startswith(DATABASE)
    return inside.name == NAME


def _is_dark(inside: Path, path: Path) -> bool:
    if inside.parts[0] == FOLDER or inside.name.startswith(
        (".", "~$")
    ):  # what is open, and what no person sees
        return False
    return path.suffix.lower() not in SUFFIXES or words_in(path) is None

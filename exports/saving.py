"""Writing a document so that there is either the old one or the whole new one, never half of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import count
from pathlib import Path

from sessions.errors import ExportError, disk_errors
from sessions.files import written_beside
from sessions.i18n import gettext as _


class Kept(Enum):
    """Why a document that was there already was left alone."""

    OPEN = auto()
    NOT_OURS = auto()


@dataclass(frozen=True)
class Saved:
    """Where a document is now; ``kept`` says why it is beside the place that was asked for."""

    path: Path
    kept: Kept | None = None


def save(data: bytes, target: Path, may_replace: Callable[[Path], bool] = lambda _path: False) -> Saved:
    """Write ``data`` to ``target``, or to "NAME (2).docx" beside it where ``target`` must be left alone.

    A file that is there is replaced only where ``may_replace`` says so and no other program has it
    open. Raises :class:`DiskFull`, :class:`ReadOnlyProgramme` or :class:`ExportError`, and leaves
    nothing behind.
    """
    _refuse_folder(target)
    with disk_errors(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
    with disk_errors(target.parent), written_beside(target, data) as temporary:
        return _put(temporary, target, may_replace)


def _refuse_folder(target: Path) -> None:
    if target.is_dir():
        raise ExportError(
            _("{place} is a folder.").format(place=target),
            _("Give the name of a file in it."),
        )


def _put(temporary: Path, target: Path, may_replace: Callable[[Path], bool]) -> Saved:
    kept = _replaced(temporary, target, may_replace)
    if kept is None:
        return Saved(target)
    beside = next(path for path in _others(target) if _replaced(temporary, path, may_replace) is None)
    return Saved(beside, kept)


def _replaced(temporary: Path, path: Path, may_replace: Callable[[Path], bool]) -> Kept | None:
    """Move the document to ``path``, or say why it had to stay away from there."""
    if path.exists():
        if _held(path):
            return Kept.OPEN
        if not may_replace(path):
            return Kept.NOT_OURS
    try:
        temporary.replace(path)
    except PermissionError:
        # Windows, while Word has the file open; where the folder is not writable we would not be here
        if not path.exists():
            raise
        return Kept.OPEN
    return None


def _held(target: Path) -> bool:
    """Whether LibreOffice or Word says, by a file beside it, that it has ``target`` open."""
    name = target.name
    owners = (f".~lock.{name}#", f"~${name}", f"~${name[1:]}", f"~${name[2:]}")
    return any(target.with_name(owner).exists() for owner in owners)


def _others(target: Path) -> Iterator[Path]:
    return (target.with_name(f"{target.stem} ({number}){target.suffix}") for number in count(2))

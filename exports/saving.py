"""Writing a document so that there is either the old one or the whole new one, never half of it."""

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import count
from pathlib import Path

from sessions.errors import ExportError, disk_errors, os_reason
from sessions.files import sweep, written_beside
from sessions.i18n import gettext as _

_READABLE = 60  # characters of a path in a message


class Kept(Enum):
    """Why a document that was there already was left alone."""

    OPEN = auto()
    NOT_OURS = auto()


@dataclass(frozen=True)
class Saved:
    """Where a document is now; ``kept`` says why it is beside the place that was asked for."""

    path: Path
    kept: Kept | None = None


def save(
    data: bytes,
    target: Path,
    may_replace: Callable[[Path], bool] = lambda _path: False,
    announce: Callable[[Path], None] = lambda _path: None,
) -> Saved:
    """Write ``data`` to ``target``, or to "NAME (2).docx" beside it where ``target`` must be left alone.

    A file that is there is replaced only where ``may_replace`` says so, asked once more right before, and no
    other program has it open; ``announce`` hears of each place right before that. What a program that was killed
    left behind there is taken away. Raises :class:`DiskFull`, :class:`ReadOnlyProgramme` or
    :class:`ExportError`, and leaves nothing behind.
    """
    refuse_place(target)
    with disk_errors(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
    sweep(target.parent)
    with disk_errors(target.parent), written_beside(target, data) as temporary:
        return _put(_Move(temporary, may_replace, announce), target)


def refuse_place(target: Path, *, folder_too: bool = False) -> None:
    """Raises :class:`ExportError` where no document can ever be: a device, below a file, too long a name; and for a
    folder, unless ``folder_too``."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    except NotADirectoryError as error:
        raise _below_a_file(target) from error
    except (OSError, ValueError) as error:
        raise ExportError(
            _("{place} cannot be the name of a file: {reason}.").format(
                place=_short(target), reason=os_reason(error)
            ),
            _("Choose another name."),
        ) from error
    if stat.S_ISDIR(mode):
        if folder_too:
            return
        raise ExportError(_("{place} is a folder.").format(place=target), _("Give the name of a file in it."))
    if not stat.S_ISREG(mode):
        raise ExportError(
            _("{place} is no place for a document.").format(place=target), _("Choose another name.")
        )


def _below_a_file(target: Path) -> ExportError:
    file = next((parent for parent in target.parents if parent.is_file()), target.parent)
    return ExportError(_("{place} is a file, not a folder.").format(place=file), _("Choose another folder."))


def _short(path: Path) -> str:
    text = str(path)
    return text if len(text) <= _READABLE else f"{text[:_READABLE]}…"


@dataclass(frozen=True)
class _Move:
    """A document that is on the disk, to be moved into its place."""

    temporary: Path
    may_replace: Callable[[Path], bool]
    announce: Callable[[Path], None]

    def to(self, path: Path) -> Kept | None:
        """Move it to ``path``, or say why it had to stay away from there."""
        if not os.path.lexists(path):
            self.announce(path)
            return None if _linked(self.temporary, path) else Kept.NOT_OURS
        if is_held(path):
            return Kept.OPEN
        if not self.may_replace(path):
            return Kept.NOT_OURS
        self.announce(path)
        return self._replace(path)

    def _replace(self, path: Path) -> Kept | None:
        if not self.may_replace(path):  # a person saved it just now
            return Kept.NOT_OURS
        try:
            self.temporary.replace(path)
        except PermissionError:
            # Windows, while Word has the file open; where the folder is not writable we would not be here
            if not path.exists():
                raise
            return Kept.OPEN
        return None


def _put(move: _Move, target: Path) -> Saved:
    kept = move.to(target)
    if kept is None:
        return Saved(target)
    beside = next(path for path in _others(target) if move.to(path) is None)
    return Saved(beside, kept)


def _linked(temporary: Path, path: Path) -> bool:
    """Give the document the name ``path`` as well, where nobody else took that meanwhile."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        return False
    except (
        OSError
    ):  # a disk without links, as memory sticks are: the name is taken first, then the document moved
        try:
            path.touch(exist_ok=False)
        except FileExistsError:
            return False
        temporary.replace(path)
    return True


def is_held(target: Path) -> bool:
    """Whether LibreOffice or Word says, by a file beside it, that it has ``target`` open."""
    name = target.name
    owners = (f".~lock.{name}#", f"~${name}", f"~${name[1:]}", f"~${name[2:]}")
    return any(target.with_name(owner).exists() for owner in owners)


def _others(target: Path) -> Iterator[Path]:
    return (target.with_name(f"{target.stem} ({number}){target.suffix}") for number in count(2))

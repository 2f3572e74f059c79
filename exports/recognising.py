"""Knowing again a document that was exported, though somebody edited, renamed or moved it."""

from datetime import datetime
from hashlib import sha256
from pathlib import Path

from sessions.errors import ExportError, UnknownName, VakborgError, os_reason
from sessions.exported import Export
from sessions.i18n import gettext as _
from sessions.programme import Programme
from sessions.store import Store
from sessions.store.exported import export_like, export_of

_MOST = 500_000_000  # bytes


def recognised(programme: Programme, store: Store, path: Path) -> Export:
    """The export that ``path`` began as: by the mark in it, else by its content.

    Its place says nothing: anybody may put anything there. Raises :class:`ExportError` for a file that cannot be
    read and :class:`UnknownName` for one that this programme did not make, or made too long ago.
    """
    from exports.word.stamp import read_stamp

    data = _read(path)
    mark = read_stamp(data)
    found = _by_mark(store, mark) if mark else export_like(store, sha256(data).hexdigest())
    if found is None:
        raise _unknown(path, bool(mark))
    return found


def _unknown(path: Path, marked: bool) -> UnknownName:
    compare = _("Compare with a version that is remembered: vakborg export changes MODULE --since N")
    if marked:  # the mark does not say which programme made it
        told = _("{file} is a draft of another programme, or one too old to be remembered.")
        return UnknownName(told.format(file=path.name), compare)
    return UnknownName(_("{file} is no draft that this programme remembers.").format(file=path.name), compare)


def began_as(store: Store, path: Path) -> Export | None:
    """The export that ``path`` began as, as far as that is remembered. Raises ``OSError``."""
    from exports.word.stamp import read_stamp

    if path.stat().st_size > _MOST:
        return None
    data = path.read_bytes()
    mark = read_stamp(data)
    return (_by_mark(store, mark) if mark else None) or export_like(store, sha256(data).hexdigest())


def is_remembered(programme: Programme, store: Store, path: Path) -> bool:
    """Whether ``path`` began as an export of this programme."""
    try:
        recognised(programme, store, path)
    except VakborgError:
        return False
    return True


def _by_mark(store: Store, mark: str) -> Export | None:
    number, _space, moment = mark.partition(" ")
    try:
        return export_of(store, int(number), datetime.fromisoformat(moment))
    except (ValueError, OverflowError):  # a mark that somebody changed
        return None


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST:
            raise ExportError(_("{file} is too large.").format(file=path.name))
        return path.read_bytes()
    except OSError as error:
        raise ExportError(
            _("{file} cannot be read: {reason}.").format(file=path.name, reason=os_reason(error)),
            _("Check the name of the file."),
        ) from error

"""Knowing again a document that was exported, though somebody edited, renamed or moved it."""

from datetime import datetime
from hashlib import sha256
from pathlib import Path

from exports.delivery import place_of
from sessions.errors import ExportError, UnknownName, VakborgError, os_reason
from sessions.exported import Export
from sessions.i18n import gettext as _
from sessions.programme import Programme
from sessions.store import Store
from sessions.store.exported import export_like, export_of

_MOST = 500_000_000  # bytes


def recognised(programme: Programme, store: Store, path: Path) -> Export:
    """The export that ``path`` began as: by the mark in it, else by its content, else by its place.

    Raises :class:`ExportError` for a file that cannot be read and :class:`UnknownName` for one that this
    programme did not make, or made too long ago.
    """
    data = _read(path)
    marked = _by_mark(store, data)
    found = marked or export_like(store, sha256(data).hexdigest(), place_of(programme, path))
    if found is None:
        raise UnknownName(
            _("{file} is no draft that this programme remembers.").format(file=path.name),
            _("Give a draft that was exported here, or compare with the last one: vakborg export changes"),
        )
    return found


def is_remembered(programme: Programme, store: Store, path: Path) -> bool:
    """Whether ``path`` began as an export of this programme."""
    try:
        recognised(programme, store, path)
    except VakborgError:
        return False
    return True


def _by_mark(store: Store, data: bytes) -> Export | None:
    from exports.word.stamp import read_stamp

    number, _space, moment = read_stamp(data).partition(" ")
    try:
        return export_of(store, int(number), datetime.fromisoformat(moment))
    except ValueError:
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

"""Putting a document where a person wants it, without harm to a programme or to anybody's own work."""

from pathlib import Path

from exports.saving import Saved, refuse_place, save
from exports.written import LOCK, NAME, Written
from sessions.errors import ExportError
from sessions.i18n import gettext as _
from sessions.programme import Programme


def deliver(programme: Programme, data: bytes, target: Path, *, overwrite: bool = False) -> Saved:
    """Write ``data`` to ``target``, or beside it where somebody else's work is there.

    In the programme's exports folder a document is replaced as long as it is what this program wrote
    there; elsewhere only with ``overwrite``. Raises :class:`ExportError` for a place that belongs to
    the programme itself.
    """
    refuse_place(target)
    refuse_own_files(programme, target)
    written = Written(programme.exports)

    def may_replace(path: Path) -> bool:
        # what stands beside the target was never asked to be replaced
        return written.has(path) or (overwrite and path == target)

    with written.alone(target):
        saved = save(data, target, may_replace, lambda path: written.announce(path, data))
        written.remember(saved.path, data)
    return saved


def place_of(programme: Programme, path: Path) -> str:
    """A path as the ledger keeps it: relative where it is inside the programme, so that that can be moved."""
    whole, folder = path.resolve(), programme.folder.resolve()
    return whole.relative_to(folder).as_posix() if whole.is_relative_to(folder) else str(whole)


def refuse_own_files(programme: Programme, target: Path) -> None:
    """Raises :class:`ExportError` for a place that belongs to the programme itself."""
    place = target.resolve()
    in_folder = _same(place.parent, programme.folder)
    in_exports = _same(place.parent, programme.exports)
    # a file system may not tell capitals apart, and SQLite keeps files named like the database beside it
    name, database = place.name.casefold(), programme.database.name.casefold()
    own = (in_folder and (name.startswith(database) or name in (programme.worker_lock.name, LOCK))) or (
        in_exports and name == NAME
    )
    kept = (programme.folder / "audio", programme.folder / "attachments")
    if own or any(_same(parent, folder) for parent in place.parents for folder in kept):
        raise ExportError(
            _("{place} is the programme's own and is not for documents.").format(place=target),
            _("Choose another place, or leave --out away: it then goes to the folder exports."),
        )


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one of them is not there (yet)
        return False

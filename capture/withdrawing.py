"""Taking permissions back: first what would go is shown, then it goes, from the disk as well."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from capture.recorder.lock import recorder_lock
from exports.holding import Search, in_drafts, is_ours
from exports.within import digest_of
from exports.written import Written
from sessions.errors import ProgrammeLocked, disk_error
from sessions.i18n import gettext as _
from sessions.moment import now
from sessions.people import Expert, Permission
from sessions.programme import FOLDERS, Programme
from sessions.spending import Stretch
from sessions.store import Store
from sessions.store.belongings import (
    SOUND,
    TEXT,
    Belongings,
    belongings,
    broken_off,
    half_written,
    sound_files,
    text_files,
)
from sessions.store.erasing import erase_for_real
from sessions.store.withdrawing import ERASE_DUE, loss, note_pending, revoke, stop_work, take_out
from sessions.taken_back import FOLDER as TAKEN_BACK
from sessions.taken_back import forget_whose
from sessions.withdrawal import Because, Holding, Loss

Progress = Callable[[float], None]

_RECENT = timedelta(minutes=2)
"""A conversation that goes on puts its time down every few seconds."""

_SEARCHED, _DELETED = 0.7, 0.8
"""How far it is once the documents are found, and once the files are gone; cleaning the database is the rest."""


def preview(
    programme: Programme,
    store: Store,
    expert: Expert,
    permissions: Collection[Permission],
    progress: Progress | None = None,
    *,
    because: Because = Because.WITHDRAWN,
) -> Loss:
    """What taking ``permissions`` of ``expert`` back would take out; nothing is changed.

    ``progress`` gets the share that is done, 0 to 1.
    """
    modules = in_drafts(store, expert) if TEXT in permissions else ()
    found = _found(programme, store, expert, permissions, because, progress or _nobody)
    return replace(found, modules=modules)


def withdraw(
    programme: Programme,
    expert_id: int,
    permissions: Collection[Permission],
    by: str,
    *,
    because: Because = Because.WITHDRAWN,
    edited_too: bool = False,
    progress: Progress | None = None,
) -> Loss:
    """Take ``permissions`` of an expert back and take out what hangs on them; gives what was taken out.

    Documents that somebody edited, or that are not ours, go with ``edited_too`` only; the others of
    :attr:`Loss.documents` are gone, but for those outside the programme. What is over by its date
    (:attr:`Because.RETENTION`) leaves the permissions as they are.

    Broken off anywhere, the permission is taken back and what is left is due (:func:`sessions.store.withdrawing.due`):
    doing it again finishes it. Raises :class:`~sessions.errors.ProgrammeLocked` while a conversation with the expert
    is being recorded, before anything is changed; and where another program has a file open or reads the database,
    so that some of it is there still. ``progress`` gets the share that is done, 0 to 1.
    """
    tell = progress or _nobody
    with programme.store() as store:
        expert = store.get(Expert, expert_id)
        with _nobody_records(programme, store, expert):
            modules = in_drafts(store, expert) if TEXT in permissions else ()  # those of a moment ago
            if because is Because.WITHDRAWN:
                revoke(store, expert, permissions, by)
            found = _found(
                programme, store, expert, permissions, because, lambda share: tell(share * _SEARCHED)
            )
            if set(permissions) & {SOUND, TEXT}:
                taken_back = permissions if because is Because.WITHDRAWN else ()
                note_pending(store, expert, taken_back)
                stop_work(store, expert)
            _delete(programme, store, expert, permissions, found.documents, edited_too)
            tell(_DELETED)
            if set(permissions) & {SOUND, TEXT}:
                take_out(store, expert, permissions, because, by)
                note_pending(store, expert, taken_back)  # another window may have cleaned up meanwhile
                clean(store)
    tell(1.0)
    return replace(found, modules=modules)


def _nobody(_share: float) -> None:
    pass


def _found(
    programme: Programme,
    store: Store,
    expert: Expert,
    permissions: Collection[Permission],
    because: Because,
    progress: Progress,
) -> Loss:
    everybody = because is Because.RETENTION
    search = Search(programme, store, expert, permissions, everybody=everybody)
    documents = tuple(search.documents(progress))
    return replace(loss(store, expert, permissions), documents=documents)


@contextmanager
def _nobody_records(programme: Programme, store: Store, expert: Expert) -> Iterator[None]:
    """Nobody begins a recording meanwhile; where somebody records with another expert, that goes on."""
    try:
        lock = recorder_lock(programme.folder)
    except ProgrammeLocked:
        if _is_talking(store, belongings(store, expert)):
            raise ProgrammeLocked(
                _("A conversation with {name} is being recorded.").format(name=expert.name),
                _("End it first: nothing was changed."),
            ) from None
        yield
        return
    try:
        yield
    finally:
        lock.release()


def _is_talking(store: Store, there: Belongings) -> bool:
    since = now() - _RECENT
    stretches = store.all(Stretch, session_id=there.session_ids)
    return any(clip.open for clip in there.clips) or any(one.until >= since for one in stretches)


def _delete(
    programme: Programme,
    store: Store,
    expert: Expert,
    permissions: Collection[Permission],
    documents: Iterable[Holding],
    edited_too: bool,
) -> None:
    """The files, while the database still knows which they are."""
    there = belongings(store, expert)
    files: list[Path] = []
    if SOUND in permissions:
        files += [*sound_files(store, there), *broken_off(programme.folder / "audio")]
    if TEXT in permissions:
        files += [*text_files(store, there), *broken_off(programme.folder / "attachments")]
        files += half_written(programme.folder)
    for path in files:
        _unlink(path)
    for document in documents:
        if document.goes(edited_too=edited_too):
            _delete_document(programme, store, document, edited_too)
    for folder in {path.parent for path in files} - {programme.folder / name for name in FOLDERS}:
        with suppress(OSError):  # something else is in it
            folder.rmdir()


def _delete_document(programme: Programme, store: Store, document: Holding, edited_too: bool) -> None:
    path = programme.folder / document.path
    if not path.is_file():
        return
    if path.parent == programme.folder / TAKEN_BACK:
        forget_whose(programme.folder, digest_of(path))
    elif not (edited_too or document.copy == digest_of(path) or is_ours(programme, store, path)):
        return  # somebody changed it just now
    _unlink(path)
    Written(programme.exports).forget(path)


def _unlink(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except PermissionError as error:
        if not os.access(path.parent, os.W_OK):
            raise disk_error(error, path) from error
        raise _in_use(path) from error
    except OSError as error:
        raise disk_error(error, path) from error


def _in_use(path: Path) -> ProgrammeLocked:
    return ProgrammeLocked(
        _("{file} cannot be deleted: another program has it open.").format(file=path.name),
        _("Close that program, then do the same once more: it goes on where it was."),
    )


def clean(store: Store) -> None:
    """What was deleted goes out of the file of the database, and out of its search index, where that is due still.

    Raises :class:`~sessions.errors.ProgrammeLocked` while another program reads the database.
    """
    noted = store.path.parent / ERASE_DUE
    if not noted.exists():
        return
    try:
        erase_for_real(store)
    except ProgrammeLocked as error:
        raise ProgrammeLocked(
            _("All of it is deleted, but another program that reads the database keeps it in the file."),
            _("Close the other windows of Vakborg, then do the same once more: that finishes it."),
        ) from error
    noted.unlink(missing_ok=True)

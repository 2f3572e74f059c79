"""Photos and other files that belong to an answer: copied byte for byte, from a path or a watched folder."""

import os
import re
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from capture.faults import foreseen
from capture.pictures import refuse_no_picture
from sessions.errors import DamagedProgramme, RecordingError, VakborgError, disk_errors
from sessions.i18n import gettext as _
from sessions.interview import Answer, Attachment, Case, Session
from sessions.moment import now
from sessions.programme import Programme
from sessions.store import Store
from sessions.text import clean_line
from transcripts.copying import Copy, copied, fingerprint, free_name
from transcripts.taking_back import FOLDER as TAKEN_BACK

STILL = 2.0
"""Seconds in which a photo that is being synced did not change: then it is whole."""

PHOTOS = frozenset(
    {".jpg", ".jpeg", ".png", ".heic", ".heif", ".webp", ".gif", ".tif", ".tiff", ".bmp", ".dng"}
)

_PLAIN_SUFFIX = re.compile(r"\.[a-z0-9]{1,10}")


@dataclass(frozen=True)
class Moment:
    """Where in the sound a file was taken in; no clip where nothing was being recorded."""

    clip_id: int | None = None
    at: float | None = None


def attach(
    programme: Programme, store: Store, session: Session, answer: Answer, path: Path, moment: Moment
) -> Attachment:
    """Keep a copy of ``path`` with ``answer``. Raises :class:`RecordingError` where it cannot be read,
    and the :class:`~sessions.errors.ProgrammeError` family where it cannot be kept."""
    path = at_home(path)
    sha256 = fingerprint(path)
    with copied(programme, path, sha256, f"attachments/{session.code}") as copy, store.immediate():
        if any(a.sha256 == sha256 for a in store.all(Attachment, answer_id=answer.id)):
            raise RecordingError(
                _("{file} is with this answer already.").format(file=clean_line(path.name)),
                _("Nothing was changed."),
            )
        kept = store.add(_attachment(store, session, answer, path, copy, moment))
        copy.place(kept.path)
        return kept


def _attachment(
    store: Store, session: Session, answer: Answer, path: Path, copy: Copy, moment: Moment
) -> Attachment:
    number = store.count(Attachment, answer_id=answer.id) + 1
    stem = f"{answer.number:02d}-{answer.question_id}-{copy.sha256[:8]}-{number}"
    return Attachment(
        answer.id,
        free_name(copy.programme, f"attachments/{session.code}", stem, _suffix(path), copy.sha256),
        copy.sha256,
        copy.path.stat().st_size,
        clean_line(path.name),
        now(),
        moment.clip_id,
        moment.at,
    )


def _suffix(path: Path) -> str:
    return path.suffix.lower() if _PLAIN_SUFFIX.fullmatch(path.suffix.lower()) else ""


def at_home(path: Path) -> Path:
    """``path`` with "~" as a person means it; "~somebody" who has no home here is a file like any other."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def keep_photo(programme: Programme, folder: str, photo: str) -> str:
    """The place in the programme of a photo of a practice case: a copy in ``folder``, unless it is there already.

    Raises :class:`RecordingError` where it cannot be read, or is called like a picture and is none, and the
    :class:`~sessions.errors.ProgrammeError` family where it cannot be kept.
    """
    if _is_kept(programme, photo):
        return photo
    path = at_home(Path(photo))
    sha256 = fingerprint(path)
    refuse_no_picture(path)
    with copied(programme, path, sha256, folder) as copy:
        place = free_name(programme, folder, f"case-{sha256[:16]}", _suffix(path), sha256)
        copy.place(place)
    return place


def _is_kept(programme: Programme, photo: str) -> bool:
    """Whether this is a place in the programme; "../photo.jpg" is one elsewhere, as people type it."""
    try:
        return not Path(photo).is_absolute() and programme.file(photo).is_file()
    except DamagedProgramme:
        return False


def take_back(programme: Programme, store: Store, attachment: Attachment) -> None:
    """Take it from its answer again; the file is kept in ``taken-back``."""
    source, folder = programme.file(attachment.path), programme.folder / TAKEN_BACK
    with disk_errors(folder), store.immediate():
        store.delete(attachment)
        folder.mkdir(exist_ok=True)
        source.replace(folder / source.name)


class Files:
    """Takes files in, one after the other, in a thread and with a connection of its own: a film takes a while.

    ``kept`` gets each one, ``tell`` what is wrong with one; the others go on.
    """

    def __init__(
        self, programme: Programme, kept: Callable[[Attachment], None], tell: Callable[[VakborgError], None]
    ) -> None:
        self._programme = programme
        self._kept = kept
        self._tell = tell
        self._hands = ThreadPoolExecutor(max_workers=1, thread_name_prefix="attaching")

    def take(self, session: Session, answer: Answer, paths: Sequence[Path], moment: Moment) -> None:
        """Keep these with ``answer``; returns at once."""
        for path in paths:
            self._hands.submit(self._take, session, answer, path, moment)

    def _take(self, session: Session, answer: Answer, path: Path, moment: Moment) -> None:
        try:
            with self._programme.store() as store:
                self._kept(attach(self._programme, store, session, answer, path, moment))
        except Exception as error:  # noqa: BLE001 - the boundary of a thread: every failure is shown
            self._tell(foreseen(error))

    def take_case(self, session: Session, case: Case, then: Callable[[Case], None]) -> None:
        """Copy the photos of ``case`` into the programme; ``then`` gets it with their places there."""
        self._hands.submit(self._take_case, session, case, then)

    def _take_case(self, session: Session, case: Case, then: Callable[[Case], None]) -> None:
        places = {}
        for photo, caption in case.captioned.items():
            try:
                places[keep_photo(self._programme, f"attachments/{session.code}", photo)] = caption
            except Exception as error:  # noqa: BLE001 - the boundary of a thread: the case is kept all the same
                self._tell(foreseen(error))
        then(case.with_photos(places))

    def close(self) -> None:
        """Take in what was asked, and no more."""
        self._hands.shutdown()


@dataclass
class PhotoFolder:
    """A folder to which a phone syncs: what comes new in it, once it has stopped growing."""

    folder: Path
    still: float = STILL
    _known: set[str] = field(default_factory=set)
    _growing: dict[str, tuple[int, float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        with disk_errors(self.folder):
            self._known = {path.name for path in self.folder.iterdir()}

    def arrived(self) -> list[Path]:
        """The photos that are whole since the last call; call it every second or so."""
        there = {path: shape for path, shape in self._photos() if path.name not in self._known}
        quiet = time.time() - self.still
        whole = [
            path
            for path, (size, changed) in there.items()
            if size and changed < quiet and self._growing.get(path.name) == (size, changed)
        ]
        self._growing = {path.name: shape for path, shape in there.items()}
        self._known.update(path.name for path in whole)
        return sorted(whole)

    def pass_over(self) -> bool:
        """Leave alone what is there by now: it came off the record. Whether anything new was."""
        new = {path.name for path, _shape in self._photos()} - self._known
        self._known |= new
        return bool(new)

    def _photos(self) -> Iterator[tuple[Path, tuple[int, float]]]:
        with suppress(OSError), os.scandir(self.folder) as entries:  # a folder may go and come back
            for entry in entries:
                if Path(entry.name).suffix.lower() in PHOTOS and entry.is_file():
                    seen = entry.stat()
                    yield Path(entry.path), (seen.st_size, seen.st_mtime)

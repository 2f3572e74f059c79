"""Is everything of a programme there, and is it what it was?"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sessions.errors import DamagedProgramme
from sessions.files import is_arriving, left_behind
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.interview import Attachment, Case, Clip
from sessions.programme import Programme
from sessions.store import Store, queue
from sessions.store.belongings import SOUND
from sessions.store.conversations import RECORDED
from sessions.store.retention import overdue
from sessions.store.soundness import database_findings
from sessions.store.withdrawing import ERASE_DUE, due, pending_of
from sessions.transcript import Transcript

_WRITING = 60.0  # seconds that a document may take to be written


@dataclass(frozen=True)
class Finding:
    """Something that is not as it should be: what, and what to do about it."""

    what: str
    advice: str


@dataclass(frozen=True)
class KeptFile:
    """A file that the database speaks of."""

    path: str
    sha256: str
    size: int


def check(
    programme: Programme, store: Store, progress: Callable[[float], None] | None = None
) -> list[Finding]:
    """Compare every file with its checksum, look into the database, and for files that nobody knows.

    ``progress`` gets the share of the files' bytes that is done.
    """
    kept = _kept(store)
    findings = [
        Finding(text, _("Put back the folder from your last backup.")) for text in database_findings(store)
    ]
    total, done = sum(file.size for file in kept) or 1, 0
    for file in kept:
        findings.extend(_file_findings(programme, file))
        done += file.size
        if progress:
            progress(done / total)
    findings.extend(_missing_photos(programme, store))
    findings.extend(_strays(programme, store))
    findings.extend(_half_written(programme))
    findings.extend(_waits_for_nothing(store))
    findings.extend(_to_be_taken_out(store))
    return findings


def _kept(store: Store) -> list[KeptFile]:
    """The files that have a checksum: a recording that is still open has none yet."""
    clips = [KeptFile(c.path, c.sha256, c.size) for c in store.all(Clip) if not (c.open or c.erased)]
    attachments = [KeptFile(a.path, a.sha256, a.size) for a in store.all(Attachment)]
    return [*clips, *attachments, *(KeptFile(t.path, t.sha256, 0) for t in store.all(Transcript) if t.path)]


def _case_photos(store: Store) -> set[str]:
    """The photos of practice cases: their names tell what is in them."""
    return {photo for case in store.all(Case) for photo in case.photos}


def _missing_photos(programme: Programme, store: Store) -> Iterator[Finding]:
    for photo in sorted(_case_photos(store)):
        try:
            gone = not programme.file(photo).is_file()
        except DamagedProgramme as error:
            yield Finding(error.message, error.advice)
            continue
        if gone:
            yield Finding(
                _("{path} is gone or cannot be read.").format(path=photo),
                _("Put it back from your last backup; the practice case is still there."),
            )


def _recording(store: Store) -> set[str]:
    """What the files of recordings that are still open are called, now and once they are closed."""
    paths = [clip.path for clip in store.all(Clip) if clip.open]
    return {name for path in paths for name in (path, f"{path}.part")}


def _file_findings(programme: Programme, file: KeptFile) -> Iterator[Finding]:
    try:
        path = programme.file(file.path)
        with path.open("rb") as opened:
            actual = hashlib.file_digest(opened, "sha256").hexdigest()
    except DamagedProgramme as error:
        yield Finding(error.message, error.advice)
    except OSError:
        yield Finding(
            _("{path} is gone or cannot be read.").format(path=file.path),
            _("Put it back from your last backup; the transcript is still there."),
        )
    else:
        if actual != file.sha256:
            yield Finding(
                _("{path} is not the file that was stored: its checksum differs.").format(path=file.path),
                _("Put it back from your last backup."),
            )


def _strays(programme: Programme, store: Store) -> Iterator[Finding]:
    folders = [programme.folder / name for name in ("audio", "attachments")]
    there = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    # after looking, since an import may have come in between; open ones first, since they may be closed by now
    known = _recording(store) | _case_photos(store) | {file.path for file in _kept(store)}
    for path in there:
        relative = path.relative_to(programme.folder).as_posix()
        if relative not in known and path.exists() and not is_arriving(path):
            yield Finding(
                _("{path} belongs to nothing in the database.").format(path=relative), _stray_advice(path)
            )


def _half_written(programme: Programme) -> Iterator[Finding]:
    """Documents of which the writing was broken off."""
    if not programme.exports.is_dir():
        return
    for path in left_behind(programme.exports, _WRITING):
        yield Finding(
            _("{path} is left over from an export that was broken off.").format(
                path=path.relative_to(programme.folder).as_posix()
            ),
            _("You can delete it; an export after an hour or more takes it away too."),
        )


def _waits_for_nothing(store: Store) -> Iterator[Finding]:
    """Recordings that were never transcribed, and are not going to be."""
    for clip in queue.without_text(store):
        yield Finding(
            _("{path} has no text and does not wait for it.").format(path=clip.path),
            _("Put it on the queue with: vakborg transcribe --retry"),
        )


def _to_be_taken_out(store: Store) -> Iterator[Finding]:
    """What an expert does not permit and is there, and what is kept beyond its last day."""
    names = {SOUND: _("There is sound of {name}, who does not permit recordings.")}
    for one in due(store):
        told = names.get(one.permission, _("There is text of {name}, who does not permit transcripts."))
        command = f"vakborg consent withdraw {one.expert.code} {one.permission}"
        yield Finding(
            told.format(name=one.expert.name), _("Take it out with: {command}").format(command=command)
        )
    if (store.path.parent / ERASE_DUE).exists() and not pending_of(store):
        yield Finding(
            _("What was struck or taken out is in the database file still."),
            _("Close the other windows of Vakborg, then open a conversation and leave it again."),
        )
    if late := overdue(store, date.today()):
        told = ngettext(
            "{n} session has sound or text that was to be kept until {day}.",
            "{n} sessions have sound or text that was to be kept until {day}.",
            late.sessions,
        )
        yield Finding(
            told.format(n=late.sessions, day=late.until.isoformat()),
            _("Take it out with: {command}").format(command="vakborg retention erase"),
        )


def _stray_advice(path: Path) -> str:
    if path.name.endswith(f"{RECORDED}.part"):
        return _("It is a recording that was broken off. Open a conversation, and it is taken in.")
    if path.suffix == ".part":
        return _("It is left over from an import that was broken off; you can delete it.")
    return _("Bring it in with “vakborg import”, or move it elsewhere.")

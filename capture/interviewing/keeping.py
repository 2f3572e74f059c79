"""From a file that was being recorded to one that is kept: closed, checked, renamed, with its checksum.

The same is done when an answer ends and when a crash left a recording open.

One that is open in the database but was closed before (it has a size) is being struck: its row holds how
much of it is to remain, so that whoever finishes it takes out the rest first.
"""

import hashlib
import re
import wave
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from capture.recorder.wav import repair, shorten
from sessions.errors import RecordingError, VakborgError, disk_errors
from sessions.files import sync_folder
from sessions.guides.model import Question
from sessions.i18n import gettext as _
from sessions.interview import Clip, Session
from sessions.programme import Programme
from sessions.store import Store
from sessions.store.conversations import (
    RECORDED,
    begin_clip,
    close_clip,
    drop_clip,
    open_clips,
    reopen_clip,
)
from sessions.store.erasing import erase_for_real
from sessions.store.interviews import answer_to, guide_of

PART = ".part"


@dataclass(frozen=True)
class Kept:
    """A whole recording on the disk: its size in bytes, its length in seconds."""

    sha256: str
    size: int
    seconds: float


def finish(programme: Programme, clip: Clip, least: int = 0) -> Kept | None:
    """Make the file of ``clip`` whole under its own name; None where not one sample was recorded, or nothing
    is to remain: then the file is gone.

    ``least`` is how many frames must be in it. Raises :class:`RecordingError` where there are fewer or the
    file cannot be read back; it stays where it is then.
    """
    part, target = programme.file(clip.path + PART), programme.file(clip.path)
    with disk_errors(target.parent):
        if part.exists():
            if not repair(part):
                part.unlink()
                return None
            _refuse_shorter(part, least)
            part.rename(target)
            _sync_folder(target.parent)
        if not target.exists():
            return None
        return _struck(target, clip.seconds) if _is_being_struck(clip) else _kept(target)


def _is_being_struck(clip: Clip) -> bool:
    return clip.open and clip.size > 0


def _struck(path: Path, left: float) -> Kept | None:
    """The first ``left`` seconds; where these are not one sample, the file goes."""
    shorten(path, left)
    kept = _kept(path)
    if kept.seconds:
        return kept
    path.unlink()
    _sync_folder(path.parent)
    return None


def _kept(path: Path) -> Kept:
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    frames, rate = _read_back(path)
    return Kept(sha256, path.stat().st_size, frames / rate)


def _refuse_shorter(path: Path, least: int) -> None:
    frames, _rate = _read_back(path)
    if frames < least:
        raise _unsound(path)


def _read_back(path: Path) -> tuple[int, int]:
    """Frames, and how many go in a second, by another reader than the one that wrote it."""
    try:
        with wave.open(str(path)) as sound:
            return sound.getnframes(), sound.getframerate()
    except (wave.Error, EOFError) as error:
        raise _unsound(path) from error


def _unsound(path: Path) -> RecordingError:
    return RecordingError(
        _("The recording {file} does not hold all that was heard.").format(file=path.name),
        _("It stays where it is. Go on with another disk or folder, and keep this one as it is."),
    )


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # some network disks cannot; the rename itself was done
        sync_folder(folder)


def keep(store: Store, clip: Clip, kept: Kept | None) -> Clip | None:
    """Put down what became of ``clip``; one without any sound goes."""
    if kept is None:
        drop_clip(store, clip)
        return None
    return close_clip(store, clip, sha256=kept.sha256, size=kept.size, seconds=kept.seconds)


@dataclass(frozen=True)
class Recovered:
    """What a crash left open: the recordings that are whole again, and what was wrong with others."""

    clips: tuple[Clip, ...] = ()
    problems: tuple[VakborgError, ...] = ()


def recover(programme: Programme, store: Store) -> Recovered:
    """Finish every recording that a crash left open, and those on the disk that the database lost.

    Only while nobody records in this programme (see :mod:`capture.recorder.lock`).
    """
    clips: list[Clip] = []
    problems: list[VakborgError] = []
    for part in orphans(programme, store):
        try:
            _adopt(programme, store, part)
        except VakborgError as error:
            problems.append(error)
    for clip in open_clips(store):
        try:
            if kept := _recovered(programme, store, clip, problems):
                clips.append(kept)
        except VakborgError as error:  # one that is lost must not keep the others, or the conversation
            problems.append(error)
    return Recovered(tuple(clips), tuple(problems))


def _recovered(programme: Programme, store: Store, clip: Clip, problems: list[VakborgError]) -> Clip | None:
    if _is_being_struck(clip):
        try:
            erase_for_real(store)  # before it is closed: after that nobody knows that it is to be done
        except VakborgError as error:
            problems.append(error)
    return keep(store, clip, finish(programme, clip))


def orphans(programme: Programme, store: Store) -> list[Path]:
    """The files of recordings that were not closed and that the database does not know."""
    folder = programme.folder
    there = sorted(p for p in folder.glob(f"audio/*/*{RECORDED}{PART}") if p.is_file())
    known = {clip.path + PART for clip in store.all(Clip)}  # after looking: a row comes before its file
    return [path for path in there if path.relative_to(folder).as_posix() not in known]


def _adopt(programme: Programme, store: Store, part: Path) -> None:
    """Let a lost file be one more take of the answer that its path names; one that cannot be placed, or holds
    nothing, stays where it is."""
    with disk_errors(part):
        ended = datetime.fromtimestamp(part.stat().st_mtime, UTC).replace(microsecond=0)
        place = _place(store, part, ended)
        if place is None or not _is_ours(part):
            return
        clip = _another_take(store, *place, part, ended)
        part.rename(programme.file(clip.path + PART))


def _is_ours(part: Path) -> bool:
    try:
        return repair(part) > 0
    except RecordingError:
        return False


def _place(store: Store, part: Path, ended: datetime) -> tuple[Session, Question] | None:
    """What ``audio/SESSION/NUMBER-QUESTION-TAKE.wav.part`` belongs to. A session that began after the file was
    last written is another one, which got that code since."""
    session = store.first(Session, code=part.parent.name)
    if session is None or ended < session.started_at:
        return None
    stem = part.name.removesuffix(RECORDED + PART)
    questions = guide_of(store, session).questions
    named = [q for q in questions if re.fullmatch(rf"\d+-{re.escape(q)}-\d+(-\d+)?", stem)]
    return (session, questions[max(named, key=len)]) if named else None


def _another_take(store: Store, session: Session, question: Question, part: Path, ended: datetime) -> Clip:
    with wave.open(str(part)) as sound:
        frames, rate, channels = sound.getnframes(), sound.getframerate(), sound.getnchannels()
    taken = [f"audio/{session.code}/{path.name.removesuffix(PART)}" for path in part.parent.iterdir()]
    with store.immediate():
        answer = answer_to(store, session, question)
        clip = begin_clip(store, session, answer, taken=taken, rate=rate, channels=channels)
        return store.save(replace(clip, started_at=ended - timedelta(seconds=frames // rate)))


def strike_end(programme: Programme, store: Store, clip: Clip, seconds: float) -> float:
    """Take the last ``seconds`` out of a closed recording, and all of its text; gives how much went.

    What is left is transcribed again. A recording of which nothing is left goes. Where it breaks off, the
    text is gone and the recording is open, with what is to remain of it: recovering it takes out the rest.
    """
    opened = reopen_clip(store, clip, max(0.0, clip.seconds - seconds))
    left = keep(store, opened, finish(programme, opened))
    return clip.seconds - (left.seconds if left else 0.0)

"""What hangs on the permissions of an expert, and taking it out of the database.

The sound hangs on the permission to record. All text hangs on the one for a transcript: every reading of a recording
with its history, labels, values and quotes, what was sent to be read back and what came back. What the interviewer
noted with an answer is the interviewer's and stays; so do photos, which have a release of their own.
"""

import json
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from sessions.files import write_whole
from sessions.interview import Clip
from sessions.jobs import Job, JobState
from sessions.moment import now
from sessions.people import ASKED_ELSEWHERE, Consent, Expert, Permission, latest, refused
from sessions.store.belongings import SOUND, TEXT, Belongings, belongings, still_there
from sessions.store.people import consents_of
from sessions.store.queue import jobs_of
from sessions.store.reading import standing
from sessions.store.store import Store
from sessions.store.taking_out import take_sound, take_text, terms_of
from sessions.text import clean_line
from sessions.transcript import Segment, Tag, TranscriptState, Value
from sessions.withdrawal import Because, Loss, Withdrawal

ERASE_DUE = ".erase-due"
"""A file in the programme that says that something was deleted which is in the database file still; where that was
withdrawn, of whom and which permission."""


@dataclass(frozen=True)
class Due:
    """Something of ``expert`` is there that ``permission`` does not cover: it was withdrawn, or never given."""

    expert: Expert
    permission: Permission


def due(store: Store) -> list[Due]:
    """What was withdrawn or refused and is there still, in whatever form; silence is not a no."""
    pending = pending_of(store)
    return [
        Due(expert, permission)
        for expert in store.all(Expert)
        for permission in (SOUND, TEXT)
        if (expert.id, permission) in pending or _not_permitted(store, expert, permission)
    ]


def _not_permitted(store: Store, expert: Expert, permission: Permission) -> bool:
    no = refused(permission, consents_of(store, expert))
    return no and still_there(store, belongings(store, expert), permission)


def loss(store: Store, expert: Expert, permissions: Collection[Permission]) -> Loss:
    """What of the database goes with ``permissions``; documents and modules are for others to find."""
    there, wanted = belongings(store, expert), set(permissions)
    said = _told(store, there)
    ids = [segment.id for segment in said] if TEXT in wanted else []
    clips = there.heard if SOUND in wanted else []
    touched = {clip.answer_id for clip in clips}
    touched |= {text.answer_id for text in there.transcripts} if TEXT in wanted else set()
    sessions = {answer.session_id for answer in there.answers if answer.id in touched}
    return Loss(
        expert.id,
        expert.name,
        tuple(p for p in Permission if p in wanted),
        sessions=tuple(s.code for s in there.sessions if s.id in sessions),
        recordings=len(clips),
        seconds=sum(clip.seconds for clip in clips),
        fragments=len(ids),
        values=store.count(Value, segment_id=ids, dismissed=False),
        tags=store.count(Tag, segment_id=ids),
        kept_text=SOUND in wanted and TEXT not in wanted and bool(said),
        terms=len(terms_of(store, there)) if TEXT in wanted else 0,
        unwritten=0 if TEXT in wanted else len(_unwritten(store, clips)),
    )


def _unwritten(store: Store, clips: Collection[Clip]) -> set[int]:
    """The recordings that wait for a text, by their ids."""
    jobs = jobs_of(store, clips)
    return {job.clip_id for job in jobs if job.state is not JobState.DONE}


def _told(store: Store, there: Belongings) -> list[Segment]:
    ids = [text.id for text in there.transcripts if text.state is TranscriptState.CURRENT]
    return standing(store.all(Segment, transcript_id=ids))


def revoke(store: Store, expert: Expert, permissions: Iterable[Permission], by: str) -> None:
    """Note that the expert takes these back now, as far as they are not refused already."""
    with store.immediate():
        words = latest(consents_of(store, expert))
        for permission in permissions:
            word = words.get(permission)
            if word is None or word.given:
                wording = word.wording if word else ASKED_ELSEWHERE
                store.add(Consent(expert.id, permission, False, now(), wording, clean_line(by)))


def stop_work(store: Store, expert: Expert) -> None:
    """Take the recordings of the expert off the queue: a worker that has one in hand lets go of it."""
    with store.immediate():
        for job in store.all(Job, clip_id=[clip.id for clip in belongings(store, expert).clips]):
            if job.state is not JobState.DONE:
                store.delete(job)


def take_out(
    store: Store, expert: Expert, permissions: Iterable[Permission], because: Because, by: str
) -> list[Withdrawal]:
    """Delete from the database what hangs on ``permissions``; a note stays per one that took something out.

    The files go first (:mod:`sessions.store.belongings` knows them), since nothing knows them any more afterwards;
    and :func:`~sessions.store.erasing.erase_for_real` follows.
    """
    wanted, noted = set(permissions), []
    with store.immediate():
        there = belongings(store, expert)
        found = [p for p in (SOUND, TEXT) if p in wanted and still_there(store, there, p)]
        touched = take_text(store, there) if TEXT in wanted else set()
        touched |= take_sound(store, belongings(store, expert)) if SOUND in wanted else set()
        for answer in there.answers:
            if answer.id in touched and not answer.withdrawn:
                store.save(replace(answer, withdrawn=True))
        for permission in found:
            noted.append(store.add(Withdrawal(expert.id, permission, because, now(), clean_line(by))))
    return noted


def withdrawals(store: Store, expert: Expert) -> list[Withdrawal]:
    """What was taken out of the expert's, oldest first."""
    return store.all(Withdrawal, expert_id=expert.id)


def pending_of(store: Store) -> set[tuple[int, Permission]]:
    """Of whom something was deleted, by which permission, that the database file may still hold."""
    with suppress(OSError, ValueError, TypeError):
        noted = json.loads((store.path.parent / ERASE_DUE).read_bytes())
        return {(int(expert), Permission(permission)) for expert, permission in noted}
    return set()


def note_pending(store: Store, expert: Expert, permissions: Iterable[Permission]) -> Path:
    """Leave word, before anything is deleted, that the database file is to be cleaned; gives the file with it."""
    path = store.path.parent / ERASE_DUE
    wanted = pending_of(store) | {(expert.id, p) for p in permissions if p in (SOUND, TEXT)}
    write_whole(path, json.dumps(sorted(wanted)).encode())
    return path

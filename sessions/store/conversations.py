"""What a conversation writes while it goes on: its place, its recordings, its marks and its time."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from sessions.interview import (
    Answer,
    Attachment,
    Case,
    Clip,
    HandledFollowUp,
    Marker,
    MarkerKind,
    Session,
)
from sessions.jobs import Job
from sessions.moment import now
from sessions.people import Expert
from sessions.spending import Stretch, Who
from sessions.store import queue
from sessions.store.exported import forget
from sessions.store.interviews import next_clip_number
from sessions.store.store import Store
from sessions.transcript import Segment, Transcript, TranscriptState

RECORDED = ".wav"


@dataclass(frozen=True)
class Ledger:
    """All that a conversation wrote, but for what was said: small, and read again after each change."""

    session: Session
    answers: dict[str, Answer]  # by question id
    clips: tuple[Clip, ...]
    markers: tuple[Marker, ...]
    attachments: tuple[Attachment, ...]
    jobs: tuple[Job, ...]
    texts: tuple[Transcript, ...]
    handled: tuple[HandledFollowUp, ...]
    cases: tuple[Case, ...]
    stretches: tuple[Stretch, ...]

    def clips_of(self, answer: Answer | None) -> list[Clip]:
        """The answer's takes, in their order."""
        wanted = answer.id if answer else 0
        return sorted((c for c in self.clips if c.answer_id == wanted), key=lambda c: c.number)

    def markers_of(self, answer: Answer | None) -> list[Marker]:
        """The answer's marks, in the order in which they were set."""
        return [m for m in self.markers if answer and m.answer_id == answer.id]


def read_ledger(store: Store, session_id: int) -> Ledger:
    """The ledger as it is now."""
    session = store.get(Session, session_id)
    answers = store.all(Answer, session_id=session_id)
    ids = [a.id for a in answers]
    clips = store.all(Clip, answer_id=ids)
    company = store.get(Expert, session.expert_id).company_id
    return Ledger(
        session=session,
        answers={a.question_id: a for a in answers},
        clips=tuple(clips),
        markers=tuple(store.all(Marker, answer_id=ids)),
        attachments=tuple(store.all(Attachment, answer_id=ids)),
        jobs=tuple(queue.jobs_of(store, clips)),
        texts=tuple(store.all(Transcript, answer_id=ids, state=TranscriptState.CURRENT)),
        handled=tuple(store.all(HandledFollowUp, answer_id=ids)),
        cases=tuple(store.all(Case, company_id=company)),
        stretches=tuple(store.all(Stretch, session_id=session_id)),
    )


def begin_clip(
    store: Store, session: Session, answer: Answer, *, taken: Iterable[str], rate: int, channels: int
) -> Clip:
    """A new take of ``answer``, on the disk before its first sample; none of ``taken`` is its path."""
    with store.immediate():
        number = next_clip_number(store, answer)
        path = _free_path(session, answer, number, {*taken, *(c.path for c in store.all(Clip))})
        moment = now()
        return store.add(
            Clip(answer.id, number, path, "", 0, 0.0, rate, channels, added_at=moment, started_at=moment)
        )


def _free_path(session: Session, answer: Answer, number: int, taken: set[str]) -> str:
    stem = f"audio/{session.code}/{answer.number:02d}-{answer.question_id}-{number}"
    names = (f"{stem}{f'-{again}' if again else ''}{RECORDED}" for again in range(len(taken) + 1))
    return next(name for name in names if name not in taken)


def close_clip(store: Store, clip: Clip, *, sha256: str, size: int, seconds: float) -> Clip:
    """The recording is whole: from now on it is checked against ``sha256``, and it waits for its text."""
    with store.immediate():
        closed = store.save(
            replace(store.get(Clip, clip.id), sha256=sha256, size=size, seconds=seconds)  # it may have moved
        )
        if queue.may_be_transcribed(store, closed) and not store.count(Job, clip_id=closed.id):
            queue.enqueue(store, closed)
        return closed


def open_clips(store: Store) -> list[Clip]:
    """The recordings that are not closed yet, of the whole programme."""
    return [clip for clip in store.all(Clip, sha256="") if clip.open]


def move_clip(store: Store, clip: Clip, answer: Answer) -> Clip:
    """Let a take belong to another answer, with what was marked, taken in and said in it."""
    with store.immediate():
        number = next_clip_number(store, answer)
        moved = store.save(replace(store.get(Clip, clip.id), answer_id=answer.id, number=number))
        for marker in store.all(Marker, clip_id=clip.id):
            store.save(replace(marker, answer_id=answer.id))
        for file in store.all(Attachment, clip_id=clip.id):
            store.save(replace(file, answer_id=answer.id))
        for text in store.all(Transcript, clip_id=clip.id):
            store.save(replace(text, answer_id=answer.id))
        return moved


def reopen_clip(store: Store, clip: Clip, seconds: float) -> Clip:
    """Only the first ``seconds`` of a closed recording are to remain: its text goes, and what was marked after
    them. It is open until it is closed again, and by its size one that was closed before."""
    with store.immediate():
        forget_text(store, clip)
        for marker in store.all(Marker, clip_id=clip.id):
            if marker.at > seconds > 0:  # where nothing remains, the marks go with the clip
                store.delete(marker)
        return store.save(replace(store.get(Clip, clip.id), sha256="", seconds=seconds))


def forget_text(store: Store, clip: Clip) -> None:
    """Take away every text of ``clip``, whatever waits or works on it, and the words that were quoted from it."""
    with store.immediate():
        for handled in store.all(HandledFollowUp, answer_id=store.get(Clip, clip.id).answer_id):
            store.save(replace(handled, quote=""))
        _forget_in_ledger(store, clip)
        for text in store.all(Transcript, clip_id=clip.id):
            store.delete(text)
        for job in store.all(Job, clip_id=clip.id):
            store.delete(job)


def drop_clip(store: Store, clip: Clip) -> None:
    """Nothing of this recording is left: it goes, with its text. That a probe was asked stays with the answer."""
    with store.immediate():
        for marker in store.all(Marker, clip_id=clip.id):
            if marker.kind is MarkerKind.PROBE:
                store.save(replace(marker, clip_id=None, at=0.0))
        _forget_in_ledger(store, clip)
        store.delete(clip)


def _forget_in_ledger(store: Store, clip: Clip) -> None:
    texts = [text.id for text in store.all(Transcript, clip_id=clip.id)]
    forget(store, {segment.id for segment in store.all(Segment, transcript_id=texts)})


def drop_empty_answers(store: Store, session: Session) -> None:
    """Take away the answers of which nothing is left after something was taken back."""
    with store.immediate():
        for answer in store.all(Answer, session_id=session.id):
            bare = Answer(session.id, answer.question_id, answer.number, id=answer.id)
            kinds = (Clip, Transcript, Marker, Attachment, HandledFollowUp)
            if answer == bare and not any(store.count(kind, answer_id=answer.id) for kind in kinds):
                store.delete(answer)


def begin_stretch(store: Store, session: Session, who: Who) -> Stretch:
    """From now on ``who`` spends time on ``session``."""
    moment = now()
    return store.add(Stretch(session.id, who, moment, moment))


def go_on(store: Store, lasted: Iterable[tuple[Stretch, timedelta]]) -> None:
    """These stretches last as long as that by now: by a clock that nobody sets, and that sleeps with the laptop."""
    with store.immediate():
        for stretch, time in lasted:
            store.save(replace(stretch, until=stretch.began_at + time))

"""The durable queue of clips to transcribe.

One worker at a time takes jobs: it holds the programme's lock file, which the system frees when the
worker dies. So whoever holds the lock knows that a job still marked as running was left behind.

A job of an expert who refuses a transcript stays where it is, and is not there for anybody as long as
they refuse: it is neither taken nor shown, and nothing more is written for it.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from sessions.errors import TakenBack
from sessions.i18n import gettext as _
from sessions.interview import Answer, Clip, Session
from sessions.jobs import MAX_ATTEMPTS, Job, JobState
from sessions.moment import now
from sessions.people import Expert
from sessions.store.people import never_to_be_text
from sessions.store.store import Store
from sessions.transcript import Source, Transcript, TranscriptState


def enqueue(store: Store, clip: Clip) -> Job:
    """Put ``clip`` at the end of the queue."""
    return store.add(Job(clip.id, made_at=now()))


def claim(store: Store, session: Session | None = None) -> Job | None:
    """Take the oldest queued job, of one session or of all; it counts as one attempt."""
    with store.immediate():
        job = next(iter(_queued(store, session)), None)
        if job is None:
            return None
        return store.save(replace(job, state=JobState.RUNNING, attempts=job.attempts + 1))


def withdraw(store: Store, clip: Clip) -> None:
    """Take ``clip`` off the queue, also where a worker has it in hand: its text came another way."""
    with store.immediate():
        for job in store.all(Job, clip_id=clip.id):
            if job.state is not JobState.DONE:
                store.delete(job)


def waiting_clips(store: Store, session: Session | None = None) -> list[Clip]:
    """The clips of the jobs still to do, in their order."""
    clips = {c.id: c for c in store.all(Clip)}
    return [clips[j.clip_id] for j in _queued(store, session)]


def is_empty(store: Store, session: Session | None = None) -> bool:
    """Whether no job waits, of one session or of all; cheap enough to ask twice a second."""
    return not _queued(store, session)


def _queued(store: Store, session: Session | None) -> list[Job]:
    return _of(store, session, store.all(Job, state=JobState.QUEUED))


def jobs_of(store: Store, clips: Iterable[Clip]) -> list[Job]:
    """The jobs of ``clips``, oldest first, but for those that must not be done now."""
    return _allowed(store, store.all(Job, clip_id=[c.id for c in clips]))


def _of(store: Store, session: Session | None, jobs: list[Job]) -> list[Job]:
    if session is None or not jobs:
        return _allowed(store, jobs)
    answers = [a.id for a in store.all(Answer, session_id=session.id)]
    clips = {c.id for c in store.all(Clip, answer_id=answers)}
    return _allowed(store, [j for j in jobs if j.clip_id in clips])


def _allowed(store: Store, jobs: list[Job]) -> list[Job]:
    """Without those that an expert does not let become text; what was done before stays done."""
    silent = never_to_be_text(store) if jobs else set()
    if not silent:
        return jobs
    clips = {c.id for c in store.all(Clip, answer_id=silent)}
    return [j for j in jobs if j.state is JobState.DONE or j.clip_id not in clips]


def finish(store: Store, job: Job) -> Job | None:
    """Mark ``job`` as done; None where it was withdrawn meanwhile."""
    return _change(store, job, lambda now_: replace(now_, state=JobState.DONE, reason=""))


def give_back(store: Store, job: Job) -> Job | None:
    """Return a job that was interrupted through no fault of its own: the attempt does not count."""
    return _change(
        store, job, lambda now_: replace(now_, state=JobState.QUEUED, attempts=max(0, now_.attempts - 1))
    )


def fail(store: Store, job: Job, reason: str) -> Job | None:
    """Queue ``job`` again at its place, or set it aside with its reason after the last attempt."""

    def failed(now_: Job) -> Job:
        last = now_.attempts >= MAX_ATTEMPTS
        return replace(now_, state=JobState.SET_ASIDE if last else JobState.QUEUED, reason=reason)

    return _change(store, job, failed)


def progressed(store: Store, job: Job) -> None:
    """Note that an attempt got further: only attempts without any progress count towards the last."""
    if job.attempts > 1:
        _change(store, job, lambda now_: replace(now_, attempts=1))


def refuse_withdrawn(store: Store, job: Job) -> None:
    """Raises :class:`TakenBack` where ``job`` is no longer to be done: what was said was struck, its text
    came another way, or it may not become text. In one transaction with what is begun for it."""
    if not store.count(Job, id=job.id):
        raise TakenBack(_("This recording was taken back while it was transcribed."))
    refuse_silent(store, store.get(Clip, job.clip_id).answer_id)


def refuse_silent(store: Store, answer_id: int) -> None:
    """Raises :class:`TakenBack` where the expert does not let that answer become text, by now."""
    if answer_id in never_to_be_text(store):
        raise TakenBack(_("This recording may not become text any more."))


def _change(store: Store, job: Job, change: Callable[[Job], Job]) -> Job | None:
    """Change a job as it is by now; None where it was withdrawn."""
    with store.immediate():
        current = store.first(Job, id=job.id)
        return store.save(change(current)) if current else None


def recover(store: Store) -> list[Job]:
    """Queue what a dead worker left running; only for the holder of the worker lock."""
    with store.immediate():
        reason = _("The worker stopped in the middle of this recording.")
        left = [fail(store, job, reason) for job in store.all(Job, state=JobState.RUNNING)]
        return [job for job in left if job]


def give_back_running(store: Store) -> list[Job]:
    """Return what a worker that was stopped on purpose had in hand; its attempt does not count."""
    with store.immediate():
        given = [give_back(store, job) for job in store.all(Job, state=JobState.RUNNING)]
        return [job for job in given if job]


def retry_set_aside(store: Store, session: Session | None = None) -> list[Job]:
    """Queue again what was set aside, and recordings that have neither text nor a job."""
    with store.immediate():
        aside = _of(store, session, store.all(Job, state=JobState.SET_ASIDE))
        again = [store.save(replace(j, state=JobState.QUEUED, attempts=0)) for j in aside]
        forgotten = _of(store, session, [Job(clip.id, made_at=now()) for clip in without_text(store)])
        return again + store.add_all(forgotten)


def transcribe_again(store: Store, session: Session | None = None) -> list[Job]:
    """Queue once more what a model turned into text, of one session or of all: not what a person brought as
    text, what waits or was set aside, what may not become text, and that of which the sound was taken out."""
    with store.immediate():
        current = store.all(Transcript, state=TranscriptState.CURRENT, source=Source.WHISPER)
        done = {j.clip_id: j for j in store.all(Job, clip_id=[t.clip_id for t in current])}
        jobs = [done.get(clip_id) or Job(clip_id, made_at=now()) for clip_id in _clips_of(current)]
        silent = never_to_be_text(store)
        wanted = [
            replace(job, made_at=now(), state=JobState.QUEUED, attempts=0)
            for job in _of(store, session, jobs)
            if store.get(Clip, job.clip_id).answer_id not in silent
            and (not job.id or job.state is JobState.DONE)
            and not store.get(Clip, job.clip_id).erased
        ]
        return [store.save(job) if job.id else store.add(job) for job in wanted]


def _clips_of(transcripts: Iterable[Transcript]) -> list[int]:
    return list(dict.fromkeys(t.clip_id for t in transcripts if t.clip_id is not None))


def without_text(store: Store) -> list[Clip]:
    """The recordings that were never transcribed and do not wait for it either. One that is still open
    does: it is put on the queue when it is closed. What an expert does not let become text is left alone."""
    known = {job.clip_id for job in store.all(Job)} | {t.clip_id for t in store.all(Transcript)}
    silent = never_to_be_text(store)
    return [
        c
        for c in store.all(Clip)
        if c.id not in known and not (c.open or c.erased) and c.answer_id not in silent
    ]


def wait_again(store: Store, expert: Expert) -> list[Clip]:
    """Put the recordings of ``expert`` that have neither text nor a job on the queue, as their word allows it again;
    gives those of theirs that wait now."""
    with store.immediate():
        sessions = store.all(Session, expert_id=expert.id)
        theirs = {a.id for a in store.all(Answer, session_id=[s.id for s in sessions])}
        for clip in without_text(store):
            if clip.answer_id in theirs:
                enqueue(store, clip)
        return [clip for clip in waiting_clips(store) if clip.answer_id in theirs]


def may_be_transcribed(store: Store, clip: Clip) -> bool:
    """Whether the expert did not refuse that what they say becomes text."""
    return clip.answer_id not in never_to_be_text(store)


def standing(store: Store, session: Session | None = None) -> dict[JobState, int]:
    """How many jobs, of one session or of all, are in each state."""
    states = [job.state for job in _of(store, session, store.all(Job))]
    return {state: states.count(state) for state in JobState}

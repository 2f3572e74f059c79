"""The durable queue of clips to transcribe.

One worker at a time takes jobs: it holds the programme's lock file, which the system frees when the
worker dies. So whoever holds the lock knows that a job still marked as running was left behind.
"""

from dataclasses import replace

from sessions.i18n import gettext as _
from sessions.interview import Answer, Clip, Session
from sessions.jobs import MAX_ATTEMPTS, Job, JobState
from sessions.moment import now
from sessions.store.store import Store


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
    """Take what waits for ``clip`` off the queue: its text came another way."""
    for job in store.all(Job, clip_id=clip.id, state=[JobState.QUEUED, JobState.SET_ASIDE]):
        store.delete(job)


def waiting_clips(store: Store, session: Session | None = None) -> list[Clip]:
    """The clips of the jobs still to do, in their order."""
    clips = {c.id: c for c in store.all(Clip)}
    return [clips[j.clip_id] for j in _queued(store, session)]


def _queued(store: Store, session: Session | None) -> list[Job]:
    jobs = store.all(Job, state=JobState.QUEUED)
    if session is None:
        return jobs
    answers = [a.id for a in store.all(Answer, session_id=session.id)]
    clips = {c.id for c in store.all(Clip, answer_id=answers)}
    return [j for j in jobs if j.clip_id in clips]


def finish(store: Store, job: Job) -> Job:
    """Mark ``job`` as done."""
    return store.save(replace(job, state=JobState.DONE, reason=""))


def give_back(store: Store, job: Job) -> Job:
    """Return a job that was interrupted through no fault of its own: the attempt does not count."""
    return store.save(replace(job, state=JobState.QUEUED, attempts=max(0, job.attempts - 1)))


def fail(store: Store, job: Job, reason: str) -> Job:
    """Queue ``job`` again at its place, or set it aside with its reason after the last attempt."""
    last = job.attempts >= MAX_ATTEMPTS
    return store.save(replace(job, state=JobState.SET_ASIDE if last else JobState.QUEUED, reason=reason))


def progressed(store: Store, job: Job) -> Job:
    """Note that an attempt got further: only attempts without any progress count towards the last."""
    return job if job.attempts == 1 else store.save(replace(job, attempts=1))


def recover(store: Store) -> list[Job]:
    """Queue what a dead worker left running; only for the holder of the worker lock."""
    with store.immediate():
        reason = _("The worker stopped in the middle of this recording.")
        return [fail(store, job, reason) for job in store.all(Job, state=JobState.RUNNING)]


def give_back_running(store: Store) -> list[Job]:
    """Return what a worker that was stopped on purpose had in hand; its attempt does not count."""
    with store.immediate():
        return [give_back(store, job) for job in store.all(Job, state=JobState.RUNNING)]


def retry_set_aside(store: Store) -> list[Job]:
    """Queue again all that was set aside."""
    with store.immediate():
        aside = store.all(Job, state=JobState.SET_ASIDE)
        return [store.save(replace(j, state=JobState.QUEUED, attempts=0)) for j in aside]

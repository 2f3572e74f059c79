"""How far an answer is: one rule for the lists, the screens and the documents."""

from collections.abc import Sequence
from dataclasses import dataclass

from sessions.interview import Answer, AnswerState, Clip
from sessions.jobs import Job, JobState
from sessions.transcript import Transcript


@dataclass(frozen=True)
class Progress:
    """How far an answer is; ``reasons`` say why recordings of it were set aside."""

    state: AnswerState
    reasons: tuple[str, ...] = ()


def progress(
    answer: Answer, clips: Sequence[Clip], texts: Sequence[Transcript], jobs: Sequence[Job]
) -> Progress:
    """How far ``answer`` is; ``texts`` are its current transcripts, ``jobs`` those of its clips, oldest first.

    It is transcribed when every clip is done, and failed when any was set aside: half an answer is none.
    """
    latest = {job.clip_id: job for job in jobs}
    aside = [job for clip in clips if (job := latest.get(clip.id)) and job.state is JobState.SET_ASIDE]
    if aside:
        return Progress(AnswerState.FAILED, tuple(dict.fromkeys(job.reason for job in aside if job.reason)))
    heard = {text.clip_id for text in texts}
    if not all(_done(clip, latest.get(clip.id), heard) for clip in clips):
        return Progress(AnswerState.RECORDED)
    if clips or texts:
        return Progress(AnswerState.TRANSCRIBED)
    if answer.withdrawn:
        return Progress(AnswerState.WITHDRAWN)
    return Progress(AnswerState.SKIPPED if answer.skipped_because else AnswerState.OPEN)


def _done(clip: Clip, job: Job | None, heard: set[int | None]) -> bool:
    """Whether nothing of ``clip`` waits; text that a person brought for it needs no job."""
    return job.state is JobState.DONE if job else clip.id in heard

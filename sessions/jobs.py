"""The work that waits: clips to be transcribed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

MAX_ATTEMPTS = 3
"""A job that failed this often is set aside with its reason, and the rest goes on."""


class JobState(StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    SET_ASIDE = "set_aside"


WAITING = (JobState.QUEUED, JobState.RUNNING)
"""The states of a job that is still to be done."""


@dataclass(frozen=True)
class Job:
    """One clip to transcribe. ``attempts`` counts the starts; ``reason`` is why the last one failed."""

    clip_id: int
    made_at: datetime
    state: JobState = JobState.QUEUED
    attempts: int = 0
    reason: str = ""
    id: int = 0

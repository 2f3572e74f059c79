"""A session read for the screen: what was said, and how far each answer is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sessions.fragments import AnswerReading, SessionReading
from sessions.interview import AnswerState
from sessions.jobs import Job

if TYPE_CHECKING:
    from sessions.programme import Programme


@dataclass(frozen=True)
class Opened:
    """A session with the jobs of its recordings, and the state of each answer in their order."""

    reading: SessionReading
    jobs: list[Job]
    states: list[AnswerState]


def read_opened(programme: "Programme", code: str) -> Opened:
    """The session with this code; raises :class:`~sessions.errors.VakborgError`."""
    from sessions.store.interviews import find_session
    from sessions.store.reading import answer_state, read_session

    with programme.store() as store:
        reading = read_session(store, find_session(store, code))
        jobs = store.all(Job, clip_id=[c.id for a in reading.answers for c in a.clips])
    return Opened(reading, jobs, [answer_state(a, _jobs_of(a, jobs)) for a in reading.answers])


def _jobs_of(answer: AnswerReading, jobs: Sequence[Job]) -> list[Job]:
    clips = {c.id for c in answer.clips}
    return [j for j in jobs if j.clip_id in clips]

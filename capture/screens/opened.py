"""A session read for the screen: what was said, and what its recordings wait for."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sessions.fragments import SessionReading
from sessions.jobs import Job

if TYPE_CHECKING:
    from sessions.programme import Programme


@dataclass(frozen=True)
class Opened:
    """A session with the jobs of its recordings."""

    reading: SessionReading
    jobs: list[Job]


def read_opened(programme: "Programme", code: str) -> Opened:
    """The session with this code; raises :class:`~sessions.errors.VakborgError`."""
    from sessions.store.interviews import find_session
    from sessions.store.queue import jobs_of
    from sessions.store.reading import read_session

    with programme.store() as store:
        reading = read_session(store, find_session(store, code))
        clips = [c for a in reading.answers for c in a.clips]
        return Opened(reading, jobs_of(store, clips))

"""A session read for the screen: what was said, what its recordings wait for, what the expert agrees to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from capture.screens.withdrawing.taken_back import TakenBack, read_taken_back
from capture.wordreview.agreement import Standing, standing_of
from sessions.fragments import SessionReading
from sessions.jobs import Job

if TYPE_CHECKING:
    from sessions.programme import Programme


@dataclass(frozen=True)
class Opened:
    """A session with the jobs of its recordings, where each answer stands, by its id, and what the expert took back."""

    reading: SessionReading
    jobs: list[Job]
    standings: Mapping[int, Standing] = field(default_factory=dict)
    taken_back: TakenBack = field(default_factory=TakenBack)


def read_opened(programme: "Programme", code: str) -> Opened:
    """The session with this code; raises :class:`~sessions.errors.VakborgError`."""
    from sessions.store.approving import decisions
    from sessions.store.interviews import find_session
    from sessions.store.queue import jobs_of
    from sessions.store.reading import read_session

    with programme.store() as store:
        reading = read_session(store, find_session(store, code))
        clips = [c for a in reading.answers for c in a.clips]
        decided = decisions(store, reading.session.id)
        standings = {a.answer.id: standing_of(a, decided.get(a.answer.id)) for a in reading.answers}
        taken_back = read_taken_back(store, reading.expert)
        return Opened(reading, jobs_of(store, clips), standings, taken_back)

"""How far every session of a programme is, without reading what was said."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sessions.interview import Answer, Clip, Session
from sessions.jobs import Job, JobState
from sessions.people import Company, Expert
from sessions.transcript import Transcript, TranscriptState

if TYPE_CHECKING:
    from sessions.store import Store


@dataclass(frozen=True)
class SessionLine:
    """One session with the number of its answers, and of those with text, with a recording that
    waits, and with a recording that was set aside."""

    code: str
    expert: str
    company: str
    started_at: datetime
    answers: int
    transcribed: int
    waiting: int
    set_aside: int


def overview(store: "Store") -> list[SessionLine]:
    """Every session, oldest first."""
    experts = {e.id: e for e in store.all(Expert)}
    companies = {c.id: c.name for c in store.all(Company)}
    answers = _answers(store)
    told = {t.answer_id for t in store.all(Transcript, state=TranscriptState.CURRENT)}
    waiting, aside = _jobs(store)
    return [
        SessionLine(
            code=session.code,
            expert=experts[session.expert_id].name,
            company=companies[experts[session.expert_id].company_id],
            started_at=session.started_at,
            answers=len(answers[session.id]),
            transcribed=len(answers[session.id] & told),
            waiting=len(answers[session.id] & waiting),
            set_aside=len(answers[session.id] & aside),
        )
        for session in store.all(Session)
    ]


def _answers(store: "Store") -> dict[int, set[int]]:
    by_session: dict[int, set[int]] = defaultdict(set)
    for answer in store.all(Answer):
        by_session[answer.session_id].add(answer.id)
    return by_session


def _jobs(store: "Store") -> tuple[set[int], set[int]]:
    """The ids of the answers with a job to do, and of those with a job set aside."""
    jobs = store.all(Job, state=[JobState.QUEUED, JobState.RUNNING, JobState.SET_ASIDE])
    answer_of = {c.id: c.answer_id for c in store.all(Clip, id=[j.clip_id for j in jobs])}
    aside = {answer_of[j.clip_id] for j in jobs if j.state is JobState.SET_ASIDE}
    return {answer_of[j.clip_id] for j in jobs if j.state is not JobState.SET_ASIDE}, aside

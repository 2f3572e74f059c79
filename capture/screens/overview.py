"""How far every session of a programme is, without reading what was said."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sessions.interview import Answer, AnswerState, Clip, Session
from sessions.people import Company, Expert
from sessions.progress import progress
from sessions.transcript import Transcript, TranscriptState

if TYPE_CHECKING:
    from sessions.store import Store


@dataclass(frozen=True)
class SessionLine:
    """One session with the number of its answers, and of those that are transcribed, that wait for it,
    and that had a recording set aside; ``under_way`` is one that was begun and not closed; ``reviewed`` is
    the share of what was said that a person looked at, in percents. Of ``asked`` answers with text the expert
    ``agreed`` to so many as they are now, keeps so many ``internal``, and wants so many ``not_to_use``; ``remarks``
    are those of theirs that are open."""

    code: str
    expert: str
    company: str
    started_at: datetime
    answers: int
    transcribed: int
    waiting: int
    set_aside: int
    under_way: bool = False
    reviewed: int = 0
    asked: int = 0
    agreed: int = 0
    internal: int = 0
    not_to_use: int = 0
    remarks: int = 0


def overview(store: "Store") -> list[SessionLine]:
    """Every session, oldest first."""
    from sessions.store.approving import Agreement, agreement
    from sessions.store.people import refusing_text
    from sessions.store.remarks import open_remarks
    from sessions.store.reviewed import Reviewed, reviewed

    refusing = refusing_text(store)
    looked_at, agreements, remarks = reviewed(store), agreement(store), open_remarks(store)
    experts = {e.id: e for e in store.all(Expert)}
    companies = {c.id: c.name for c in store.all(Company)}
    states = _states(store)
    return [
        SessionLine(
            code=session.code,
            expert=experts[session.expert_id].name,
            company=companies[experts[session.expert_id].company_id],
            started_at=session.started_at,
            answers=states[session.id].total(),
            transcribed=states[session.id][AnswerState.TRANSCRIBED],
            waiting=0 if session.expert_id in refusing else states[session.id][AnswerState.RECORDED],
            set_aside=states[session.id][AnswerState.FAILED],
            under_way=bool(session.place) and session.ended_at is None,
            reviewed=looked_at.get(session.id, Reviewed(0, 0)).percent,
            asked=agreed.answers,
            agreed=agreed.agreed,
            internal=agreed.internal,
            not_to_use=agreed.not_to_use,
            remarks=remarks.get(session.id, 0),
        )
        for session in store.all(Session)
        for agreed in [agreements.get(session.id, Agreement())]
    ]


def _states(store: "Store") -> dict[int, Counter[AnswerState]]:
    """How many answers of each session are how far."""
    from sessions.store.queue import jobs_of

    clips, jobs, texts = defaultdict(list), defaultdict(list), defaultdict(list)
    for clip in store.all(Clip):
        clips[clip.answer_id].append(clip)
    for job in jobs_of(store, store.all(Clip)):
        jobs[job.clip_id].append(job)
    for text in store.all(Transcript, state=TranscriptState.CURRENT):
        texts[text.answer_id].append(text)
    states: dict[int, Counter[AnswerState]] = defaultdict(Counter)
    for answer in store.all(Answer):
        takes = clips[answer.id]
        how_far = progress(answer, takes, texts[answer.id], [j for c in takes for j in jobs[c.id]])
        states[answer.session_id][how_far.state] += 1
    return states

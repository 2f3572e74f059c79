"""Reading what was said: fragments with their provenance, session by session."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar

from sessions.fragments import AnswerReading, Fragment, SessionReading
from sessions.guides.model import Guide
from sessions.interview import Answer, Clip, Session
from sessions.people import Company, Expert
from sessions.placing import settle
from sessions.progress import progress
from sessions.store.interviews import guide_of
from sessions.store.people import named_experts
from sessions.store.queue import jobs_of
from sessions.store.store import Store
from sessions.transcript import Segment, Tag, Transcript, TranscriptState

T = TypeVar("T")


def read_session(store: Store, session: Session) -> SessionReading:
    """Everything of one session as people read it."""
    return read_sessions(store, [session])[0]


def read_sessions(store: Store, sessions: Sequence[Session] | None = None) -> list[SessionReading]:
    """These sessions (default: all of the programme) as people read them."""
    wanted = store.all(Session) if sessions is None else list(sessions)
    shelf = _Shelf(store, [s.id for s in wanted])
    return [shelf.session(session) for session in wanted]


class _Shelf:
    """Rows of a few sessions, read in one go per kind and grouped by what they hang below."""

    def __init__(self, store: Store, session_ids: list[int]) -> None:
        self._store = store
        self._named = named_experts(store)
        self._companies = {c.id: c for c in store.all(Company)}
        self._experts = {e.id: e for e in store.all(Expert)}
        answers = store.all(Answer, session_id=session_ids)
        clips = store.all(Clip, answer_id=[a.id for a in answers])
        transcripts = store.all(Transcript, answer_id=[a.id for a in answers], state=TranscriptState.CURRENT)
        jobs = jobs_of(store, clips)
        segments = store.all(Segment, transcript_id=[t.id for t in transcripts])
        self._answers = _grouped(answers, "session_id")
        self._clips = _grouped(clips, "answer_id")
        self._clip_by_id = {c.id: c for c in clips}
        self._jobs = _grouped(jobs, "clip_id")
        self._transcripts = _grouped(transcripts, "answer_id")
        self._segments = _grouped(sorted(segments, key=lambda s: s.position), "transcript_id")
        self._tags = _tags(store, [t.id for t in transcripts])

    def session(self, session: Session) -> SessionReading:
        expert = self._experts[session.expert_id]
        guide = guide_of(self._store, session)
        answers = sorted(self._answers[session.id], key=lambda a: a.number)
        return SessionReading(
            session=session,
            expert=expert,
            company=self._companies[expert.company_id],
            guide=guide,
            named=expert.id in self._named,
            answers=tuple(self._answer(a, session, guide) for a in answers),
        )

    def _answer(self, answer: Answer, session: Session, guide: Guide) -> AnswerReading:
        clips = sorted(self._clips[answer.id], key=lambda c: c.number)
        transcripts = sorted(self._transcripts[answer.id], key=self._take)
        said = [f for t in transcripts for f in self._fragments(t, answer, session, guide)]
        how_far = progress(answer, clips, transcripts, [j for c in clips for j in self._jobs[c.id]])
        return AnswerReading(
            answer,
            guide.question(answer.question_id),
            tuple(clips),
            tuple(settle(guide, said)),
            how_far.state,
            how_far.reasons,
        )

    def _take(self, transcript: Transcript) -> int:
        clip = self._clip_by_id.get(transcript.clip_id or 0)
        return clip.number if clip else 0

    def _fragments(
        self, transcript: Transcript, answer: Answer, session: Session, guide: Guide
    ) -> list[Fragment]:
        expert = self._experts[session.expert_id]
        return [
            Fragment(
                segment=segment,
                tags=tuple(self._tags[segment.id]),
                transcript=transcript,
                clip=self._clip_by_id.get(transcript.clip_id or 0),
                answer=answer,
                question=guide.question(answer.question_id),
                session=session,
                expert=expert,
                company=self._companies[expert.company_id],
                named=expert.id in self._named,
            )
            for segment in self._segments[transcript.id]
        ]


def _tags(store: Store, transcript_ids: list[int]) -> dict[int, list[Tag]]:
    rows = store.all_below(Tag, Segment, "segment_id", "transcript_id", transcript_ids)
    return _grouped(rows, "segment_id")


def _grouped(things: Sequence[T], key: str) -> dict[int, list[T]]:
    groups: dict[int, list[T]] = defaultdict(list)
    for thing in things:
        groups[getattr(thing, key)].append(thing)
    return groups

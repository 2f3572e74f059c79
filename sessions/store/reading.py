"""Reading what was said: fragments with their provenance, session by session."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from sessions.fragments import AnswerReading, Fragment, SessionReading
from sessions.guides.model import Guide
from sessions.interview import Answer, Clip, Session
from sessions.people import Company, Expert
from sessions.placing import settle
from sessions.progress import progress
from sessions.release import Approval, Release
from sessions.store.decided import latest_of
from sessions.store.interviews import guide_of
from sessions.store.people import named_experts, refusing_text
from sessions.store.queue import jobs_of
from sessions.store.store import Store
from sessions.store.tables import TABLES
from sessions.transcript import Segment, Tag, Transcript, TranscriptState

T = TypeVar("T")


def read_session(store: Store, session: Session) -> SessionReading:
    """Everything of one session as people read it."""
    return read_sessions(store, [session])[0]


def read_sessions(store: Store, sessions: Sequence[Session] | None = None) -> list[SessionReading]:
    """These sessions (default: all of the programme) as people read them."""
    wanted = store.all(Session) if sessions is None else list(sessions)
    shelf = Shelf(store, [s.id for s in wanted])
    return [shelf.session(session) for session in wanted]


class Shelf:
    """Rows of a few sessions, read in one go per kind and grouped by what they hang below.

    Where it is kept, :meth:`refresh` reads again what an edit touched, and that only.
    """

    def __init__(self, store: Store, session_ids: list[int]) -> None:
        self._store = store
        self.read(session_ids)

    def read(self, session_ids: list[int]) -> None:
        """Read all of these sessions."""
        store = self._store
        self._named, self._refusing = named_experts(store), refusing_text(store)
        self._companies = {c.id: c for c in store.all(Company)}
        self._experts = {e.id: e for e in store.all(Expert)}
        answers = store.all(Answer, session_id=session_ids)
        clips = store.all(Clip, answer_id=[a.id for a in answers])
        self._decided = latest_of(store.all(Approval, answer_id=[a.id for a in answers]))
        transcripts = store.all(Transcript, answer_id=[a.id for a in answers], state=TranscriptState.CURRENT)
        jobs = jobs_of(store, clips)
        segments = standing(store.all(Segment, transcript_id=[t.id for t in transcripts]))
        self._answers = _grouped(answers, "session_id")
        self._clips = _grouped(clips, "answer_id")
        self._clip_by_id = {c.id: c for c in clips}
        self._jobs = _grouped(jobs, "clip_id")
        self._transcripts = _grouped(transcripts, "answer_id")
        self._segments = _grouped(segments, "transcript_id")
        self._tags = _tags(store, [t.id for t in transcripts])

    def session(self, session: Session, answers: Sequence[AnswerReading] | None = None) -> SessionReading:
        """A session as people read it; ``answers`` where they were made already."""
        expert = self._experts[session.expert_id]
        guide = guide_of(self._store, session)
        return SessionReading(
            session=session,
            expert=expert,
            company=self._companies[expert.company_id],
            guide=guide,
            named=expert.id in self._named,
            answers=tuple(answers or (self.answer(a, session, guide) for a in self.answers(session))),
        )

    def answers(self, session: Session) -> list[Answer]:
        """The answers of a session, in their order."""
        return sorted(self._answers[session.id], key=lambda a: a.number)

    def refresh(self, segment_ids: Iterable[int]) -> set[int]:
        """Read these fragments again, with their labels and with what stands beside them now; returns the ids
        of the answers that they belong to."""
        fresh = self._store.all(Segment, id=list(segment_ids))
        places = {t.id: t.answer_id for kept in self._transcripts.values() for t in kept}
        touched = {s.transcript_id for s in fresh} & places.keys()
        for id_ in touched:
            positions = positions_of(self._store, id_)
            known = {s.id: s for s in (*self._segments[id_], *(s for s in fresh if s.transcript_id == id_))}
            missing = self._store.all(Segment, id=[i for i in positions if i not in known])
            known |= {s.id: s for s in missing}
            moved = (replace(known[i], position=at) for i, at in positions.items())
            self._segments[id_] = standing(moved)
            for segment_id in {s.id for s in (*fresh, *missing)}:
                self._tags[segment_id] = self._store.all(Tag, segment_id=segment_id)
        return {places[id_] for id_ in touched}

    def answer(self, answer: Answer, session: Session, guide: Guide) -> AnswerReading:
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
            session.expert_id in self._refusing,
        )

    def _take(self, transcript: Transcript) -> int:
        clip = self._clip_by_id.get(transcript.clip_id or 0)
        return clip.number if clip else 0

    def _fragments(
        self, transcript: Transcript, answer: Answer, session: Session, guide: Guide
    ) -> list[Fragment]:
        expert, decision = self._experts[session.expert_id], self._decided.get(answer.id)
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
                wish=decision.wish if decision else None,
            )
            for segment in self._segments[transcript.id]
        ]


def positions_of(store: Store, transcript_id: int) -> dict[int, int]:
    """The ids of the fragments that a transcript is made of, with their positions from 0, in that order."""
    rows = store.rows(
        f"select id, position from {TABLES[Segment]} where transcript_id = ? and position >= 0 order by position",
        (transcript_id,),
    )
    return {row["id"]: row["position"] for row in rows}


def not_to_be_told(store: Store) -> set[int]:
    """The ids of all fragments that are struck, or that others stand for by now."""
    sql = f"select id from {TABLES[Segment]} where release = ? or position < 0"
    return {row["id"] for row in store.rows(sql, (Release.STRUCK,))}


def standing(segments: Iterable[Segment]) -> list[Segment]:
    """Those that were neither split nor joined, in order of speaking."""
    return sorted((s for s in segments if not s.retired), key=lambda s: s.position)


def _tags(store: Store, transcript_ids: list[int]) -> dict[int, list[Tag]]:
    rows = store.all_below(Tag, Segment, "segment_id", "transcript_id", transcript_ids)
    return _grouped(rows, "segment_id")


def _grouped(things: Sequence[T], key: str) -> dict[int, list[T]]:
    groups: dict[int, list[T]] = defaultdict(list)
    for thing in things:
        groups[getattr(thing, key)].append(thing)
    return groups

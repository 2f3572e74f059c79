"""Fragments as if they were just transcribed, for tests of rules that need no store."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sessions.facets import Facet
from sessions.fragments import Fragment
from sessions.guides.model import Question
from sessions.interview import Answer, Clip, Session
from sessions.people import Company, Expert
from sessions.release import Release
from sessions.transcript import Doubt, Role, Segment, Source, Tag, TagOrigin, Transcript

WHEN = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)


def told(
    text: str,
    question: Question,
    at: int = 0,
    *,
    answer: int = 1,
    session: int = 1,
    role: Role = Role.EXPERT,
    doubt: Doubt = Doubt.NONE,
    release: Release = Release.INTERNAL,
    tags: Sequence[Tag] = (),
) -> Fragment:
    """What was said as number ``at`` of its answer; ids are unique within a conversation."""
    number = 100 * answer + at
    segment = Segment(
        answer, at, 5.0 * at, 5.0 * at + 4, text, text, role=role, doubt=doubt, release=release, id=number
    )
    return Fragment(
        segment=segment,
        tags=tuple(tags),
        transcript=Transcript(answer, Source.WHISPER, WHEN, clip_id=answer, id=answer),
        clip=Clip(answer, 1, f"audio/A{session}-{answer}.wav", "0" * 64, 1, 60.0, 48000, 1, WHEN, id=answer),
        answer=Answer(session, question.id, answer, id=answer),
        question=question,
        session=Session(f"A{session}", session, 1, 1, WHEN, id=session),
        expert=Expert("Jan van Dijk", "A", 1, id=1),
        company=Company("Vonkwerk", id=1),
        topics=question.topics[:1],
    )


def whole(said: Sequence[str], question: Question, answer: int = 1) -> list[Fragment]:
    """One answer of the expert, a sentence a fragment."""
    return [told(text, question, at, answer=answer) for at, text in enumerate(said)]


def labelled(topic: str, facet: Facet | None, *, score: float = 1.0, accepted: bool | None = None) -> Tag:
    """A label from the question, as the worker gives it."""
    return Tag(0, topic, TagOrigin.QUESTION, facet, score, accepted=accepted)

"""Transcripts: chunk by chunk, all or nothing, and one that people read."""

import pytest

from sessions.errors import ProgrammeError, TakenBack
from sessions.interview import Answer, Clip, Session
from sessions.jobs import Job, JobState
from sessions.moment import now
from sessions.people import Consent, Permission
from sessions.programme import Programme
from sessions.store import Store, interviews, queue
from sessions.store.conversations import move_clip
from sessions.store.transcripts import add_brought, add_chunk, begin, complete
from sessions.transcript import Segment, Source, Tag, TagOrigin, Transcript, TranscriptState
from tests.builders import add_clip

OPTIONS = {"temperature": [0.0, 0.2], "prompt": "draad"}


@pytest.fixture
def clip(programme: Programme, store: Store, jan: Session) -> Clip:
    """A clip that waits in the queue."""
    made = add_clip(programme, store, jan, "M2-V2", 1)
    queue.enqueue(store, made)
    return made


def started(store: Store, clip: Clip, model: str = "small") -> Transcript:
    return begin(store, clip, model=model, options=OPTIONS, language="nl")


def said(*texts: str, topic: str = "startgat") -> list[tuple[Segment, list[Tag]]]:
    return [
        (Segment(0, 0, float(i), i + 0.5, text, text), [Tag(0, topic, TagOrigin.QUESTION)])
        for i, text in enumerate(texts)
    ]


def job_of(store: Store) -> Job:
    job = queue.claim(store)
    assert job is not None
    return job


def told(store: Store, transcript: Transcript) -> list[tuple[int, str]]:
    return [(s.position, s.text) for s in store.all(Segment, transcript_id=transcript.id)]


def test_chunks_follow_each_other_without_a_gap_in_the_numbering(store: Store, clip: Clip) -> None:
    transcript = add_chunk(store, started(store, clip), said("een", "twee"), 10.0)
    transcript = add_chunk(store, transcript, said("drie"), 20.0)
    assert told(store, transcript) == [(0, "een"), (1, "twee"), (2, "drie")]
    assert store.get(Transcript, transcript.id).done_until == 20.0
    assert [t.segment_id for t in store.all(Tag)] == [s.id for s in store.all(Segment)]


def test_who_goes_on_finds_what_was_begun(store: Store, clip: Clip) -> None:
    transcript = add_chunk(store, started(store, clip), said("een"), 10.0)
    assert started(store, clip) == transcript


def test_what_was_begun_with_another_model_is_begun_anew(store: Store, clip: Clip) -> None:
    old = add_chunk(store, started(store, clip), said("een"), 10.0)
    new = started(store, clip, model="large-v2")
    assert new.done_until == 0.0
    assert [t.id for t in store.all(Transcript)] == [new.id]
    assert told(store, old) == []


def test_a_chunk_goes_in_whole_or_not_at_all(store: Store, clip: Clip) -> None:
    transcript = started(store, clip)
    double = [(said("een")[0][0], [Tag(0, "x", TagOrigin.QUESTION), Tag(0, "x", TagOrigin.HUMAN)])]
    with pytest.raises(ProgrammeError):
        add_chunk(store, transcript, [*said("nul"), *double], 10.0)
    assert told(store, transcript) == []
    assert store.get(Transcript, transcript.id).done_until == 0.0


def test_a_chunk_of_silence_only_moves_on(store: Store, clip: Clip) -> None:
    transcript = add_chunk(store, started(store, clip), [], 30.0)
    assert (told(store, transcript), transcript.done_until) == ([], 30.0)


def done(store: Store, transcript: Transcript) -> Transcript:
    finished = complete(store, transcript, job_of(store))
    assert finished is not None
    return finished


def test_what_the_worker_made_gives_way_to_text_that_came_meanwhile(store: Store, clip: Clip) -> None:
    machine, job = started(store, clip), job_of(store)
    text = add_brought(
        store, Transcript(clip.answer_id, Source.WEBVTT, now(), clip_id=clip.id), said("gebracht")
    )
    queue.withdraw(store, clip)
    assert complete(store, machine, job) is None
    assert [t.id for t in store.all(Transcript)] == [text.id]


def test_a_complete_transcript_takes_the_place_of_the_earlier_one(store: Store, clip: Clip) -> None:
    first = done(store, add_chunk(store, started(store, clip), said("een"), 1.0))
    queue.enqueue(store, clip)
    second = done(store, started(store, clip, "large-v2"))
    states = {t.id: t.state for t in store.all(Transcript)}
    assert states == {first.id: TranscriptState.SUPERSEDED, second.id: TranscriptState.CURRENT}
    assert {j.state for j in store.all(Job)} == {JobState.DONE}
    assert told(store, first) == [(0, "een")]


def test_text_that_came_along_takes_the_place_of_the_machines(store: Store, clip: Clip) -> None:
    machine = done(store, started(store, clip))
    text = add_brought(
        store, Transcript(clip.answer_id, Source.WEBVTT, now(), clip_id=clip.id), said("gebracht")
    )
    assert store.get(Transcript, machine.id).state is TranscriptState.SUPERSEDED
    assert text.state is TranscriptState.CURRENT


def test_texts_without_sound_stand_side_by_side(store: Store, clip: Clip) -> None:
    answer = store.get(Answer, clip.answer_id)
    texts = [
        add_brought(store, Transcript(answer.id, Source.SUBRIP, now()), said(word))
        for word in ("een", "twee")
    ]
    assert [store.get(Transcript, t.id).state for t in texts] == [TranscriptState.CURRENT] * 2


def test_of_a_brought_text_that_fails_nothing_is_left(store: Store, clip: Clip) -> None:
    double = [(said("een")[0][0], [Tag(0, "x", TagOrigin.QUESTION), Tag(0, "x", TagOrigin.HUMAN)])]
    with pytest.raises(ProgrammeError):
        add_brought(store, Transcript(clip.answer_id, Source.SUBRIP, now()), double)
    assert store.all(Transcript) == []


# --- what happens while the worker works -------------------------------------------------------------
def refuse(store: Store, session: Session) -> None:
    store.add(Consent(session.expert_id, Permission.TRANSCRIPT, given=False, at=now()))


def test_not_a_word_is_added_once_the_expert_refuses_and_what_was_there_stays(
    store: Store, jan: Session, clip: Clip
) -> None:
    transcript = add_chunk(store, started(store, clip), said("een"), 10.0)
    refuse(store, jan)
    with pytest.raises(TakenBack):
        add_chunk(store, transcript, said("twee"), 20.0)
    assert told(store, transcript) == [(0, "een")]
    assert store.get(Transcript, transcript.id) == transcript


def test_nobody_gets_to_read_what_is_complete_once_the_expert_refuses(
    store: Store, jan: Session, clip: Clip
) -> None:
    job = job_of(store)
    transcript = add_chunk(store, started(store, clip), said("een"), 10.0)
    refuse(store, jan)
    with pytest.raises(TakenBack):
        complete(store, transcript, job)
    assert store.get(Transcript, transcript.id).state is TranscriptState.IN_PROGRESS
    assert store.get(Job, job.id) == job


def elsewhere(store: Store, session: Session) -> Answer:
    question = interviews.guide_of(store, session).question("M3-V1")
    return interviews.answer_to(store, session, question)


@pytest.mark.parametrize("before", ["begin", "chunk", "end"])
def test_text_comes_under_the_question_to_which_its_recording_was_moved_meanwhile(
    store: Store, jan: Session, clip: Clip, before: str
) -> None:
    job, target = job_of(store), elsewhere(store, jan)

    def moved_before(step: str) -> None:
        if step == before:
            move_clip(store, clip, target)

    moved_before("begin")
    text = started(store, clip)
    moved_before("chunk")
    text = add_chunk(store, text, said("een"), 10.0)
    moved_before("end")
    complete(store, text, job)
    (stored,) = store.all(Transcript)
    assert (stored.answer_id, stored.state, stored.done_until) == (target.id, TranscriptState.CURRENT, 10.0)

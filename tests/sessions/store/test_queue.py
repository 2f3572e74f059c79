"""The queue of clips to transcribe."""

from dataclasses import replace

import pytest

from sessions.checking import check
from sessions.errors import TakenBack
from sessions.interview import AnswerState, Clip, Session
from sessions.jobs import MAX_ATTEMPTS, Job, JobState
from sessions.moment import now
from sessions.people import Consent, Permission
from sessions.programme import Programme
from sessions.store import Store, queue
from sessions.store.reading import read_session
from sessions.store.transcripts import add_brought
from sessions.transcript import Source, Transcript
from tests.builders import Said, add_clip, add_session, add_transcript


@pytest.fixture
def clips(programme: Programme, store: Store, jan: Session) -> list[Clip]:
    """Three takes of one answer, queued."""
    made = [add_clip(programme, store, jan, "M2-V2", 0.1) for _ in range(3)]
    for clip in made:
        queue.enqueue(store, clip)
    return made


def claimed(store: Store) -> Job:
    job = queue.claim(store)
    assert job is not None
    return job


def sure(job: Job | None) -> Job:
    assert job is not None
    return job


def word(store: Store, session: Session, *, given: bool) -> None:
    """The expert lets what they say become text from now on, or not any more."""
    store.add(Consent(session.expert_id, Permission.TRANSCRIPT, given, now()))


def test_the_oldest_comes_first_and_counts_as_an_attempt(store: Store, clips: list[Clip]) -> None:
    job = claimed(store)
    assert (job.clip_id, job.state, job.attempts) == (clips[0].id, JobState.RUNNING, 1)
    assert store.get(Job, job.id) == job


def test_an_empty_queue_gives_nothing(store: Store) -> None:
    assert queue.claim(store) is None
    assert queue.waiting_clips(store) == []


def test_what_is_taken_no_longer_waits(store: Store, clips: list[Clip]) -> None:
    claimed(store)
    assert queue.waiting_clips(store) == clips[1:]


def test_only_the_jobs_of_the_wanted_session_are_taken(
    programme: Programme, store: Store, jan: Session, clips: list[Clip]
) -> None:
    piet = add_session(store, "Piet", "Zuid")
    assert queue.claim(store, piet) is None
    clip = add_clip(programme, store, piet, "M2-V2", 0.1)
    queue.enqueue(store, clip)
    assert queue.waiting_clips(store, piet) == [clip]
    job = queue.claim(store, piet)
    assert job is not None
    assert job.clip_id == clip.id
    assert queue.waiting_clips(store, jan) == clips


def test_what_is_finished_is_done_and_has_no_reason_left(store: Store, clips: list[Clip]) -> None:
    queue.fail(store, claimed(store), "Kort haperen.")
    done = sure(queue.finish(store, claimed(store)))
    assert (done.clip_id, done.state, done.reason) == (clips[0].id, JobState.DONE, "")
    assert claimed(store).clip_id == clips[1].id


def test_what_is_given_back_keeps_its_place_and_its_attempts(store: Store, clips: list[Clip]) -> None:
    queue.give_back(store, claimed(store))
    job = claimed(store)
    assert (job.clip_id, job.attempts) == (clips[0].id, 1)


def test_after_three_failures_a_job_is_set_aside_and_the_rest_goes_on(
    store: Store, clips: list[Clip]
) -> None:
    states = [sure(queue.fail(store, claimed(store), f"poging {n}")) for n in range(MAX_ATTEMPTS)]
    assert [(s.clip_id, s.state) for s in states] == [
        (clips[0].id, JobState.QUEUED),
        (clips[0].id, JobState.QUEUED),
        (clips[0].id, JobState.SET_ASIDE),
    ]
    assert store.get(Job, states[0].id).reason == "poging 2"
    assert claimed(store).clip_id == clips[1].id


def test_a_reason_is_stored_and_returned_safe(store: Store, clips: list[Clip]) -> None:
    assert sure(queue.fail(store, claimed(store), "\x1b]0;weg\x07 [/x]\x00")).reason == "]0;weg [/x]"


def test_an_attempt_that_got_further_does_not_count_towards_the_last(store: Store, clips: list[Clip]) -> None:
    for _ in range(MAX_ATTEMPTS * 2):
        job = claimed(store)
        queue.progressed(store, job)
        assert sure(queue.fail(store, job, "stroom uit")).state is JobState.QUEUED


def test_a_job_that_was_withdrawn_is_left_alone(store: Store, clips: list[Clip]) -> None:
    job = claimed(store)
    queue.withdraw(store, clips[0])
    queue.progressed(store, replace(job, attempts=2))
    assert [queue.finish(store, job), queue.give_back(store, job), queue.fail(store, job, "x")] == [None] * 3
    assert clips[0].id not in [j.clip_id for j in store.all(Job)]


def test_a_recording_without_text_or_job_can_be_put_on_the_queue(store: Store, clips: list[Clip]) -> None:
    queue.withdraw(store, clips[1])
    assert queue.without_text(store) == [clips[1]]
    queue.retry_set_aside(store)
    assert [c.id for c in queue.waiting_clips(store)] == [
        clips[0].id,
        *(c.id for c in clips[2:]),
        clips[1].id,
    ]


def test_a_recording_that_is_still_open_waits_for_its_end_and_not_for_the_queue(
    store: Store, clips: list[Clip]
) -> None:
    queue.withdraw(store, clips[1])
    store.save(replace(clips[1], sha256=""))
    assert queue.without_text(store) == []
    queue.retry_set_aside(store)
    assert clips[1].id not in {clip.id for clip in queue.waiting_clips(store)}


def test_the_queue_is_empty_when_nothing_waits_any_more(
    store: Store, jan: Session, clips: list[Clip]
) -> None:
    piet = add_session(store, "Piet", "Zuid")
    assert (queue.is_empty(store), queue.is_empty(store, jan), queue.is_empty(store, piet)) == (
        False, False, True,
    )  # fmt: skip
    for _clip in clips:
        queue.finish(store, claimed(store))
    assert queue.is_empty(store)
    assert queue.is_empty(store, jan)


def test_a_dead_worker_loses_nothing(store: Store, clips: list[Clip]) -> None:
    claimed(store)
    claimed(store)
    recovered = queue.recover(store)
    assert [(j.clip_id, j.state) for j in recovered] == [(c.id, JobState.QUEUED) for c in clips[:2]]
    assert queue.waiting_clips(store) == clips
    assert queue.recover(store) == []


def test_a_clip_that_kills_the_worker_three_times_is_set_aside(store: Store, clips: list[Clip]) -> None:
    for _ in range(MAX_ATTEMPTS):
        claimed(store)
        queue.recover(store)
    assert store.get(Job, 1).state is JobState.SET_ASIDE
    assert queue.waiting_clips(store) == clips[1:]


def test_what_was_set_aside_can_be_tried_afresh(store: Store, clips: list[Clip]) -> None:
    for _ in range(MAX_ATTEMPTS):
        queue.fail(store, claimed(store), "kapot")
    (again,) = queue.retry_set_aside(store)
    assert (again.state, again.attempts) == (JobState.QUEUED, 0)
    assert queue.retry_set_aside(store) == []
    assert claimed(store).clip_id == clips[0].id


def test_a_removed_clip_takes_its_job_along(store: Store, clips: list[Clip]) -> None:
    store.delete(clips[0])
    assert claimed(store).clip_id == clips[1].id


# --- the expert's word -------------------------------------------------------------------------------
def test_what_waits_is_not_taken_any_more_when_the_expert_takes_the_permission_back(
    store: Store, jan: Session, clips: list[Clip]
) -> None:
    word(store, jan, given=True)
    word(store, jan, given=False)
    assert queue.claim(store) is None
    assert queue.claim(store, jan) is None
    assert {job.state for job in store.all(Job)} == {JobState.QUEUED}


def test_nothing_says_that_it_waits(
    programme: Programme, store: Store, jan: Session, clips: list[Clip]
) -> None:
    claimed(store)
    word(store, jan, given=False)
    assert queue.waiting_clips(store) == []
    assert queue.is_empty(store)
    assert queue.jobs_of(store, clips) == []
    assert set(queue.standing(store).values()) == {0}
    assert [a.state for a in read_session(store, jan).answers] == [AnswerState.RECORDED]
    assert check(programme, store) == []


def test_what_others_said_is_still_done(
    programme: Programme, store: Store, jan: Session, clips: list[Clip]
) -> None:
    piet = add_session(store, "Piet", "Zuid")
    clip = add_clip(programme, store, piet, "M2-V2", 0.1)
    queue.enqueue(store, clip)
    word(store, jan, given=False)
    assert queue.waiting_clips(store) == [clip]
    assert claimed(store).clip_id == clip.id


def test_what_was_set_aside_is_not_tried_again_against_the_experts_word(
    store: Store, jan: Session, clips: list[Clip]
) -> None:
    for _ in range(MAX_ATTEMPTS):
        queue.fail(store, claimed(store), "kapot")
    queue.withdraw(store, clips[2])
    word(store, jan, given=False)
    assert queue.retry_set_aside(store) == []
    assert queue.standing(store)[JobState.SET_ASIDE] == 0
    assert [j.state for j in store.all(Job)] == [JobState.SET_ASIDE, JobState.QUEUED]


def test_what_was_taken_is_not_begun_against_the_experts_word(
    store: Store, jan: Session, clips: list[Clip]
) -> None:
    job = claimed(store)
    queue.refuse_withdrawn(store, job)
    word(store, jan, given=False)
    with pytest.raises(TakenBack, match="may not become text"):
        queue.refuse_withdrawn(store, job)


def test_what_was_transcribed_before_stays_and_counts_as_done(
    programme: Programme, store: Store, jan: Session
) -> None:
    clip = add_clip(programme, store, jan, "M2-V2", 0.1)
    text = add_transcript(store, clip, [Said("Een gecoate draad.")])
    word(store, jan, given=False)
    (answer,) = read_session(store, jan).answers
    assert [f.transcript for f in answer.fragments] == [text]
    assert answer.state is AnswerState.TRANSCRIBED
    assert queue.standing(store)[JobState.DONE] == 1


def test_when_the_expert_permits_it_after_all_everything_waits_at_its_place_again(
    store: Store, jan: Session, clips: list[Clip]
) -> None:
    word(store, jan, given=False)
    word(store, jan, given=True)
    assert queue.waiting_clips(store) == clips
    assert claimed(store).clip_id == clips[0].id


# --- once more ---------------------------------------------------------------------------------------
def test_what_a_model_transcribed_is_queued_again_and_nothing_else(
    programme: Programme, store: Store, jan: Session
) -> None:
    done, waiting, text = (add_clip(programme, store, jan, q, 1) for q in ("M2-V2", "M3-V4", "M3-V1"))
    add_transcript(store, done, [Said("een")])
    add_brought(store, Transcript(text.answer_id, Source.WEBVTT, now(), clip_id=text.id), [])
    queue.enqueue(store, waiting)
    assert [job.clip_id for job in queue.transcribe_again(store)] == [done.id]
    assert queue.transcribe_again(store) == []
    assert {clip.id for clip in queue.waiting_clips(store)} == {done.id, waiting.id}


def test_only_that_of_one_session_and_nothing_that_is_refused(
    programme: Programme, store: Store, jan: Session
) -> None:
    add_transcript(store, add_clip(programme, store, jan, "M2-V2", 1), [Said("een")])
    other = add_session(store, "Fatima", "Zuid")
    assert queue.transcribe_again(store, other) == []
    store.add(Consent(jan.expert_id, Permission.TRANSCRIPT, given=False, at=now()))
    assert queue.transcribe_again(store, jan) == []
    assert queue.standing(store, jan)[JobState.DONE] == 1

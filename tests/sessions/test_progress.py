"""Half an answer is no answer."""

import pytest

from sessions.interview import Answer, AnswerState, Clip
from sessions.jobs import Job, JobState
from sessions.moment import now
from sessions.progress import progress
from sessions.transcript import Source, Transcript

ANSWER = Answer(1, "M1-V1", 1, id=1)
DONE, WAITS, RUNS, ASIDE = JobState.DONE, JobState.QUEUED, JobState.RUNNING, JobState.SET_ASIDE


def clip(number: int) -> Clip:
    return Clip(1, number, f"{number}.wav", "", 0, 1.0, 16_000, 1, now(), id=number)


def job(number: int, state: JobState, reason: str = "") -> Job:
    return Job(number, now(), state, reason=reason)


def text(number: int | None) -> Transcript:
    return Transcript(1, Source.WHISPER, now(), number)


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ([DONE], AnswerState.TRANSCRIBED),
        ([WAITS], AnswerState.RECORDED),
        ([RUNS], AnswerState.RECORDED),
        ([ASIDE], AnswerState.FAILED),
        ([DONE, DONE], AnswerState.TRANSCRIBED),
        ([DONE, WAITS], AnswerState.RECORDED),
        ([DONE, RUNS], AnswerState.RECORDED),
        ([DONE, ASIDE], AnswerState.FAILED),
        ([WAITS, ASIDE], AnswerState.FAILED),
    ],
)
def test_every_clip_counts(states: list[JobState], expected: AnswerState) -> None:
    clips = [clip(n) for n, _state in enumerate(states, 1)]
    jobs = [job(n, state) for n, state in enumerate(states, 1)]
    assert progress(ANSWER, clips, [text(1)], jobs).state is expected


def test_the_reasons_are_those_of_what_is_set_aside_now() -> None:
    clips = [clip(1), clip(2), clip(3)]
    jobs = [job(1, ASIDE, "vol"), job(2, ASIDE, "stuk"), job(3, WAITS, "nog eens"), job(1, DONE)]
    assert progress(ANSWER, clips, [], jobs).reasons == ("stuk",)


def test_text_that_came_alone_is_transcribed() -> None:
    assert progress(ANSWER, [], [text(None)], []).state is AnswerState.TRANSCRIBED


def test_a_clip_without_a_job_is_done_where_its_text_was_brought() -> None:
    assert progress(ANSWER, [clip(1)], [text(1)], []).state is AnswerState.TRANSCRIBED
    assert progress(ANSWER, [clip(1)], [text(None)], []).state is AnswerState.RECORDED


def test_without_sound_or_text_an_answer_is_open_or_skipped() -> None:
    skipped = Answer(1, "M1-V1", 1, skipped_because="geen tijd")
    assert progress(ANSWER, [], [], []).state is AnswerState.OPEN
    assert progress(skipped, [], [], []).state is AnswerState.SKIPPED

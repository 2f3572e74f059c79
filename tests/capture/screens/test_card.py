from dataclasses import replace

import pytest

from capture.screens.card import question_card
from capture.screens.withdrawing.taken_back import TakenBack, done_told
from sessions.fragments import SessionReading
from sessions.i18n import gettext as _
from sessions.jobs import Job, JobState
from sessions.people import Permission
from sessions.programme import Programme
from sessions.store.interviews import find_session
from sessions.store.reading import read_session
from sessions.withdrawal import Because, Withdrawal

Told = tuple[SessionReading, list[Job]]


@pytest.fixture
def told(programme: Programme) -> Told:
    with programme.store() as store:
        return read_session(store, find_session(store, "A1")), store.all(Job)


def card(told: Told, number: int, **change: object) -> str:
    reading, jobs = told
    changed = [replace(j, **change) for j in jobs]  # type: ignore[arg-type]
    return question_card(reading.answers[number - 1], reading.guide, changed).plain


def test_the_card_holds_the_question_and_its_topics(told: Told) -> None:
    text = card(told, 1)
    assert text.startswith("Hoe bepaal jij waar het startgat komt")
    assert _("● {topic}").format(topic="Startgaten maken en plaatsen") in text


def test_the_demo_model_is_called_what_it_is(told: Told) -> None:
    warning = _("demo model: knows only the demo's speech, never for a real interview")
    assert warning in card(told, 1)
    assert warning not in card(told, 2)
    assert _("model {model}").format(model="small") in card(told, 2)


def test_underlining_is_explained_only_where_there_is_any(told: Told) -> None:
    legend = _("underlined: a word that was hardly heard")
    assert legend in card(told, 1)
    assert legend not in card(told, 2)


def test_a_recording_set_aside_says_why(told: Told) -> None:
    assert _("set aside: {reason}").format(reason="The recording stops in the middle.") in card(told, 3)
    assert "vakborg transcribe --retry" in card(told, 3)


def test_a_waiting_recording_says_what_to_do(told: Told) -> None:
    assert "vakborg transcribe" in card(told, 4)
    assert _("(last time: {reason})").format(reason="Vol") in card(told, 4, reason="Vol")


def test_a_recording_without_speech_says_so(told: Told) -> None:
    assert _("no speech was found in it") in card(told, 4, state=JobState.DONE)


def test_a_running_recording_does_not_pretend_that_its_worker_lives(told: Told) -> None:
    assert "vakborg transcribe" in card(told, 4, state=JobState.RUNNING)


def test_text_without_sound_names_its_file(programme: Programme) -> None:
    with programme.store() as store:
        reading = read_session(store, find_session(store, "B1"))
    assert "overleg.vtt" in question_card(reading.answers[1], reading.guide, []).plain


def test_a_skipped_question_tells_its_reason_and_an_open_one_that_there_is_nothing(told: Told) -> None:
    reading, jobs = told
    bare = replace(reading.answers[3], clips=(), fragments=())
    assert _("nothing was recorded for this question") in question_card(bare, reading.guide, jobs).plain
    skipped = replace(bare, answer=replace(bare.answer, skipped_because="geen tijd", note="later"))
    text = question_card(skipped, reading.guide, jobs).plain
    assert _("skipped: {reason}").format(reason="geen tijd") in text
    assert _("note: {note}").format(note="later") in text


def test_sound_that_was_taken_out_is_told_calmly(told: Told) -> None:
    reading, jobs = told
    answer = reading.answers[0]
    erased = tuple(replace(clip, erased=True) for clip in answer.clips)
    silent = replace(answer, answer=replace(answer.answer, withdrawn=True), clips=erased)
    text = question_card(silent, reading.guide, jobs).plain
    assert "Recording 1, 00:20: the sound was taken out, the text stayed" in text
    assert "Something of this answer" not in text


def test_an_answer_of_which_nothing_is_left_says_that_and_not_what(told: Told) -> None:
    reading, jobs = told
    answer = reading.answers[0]
    gone = replace(answer, answer=replace(answer.answer, withdrawn=True), clips=(), fragments=())
    text = question_card(gone, reading.guide, jobs).plain
    assert "What was said here was taken out; it can be asked again." in text
    assert "nothing was recorded" not in text


def test_what_was_taken_out_says_what_and_when(told: Told) -> None:
    reading, _jobs = told
    answer = reading.answers[0]
    gone = replace(answer, answer=replace(answer.answer, withdrawn=True), fragments=(), refused=True)
    note = Withdrawal(1, Permission.TRANSCRIPT, Because.WITHDRAWN, reading.session.started_at, "Bea")
    text = question_card(gone, reading.guide, [], TakenBack(done={Permission.TRANSCRIPT: note})).plain
    assert done_told(note) in text
    assert _("it may not become text") in text
    assert "vakborg transcribe" not in text

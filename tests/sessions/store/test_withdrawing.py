"""What hangs on a permission, and what is due."""

from pathlib import Path

import pytest

from sessions.interview import Answer, Clip, Session
from sessions.jobs import Job, JobState
from sessions.people import Consent, Expert, Permission
from sessions.programme import Programme
from sessions.store import Store, queue
from sessions.store.people import keep_consent
from sessions.store.withdrawing import (
    ERASE_DUE,
    Due,
    due,
    loss,
    note_pending,
    pending_of,
    revoke,
    stop_work,
    take_out,
    withdrawals,
)
from sessions.transcript import Transcript
from sessions.withdrawal import Because
from tests.builders import STARTGAT, add_clip, add_transcript

SOUND, TEXT, NAME = Permission.RECORDING, Permission.TRANSCRIPT, Permission.NAMED_QUOTE


@pytest.fixture
def expert(store: Store, jan: Session) -> Expert:
    return store.get(Expert, jan.expert_id)


@pytest.fixture
def told(programme: Programme, store: Store, jan: Session) -> Clip:
    """A recording that became text."""
    clip = add_clip(programme, store, jan, "M2-V2", 20)
    add_transcript(store, clip, STARTGAT)
    return clip


def test_silence_is_not_due(store: Store, told: Clip) -> None:
    assert due(store) == []


def test_what_was_refused_and_is_there_is_due(store: Store, expert: Expert, told: Clip) -> None:
    keep_consent(store, expert, {SOUND: False, TEXT: False, NAME: False}, "Anneke")
    assert due(store) == [Due(expert, SOUND), Due(expert, TEXT)]


def test_what_was_refused_before_anything_was_said_is_not_due(store: Store, expert: Expert) -> None:
    keep_consent(store, expert, {SOUND: False, TEXT: False}, "Anneke")
    assert due(store) == []


def test_sound_and_text_are_counted_apart(store: Store, expert: Expert, told: Clip) -> None:
    sound, text = loss(store, expert, [SOUND]), loss(store, expert, [TEXT])
    assert (sound.recordings, sound.seconds, sound.fragments, sound.kept_text) == (1, 20.0, 0, True)
    assert (text.recordings, text.fragments, text.kept_text) == (0, 3, False)
    assert text.tags > 0
    assert loss(store, expert, [NAME, Permission.CLIP]).empty
    assert loss(store, expert, [TEXT, SOUND]).permissions == (SOUND, TEXT)


def test_taking_back_is_noted_once_with_who_asked(store: Store, expert: Expert) -> None:
    keep_consent(store, expert, {SOUND: True, TEXT: True}, "Anneke", wording="2")
    for _again in range(2):
        revoke(store, expert, [SOUND], "Piet\n")
    said = [(c.permission, c.given, c.asked_by, c.wording) for c in store.all(Consent)]
    assert said[2:] == [(SOUND, False, "Piet", "2")]


def test_a_worker_finds_no_job_any_more(
    programme: Programme, store: Store, jan: Session, expert: Expert
) -> None:
    clip = add_clip(programme, store, jan, "M2-V2", 20)
    queue.enqueue(store, clip)
    job = queue.claim(store)
    assert job is not None
    stop_work(store, expert)
    assert store.all(Job) == []
    assert queue.fail(store, job, "the file is gone") is None


def test_without_its_sound_an_answer_keeps_its_text_and_is_done(
    store: Store, expert: Expert, told: Clip
) -> None:
    notes = take_out(store, expert, [SOUND], Because.WITHDRAWN, "Anneke")
    assert [note.permission for note in notes] == [SOUND]
    left = store.get(Clip, told.id)
    assert (left.erased, left.sha256, left.size, left.original_name, left.seconds) == (True, "", 0, "", 20.0)
    assert store.count(Transcript) == 1
    assert store.all(Answer)[0].withdrawn
    assert queue.standing(store)[JobState.QUEUED] == 0
    assert queue.retry_set_aside(store) == []


def test_without_its_text_too_nothing_is_left_of_a_recording(
    store: Store, expert: Expert, told: Clip
) -> None:
    take_out(store, expert, [SOUND], Because.WITHDRAWN, "Anneke")
    take_out(store, expert, [TEXT], Because.RETENTION, "Anneke")
    assert (store.count(Clip), store.count(Transcript)) == (0, 0)
    assert [note.because for note in withdrawals(store, expert)] == [Because.WITHDRAWN, Because.RETENTION]


def test_what_took_nothing_out_leaves_no_note(store: Store, expert: Expert) -> None:
    assert take_out(store, expert, [SOUND, TEXT, NAME], Because.WITHDRAWN, "Anneke") == []


def test_what_the_file_may_hold_still_is_due_until_it_is_cleaned(store: Store, expert: Expert) -> None:
    path = note_pending(store, expert, [SOUND, NAME])
    note_pending(store, expert, [TEXT])
    assert path == store.path.parent / ERASE_DUE
    assert pending_of(store) == {(expert.id, SOUND), (expert.id, TEXT)}
    assert due(store) == [Due(expert, SOUND), Due(expert, TEXT)]
    path.unlink()
    assert due(store) == []


@pytest.mark.parametrize("content", ["", "{", '[["x", "recording"]]', "[[1, 2, 3]]"])
def test_a_note_of_another_kind_is_nobodys(store: Store, content: str) -> None:
    Path(store.path.parent / ERASE_DUE).write_text(content)
    assert pending_of(store) == set()

"""What a conversation writes while it goes on."""

from dataclasses import replace
from datetime import timedelta

import pytest

from sessions.interview import (
    Answer,
    Attachment,
    Case,
    Clip,
    HandledFollowUp,
    Marker,
    MarkerKind,
    Session,
)
from sessions.jobs import Job, JobState
from sessions.moment import now
from sessions.people import Company, Consent, Permission
from sessions.programme import Programme
from sessions.spending import Stretch, Who, spent
from sessions.store import Store, interviews, queue, transcripts
from sessions.store.conversations import (
    begin_clip,
    begin_stretch,
    close_clip,
    drop_clip,
    forget_text,
    go_on,
    move_clip,
    open_clips,
    read_ledger,
    reopen_clip,
)
from sessions.transcript import Segment, Transcript
from tests.builders import Said, add_clip, add_session, add_text, add_transcript

SHA = "ab" * 32


def answer(store: Store, session: Session, question_id: str = "M2-V2") -> Answer:
    guide = interviews.guide_of(store, session)
    return interviews.answer_to(store, session, guide.question(question_id))


def begun(store: Store, session: Session, question_id: str = "M2-V2", taken: tuple[str, ...] = ()) -> Clip:
    to = answer(store, session, question_id)
    return begin_clip(store, session, to, taken=taken, rate=48_000, channels=1)


def closed(store: Store, clip: Clip, seconds: float = 2.0) -> Clip:
    return close_clip(store, clip, sha256=SHA, size=96, seconds=seconds)


def consent(store: Store, session: Session, permission: Permission, *, given: bool) -> None:
    moment = now() + timedelta(seconds=store.count(Consent))
    store.add(Consent(session.expert_id, permission, given, moment))


def put_down(store: Store, clip: Clip) -> Transcript:
    """The worker wrote down what was said in ``clip``."""
    for job in store.all(Job, clip_id=clip.id):
        store.delete(job)
    return add_transcript(store, clip, [Said("Een gecoate draad.")])


# --- a recording begins and ends ---------------------------------------------------------------------
def test_a_take_is_open_from_before_its_first_sample_until_it_is_closed(store: Store, jan: Session) -> None:
    clip = begun(store, jan)
    assert clip.open
    assert (clip.number, clip.rate, clip.channels, clip.seconds) == (1, 48_000, 1, 0.0)
    assert open_clips(store) == [clip]
    assert not closed(store, clip).open
    assert open_clips(store) == []


def test_a_take_that_was_taken_out_is_not_open(store: Store, jan: Session) -> None:
    clip = closed(store, begun(store, jan))
    store.save(replace(clip, sha256="", erased=True))
    assert open_clips(store) == []


def test_no_take_gets_a_path_that_another_had_or_that_lies_on_the_disk(store: Store, jan: Session) -> None:
    first = begun(store, jan)
    drop_clip(store, first)
    second = begun(store, jan, taken=(first.path,))
    third = begun(store, jan, taken=(first.path,))
    assert len({first.path, second.path, third.path}) == 3
    assert all(c.path.startswith("audio/A1/01-M2-V2-") for c in (first, second, third))


def test_a_path_that_another_answer_holds_is_not_given_out(store: Store, jan: Session) -> None:
    clip = begun(store, jan)
    store.save(replace(clip, answer_id=answer(store, jan, "M3-V1").id))
    assert begun(store, jan).path != clip.path


def test_takes_are_counted_per_answer(store: Store, jan: Session) -> None:
    takes = [begun(store, jan), begun(store, jan), begun(store, jan, "M3-V1")]
    assert [c.number for c in takes] == [1, 2, 1]


def test_a_closed_take_waits_once_for_its_text(store: Store, jan: Session) -> None:
    clip = begun(store, jan)
    assert store.all(Job) == []
    closed(store, clip)
    closed(store, clip)
    assert [(j.clip_id, j.state) for j in store.all(Job)] == [(clip.id, JobState.QUEUED)]


@pytest.mark.parametrize(
    ("words", "jobs"), [((), 1), ((True,), 1), ((False,), 0), ((True, False), 0), ((False, True), 1)]
)
def test_whoever_refused_that_it_becomes_text_is_not_transcribed(
    store: Store, jan: Session, words: tuple[bool, ...], jobs: int
) -> None:
    for given in words:
        consent(store, jan, Permission.TRANSCRIPT, given=given)
    closed(store, begun(store, jan))
    assert store.count(Job) == jobs


def test_another_refusal_or_another_expert_is_no_reason_not_to_transcribe(store: Store, jan: Session) -> None:
    consent(store, add_session(store, "Piet", "Zuid"), Permission.TRANSCRIPT, given=False)
    consent(store, jan, Permission.NAMED_QUOTE, given=False)
    closed(store, begun(store, jan))
    assert store.count(Job) == 1


# --- it belongs to another answer --------------------------------------------------------------------
def test_a_take_takes_along_what_was_marked_and_attached_and_said_in_it(
    programme: Programme, store: Store, jan: Session
) -> None:
    clip, other = closed(store, begun(store, jan)), closed(store, begun(store, jan))
    target = answer(store, jan, "M3-V1")
    inside = store.add(Marker(clip.answer_id, MarkerKind.PROBE, clip.id, 1.0, probe=2))
    outside = store.add(Marker(clip.answer_id, MarkerKind.PROBE, other.id, 1.0, probe=1))
    photo = store.add(
        Attachment(clip.answer_id, "attachments/A1/a.jpg", SHA, 3, "a.jpg", now(), clip.id, 1.5)
    )
    for job in store.all(Job, clip_id=other.id):
        store.delete(job)
    text = put_down(store, clip)
    moved = move_clip(store, clip, target)
    assert (moved.answer_id, moved.number, moved.path) == (target.id, 1, clip.path)
    assert store.get(Marker, inside.id) == replace(inside, answer_id=target.id)
    assert store.get(Marker, outside.id) == outside
    assert store.get(Transcript, text.id).answer_id == target.id
    assert store.get(Attachment, photo.id) == replace(photo, answer_id=target.id)


def test_a_take_that_was_moved_while_it_was_recorded_is_closed_where_it_is_now(
    store: Store, jan: Session
) -> None:
    clip, target = begun(store, jan), answer(store, jan, "M3-V1")
    begun(store, jan, "M3-V1")
    move_clip(store, clip, target)
    done = closed(store, clip)
    assert (done.answer_id, done.number) == (target.id, 2)


# --- striking ----------------------------------------------------------------------------------------
def test_a_take_that_is_struck_loses_its_text_and_the_marks_after_its_end_at_once(
    programme: Programme, store: Store, jan: Session
) -> None:
    clip = closed(store, begun(store, jan), seconds=5.0)
    text = put_down(store, clip)
    early = store.add(Marker(clip.answer_id, MarkerKind.PROBE, clip.id, 1.0, probe=2))
    store.add(Marker(clip.answer_id, MarkerKind.PROBE, clip.id, 4.0, probe=1))
    loose = store.add(Marker(clip.answer_id, MarkerKind.PROBE, probe=3))
    struck = reopen_clip(store, clip, 3.0)
    assert store.all(Marker) == [early, loose]
    assert store.first(Transcript, id=text.id) is None
    assert (store.all(Segment), store.all(Job)) == ([], [])
    close_clip(store, struck, sha256="cd" * 32, size=48, seconds=3.0)
    assert [j.state for j in store.all(Job, clip_id=clip.id)] == [JobState.QUEUED]


def test_what_a_worker_has_in_hand_of_a_struck_take_is_thrown_away(
    programme: Programme, store: Store, jan: Session
) -> None:
    clip = closed(store, begun(store, jan))
    job = queue.claim(store)
    assert job is not None
    working = transcripts.begin(store, clip, model="small", options={}, language="nl")
    forget_text(store, clip)
    assert transcripts.complete(store, working, job) is None
    assert store.all(Transcript) == []


def test_the_words_that_a_suggestion_quoted_go_with_the_text(store: Store, jan: Session) -> None:
    clip = closed(store, begun(store, jan))
    here = store.add(HandledFollowUp(clip.answer_id, "zintuig", "dat hoor je", asked=True, at=now()))
    there = store.add(
        HandledFollowUp(answer(store, jan, "M3-V1").id, "zintuig", "je ruikt het", False, now())
    )
    forget_text(store, clip)
    assert store.all(HandledFollowUp) == [replace(here, quote=""), there]


def test_a_take_that_is_opened_again_tells_how_much_of_it_is_to_remain(store: Store, jan: Session) -> None:
    clip = closed(store, begun(store, jan))
    put_down(store, clip)
    reopened = reopen_clip(store, clip, 0.5)
    assert reopened == replace(clip, sha256="", seconds=0.5)
    assert open_clips(store) == [reopened]
    assert (store.all(Transcript), store.all(Job)) == ([], [])


def test_that_a_probe_was_asked_stays_where_nothing_of_its_take_remains(store: Store, jan: Session) -> None:
    clip = closed(store, begun(store, jan))
    store.add(Marker(clip.answer_id, MarkerKind.PROBE, clip.id, 1.0, probe=2))
    drop_clip(store, reopen_clip(store, clip, 0.0))
    assert [(m.kind, m.clip_id, m.probe) for m in store.all(Marker)] == [(MarkerKind.PROBE, None, 2)]


def test_text_of_another_take_stays(programme: Programme, store: Store, jan: Session) -> None:
    clip, other = (add_clip(programme, store, jan, "M2-V2", 0.1) for _ in range(2))
    text = put_down(store, other)
    put_down(store, clip)
    forget_text(store, clip)
    assert store.all(Transcript) == [text]


def test_a_take_without_sound_goes_with_its_marks(store: Store, jan: Session) -> None:
    clip = begun(store, jan)
    store.add(Marker(clip.answer_id, MarkerKind.OFF_THE_RECORD, clip.id, 0.0))
    drop_clip(store, clip)
    assert (store.all(Clip), store.all(Marker)) == ([], [])


# --- time --------------------------------------------------------------------------------------------
def test_a_stretch_of_time_lasts_until_it_was_last_put_down(store: Store, jan: Session) -> None:
    stretch = begin_stretch(store, jan, Who.EXPERT)
    assert spent(store.all(Stretch), Who.EXPERT) == timedelta()
    go_on(store, [(stretch, timedelta(minutes=3))])
    assert spent(store.all(Stretch), Who.EXPERT) == timedelta(minutes=3)


# --- the ledger --------------------------------------------------------------------------------------
def test_the_ledger_holds_all_of_its_session_and_nothing_of_another(
    programme: Programme, store: Store, jan: Session
) -> None:
    piet = add_session(store, "Piet", "Zuid")
    for session in (piet, jan):
        clip = closed(store, begun(store, session))
        put_down(store, clip)
        store.add(Marker(clip.answer_id, MarkerKind.GOLDEN_QUOTE, clip.id, 1.0))
        store.add(HandledFollowUp(clip.answer_id, "zintuig", "dat hoor je", asked=True, at=now()))
        path = f"attachments/{session.code}/a.jpg"
        store.add(Attachment(clip.answer_id, path, SHA, 3, "a.jpg", now()))
        begin_stretch(store, session, Who.EXPERT)
    for company in store.all(Company):
        store.add(Case(company.id, f"Stempel van {company.name}"))
    ledger = read_ledger(store, jan.id)
    mine = answer(store, jan).id
    assert ledger.session == jan
    assert list(ledger.answers) == ["M2-V2"]
    assert [c.answer_id for c in ledger.clips] == [mine]
    assert [m.answer_id for m in ledger.markers] == [mine]
    assert [a.answer_id for a in ledger.attachments] == [mine]
    assert [t.answer_id for t in ledger.texts] == [mine]
    assert [h.answer_id for h in ledger.handled] == [mine]
    assert [j.clip_id for j in ledger.jobs] == [c.id for c in ledger.clips]
    assert [s.session_id for s in ledger.stretches] == [jan.id]
    assert [c.title for c in ledger.cases] == ["Stempel van Noord"]


def test_what_may_not_become_text_does_not_wait_for_it_in_the_ledger(store: Store, jan: Session) -> None:
    closed(store, begun(store, jan))
    consent(store, jan, Permission.TRANSCRIPT, given=False)
    assert read_ledger(store, jan.id).jobs == ()
    consent(store, jan, Permission.TRANSCRIPT, given=True)
    assert [j.state for j in read_ledger(store, jan.id).jobs] == [JobState.QUEUED]


def test_the_ledger_of_a_session_that_has_just_begun_is_empty(store: Store, jan: Session) -> None:
    ledger = read_ledger(store, jan.id)
    assert (ledger.answers, ledger.clips, ledger.jobs, ledger.texts) == ({}, (), (), ())
    assert (ledger.clips_of(None), ledger.markers_of(None)) == ([], [])


def test_takes_come_in_their_order_and_only_those_of_the_answer(store: Store, jan: Session) -> None:
    first, other = begun(store, jan), begun(store, jan, "M3-V1")
    moved = move_clip(store, other, answer(store, jan))
    ledger = read_ledger(store, jan.id)
    assert ledger.clips_of(ledger.answers["M2-V2"]) == [first, moved]
    assert ledger.clips_of(ledger.answers["M3-V1"]) == []


def test_text_that_was_brought_as_a_file_counts_too(store: Store, jan: Session) -> None:
    text = add_text(store, jan, "M2-V2", [Said("Grafiet.")], original_name="overleg.vtt")
    assert read_ledger(store, jan.id).texts == (text,)

"""Sessions as people read them."""

from pathlib import Path

import pytest

from sessions.fragments import AnswerReading, SessionReading
from sessions.interview import AnswerState, Clip
from sessions.programme import Programme
from sessions.store import Store, queue
from sessions.store.interviews import find_session
from sessions.store.reading import read_session, read_sessions
from sessions.store.transcripts import add_chunk, begin
from sessions.transcript import Doubt, Role, Segment, TagOrigin
from tests.builders import Said, add_clip, add_transcript, make_programme


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    """Two experts who told something."""
    return make_programme(tmp_path / "edm")


def jan(store: Store) -> SessionReading:
    return read_session(store, find_session(store, "A1"))


def answer(reading: SessionReading, question_id: str) -> AnswerReading:
    return next(a for a in reading.answers if a.question.id == question_id)


def texts(answer: AnswerReading) -> list[str]:
    return [f.segment.text for f in answer.fragments]


def test_a_session_comes_with_its_expert_company_and_guide(store: Store) -> None:
    reading = jan(store)
    assert (reading.expert.name, reading.company.name) == ("Jan van Dijk", "Vonkwerk")
    assert reading.guide.id == "edm-nl"
    assert reading.named is False
    assert read_session(store, find_session(store, "B1")).named is True


def test_answers_stand_in_their_own_order(store: Store) -> None:
    assert [a.answer.number for a in jan(store).answers] == [1, 2, 3, 4]
    assert [a.question.id for a in jan(store).answers] == ["M2-V2", "M3-V4", "M7-V1", "M3-V1"]


def test_a_fragment_knows_all_that_it_came_from(store: Store) -> None:
    asked, first, _second = answer(jan(store), "M2-V2").fragments
    assert asked.segment.role is Role.INTERVIEWER
    assert (first.expert.name, first.company.name, first.session.code) == ("Jan van Dijk", "Vonkwerk", "A1")
    assert first.clip is not None
    assert (first.clip.number, first.transcript.model, first.question.id) == (1, "demo-nl", "M2-V2")
    assert {t.origin for t in first.tags} == {TagOrigin.QUESTION}


def test_all_sessions_are_read_as_each_by_itself(store: Store) -> None:
    both = read_sessions(store)
    assert both == [read_session(store, r.session) for r in both]
    assert [r.session.code for r in both] == ["A1", "B1"]
    assert read_sessions(store, []) == []


def test_tags_and_fragments_stay_with_their_own_session(store: Store) -> None:
    for reading in read_sessions(store):
        for fragment in (f for a in reading.answers for f in a.fragments):
            assert {t.segment_id for t in fragment.tags} <= {fragment.segment.id}
            assert fragment.answer.session_id == reading.session.id


def test_text_without_sound_has_no_clip(store: Store) -> None:
    fatima = read_session(store, find_session(store, "B1"))
    alone = answer(fatima, "M4-V2")
    assert (alone.clips, {f.clip for f in alone.fragments}) == ((), {None})
    assert [f.segment.speaker for f in alone.fragments] == ["Anneke", "Fatima"]


def test_takes_are_read_in_their_order_whenever_they_were_transcribed(
    programme: Programme, store: Store
) -> None:
    store.execute("delete from job")
    session = find_session(store, "A1")
    second = add_clip(programme, store, session, "M8-V2", 1)
    third = add_clip(programme, store, session, "M8-V2", 1)
    add_transcript(store, third, [Said("later")])
    add_transcript(store, second, [Said("eerder")])
    assert texts(answer(jan(store), "M8-V2")) == ["eerder", "later"]


def test_only_the_latest_transcript_is_read(store: Store) -> None:
    store.execute("delete from job")
    clip = answer(jan(store), "M2-V2").clips[0]
    add_transcript(store, clip, [Said("opnieuw gehoord")], model="large-v2")
    assert texts(answer(jan(store), "M2-V2")) == ["opnieuw gehoord"]


def test_what_is_still_being_heard_is_not_read(store: Store) -> None:
    clip = answer(jan(store), "M3-V1").clips[0]
    begun = begin(store, clip, model="small", options={}, language="nl")
    add_chunk(store, begun, [(Segment(0, 0, 0.0, 1.0, "half", "half"), [])], 1.0)
    assert texts(answer(jan(store), "M3-V1")) == []


def test_how_far_an_answer_is(store: Store) -> None:
    states = {a.question.id: a.state for a in jan(store).answers}
    assert states == {
        "M2-V2": AnswerState.TRANSCRIBED,
        "M3-V4": AnswerState.TRANSCRIBED,
        "M7-V1": AnswerState.FAILED,
        "M3-V1": AnswerState.RECORDED,
    }
    assert answer(jan(store), "M7-V1").reasons == ("The recording stops in the middle.",)


def test_a_silent_recording_that_is_done_counts_as_transcribed(store: Store) -> None:
    job = queue.claim(store)
    assert job is not None
    queue.finish(store, job)
    assert answer(jan(store), "M3-V1").state is AnswerState.TRANSCRIBED


def test_a_second_take_that_waits_keeps_the_answer_from_being_transcribed(
    programme: Programme, store: Store
) -> None:
    queue.enqueue(store, add_clip(programme, store, find_session(store, "A1"), "M2-V2", 1))
    read = answer(jan(store), "M2-V2")
    assert (read.state, bool(read.fragments)) == (AnswerState.RECORDED, True)


def test_fragments_come_with_the_topics_that_they_count_for(store: Store) -> None:
    asked, first, second = answer(jan(store), "M2-V2").fragments
    assert asked.topics == ()
    assert first.topics == second.topics == ("startgat",)


def test_doubt_and_words_come_along(store: Store) -> None:
    _first, doubted = answer(jan(store), "M3-V4").fragments
    assert doubted.segment.doubt is Doubt.REPETITION
    unsure = answer(jan(store), "M2-V2").fragments[1].segment.words
    assert [w.text.strip(" ,") for w in unsure if w.probability < 0.5] == ["contour"]
    assert isinstance(doubted.clip, Clip)

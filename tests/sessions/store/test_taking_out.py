"""Deleting what an expert said."""

from dataclasses import replace

import pytest

from sessions.interview import Answer, Clip, Marker, MarkerKind, Session
from sessions.people import Expert
from sessions.programme import Programme
from sessions.store import Store
from sessions.store.belongings import Belongings, belongings
from sessions.store.taking_out import take_sound, take_text, terms_of
from sessions.store.vocabulary import add_term, drop_term, terms
from sessions.transcript import Segment, Transcript, TranscriptState
from tests.builders import DRAADKEUZE, STARTGAT, VEILIG, add_clip, add_session, add_transcript


@pytest.fixture
def told(programme: Programme, store: Store, jan: Session) -> Clip:
    clip = add_clip(programme, store, jan, "M2-V2", 20)
    add_transcript(store, clip, STARTGAT)
    return clip


def of(store: Store, session: Session) -> Belongings:
    return belongings(store, store.get(Expert, session.expert_id))


def test_every_reading_of_a_recording_goes(store: Store, jan: Session, told: Clip) -> None:
    add_transcript(store, told, DRAADKEUZE, model="large-v2")
    assert store.count(Transcript) == 2
    assert take_text(store, of(store, jan)) == {told.answer_id}
    assert (store.count(Transcript), store.count(Segment), store.count(Clip)) == (0, 0, 1)


def test_of_a_recording_that_stays_the_name_of_its_file_goes(store: Store, jan: Session, told: Clip) -> None:
    take_text(store, of(store, jan))
    assert store.get(Clip, told.id).original_name == "A1-01-1.wav"


def test_a_term_goes_from_what_models_were_told_for_others(
    programme: Programme, store: Store, jan: Session, told: Clip
) -> None:
    (first, *_rest) = store.all(Segment)
    add_term(store, "contourgat", "Anneke", segment_id=first.id)
    piet = add_session(store, "Piet", "Zuid")
    other = add_transcript(store, add_clip(programme, store, piet, "M1-V3", 5), VEILIG)
    options = {"prompt": "EDM, Contourgat, draad.", "left": ["contourgat", "draad"], "n": 3}
    store.save(replace(other, options=options))
    take_text(store, of(store, jan))
    assert store.get(Transcript, other.id).options == {"prompt": "EDM, , draad.", "left": ["draad"], "n": 3}


def test_a_term_that_ends_in_a_sign_goes_too_and_so_does_one_that_was_dropped_before(
    programme: Programme, store: Store, jan: Session, told: Clip
) -> None:
    (first, *_rest) = store.all(Segment)
    for term in ("Merelgrijs(2)", "Pimpelrood"):
        add_term(store, term, "Anneke", segment_id=first.id)
    add_term(store, "EDM", "Anneke")
    piet = add_session(store, "Piet", "Zuid")
    other = add_transcript(store, add_clip(programme, store, piet, "M1-V3", 5), VEILIG)
    options = {"prompt": "EDM, Merelgrijs(2), Pimpelrood.", "words": ["Pimpelrood", "Merelgrijs(2)", "EDM"]}
    store.save(replace(other, options=options))
    drop_term(store, "Pimpelrood")
    drop_term(store, "EDM")  # typed by itself: it was nobody's
    take_text(store, of(store, jan))
    assert store.get(Transcript, other.id).options == {"prompt": "EDM, , .", "words": ["EDM"]}


def test_a_term_that_another_said_too_stays_with_what_was_heard_there(
    programme: Programme, store: Store, jan: Session, told: Clip
) -> None:
    (first, *_rest) = store.all(Segment)
    add_term(store, "Kwikstaart", "Anneke", heard="kwik staat", segment_id=first.id)
    piet = add_session(store, "Piet", "Zuid")
    other = add_transcript(store, add_clip(programme, store, piet, "M1-V3", 5), VEILIG)
    (theirs,) = store.all(Segment, transcript_id=other.id)
    add_term(store, "Kwikstaart", "Anneke", heard="kwiekstart", segment_id=theirs.id)
    assert terms_of(store, of(store, jan)) == []
    take_text(store, of(store, jan))
    assert [(e.term.term, e.term.segment_id, e.heard) for e in terms(store)] == [
        ("Kwikstaart", theirs.id, ("kwiekstart",))
    ]
    take_text(store, of(store, piet))
    assert terms(store) == []


def test_a_text_that_is_being_made_goes_with_its_sound(store: Store, jan: Session, told: Clip) -> None:
    store.save(replace(store.all(Transcript)[0], state=TranscriptState.IN_PROGRESS))
    take_sound(store, of(store, jan))
    assert (store.count(Transcript), store.count(Clip)) == (0, 0)


def test_that_a_probe_was_asked_stays_with_the_answer(
    store: Store, jan: Session, programme: Programme
) -> None:
    clip = add_clip(programme, store, jan, "M2-V2", 20)
    store.add(Marker(clip.answer_id, MarkerKind.PROBE, clip.id, 3.0, probe=1))
    store.add(Marker(clip.answer_id, MarkerKind.GOLDEN_QUOTE, clip.id, 4.0))
    take_sound(store, of(store, jan))
    assert [(m.kind, m.clip_id) for m in store.all(Marker)] == [(MarkerKind.PROBE, None)]


def test_what_the_interviewer_noted_stays(store: Store, jan: Session, told: Clip) -> None:
    store.save(replace(store.get(Answer, told.answer_id), note="mooi voorbeeld"))
    take_text(store, of(store, jan))
    assert store.get(Answer, told.answer_id).note == "mooi voorbeeld"

"""Texts whose words may be laid to the sound: found, given their times, and undone all the same."""

from dataclasses import replace

import pytest

from sessions.interview import Clip, Session
from sessions.moment import now
from sessions.people import Consent, Permission
from sessions.programme import Programme
from sessions.release import Release
from sessions.store import Store, editing, revising
from sessions.store import aligning as aligning_store
from sessions.store.aligning import estimated, lay
from sessions.transcript import Revision, Segment, Timed, Transcript, Why, Word
from tests.builders import Said, add_clip, add_session, add_transcript

SAID = (Said("ik zet het straat gat", 0.0), Said("dan breekt de draat", 4.0))


@pytest.fixture
def clip(programme: Programme, store: Store, jan: Session) -> Clip:
    clip = add_clip(programme, store, jan, "M2-V2", 10)
    add_transcript(store, clip, SAID, model="small")
    return clip


def retype(store: Store, jan: Session, text: str = "ik zet het startgat") -> Segment:
    with editing.editing(store, jan, "Anneke", Why.HUMAN, "text typed") as pencil:
        return revising.retype(pencil, store.all(Segment)[0].id, text)


def laid(segment: Segment) -> tuple[Word, ...]:
    return tuple(replace(word, start=word.start + 0.05) for word in segment.timing)


def texts(store: Store, session: Session | None = None, *, demo: bool = False) -> list[str]:
    return [one.segment.text for one in estimated(store, session, demo=demo)]


def test_what_a_person_typed_waits_for_its_times_with_its_sound(
    store: Store, jan: Session, clip: Clip
) -> None:
    assert texts(store) == []
    retype(store, jan)
    (one,) = estimated(store, jan)
    assert (one.segment.text, one.clip, one.language) == ("ik zet het startgat", clip, "nl")


def test_what_is_struck_or_silent_or_of_another_session_does_not(
    store: Store, jan: Session, clip: Clip
) -> None:
    segment = retype(store, jan)
    assert texts(store, add_session(store, "Piet", "Zuid")) == []
    struck = store.save(replace(segment, release=Release.STRUCK))
    assert texts(store) == []
    store.save(replace(struck, release=Release.INTERNAL))
    store.add(Consent(jan.expert_id, Permission.TRANSCRIPT, given=False, at=now()))
    assert texts(store) == []


def test_what_has_no_sound_any_more_does_not(store: Store, jan: Session, clip: Clip) -> None:
    retype(store, jan)
    store.save(replace(clip, erased=True, sha256=""))
    assert texts(store) == []


def test_what_is_longer_than_a_model_hears_at_once_does_not(store: Store, jan: Session, clip: Clip) -> None:
    segment = retype(store, jan)
    store.save(replace(segment, end=segment.start + aligning_store.LONGEST + 1))
    assert texts(store) == []


def test_the_demos_model_gets_only_what_it_heard_itself(
    programme: Programme, store: Store, jan: Session, clip: Clip
) -> None:
    retype(store, jan)
    assert texts(store, demo=True) == []
    store.save(replace(store.all(Transcript)[0], model="demo-nl"))
    assert texts(store, demo=True) == ["ik zet het startgat"]


def test_looking_for_them_takes_the_index(store: Store) -> None:
    plan = store.rows(
        "explain query plan " + aligning_store._SQL, (30.0, "struck", "current", None, "demo-nl", False)
    )
    assert any("segment_estimated" in row["detail"] for row in plan)


def test_the_times_are_written_once_and_are_no_edit(store: Store, jan: Session, clip: Clip) -> None:
    segment = retype(store, jan)
    assert lay(store, segment, laid(segment))
    there = store.get(Segment, segment.id)
    assert (there.text, there.timing, there.timed) == (segment.text, laid(segment), Timed.ALIGNED)
    assert texts(store) == []
    assert len(store.all(Revision)) == 1


def test_times_for_a_text_that_was_changed_meanwhile_are_not_used(
    store: Store, jan: Session, clip: Clip
) -> None:
    segment = retype(store, jan)
    newer = retype(store, jan, "ik zet een startgat")
    assert not lay(store, segment, laid(segment))
    assert store.get(Segment, segment.id) == newer


def test_typing_is_undone_and_done_again_after_its_times_came(store: Store, jan: Session, clip: Clip) -> None:
    before = store.all(Segment)[0]
    segment = retype(store, jan)
    lay(store, segment, laid(segment))
    editing.undo(store, jan, "Anneke")
    assert store.get(Segment, segment.id) == before
    editing.redo(store, jan, "Anneke")
    assert store.get(Segment, segment.id) == segment
    assert texts(store) == [segment.text]


def test_undoing_something_else_leaves_the_times_of_the_same_text(
    store: Store, jan: Session, clip: Clip
) -> None:
    segment = retype(store, jan)
    with editing.editing(store, jan, "Anneke", Why.HUMAN, "checked") as pencil:
        checked = pencil.save(replace(segment, checked=True))
    lay(store, checked, laid(checked))
    editing.undo(store, jan, "Anneke")
    there = store.get(Segment, segment.id)
    assert (there.checked, there.timed, there.timing) == (False, Timed.ALIGNED, laid(segment))


def test_a_part_that_was_laid_to_its_sound_can_still_be_put_together_by_undo(
    store: Store, jan: Session, clip: Clip
) -> None:
    segment = retype(store, jan)
    with editing.editing(store, jan, "Anneke", Why.SPLIT, "split") as pencil:
        first, _second = revising.split(pencil, segment.id, segment.text.index("het"))
    if first.timed is Timed.ESTIMATED:
        lay(store, first, laid(first))
    editing.undo(store, jan, "Anneke")
    assert not store.get(Segment, segment.id).retired

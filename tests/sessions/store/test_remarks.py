"""What experts remarked: there until somebody settled it, at the fragment that it is about."""

from collections.abc import Callable

import pytest

from sessions.interview import Session
from sessions.moment import now
from sessions.programme import Programme
from sessions.received import NoteKind
from sessions.remark import Remark
from sessions.store import Store, remarks, revising
from sessions.store.editing import Pencil, editing, undo
from sessions.transcript import Why
from tests.builders import Said, add_clip, add_transcript
from tests.sessions.store.sent import answers, segments

LINES = (Said("Dan breekt de draad bij de wand.", 0.0), Said("Ik zet de stroom omlaag.", 5.0))


@pytest.fixture
def remark(programme: Programme, store: Store, jan: Session) -> Remark:
    add_transcript(store, add_clip(programme, store, jan, "M2-V2", 20), LINES)
    (answer,) = answers(store, jan)
    about = answer.fragments[1].segment.id
    told = Remark(
        jan.id, "Welke draad?", "Jan", now(), NoteKind.COMMENT, answer.answer.id, about, "de stroom"
    )
    (kept,) = remarks.add(store, [told])
    return kept


def edited(store: Store, jan: Session, act: Callable[[Pencil], object]) -> None:
    with editing(store, jan, "Anneke", Why.HUMAN, "edited") as pencil:
        act(pencil)


def test_a_remark_waits_until_it_is_settled_and_may_wait_again(
    store: Store, jan: Session, remark: Remark
) -> None:
    assert remarks.remarks(store, jan) == [remark]
    assert remarks.open_remarks(store) == {jan.id: 1}
    done = remarks.settle(store, remark)
    assert (remarks.remarks(store, jan), remarks.open_remarks(store)) == ([], {})
    assert remarks.remarks(store, jan, settled=True) == [done]
    remarks.settle(store, done, settled=False)
    assert remarks.remarks(store, jan) == [remark]


def test_the_same_is_not_kept_twice_not_even_once_it_was_settled(
    store: Store, jan: Session, remark: Remark
) -> None:
    remarks.settle(store, remark)
    assert remarks.add(store, [remark]) == []


def test_it_follows_its_fragment_when_that_is_joined_and_back_when_that_is_undone(
    store: Store, jan: Session, remark: Remark
) -> None:
    first = segments(store, jan)[0].id
    edited(store, jan, lambda pencil: revising.join(pencil, first))
    assert remarks.remarks(store, jan)[0].segment_id == segments(store, jan)[0].id
    undo(store, jan, "Anneke")
    assert remarks.remarks(store, jan) == [remark]


def test_of_what_was_split_it_stands_at_the_first_part(store: Store, jan: Session, remark: Remark) -> None:
    edited(store, jan, lambda pencil: revising.split(pencil, remark.segment_id or 0, 7))
    assert remarks.remarks(store, jan)[0].segment_id == segments(store, jan)[1].id


def test_it_follows_to_what_a_better_model_heard(store: Store, jan: Session, remark: Remark) -> None:
    add_transcript(store, answers(store, jan)[0].clips[0], LINES, model="large-v2")
    now_there = segments(store, jan)[1].id
    assert now_there != remark.segment_id
    assert remarks.remarks(store, jan)[0].segment_id == now_there

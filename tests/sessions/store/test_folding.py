"""Fragments that stand by themselves."""

from sessions.exported import KeptApart
from sessions.interview import Session
from sessions.programme import Programme
from sessions.release import Release
from sessions.store import Store
from sessions.store.editing import editing
from sessions.store.folding import keep_apart, let_fold
from sessions.store.leaving import Gate
from sessions.store.releasing import said_in
from sessions.store.revising import join, split
from sessions.transcript import Why
from tests.builders import STARTGAT, Said, add_clip, add_transcript

SAID = (Said("Je ziet de uitvaller vallen.", 0), Said("Dan is het klaar.", 5))


def test_what_is_kept_apart_is_known_to_drafts_until_it_may_fold_again(
    programme: Programme, store: Store, jan: Session
) -> None:
    add_transcript(store, add_clip(programme, store, jan, "M2-V2", 20), STARTGAT)
    first, second, _third = (s.id for s in said_in(store, jan))
    assert keep_apart(store, [first, second, first], "Anneke") == 2
    assert keep_apart(store, [first], "Bert") == 0
    assert Gate(store).material(Release.PARTNERS).apart == {first, second}
    assert {k.by for k in store.all(KeptApart)} == {"Anneke"}
    assert let_fold(store, [first, 9999]) == 1
    assert Gate(store).material(Release.PARTNERS).apart == {second}


def apart_now(store: Store, session: Session) -> list[bool]:
    """Per fragment of now whether it stands by itself."""
    apart = Gate(store).material(Release.PARTNERS).apart
    return [segment.id in apart for segment in said_in(store, session)]


def test_what_was_kept_apart_stays_so_when_it_is_split_joined_or_heard_again(
    programme: Programme, store: Store, jan: Session
) -> None:
    clip = add_clip(programme, store, jan, "M2-V2", 20)
    add_transcript(store, clip, SAID)
    first, second = (s.id for s in said_in(store, jan))
    keep_apart(store, [first], "Anneke")
    with editing(store, jan, "Anneke", Why.SPLIT, "split") as pencil:
        split(pencil, first, len("Je ziet "))
    assert apart_now(store, jan) == [True, True, False]
    left, right, _second = (s.id for s in said_in(store, jan))
    assert keep_apart(store, [left], "Bert") == 0
    with editing(store, jan, "Anneke", Why.JOIN, "join") as pencil:
        join(pencil, right)
    assert apart_now(store, jan) == [True, True]
    add_transcript(store, clip, (Said("Je ziet de uitvaller.", 0), SAID[1]), model="large-v2")
    assert said_in(store, jan)[1].id != second
    assert apart_now(store, jan) == [True, True]


def test_a_piece_of_what_was_kept_apart_may_fold_again_and_so_may_the_rest(
    programme: Programme, store: Store, jan: Session
) -> None:
    add_transcript(store, add_clip(programme, store, jan, "M2-V2", 20), SAID)
    first, second = (s.id for s in said_in(store, jan))
    keep_apart(store, [first, second], "Anneke")
    with editing(store, jan, "Anneke", Why.SPLIT, "split") as pencil:
        split(pencil, first, len("Je ziet "))
    left, _right, _second = (s.id for s in said_in(store, jan))
    assert let_fold(store, [left]) == 1
    assert apart_now(store, jan) == [False, False, True]

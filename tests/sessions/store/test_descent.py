"""Which fragments live on in others."""

from sessions.interview import Session
from sessions.programme import Programme
from sessions.store import Store
from sessions.store.descent import origins
from sessions.store.editing import editing
from sessions.store.releasing import said_in
from sessions.store.revising import join, split
from sessions.transcript import Why
from tests.builders import Said, add_clip, add_transcript

SAID = (Said("Je ziet de uitvaller vallen.", 0), Said("Dan is het klaar.", 5))


def tell(programme: Programme, store: Store, session: Session) -> tuple[int, int]:
    clip = add_clip(programme, store, session, "M2-V2", 20)
    add_transcript(store, clip, SAID)
    first, second = (s.id for s in said_in(store, session))
    return first, second


def test_pieces_come_from_what_was_split_and_a_whole_from_what_was_joined(
    programme: Programme, store: Store, jan: Session
) -> None:
    first, second = tell(programme, store, jan)
    with editing(store, jan, "Anneke", Why.SPLIT, "split") as pencil:
        split(pencil, first, len("Je ziet "))
    left, right, _other = (s.id for s in said_in(store, jan))
    assert origins(store, {first, second}) == {left: (first,), right: (first,)}
    with editing(store, jan, "Anneke", Why.JOIN, "join") as pencil:
        join(pencil, right)
    whole = said_in(store, jan)[1].id
    assert set(origins(store, {first, second})[whole]) == {first, second}


def test_only_what_is_known_is_an_origin(programme: Programme, store: Store, jan: Session) -> None:
    first, second = tell(programme, store, jan)
    with editing(store, jan, "Anneke", Why.JOIN, "join") as pencil:
        whole = join(pencil, first)
    assert origins(store, {second}) == {whole.id: (second,)}
    assert origins(store, set()) == {}


def test_what_was_heard_again_comes_from_what_was_said_at_that_moment(
    programme: Programme, store: Store, jan: Session
) -> None:
    clip = add_clip(programme, store, jan, "M2-V2", 20)
    add_transcript(store, clip, SAID)
    first, second = (s.id for s in said_in(store, jan))
    add_transcript(store, clip, (Said("Je ziet hoe de uitvaller valt.", 0), SAID[1]), model="large-v2")
    again = [s.id for s in said_in(store, jan)]
    assert not {first, second} & set(again)
    assert origins(store, {first, second}) == {again[0]: (first,), again[1]: (second,)}

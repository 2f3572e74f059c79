"""How far fragments may go."""

from sessions.interview import Session
from sessions.programme import Programme
from sessions.release import Release
from sessions.store import Store
from sessions.store.editing import redo, undo
from sessions.store.releasing import Released, release_all, said_in
from sessions.store.revising import versions
from sessions.transcript import Role, Why
from tests.builders import Said, add_clip, add_transcript

LINES = (Said("En dan?", 0, Role.INTERVIEWER), Said("Dan breekt de draad.", 3), Said("Bij Jansen.", 6))


def tell(programme: Programme, store: Store, session: Session, question: str = "M2-V2") -> None:
    add_transcript(store, add_clip(programme, store, session, question, 10), LINES)


def levels(store: Store, session: Session) -> list[Release]:
    return [s.release for s in said_in(store, session)]


def test_all_fragments_of_an_answer_go_as_far_the_interviewers_too(
    programme: Programme, store: Store, jan: Session
) -> None:
    tell(programme, store, jan)
    tell(programme, store, jan, "M3-V4")
    done = release_all(store, jan, said_in(store, jan, "M3-V4"), Release.PARTNERS, "Anneke")
    assert done == Released(changed=3, same=0, left_struck=0)
    assert levels(store, jan) == [Release.INTERNAL] * 3 + [Release.PARTNERS] * 3


def test_what_was_struck_by_itself_stays_struck_in_bulk(
    programme: Programme, store: Store, jan: Session
) -> None:
    tell(programme, store, jan)
    release_all(store, jan, said_in(store, jan)[2:], Release.STRUCK, "Anneke")
    done = release_all(store, jan, said_in(store, jan), Release.FREE, "Anneke")
    assert done == Released(changed=2, same=0, left_struck=1)
    assert levels(store, jan) == [Release.FREE, Release.FREE, Release.STRUCK]
    again = release_all(store, jan, said_in(store, jan), Release.FREE, "Anneke", also_struck=True)
    assert again == Released(changed=1, same=2, left_struck=0)
    assert levels(store, jan) == [Release.FREE] * 3


def test_striking_and_taking_that_back_is_in_the_history(
    programme: Programme, store: Store, jan: Session
) -> None:
    tell(programme, store, jan)
    last = said_in(store, jan)[2:]
    release_all(store, jan, last, Release.STRUCK, "Anneke")
    release_all(store, jan, said_in(store, jan)[2:], Release.INTERNAL, "Jan", also_struck=True)
    told = [(v.why, v.before, v.after, v.by) for v in versions(store, last[0].id)]
    assert told == [(Why.STRUCK, "Bij Jansen.", "", "Anneke"), (Why.RESTORED, "", "Bij Jansen.", "Jan")]
    assert said_in(store, jan)[2].text == "Bij Jansen."


def test_a_release_is_undone_and_done_again_as_one(programme: Programme, store: Store, jan: Session) -> None:
    tell(programme, store, jan)
    release_all(store, jan, said_in(store, jan), Release.STRUCK, "Anneke")
    undo(store, jan, "Anneke")
    assert levels(store, jan) == [Release.INTERNAL] * 3
    redo(store, jan, "Anneke")
    assert levels(store, jan) == [Release.STRUCK] * 3


def test_nothing_to_change_leaves_nothing_to_undo(programme: Programme, store: Store, jan: Session) -> None:
    tell(programme, store, jan)
    done = release_all(store, jan, said_in(store, jan), Release.INTERNAL, "Anneke")
    assert done == Released(changed=0, same=3, left_struck=0)
    assert undo(store, jan, "Anneke") is None

"""What experts decide: kept with the version of the text, carried out, and in the way of a wider release."""

import pytest

from sessions.approving import version_of
from sessions.fragments import AnswerReading
from sessions.interview import Attachment, Session
from sessions.moment import now
from sessions.programme import Programme
from sessions.received import Wish
from sessions.release import Approval, Release
from sessions.store import Store, revising
from sessions.store.approving import Agreement, agreement, decide, decisions
from sessions.store.editing import editing, undo
from sessions.store.releasing import Released, release_all, release_answers
from sessions.transcript import Role, Why
from tests.builders import Said, add_clip, add_transcript
from tests.sessions.store.sent import answers, segments

LINES = (Said("En dan?", 0, Role.INTERVIEWER), Said("Dan breekt de draad.", 3), Said("Bij Jansen.", 6))


@pytest.fixture(autouse=True)
def told(programme: Programme, store: Store, jan: Session) -> None:
    add_transcript(store, add_clip(programme, store, jan, "M2-V2", 10), LINES)


def answer_of(store: Store, jan: Session) -> AnswerReading:
    return answers(store, jan)[0]


def levels(store: Store, jan: Session) -> list[Release]:
    return [s.release for s in segments(store, jan)]


def release(store: Store, jan: Session, level: Release, *, despite_expert: bool = False) -> Released:
    said = segments(store, jan)
    return release_answers(
        store, jan, "M2-V2", said, level, "Anneke", also_struck=True, despite_expert=despite_expert
    )


def test_agreement_is_kept_with_the_version_and_changes_no_text(store: Store, jan: Session) -> None:
    answer = answer_of(store, jan)
    made = decide(store, jan, answer, Wish.RIGHT, "Anneke")
    assert (made.version, made.expert_id, made.noted_by) == (version_of(answer), jan.expert_id, "Anneke")
    assert decisions(store, jan.id) == {answer.answer.id: made}
    assert undo(store, jan, "Anneke") is None


def test_the_latest_decision_counts(store: Store, jan: Session) -> None:
    decide(store, jan, answer_of(store, jan), Wish.INTERNAL)
    last = decide(store, jan, answer_of(store, jan), Wish.RIGHT)
    assert list(decisions(store, jan.id).values()) == [last]
    assert release(store, jan, Release.FREE).kept_back == 0


def test_what_is_for_within_the_company_goes_back_there_with_its_photos(store: Store, jan: Session) -> None:
    release(store, jan, Release.PARTNERS)
    answer = answer_of(store, jan).answer
    photo = store.add(
        Attachment(answer.id, "attachments/A1/a.jpg", "ab" * 32, 9, "a.jpg", now(), release=Release.FREE)
    )
    decide(store, jan, answer_of(store, jan), Wish.INTERNAL)
    assert levels(store, jan) == [Release.INTERNAL] * 3
    assert store.get(Attachment, photo.id).release is Release.INTERNAL


def test_it_goes_no_further_unless_a_person_does_so_despite_the_expert(store: Store, jan: Session) -> None:
    decide(store, jan, answer_of(store, jan), Wish.INTERNAL)
    assert release(store, jan, Release.PARTNERS) == Released(0, 0, 0, kept_back=3)
    assert levels(store, jan) == [Release.INTERNAL] * 3
    assert release(store, jan, Release.STRUCK).changed == 3
    assert release(store, jan, Release.INTERNAL).changed == 3
    assert release(store, jan, Release.PARTNERS, despite_expert=True).changed == 3


def test_what_is_not_to_be_used_is_struck_and_stays_so(store: Store, jan: Session) -> None:
    decide(store, jan, answer_of(store, jan), Wish.NOT_TO_USE)
    assert levels(store, jan) == [Release.INTERNAL, Release.STRUCK, Release.STRUCK]
    assert release(store, jan, Release.INTERNAL) == Released(0, 1, 0, kept_back=2)
    assert release(store, jan, Release.FREE).kept_back == 3


def test_undoing_it_shows_the_words_again_but_lets_them_go_nowhere(store: Store, jan: Session) -> None:
    decide(store, jan, answer_of(store, jan), Wish.NOT_TO_USE)
    undo(store, jan, "Anneke")
    assert levels(store, jan) == [Release.INTERNAL] * 3
    assert [d.wish for d in decisions(store, jan.id).values()] == [Wish.NOT_TO_USE]
    assert release(store, jan, Release.PARTNERS).kept_back == 3


def test_what_may_be_used_after_all_comes_back_but_not_what_was_struck_one_by_one(
    store: Store, jan: Session
) -> None:
    release_all(store, jan, segments(store, jan)[2:], Release.STRUCK, "Anneke")
    decide(store, jan, answer_of(store, jan), Wish.NOT_TO_USE)
    decide(store, jan, answer_of(store, jan), Wish.NOT_TO_USE, "Anneke")
    made = decide(store, jan, answer_of(store, jan), Wish.RIGHT, "Anneke")
    assert levels(store, jan) == [Release.INTERNAL, Release.INTERNAL, Release.STRUCK]
    assert made.version == version_of(answer_of(store, jan))
    undo(store, jan, "Anneke")
    assert levels(store, jan)[1:] == [Release.STRUCK, Release.STRUCK]


def test_what_was_struck_one_by_one_after_an_undo_stays_so(store: Store, jan: Session) -> None:
    decide(store, jan, answer_of(store, jan), Wish.NOT_TO_USE)
    undo(store, jan, "Anneke")
    release_all(store, jan, segments(store, jan)[1:2], Release.STRUCK, "Anneke")
    decide(store, jan, answer_of(store, jan), Wish.RIGHT)
    assert levels(store, jan) == [Release.INTERNAL, Release.STRUCK, Release.INTERNAL]


def test_what_is_heard_anew_of_what_is_not_to_be_used_is_struck_and_comes_back_with_the_rest(
    programme: Programme, store: Store, jan: Session
) -> None:
    decide(store, jan, answer_of(store, jan), Wish.NOT_TO_USE)
    clip = answer_of(store, jan).clips[0]
    add_transcript(store, clip, (*LINES, Said("En bij Philips.", 8.5)), model="large-v2")
    said = segments(store, jan)
    assert {s.release for s in said if s.role is Role.EXPERT} == {Release.STRUCK}
    assert "Philips" in " ".join(s.text for s in said)
    decide(store, jan, answer_of(store, jan), Wish.INTERNAL)
    assert set(levels(store, jan)) == {Release.INTERNAL}


def test_the_words_heard_again_as_they_were_are_what_was_agreed_to(store: Store, jan: Session) -> None:
    decide(store, jan, answer_of(store, jan), Wish.RIGHT)
    add_transcript(store, answer_of(store, jan).clips[0], LINES, model="large-v2")
    with editing(store, jan, "Anneke", Why.SPLIT, "split") as pencil:
        revising.split(pencil, segments(store, jan)[1].id, len("Dan breekt "))
    assert agreement(store) == {jan.id: Agreement(answers=1, agreed=1)}


def test_other_answers_may_go_further(programme: Programme, store: Store, jan: Session) -> None:
    decide(store, jan, answer_of(store, jan), Wish.INTERNAL)
    add_transcript(store, add_clip(programme, store, jan, "M3-V4", 10), LINES)
    done = release_all(store, jan, segments(store, jan), Release.PARTNERS, "Anneke")
    assert (done.changed, done.kept_back) == (3, 3)


def test_agreement_counts_the_answers_of_each_session(
    programme: Programme, store: Store, jan: Session
) -> None:
    for question in ("M3-V4", "M3-V1", "M4-V2"):
        add_transcript(store, add_clip(programme, store, jan, question, 10), LINES)
    assert agreement(store) == {jan.id: Agreement(answers=4)}
    for answer, wish in zip(answers(store, jan), (Wish.RIGHT, Wish.CHANGED, Wish.NOT_TO_USE), strict=False):
        decide(store, jan, answer, wish)
    assert agreement(store) == {jan.id: Agreement(4, agreed=2, not_to_use=1)}
    with editing(store, jan, "Anneke", Why.HUMAN, "text typed") as pencil:
        revising.retype(pencil, segments(store, jan)[1].id, "Dan knapt hij.")
    assert agreement(store) == {jan.id: Agreement(4, agreed=1, changed=1, not_to_use=1)}


def test_agreement_reads_the_text_as_the_answer_does(
    programme: Programme, store: Store, jan: Session
) -> None:
    add_transcript(store, add_clip(programme, store, jan, "M2-V2", 5), LINES)
    decide(store, jan, answer_of(store, jan), Wish.RIGHT)
    assert agreement(store)[jan.id].agreed == 1
    assert store.count(Approval) == 1

"""The files that were made for experts to read back."""

from dataclasses import replace

from sessions.interview import Session
from sessions.moment import now
from sessions.sheet import SentAnswer, SentFragment, Sheet, new_mark
from sessions.store import Store, sheets


def a_sheet(session: Session, mark: str = "") -> Sheet:
    said = (
        SentAnswer(1, "Vraag 1", "ab" * 32, (SentFragment(7, "Dan “breekt” de draad."), SentFragment(8, ""))),
    )
    return Sheet(session.id, mark or new_mark(), now(), "Anneke", "exports/nakijken-A1.docx", said)


def test_a_sheet_is_known_again_by_its_mark_with_all_that_stood_in_it(store: Store, jan: Session) -> None:
    sent = sheets.add(store, a_sheet(jan, "23456789"))
    assert sheets.sheet_of(store, " 23456789 ") == sent
    back = replace(sent, back=sent.answers, back_at=now(), modified=now(), taken_in=("cd" * 32, "ef" * 32))
    store.save(back)
    assert sheets.sheet_of(store, sent.mark) == back


def test_a_mark_that_nobody_gave_out_is_no_sheet(store: Store, jan: Session) -> None:
    sheets.add(store, a_sheet(jan))
    assert sheets.sheet_of(store, "zzzzzzzz") is None


def test_the_newest_of_a_session_comes_first(store: Store, jan: Session) -> None:
    first, second = sheets.add(store, a_sheet(jan)), sheets.add(store, a_sheet(jan))
    assert sheets.sheets(store, jan) == [second, first]


def test_one_that_was_not_written_is_forgotten(store: Store, jan: Session) -> None:
    sent = sheets.add(store, a_sheet(jan))
    sheets.drop(store, sent)
    assert sheets.sheets(store, jan) == []

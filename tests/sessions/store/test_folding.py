"""Fragments that stand by themselves."""

from sessions.exported import KeptApart
from sessions.interview import Session
from sessions.programme import Programme
from sessions.release import Release
from sessions.store import Store
from sessions.store.folding import keep_apart, let_fold
from sessions.store.leaving import Gate
from sessions.store.releasing import said_in
from tests.builders import STARTGAT, add_clip, add_transcript


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

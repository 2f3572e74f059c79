"""Until which day recordings and texts are kept."""

from datetime import date

from sessions.interview import Session
from sessions.people import Expert
from sessions.programme import Programme
from sessions.store import Store
from sessions.store.belongings import belongings
from sessions.store.retention import keep_until, overdue, retention
from sessions.store.taking_out import take_sound
from tests.builders import Said, add_clip, add_text

LAST = date(2026, 12, 31)
AFTER = date(2027, 1, 1)


def test_without_a_day_nothing_is_overdue(store: Store) -> None:
    assert retention(store) is None
    assert overdue(store, AFTER) is None


def test_the_latest_day_holds_also_where_that_is_none(store: Store) -> None:
    keep_until(store, LAST, "Anneke")
    keep_until(store, AFTER, "Anneke\n")
    kept = retention(store)
    assert kept is not None
    assert (kept.until, kept.by) == (AFTER, "Anneke")
    keep_until(store, None, "Anneke")
    assert retention(store) is None


def test_sound_and_text_are_overdue_after_the_last_day(
    programme: Programme, store: Store, jan: Session
) -> None:
    keep_until(store, LAST, "Anneke")
    assert overdue(store, AFTER) is None  # nothing is there
    add_clip(programme, store, jan, "M3-V4", 1)
    add_text(store, jan, "M4-V2", [Said("Grafiet.")], original_name="overleg.vtt")
    assert overdue(store, LAST) is None
    late = overdue(store, AFTER)
    assert late is not None
    assert (late.recordings, late.sessions, late.until) == (1, 1, LAST)


def test_what_was_taken_out_is_not_overdue(programme: Programme, store: Store, jan: Session) -> None:
    keep_until(store, LAST, "Anneke")
    add_clip(programme, store, jan, "M3-V4", 1)
    take_sound(store, belongings(store, store.get(Expert, jan.expert_id)))
    assert overdue(store, AFTER) is None

"""The time that people spent."""

from datetime import UTC, datetime, timedelta

from sessions.spending import Stretch, Who, spent

NOON = datetime(2026, 3, 12, 12, 0, tzinfo=UTC)


def stretch(who: Who, minutes: int, after: int = 0) -> Stretch:
    began = NOON + timedelta(minutes=after)
    return Stretch(1, who, began, began + timedelta(minutes=minutes))


def test_the_stretches_of_one_person_add_up() -> None:
    both = [stretch(Who.EXPERT, 40), stretch(Who.DEVELOPER, 55), stretch(Who.EXPERT, 5, after=50)]
    assert spent(both, Who.EXPERT) == timedelta(minutes=45)
    assert spent(both, Who.DEVELOPER) == timedelta(minutes=55)


def test_whoever_was_not_there_spent_no_time() -> None:
    assert spent([stretch(Who.DEVELOPER, 10)], Who.EXPERT) == timedelta()
    assert spent([], Who.DEVELOPER) == timedelta()


def test_one_that_began_just_now_counts_for_nothing_yet() -> None:
    assert spent([stretch(Who.EXPERT, 0)], Who.EXPERT) == timedelta()

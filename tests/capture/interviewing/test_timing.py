"""The clocks of a conversation."""

from dataclasses import replace
from datetime import timedelta

import pytest

from capture.interviewing.timing import Timing
from sessions.interview import Session
from sessions.programme import Programme
from sessions.spending import Stretch, Who, spent
from sessions.store import Store
from tests.builders import add_session


def long_ago(store: Store, minutes: int) -> None:
    """Let every stretch have begun so much earlier."""
    for stretch in store.all(Stretch):
        store.save(replace(stretch, began_at=stretch.began_at - timedelta(minutes=minutes)))


def minutes(timing_: Timing, who: Who) -> int:
    """Whole minutes before the clock was started last."""
    return int(timing_.seconds(who)[0] // 60)


def test_a_clock_that_never_ran_shows_nothing(store: Store, session: Session) -> None:
    clocks = Timing(store, session)
    assert clocks.seconds(Who.EXPERT) == (0.0, 0.0)
    assert not clocks.runs(Who.EXPERT)


def test_each_has_a_clock_of_their_own(store: Store, session: Session) -> None:
    clocks = Timing(store, session)
    clocks.run(Who.DEVELOPER)
    assert (clocks.runs(Who.DEVELOPER), clocks.runs(Who.EXPERT)) == (True, False)
    assert [s.who for s in store.all(Stretch)] == [Who.DEVELOPER]


def test_a_running_clock_tells_the_moment_since_when(store: Store, session: Session) -> None:
    clocks = Timing(store, session)
    clocks.run(Who.EXPERT)
    before, since = clocks.seconds(Who.EXPERT)
    assert (before, since > 0) == (0.0, True)


def test_starting_twice_counts_once(store: Store, session: Session) -> None:
    clocks = Timing(store, session)
    clocks.run(Who.EXPERT)
    since = clocks.seconds(Who.EXPERT)
    clocks.run(Who.EXPERT)
    assert clocks.seconds(Who.EXPERT) == since
    assert store.count(Stretch) == 1


def test_stopping_what_does_not_run_does_nothing(store: Store, session: Session) -> None:
    clocks = Timing(store, session)
    clocks.stop(Who.EXPERT)
    assert store.all(Stretch) == []


def test_stretches_add_up_after_a_pause(
    store: Store, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    clocks = Timing(store, session)
    for at in (0, 10, 60, 65):
        monkeypatch.setattr("capture.interviewing.timing.time.monotonic", lambda at=at: 1000.0 + at * 60)
        if clocks.runs(Who.EXPERT):
            clocks.stop(Who.EXPERT)
        else:
            clocks.run(Who.EXPERT)
    assert minutes(clocks, Who.EXPERT) == 15
    assert spent(store.all(Stretch), Who.EXPERT) == timedelta(minutes=15)


def test_what_was_put_down_survives_a_crash_and_counts(
    programme: Programme, store: Store, session: Session
) -> None:
    clocks = Timing(store, session)
    clocks.run(Who.EXPERT)
    long_ago(store, 40)
    with programme.store() as reopened:
        after = Timing(reopened, session)
        assert minutes(after, Who.EXPERT) == 40
        assert not after.runs(Who.EXPERT)
        after.run(Who.EXPERT)
        after.stop(Who.EXPERT)
        assert minutes(after, Who.EXPERT) == 40
        assert reopened.count(Stretch) == 2


def test_the_time_of_another_session_does_not_count(store: Store, session: Session) -> None:
    Timing(store, session).run(Who.EXPERT)
    long_ago(store, 40)
    assert Timing(store, add_session(store, "Jan", "Noord")).seconds(Who.EXPERT) == (0.0, 0.0)


def test_a_running_clock_is_put_down_each_beat_and_one_that_stopped_is_not(
    store: Store, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    beat = [100.0]
    monkeypatch.setattr("capture.interviewing.timing.time.monotonic", lambda: beat[0])
    clocks = Timing(store, session)
    clocks.run(Who.EXPERT)
    clocks.run(Who.DEVELOPER)
    clocks.stop(Who.EXPERT)
    lasted = []
    for seconds in (0, 4, 6):
        beat[0] = 100.0 + seconds
        clocks.tick()
        lasted.append(spent(store.all(Stretch), Who.DEVELOPER))
    assert lasted[0] == lasted[1] < lasted[2]
    assert spent(store.all(Stretch), Who.EXPERT) < timedelta(minutes=1)

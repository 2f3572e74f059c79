"""The rules by which a microphone is no longer trusted."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture.recorder.protocol import Trouble, TroubleKind, Well
from capture.recorder.watch import Told, Watch

RATE = 48_000


def hear(watch: Watch, since: float, until: float, step: float = 0.1, **what: bool) -> Told:
    """Blocks of ``step`` seconds, each arriving at its end."""
    told: Told = []
    for block in range(1, round((until - since) / step) + 1):
        moment = since + block * step
        told += watch.block(
            moment, round(step * RATE), what.get("silent", False), what.get("overflow", False)
        )
        told += watch.tick(moment)
    return told


def test_a_microphone_that_gives_sound_is_left_alone() -> None:
    assert hear(Watch(RATE), 0, 120) == []


def test_no_sound_is_told_a_second_after_the_last_block_and_once() -> None:
    watch = Watch(RATE)
    hear(watch, 0, 5)
    assert watch.tick(5.9) == []
    assert watch.tick(6.0) == [Trouble(TroubleKind.NO_SOUND)]
    assert watch.tick(7.0) == []


def test_a_microphone_gets_three_seconds_to_start() -> None:
    watch = Watch(RATE)
    assert watch.tick(100) == []
    assert watch.tick(102.9) == []
    assert watch.tick(103) == [Trouble(TroubleKind.NO_SOUND)]


def test_sound_that_comes_back_is_told_and_its_gap_is_not_told_again() -> None:
    watch = Watch(RATE)
    hear(watch, 0, 5)
    watch.tick(8)
    assert hear(watch, 8, 20) == [Well(TroubleKind.NO_SOUND)]


def test_three_seconds_of_exact_silence_are_told_until_sound_is_back() -> None:
    watch = Watch(RATE)
    hear(watch, 0, 5)
    assert hear(watch, 5, 7.9, silent=True) == []
    assert hear(watch, 7.9, 20, silent=True) == [Trouble(TroubleKind.SILENT)]
    assert hear(watch, 20, 21) == [Well(TroubleKind.SILENT)]
    assert hear(watch, 21, 23.8, silent=True) == []


def test_an_overflow_is_told_once_and_is_over_after_five_quiet_seconds() -> None:
    watch = Watch(RATE)
    assert hear(watch, 0, 2, overflow=True) == [Trouble(TroubleKind.LOST)]
    assert hear(watch, 2, 6.9) == []
    assert hear(watch, 6.9, 7.2) == [Well(TroubleKind.LOST)]


def test_an_overflow_is_over_even_where_no_block_follows() -> None:
    watch = Watch(RATE)
    hear(watch, 0, 1, overflow=True)
    assert watch.tick(6.5) == [Trouble(TroubleKind.NO_SOUND), Well(TroubleKind.LOST)]


@pytest.mark.parametrize("step", [0.01, 0.1, 0.5])
@pytest.mark.parametrize("missing", [0.6, 0.9, 3.0])
def test_missing_samples_are_told_within_two_seconds(missing: float, step: float) -> None:
    """The blocks go on arriving, the samples in between do not: a suspended machine, a full buffer."""
    watch = Watch(RATE)
    hear(watch, 0, 30, step)
    told = hear(watch, 30 + missing, 32 + missing, step)
    assert told == [Trouble(TroubleKind.BEHIND, f"{missing:.1f} s")]


def test_half_of_the_samples_lost_is_told_within_two_seconds() -> None:
    watch = Watch(RATE)
    hear(watch, 0, 30)
    told = [t for n in range(1, 20) for t in watch.block(30 + n / 10, RATE // 20, False, False)]
    assert [t.kind for t in told] == [TroubleKind.BEHIND]


def test_being_behind_is_over_after_a_minute_without_further_loss() -> None:
    watch = Watch(RATE)
    hear(watch, 0, 30)
    assert hear(watch, 32, 80) == [Trouble(TroubleKind.BEHIND, "2.0 s")]
    assert hear(watch, 80, 100) == [Well(TroubleKind.BEHIND)]


def test_blocks_that_were_only_late_are_not_missing() -> None:
    watch = Watch(RATE)
    hear(watch, 0, 30)
    late = [t for _ in range(9) for t in watch.block(30.95, RATE // 10, False, False)]
    assert late + hear(watch, 30.9, 60) == []


def test_another_source_is_told_once_and_the_first_one_ends_it() -> None:
    watch = Watch(RATE)
    assert watch.source(None) == []
    assert watch.source("usb") == []
    assert watch.source("laptop") == [Trouble(TroubleKind.REPLACED, "laptop")]
    assert watch.source("laptop") == watch.source(None) == []
    assert watch.source("usb") == [Well(TroubleKind.REPLACED)]


def test_a_source_other_than_the_chosen_one_is_told_from_the_start() -> None:
    assert Watch(RATE, "usb").source("laptop") == [Trouble(TroubleKind.REPLACED, "laptop")]


@given(
    st.lists(st.integers(1, 40), min_size=1, max_size=60),
    st.floats(-500, 500),
    st.lists(st.floats(0, 0.05), min_size=1, max_size=30),
)
def test_bursts_and_a_card_that_runs_fast_or_slow_are_no_trouble(
    bursts: list[int], drift: float, jitter: list[float]
) -> None:
    """Blocks of 20 ms, handed over in bursts of up to 0.8 s, from a clock up to 500 ppm wrong."""
    watch, told, moment = Watch(RATE), [], 0.0
    for number, burst in enumerate(bursts * 5):
        moment += burst * 0.02 / (1 + drift / 1e6)
        arrived = moment + jitter[number % len(jitter)]
        told += [t for _ in range(burst) for t in watch.block(arrived, RATE // 50, False, False)]
    assert told == []


def _happenings() -> Iterator[st.SearchStrategy[tuple[str, object]]]:
    yield st.tuples(st.just("block"), st.tuples(st.booleans(), st.booleans()))
    yield st.tuples(st.just("tick"), st.none())
    yield st.tuples(st.just("source"), st.sampled_from([None, "usb", "laptop"]))


@given(st.lists(st.tuples(st.floats(0, 4), st.one_of(*_happenings())), max_size=80))
def test_each_trouble_is_told_once_and_only_what_was_told_is_well_again(
    happenings: list[tuple[float, tuple[str, tuple[bool, bool] | str | None]]],
) -> None:
    watch, told, moment = Watch(RATE), [], 0.0
    for after, (what, how) in happenings:
        moment += after
        if what == "source":
            told += watch.source(how if isinstance(how, str) else None)
        elif isinstance(how, tuple):
            told += watch.block(moment, RATE // 10, *how)
        else:
            told += watch.tick(moment)
    for kind in TroubleKind:
        kinds = [type(t) for t in told if t.kind is kind]
        assert kinds == [Trouble, Well] * (len(kinds) // 2) + [Trouble] * (len(kinds) % 2)


def test_a_disk_that_does_not_keep_up_is_told_until_it_does() -> None:
    watch = Watch(48_000)
    assert watch.disk(4.0) == []
    assert watch.disk(6.0) == [Trouble(TroubleKind.DISK, "6 s")]
    assert watch.disk(30.0) == []
    assert watch.disk(0.0) == [Well(TroubleKind.DISK)]

from random import Random

from capture.recorder.clock import SampleClock
from capture.recorder.protocol import RATE


def test_on_time_blocks_tell_the_moment_of_each_sample() -> None:
    clock = SampleClock()
    for block in range(1, 100):
        clock.observe(block * 480, 500 + block * 0.01)
    assert clock.frame_at(500.5) == RATE // 2
    assert clock.moment_of(RATE) == 501.0


def test_blocks_that_come_late_do_not_move_the_clock() -> None:
    clock, late = SampleClock(), Random(0)
    for block in range(1, 1000):
        delay = 0.0 if not block % 20 else late.uniform(0, 0.3)
        clock.observe(block * 480, 500 + block * 0.01 + delay)
    assert abs(clock.frame_at(505.0) - 5 * RATE) <= 1


def test_after_lost_samples_the_clock_is_right_again_within_a_second() -> None:
    clock = SampleClock()
    for block in range(1, 370):
        lost = 0.4 if block > 300 else 0.0
        clock.observe(block * 480, 500 + block * 0.01 + lost)
    assert abs(clock.frame_at(503.4) - 3 * RATE) <= 1


def test_what_comes_in_a_burst_after_a_stall_is_known_to_be_late() -> None:
    clock = SampleClock()
    for block in range(1, 101):
        clock.observe(block * 480, 500 + block * 0.01)
    for block in range(101, 401):
        clock.observe(block * 480, 504.0)
        assert clock.frame_at(503.0) == 3 * RATE


def test_after_a_pause_of_the_sound_system_the_clock_is_right_again_within_a_second() -> None:
    clock = SampleClock()
    for block in range(1, 180):
        paused = 10.0 if block > 100 else 0.0
        clock.observe(block * 480, 500 + block * 0.01 + paused)
    assert abs(clock.frame_at(511.5) - 1.5 * RATE) <= 1
    assert clock.latest_frame_at(511.5) == 11.5 * RATE


def test_a_first_burst_says_nothing_yet() -> None:
    clock = SampleClock()
    for block in range(1, 101):
        clock.observe(block * 480, 500.0)
    assert not clock.settled
    clock.observe(101 * 480, 500.6)
    assert clock.settled


def test_a_clock_without_sound_does_not_run() -> None:
    clock = SampleClock()
    assert not clock.runs
    clock.observe(1, 1.0)
    assert clock.runs

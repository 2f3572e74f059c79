from capture.screens.reviewing.pace import ENOUGH, Pace


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def worked(fragments: int, seconds: float) -> tuple[Pace, Clock]:
    clock = Clock()
    pace = Pace(clock)
    pace.note(0)
    for n in range(1, fragments + 1):
        clock.now += seconds
        pace.note(n)
    return pace, clock


def test_before_there_is_enough_no_time_is_invented() -> None:
    assert worked(ENOUGH - 1, 10.0)[0].seconds(100) is None


def test_the_rest_takes_as_long_each_as_this_sitting_took() -> None:
    assert worked(ENOUGH, 10.0)[0].seconds(100) == 1000.0


def test_a_break_and_what_was_found_right_in_bulk_are_no_work() -> None:
    pace, clock = worked(ENOUGH, 10.0)
    clock.now += 3600
    pace.note(ENOUGH + 50)
    clock.now += 10
    pace.note(ENOUGH + 51)
    assert pace.seconds(100) == 1000.0


def test_a_long_pause_counts_as_a_few_minutes_at_most() -> None:
    pace, clock = worked(ENOUGH, 10.0)
    clock.now += 3600
    pace.note(ENOUGH + 1)
    told = pace.seconds(ENOUGH + 1)
    assert told is not None
    assert told == ENOUGH * 10.0 + 180.0


def test_when_nothing_is_left_there_is_no_time_to_tell() -> None:
    assert worked(ENOUGH, 10.0)[0].seconds(0) is None

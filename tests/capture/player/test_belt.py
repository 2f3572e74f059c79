import numpy as np
import pytest

from capture.player.belt import Belt
from transcripts.tempo import RATE, Piece, Sound


def piece(at: float, seconds: float, speed: float = 1.0) -> Piece:
    """Each sample of it is its number."""
    sound = np.arange(round(seconds * RATE), dtype=np.float32)
    return Piece(at, np.stack([sound, sound], axis=1), speed)


def take(belt: Belt, seconds: float, moment: float) -> Sound:
    room = np.full((round(seconds * RATE), 2), np.nan, np.float32)
    belt.take(room, moment, moment)
    return room


def test_sound_comes_out_without_a_seam_and_silence_after_it() -> None:
    belt = Belt()
    belt.put(piece(3.0, 0.5))
    assert belt.ahead == 0.5
    sound = [take(belt, 0.3, moment) for moment in (10.0, 10.3)]
    whole = np.concatenate(sound)
    assert np.array_equal(whole[: RATE // 2], piece(3.0, 0.5).sound)
    assert not whole[RATE // 2 :].any()
    assert belt.ahead == 0.0


def test_what_is_heard_follows_the_clock_and_the_speed() -> None:
    belt = Belt()
    belt.put(piece(3.0, 0.5))
    belt.put(piece(3.5, 0.5, speed=2.0))
    take(belt, 2.0, 10.0)
    heard = [belt.heard(moment) for moment in (9.9, 10.0, 10.25, 10.75, 11.0, 15.0)]
    assert heard[0] is None
    assert heard[1:] == pytest.approx([3.0, 3.25, 4.0, 4.5, 4.5])
    assert not belt.silent(10.99)
    assert belt.silent(11.01)


def test_the_frontier_is_where_the_next_sound_is_from() -> None:
    belt = Belt()
    belt.begin(7.0)
    assert belt.frontier == 7.0
    belt.put(piece(3.0, 0.5, speed=2.0))
    take(belt, 0.1, 10.0)
    assert belt.frontier == pytest.approx(3.2)
    take(belt, 1.0, 10.1)
    assert belt.frontier == pytest.approx(4.0)


def test_after_a_jump_what_was_taken_is_still_heard_unless_it_is_to_be_forgotten() -> None:
    belt = Belt()
    belt.put(piece(3.0, 0.5))
    take(belt, 0.2, 10.0)
    belt.begin(8.0)
    assert belt.ahead == 0.0
    assert belt.heard(10.1) == pytest.approx(3.1)
    belt.begin(8.0, forget=True)
    assert belt.heard(10.1) is None


def test_what_is_held_is_not_taken() -> None:
    belt = Belt()
    belt.put(piece(3.0, 0.5))
    belt.hold(True)
    assert not take(belt, 0.3, 10.0).any()
    assert belt.frontier == 3.0
    belt.hold(False)
    assert take(belt, 0.3, 11.0).any()
    assert belt.heard(11.1) == pytest.approx(3.1)


def test_hours_of_playing_leave_nothing_behind() -> None:
    belt = Belt()
    for turn in range(2000):
        belt.put(piece(turn * 0.1, 0.1))
        take(belt, 0.1, turn * 0.1)
    assert len(belt._marks) < 50
    assert belt.heard(199.95) == pytest.approx(199.95)

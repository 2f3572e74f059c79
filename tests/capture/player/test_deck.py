import time
from pathlib import Path

import numpy as np
import pytest

from capture.player.belt import Belt
from capture.player.deck import Deck
from capture.player.protocol import (
    Adjust,
    Back,
    Command,
    Event,
    Fails,
    Over,
    Pause,
    Play,
    Sounds,
    Toggle,
    Waits,
)
from tests.capture.player.ear import pitch, telling_time, told_time
from transcripts.tempo import RATE

_TURN = 0.05


class Table:
    """A deck whose sound is heard the moment that it is asked for."""

    def __init__(self) -> None:
        self.told: list[Event] = []
        self.sound = np.empty(0, np.float32)
        self.belt = Belt()
        self.deck = Deck(self.belt, self.told.append)

    def do(self, *commands: Command, then: float = 0.0) -> list[Event]:
        """What is told when commands are followed by so many seconds of sound."""
        first = len(self.told)
        for command in commands:
            self.deck.take(command)
        for _turn in range(round(then / _TURN)):
            self.deck.turn()
            room = np.empty((round(_TURN * RATE), 2), np.float32)
            now = time.monotonic()
            self.belt.take(room, now, now - _TURN)
            self.sound = room[:, 0]
            self.deck.turn()
        return self.told[first:]


@pytest.fixture
def table() -> Table:
    return Table()


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(telling_time(tmp_path / "opname.wav"))


def at(told: list[Event], kind: type[Sounds | Waits | Over] = Sounds) -> float:
    """Where the last one is, which is of that ``kind``."""
    assert told
    assert isinstance(told[-1], kind)
    return told[-1].at


def fragment(path: str, start: float = 4.0, end: float = 10.0, **more: float) -> Play:
    return Play(1, path, start, start, end, more.get("speed", 1.0), bool(more.get("loop")))


@pytest.mark.parametrize("speed", [0.7, 1.0, 2.0])
def test_what_is_told_is_what_sounds(path: str, table: Table, speed: float) -> None:
    told = table.do(fragment(path, speed=speed), then=1.0)
    assert at(told) == pytest.approx(4.0 + speed, abs=0.02)
    assert told_time(table.sound) == pytest.approx(4.0 + speed * 0.975, abs=0.06)


def test_it_ends_at_the_end_and_is_silent(path: str, table: Table) -> None:
    told = table.do(fragment(path, 4.0, 4.5), then=1.0)
    assert at(told, Over) == pytest.approx(4.5, abs=0.001)
    assert not table.sound.any()
    assert len([event for event in told if isinstance(event, Over)]) == 1


def test_a_speed_changes_at_the_place_that_it_has_come_to(path: str, table: Table) -> None:
    before = at(table.do(fragment(path), then=0.5))
    told = table.do(Adjust(2.0, False, False), then=0.5)
    assert at(told) == pytest.approx(before + 1.0, abs=0.03)
    assert pitch(table.sound) == pytest.approx(500 + 50 * at(told), rel=0.02)


def test_going_back_counts_from_what_is_heard_and_once_more_from_there(path: str, table: Table) -> None:
    table.do(fragment(path, 12.0, 19.0), then=1.0)
    assert at(table.do(Back(5.0), then=0.05)) == pytest.approx(8.05, abs=0.02)
    assert at(table.do(Back(2.0), Back(2.0), then=0.05)) == pytest.approx(4.1, abs=0.03)
    assert at(table.do(Back(60.0), then=0.05)) == pytest.approx(0.05, abs=0.02)


def test_a_pause_keeps_its_place_also_when_it_goes_back(path: str, table: Table) -> None:
    table.do(fragment(path, 12.0, 19.0), then=1.0)
    told = table.do(Pause(), then=0.5)
    assert len(told) == 1
    assert at(told, Waits) == pytest.approx(13.0, abs=0.01)
    assert table.do(Pause(), Adjust(1.5, False, False)) == []
    assert at(table.do(Back(5.0), then=0.5), Waits) == pytest.approx(8.0, abs=0.01)
    assert not table.sound.any()
    assert at(table.do(Toggle(), then=0.5)) == pytest.approx(8.75, abs=0.03)
    assert isinstance(table.do(Toggle())[-1], Waits)
    assert isinstance(table.do(Toggle(), then=0.1)[-1], Sounds)


def test_a_loop_begins_again_without_a_gap_until_it_is_ended(path: str, table: Table) -> None:
    told = table.do(fragment(path, 4.0, 4.5, loop=True), then=1.3)
    assert at(told) == pytest.approx(4.3, abs=0.02)
    told = table.do(Adjust(1.0, False, False), then=1.0)
    assert at(told, Over) == pytest.approx(4.5, abs=0.001)


def test_playing_on_passes_the_end_and_stops_where_the_recording_does(path: str, table: Table) -> None:
    table.do(fragment(path, 17.0, 18.0), then=0.5)
    assert at(table.do(Adjust(1.0, False, True), then=1.0)) == pytest.approx(18.5, abs=0.02)
    assert at(table.do(then=3.0), Over) == pytest.approx(20.0, abs=0.01)


def test_what_is_over_can_be_heard_again_from_its_start_or_from_some_seconds_back(
    path: str, table: Table
) -> None:
    table.do(fragment(path, 4.0, 4.5), then=1.0)
    assert at(table.do(Back(1.5), then=0.1)) == pytest.approx(3.1, abs=0.02)
    assert at(table.do(then=2.0), Over) == pytest.approx(4.5, abs=0.001)
    assert at(table.do(Toggle(), then=0.1)) == pytest.approx(4.1, abs=0.02)


def test_another_fragment_takes_the_place_of_the_one_that_plays(path: str, table: Table) -> None:
    table.do(fragment(path, 4.0, 10.0), then=0.5)
    told = table.do(Play(2, path, 15.0, 15.0, 16.0), then=0.5)
    places = [(event.number, event.at) for event in told if isinstance(event, Sounds)]
    assert len(places) == len(told)
    assert all(number == 2 and 14.99 < place < 15.51 for number, place in places)


def test_what_can_still_be_heard_of_a_recording_that_was_cut_is_heard_before_it_fails(
    path: str, table: Table
) -> None:
    told = table.do(fragment(path, 19.0, 25.0), then=0.9)
    assert at(told) == pytest.approx(19.9, abs=0.02)
    told = table.do(then=0.5)
    assert isinstance(told[-1], Fails)
    assert told[-1].recording
    assert told[-1].message == "opname.wav ends at 20.0 s, before this fragment does."
    assert not table.deck.playing


def test_what_is_not_there_fails_at_once(tmp_path: Path, table: Table) -> None:
    told = table.do(fragment(str(tmp_path / "weg.wav")), then=0.2)
    assert [type(event) for event in told] == [Fails]
    assert isinstance(table.do(Toggle(), then=0.1)[-1], Fails)

"""How much sound still fits on the disk."""

import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from capture.interviewing import room
from capture.interviewing.room import Room
from tests.disks import fill

MINUTE = 60 * 48_000 * 3
"""Bytes of a minute of mono."""


class Disk:
    """A disk whose room the test decides, and a clock that goes on by itself."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.free, self.looks, self._now = 0, 0, 0.0
        monkeypatch.setattr("capture.interviewing.room.shutil.disk_usage", self._usage)
        monkeypatch.setattr("capture.interviewing.room.time.monotonic", lambda: self._now)

    def _usage(self, _folder: Path) -> SimpleNamespace:
        self.looks += 1
        return SimpleNamespace(free=self.free)

    def later(self, minutes_left: float) -> None:
        self.free = round(minutes_left * MINUTE)
        self._now += room.LOOK_AGAIN + 1


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


def test_room_is_told_in_whole_minutes(disk: Disk, tmp_path: Path) -> None:
    disk.free = 90 * MINUTE + 59
    assert Room(tmp_path).seconds(1) == 90 * 60
    assert Room(tmp_path).seconds(2) == 45 * 60


def test_the_disk_is_not_asked_each_time(disk: Disk, tmp_path: Path) -> None:
    here = Room(tmp_path)
    disk.free = 90 * MINUTE
    assert [here.seconds(1) for _ in range(50)] == [5400.0] * 50
    assert disk.looks == 1
    disk.later(20)
    assert here.seconds(1) == 1200.0


def test_it_is_warned_once_at_thirty_minutes_and_once_at_ten(disk: Disk, tmp_path: Path) -> None:
    here, said = Room(tmp_path), []
    for left in (31, 30, 29, 28, 10, 9, 8, 0):
        disk.later(left)
        said.append(here.warning(1))
    assert [bool(s) for s in said] == [False, False, True, False, False, True, False, False]
    assert "29 more minutes" in said[2]
    assert "9 more minutes" in said[5]


def test_a_disk_that_is_nearly_full_from_the_start_is_warned_about_once(disk: Disk, tmp_path: Path) -> None:
    here = Room(tmp_path)
    disk.later(1)
    assert "1 more minute of" in here.warning(1)
    assert here.warning(1) == ""


def test_after_room_was_made_it_is_warned_again(disk: Disk, tmp_path: Path) -> None:
    here = Room(tmp_path)
    disk.later(5)
    here.warning(1)
    disk.later(60)
    assert here.warning(1) == ""
    disk.later(20)
    assert here.warning(1)


def test_with_two_microphones_the_room_is_half(disk: Disk, tmp_path: Path) -> None:
    disk.later(40)
    assert Room(tmp_path).warning(1) == ""
    assert "20 more minutes" in Room(tmp_path).warning(2)


def test_where_the_disk_cannot_be_asked_nothing_is_said(tmp_path: Path) -> None:
    gone = Room(tmp_path / "weg")
    assert gone.seconds(1) is None
    assert gone.warning(1) == ""


def test_a_real_disk_is_believed(tmp_path: Path) -> None:
    free = shutil.disk_usage(tmp_path).free
    assert Room(tmp_path).seconds(1) == pytest.approx(free / MINUTE * 60, rel=0.05, abs=120)


def test_a_real_full_disk_has_no_room(disk_of: Callable[[str], Path]) -> None:
    place = disk_of("400k")
    fill(place)
    here = Room(place)
    assert here.seconds(1) == 0.0
    assert here.warning(1)

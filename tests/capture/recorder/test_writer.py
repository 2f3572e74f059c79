import errno
import os
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from capture.recorder import writer
from capture.recorder.protocol import RATE, Began, Begin, End, Ended, Event
from capture.recorder.tape import Tape
from capture.recorder.writer import Writer
from tests.capture.recorder.hearing import PATIENCE, read_clip
from tests.sound import packed

BLOCK = RATE // 10


@dataclass
class Disk:
    """One that can stall."""

    works: threading.Event = field(default_factory=threading.Event)

    def sync(self, _handle: int) -> None:
        self.works.wait(PATIENCE)


@dataclass
class Spoken:
    """A writer and what it told; blocks of a tenth of a second count on from 1."""

    folder: Path
    blocks: int = 0
    events: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.writer = Writer(self.folder, 1, self.events.append)

    def speak(self, blocks: int) -> list[bool]:
        return [self._block() for _turn in range(blocks)]

    def _block(self) -> bool:
        start = self.blocks * BLOCK + 1
        self.blocks += 1
        sound = packed(np.arange(start, start + BLOCK, dtype=np.int32))
        return self.writer.hear(sound, 1000 + self.blocks / 10)

    def kinds(self) -> list[type[Event]]:
        return [type(event) for event in self.events]


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    disk = Disk()
    disk.works.set()
    monkeypatch.setattr(os, "fsync", disk.sync)
    monkeypatch.setattr(os, "fdatasync", disk.sync)
    yield disk
    disk.works.set()


@pytest.fixture
def spoken(tmp_path: Path, disk: Disk) -> Iterator[Spoken]:
    spoken = Spoken(tmp_path)
    spoken.writer.take(Begin(1, "1.wav", 1000.0))
    yield spoken
    disk.works.set()
    spoken.writer.close()


def wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_what_is_heard_while_the_disk_stalls_is_all_written_afterwards(spoken: Spoken, disk: Disk) -> None:
    spoken.speak(2)
    wait_until(lambda: spoken.writer.rests)
    disk.works.clear()
    spoken.speak(20)
    spoken.writer.take(End(1002.0))
    wait_until(lambda: spoken.writer.behind(time.monotonic()) > 0.1)
    assert Ended not in spoken.kinds()
    assert not spoken.writer.rests
    disk.works.set()
    wait_until(lambda: spoken.writer.rests)
    assert spoken.kinds() == [Began, Ended]
    assert read_clip(spoken.folder / "1.wav.part").tolist() == list(range(1, 20 * BLOCK + 1))


def test_where_a_disk_stalls_too_long_silence_takes_the_place_of_what_was_said(
    spoken: Spoken, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "_ROOM", 0.2)
    spoken.speak(2)
    wait_until(lambda: spoken.writer.rests)
    disk.works.clear()
    spoken.speak(10)
    wait_until(lambda: spoken.writer.behind(time.monotonic()) > 0.2)
    assert spoken.speak(3) == [False] * 3
    disk.works.set()
    wait_until(lambda: spoken.writer.rests)
    assert spoken.speak(1) == [True]
    spoken.writer.close()
    heard = read_clip(spoken.folder / "1.wav.part")
    assert len(heard) == 16 * BLOCK
    assert not heard[12 * BLOCK : 15 * BLOCK].any()
    assert heard[-1] == 16 * BLOCK


def test_closing_does_not_wait_for_a_disk_for_ever(
    spoken: Spoken, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "_CLOSING", 0.1)
    spoken.speak(2)
    wait_until(lambda: spoken.writer.rests)
    disk.works.clear()
    spoken.speak(10)
    spoken.writer.close()
    assert Ended not in spoken.kinds()


def broken(_handle: int) -> None:
    raise OSError(errno.EIO, "broken")


def test_a_disk_that_fails_while_syncing_ends_the_clip_loudly(
    spoken: Spoken, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken.speak(2)
    wait_until(lambda: spoken.writer.rests)
    monkeypatch.setattr(os, "fdatasync", broken)
    spoken.speak(10)
    wait_until(lambda: Ended in spoken.kinds())
    assert spoken.writer.place.clip_id == 0


def test_a_fault_in_its_thread_is_raised_where_it_is_seen(
    spoken: Spoken, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Tape, "hear", lambda *_arguments: 1 / 0)
    spoken.speak(1)
    with pytest.raises(ZeroDivisionError):
        wait_until(lambda: spoken.writer.behind(time.monotonic()) < 0)

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from capture.recorder import watch
from capture.recorder.desk import Desk
from capture.recorder.microphone_stream import Block
from capture.recorder.protocol import (
    QUIET,
    RATE,
    Begin,
    Event,
    Hold,
    Level,
    Opened,
    Order,
    Tried,
    Trouble,
    TroubleKind,
    Try,
    Well,
)
from capture.recorder.pulse import Source
from tests.sound import packed

BLOCK = RATE // 20


class Heard:
    """A desk and what it told, with blocks of a twentieth of a second."""

    def __init__(self, folder: Path, microphone: str = "") -> None:
        self.events: list[Event] = []
        self.desk = Desk(Order(str(folder), microphone), "Speldmicrofoon", self.events.append)

    def speak(self, blocks: int) -> None:
        sound = packed(np.full(BLOCK, 2**22, np.int32))
        for _turn in range(blocks):
            self.desk.hear(Block(sound, time.monotonic(), overflow=False))

    def levels(self) -> list[Level]:
        return [event for event in self.events if isinstance(event, Level)]


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[Heard]:
    heard = Heard(tmp_path)
    yield heard
    heard.desk.leave()


def test_the_microphone_is_open_with_its_first_block(heard: Heard) -> None:
    assert heard.events == []
    heard.speak(2)
    assert heard.events[0] == Opened("Speldmicrofoon", RATE, 1)
    assert len([event for event in heard.events if isinstance(event, Opened)]) == 1


def test_levels_come_ten_times_a_second_of_sound(heard: Heard) -> None:
    heard.speak(20)
    assert len(heard.levels()) == 10
    assert [round(value, 1) for value in heard.levels()[-1].peak] == [-6.0]


def test_without_sound_there_is_a_sign_of_life(heard: Heard) -> None:
    heard.desk.idle()
    assert heard.levels()[0].rms == (QUIET,)


def test_beginning_and_going_off_the_record_end_the_sound_check(heard: Heard) -> None:
    for command in (Begin(1, "1.wav", time.monotonic()), Hold(time.monotonic(), off_the_record=True)):
        heard.desk.take(Try(1.0))
        heard.speak(15)
        heard.desk.take(command)
        heard.speak(15)
    assert not [event for event in heard.events if isinstance(event, Tried)]


def test_another_source_is_told_by_the_name_that_people_know(tmp_path: Path) -> None:
    heard = Heard(tmp_path, "pulse:usb")
    heard.desk.leave()
    heard.desk.source(None)
    heard.desk.source(Source("usb", "USB-microfoon", 1))
    assert heard.events == []
    heard.desk.source(Source("intern", "Ingebouwde microfoon", 2))
    assert heard.events == [Trouble(TroubleKind.REPLACED, "Ingebouwde microfoon")]


def test_a_disk_that_stalls_holds_up_no_sign_of_life_and_is_told(
    heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "_DISK", 0.2)
    stalled = threading.Event()
    monkeypatch.setattr(os, "fsync", lambda _handle: stalled.wait(20))
    heard.desk.take(Begin(1, "1.wav", time.monotonic()))
    heard.speak(2)
    time.sleep(0.3)
    heard.speak(10)
    assert len(heard.levels()) == 6
    [trouble] = [event for event in heard.events if isinstance(event, Trouble)]
    assert trouble.kind is TroubleKind.DISK
    stalled.set()
    deadline = time.monotonic() + 10
    while Well(TroubleKind.DISK) not in heard.events:
        assert time.monotonic() < deadline
        heard.desk.idle()
        time.sleep(0.01)


def test_a_desk_without_sound_is_done_soon_after_its_end(heard: Heard) -> None:
    assert not heard.desk.done
    heard.desk.close()
    deadline = time.monotonic() + 10
    while not heard.desk.done:
        assert time.monotonic() < deadline
        time.sleep(0.05)

"""A tape for tests, and a stream of known samples whose moments are exact: sample n is heard n / RATE after START."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from capture.recorder.protocol import RATE, Begin, Event
from capture.recorder.tape import Tape
from capture.recorder.waiting import Cut
from tests.capture.recorder.hearing import read_clip
from tests.sound import packed

START = 1000.0
BLOCK = 600
SECOND = RATE


@pytest.fixture(scope="module", autouse=True)
def quick_disk() -> Iterator[None]:
    """These tests are about samples; that syncing works is tested with the files and the whole recorder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _handle: None)
        patch.setattr(os, "fdatasync", lambda _handle: None)
        yield


@dataclass
class Studio:
    """A tape, and the stream that it hears: sample n has the value n + 1; ``said`` runs ahead in a stall."""

    folder: Path
    heard: int = 0
    said: int = 0
    events: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.tape = Tape(self.folder, 1, self.events.append)

    @property
    def now(self) -> float:
        return at(max(self.heard, self.said))

    def hear(self, until: int) -> None:
        """Let the stream go on until frame ``until``; what a stall held back comes at once."""
        while self.heard < until:
            end = min(until, self.heard + BLOCK)
            block = packed(np.arange(self.heard + 1, end + 1, dtype=np.int32))
            self.heard = end
            self.tape.hear(block, self.now)
            self.tape.tick(self.now)

    def stall(self, until: int) -> None:
        """Nothing arrives until frame ``until`` is said."""
        self.said = max(self.heard, self.said)
        while self.said < until:
            self.said = min(until, self.said + 4800)
            self.tape.tick(self.now)

    def do(self, command: Cut) -> None:
        self.tape.take(command, self.now)

    def clip(self, number: int) -> list[int]:
        """The frames of the stream that are in a clip; -1 is silence."""
        return [value - 1 for value in read_clip(self.folder / f"{number}.part").tolist()]

    def kept(self) -> list[int]:
        """The frames that are in any clip."""
        clips = sorted(self.folder.glob("*.part"), key=lambda path: int(path.stem))
        return [frame for clip in clips for frame in self.clip(int(clip.stem)) if frame >= 0]

    def told(self, kind: type[Event]) -> list[Event]:
        return [event for event in self.events if isinstance(event, kind)]


def at(frame: int) -> float:
    return START + frame / RATE


def begin(number: int, frame: int, pre_roll: bool = False) -> Begin:
    return Begin(number, str(number), at(frame), pre_roll)


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return Studio(tmp_path)


def frames(start: int, end: int) -> list[int]:
    return list(range(start, end))

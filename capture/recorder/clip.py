"""A clip that is being recorded, and its file."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from capture.recorder.disk_reserve import DiskReserve, is_full
from capture.recorder.protocol import RATE, Because, Begin, Ended, Struck
from capture.recorder.wav import LONGEST, WavFile
from sessions.errors import os_reason

SYNC_EVERY = 0.5
"""Seconds of sound that a power cut may take, beside what the disk itself takes to write."""


@dataclass(frozen=True)
class Place:
    """Where the tape is: ``seconds`` of the clip, up to what was heard ``at`` that moment."""

    at: float = 0.0
    clip_id: int = 0
    seconds: float = 0.0
    recording: bool = False


@dataclass
class OpenClip:
    """``stretch`` is how many frames at its end lie next to what is heard now: so far it can be cut back."""

    clip_id: int
    file: WavFile
    reserve: DiskReserve
    recording: bool = True
    stretch: int = 0
    began: bool = False
    synced: float = 0.0

    @classmethod
    def begin(cls, order: Begin, folder: Path, channels: int, reserve: DiskReserve) -> Self:
        """The file of a new clip; raises ``OSError``."""
        path = folder / (order.path + ".part")
        path.parent.mkdir(parents=True, exist_ok=True)
        return cls(order.clip_id, WavFile(path, channels, order.comment), reserve)

    @property
    def seconds(self) -> float:
        """How long it is now."""
        return self.file.frames / RATE

    def has_room_for(self, sound: bytes) -> bool:
        """Whether the file does not grow too long for its format by ``sound``."""
        return self.file.size + len(sound) <= LONGEST

    def write(self, sound: bytes) -> None:
        """Add what was heard next. On a full disk the reserve takes it, and still this raises ``OSError``."""
        before, frames = self.file.size, self.file.frames
        try:
            self.file.write(sound)
        except OSError as error:
            if is_full(error) and self.reserve.release():
                self.file.write(sound[self.file.size - before :])
            raise
        finally:
            self.stretch += self.file.frames - frames

    def sync(self, now: float) -> None:
        """See everything until now safely on the disk."""
        self.file.sync()
        self.synced = now

    def cut_back(self, frames: int) -> None:
        """Take the last ``frames`` out."""
        self.file.cut(self.file.frames - frames)
        self.stretch -= frames

    def strike(self, frames: int, after: int, ahead: int) -> Struck:
        """Take the ``frames`` before its last ``after`` ones out, and those too. ``ahead`` is how many frames
        lie between its end and the moment they are counted back from: negative where it goes on after that."""
        last = self.file.frames - after
        left = min(last, max(0, last + ahead - frames))
        self.file.cut(left)
        self.stretch = 0
        return Struck(self.clip_id, max(0, last - left + min(frames, ahead)) / RATE, left / RATE)

    def hold(self, now: float) -> None:
        """What is heard next does not belong to it."""
        self.recording, self.stretch = False, 0
        self.sync(now)

    def resume(self, gap: bytes) -> None:
        """What is heard next belongs to it again, after a ``gap``."""
        self.recording = True
        self.write(gap)
        self.stretch = 0

    def place(self, at: float) -> Place:
        """Where the tape is, with what was heard until ``at`` in it."""
        return Place(at, self.clip_id, self.seconds, self.recording)

    def ended(self, because: Because, error: OSError | None = None) -> Ended:
        """What is to be told of its end."""
        return Ended(self.clip_id, self.file.frames, because, os_reason(error) if error else "")


def why(error: OSError) -> Because:
    """Why a clip ends that cannot be written any more."""
    return Because.DISK_FULL if is_full(error) else Because.CANNOT_WRITE

"""What happens to each block and each command, in a thread that never waits for the disk."""

import time
from collections.abc import Callable
from pathlib import Path

from capture.recorder.levels import level, samples
from capture.recorder.microphone_stream import PULSE, Block
from capture.recorder.protocol import (
    QUIET,
    RATE,
    SAMPLE_BYTES,
    Begin,
    Command,
    End,
    Event,
    Hold,
    Level,
    Opened,
    Order,
    PlayTry,
    Trouble,
    TroubleKind,
    Try,
    Well,
)
from capture.recorder.pulse import Source
from capture.recorder.sound_check import SoundCheck
from capture.recorder.watch import Watch
from capture.recorder.writer import Writer

_LEVEL_EVERY = 0.1
_SIGN_OF_LIFE = 0.3
"""Seconds; without sound too, so that silence of the microphone is not taken for silence of the process."""

_LAST_SOUND = 0.5
"""Seconds to wait for the sound that is still on its way when everything ends."""


class Desk:
    """The writing, the sound check, the levels and the watch over one microphone."""

    def __init__(self, order: Order, microphone: str, tell: Callable[[Event], None]) -> None:
        self._order = order
        self._microphone = microphone
        self._tell = tell
        self._writer = Writer(Path(order.folder), order.channels, tell)
        self._check = SoundCheck(order.channels, tell)
        pulse = order.microphone.startswith(PULSE)
        self._watch = Watch(RATE, order.microphone.removeprefix(PULSE) if pulse else None)
        self._metered = bytearray()
        self._opened = False
        self._level_at = 0.0
        self._closing: float | None = None

    @property
    def done(self) -> bool:
        """Whether the end was asked for and all of the sound until then is on the disk."""
        if self._closing is None:
            return False
        return self._writer.rests or time.monotonic() > self._closing + _LAST_SOUND

    def hear(self, block: Block) -> None:
        """Take a block of sound."""
        if not self._opened:
            self._opened = True
            self._tell(Opened(self._microphone, RATE, self._order.channels))
        fits = self._writer.hear(block.sound, block.moment)
        self._check.hear(block.sound)
        frames = len(block.sound) // (self._order.channels * SAMPLE_BYTES)
        silent = block.sound.count(0) == len(block.sound)
        self._tell_all(self._watch.block(block.moment, frames, silent, block.overflow or not fits))
        self._meter(block.sound)
        self._look_at_disk()

    def take(self, command: Command) -> None:
        """Take a command."""
        match command:
            case Try(seconds=seconds):
                self._check.begin(seconds)
            case PlayTry():
                self._check.play()
            case _:
                if isinstance(command, Begin | Hold):
                    self._check.forget()
                self._writer.take(command)

    def idle(self) -> None:
        """Nothing has come for a moment."""
        now = time.monotonic()
        self._look_at_disk()
        self._tell_all(self._watch.tick(now))
        if now - self._level_at >= _SIGN_OF_LIFE:
            nothing = (QUIET,) * self._order.channels
            self._tell_level(nothing, nothing)

    def source(self, found: Source | None) -> None:
        """The sound system says what the stream listens to now; None where it does not know."""
        for told in self._watch.source(found.name if found else None):
            replaced = isinstance(told, Trouble) and told.kind is TroubleKind.REPLACED
            self._tell(Trouble(told.kind, found.description) if found and replaced else told)

    def close(self) -> None:
        """Nothing more is wanted from now on."""
        self._closing = time.monotonic()
        self._writer.take(End(self._closing))

    def leave(self) -> None:
        """The last moment: what is still open is closed as it is."""
        self._writer.close()

    def _meter(self, sound: bytes) -> None:
        self._metered += sound
        if len(self._metered) >= _LEVEL_EVERY * RATE * self._order.channels * SAMPLE_BYTES:
            self._tell_level(*level(samples(bytes(self._metered), self._order.channels)))
            self._metered.clear()

    def _tell_level(self, rms: tuple[float, ...], peak: tuple[float, ...]) -> None:
        self._level_at = time.monotonic()
        place = self._writer.place
        at = place.at or self._level_at
        self._tell(Level(at, rms, peak, place.clip_id, place.seconds, place.recording))

    def _look_at_disk(self) -> None:
        self._tell_all(self._watch.disk(self._writer.behind(time.monotonic())))

    def _tell_all(self, events: list[Trouble | Well]) -> None:
        for event in events:
            self._tell(event)

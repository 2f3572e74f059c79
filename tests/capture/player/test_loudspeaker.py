from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from capture.player import loudspeaker
from capture.player.belt import Belt
from capture.player.loudspeaker import filler, open_loudspeaker
from sessions.errors import SoundSystemError
from transcripts.tempo import RATE, Piece


class Refusal(Exception):
    """What PortAudio raises."""


class SoundDevice:
    """A sounddevice with these ``devices`` for output, which refuses to open them."""

    PortAudioError = Refusal

    def __init__(self, *devices: dict[str, Any]) -> None:
        self._devices = devices

    def query_devices(self, kind: str) -> dict[str, Any]:
        if not self._devices:
            raise Refusal("Error querying device -1")
        return self._devices[0]

    def OutputStream(self, *_shape: object, **_callback: object) -> None:  # noqa: N802 - its name
        raise Refusal("Device unavailable [PaErrorCode -9985]\nmore")


DEVICE = {"max_output_channels": 2, "default_high_output_latency": 0.03}


@pytest.mark.parametrize(
    ("devices", "message"),
    [
        ((), "There is no loudspeaker, and there are no headphones."),
        ((DEVICE,), "The loudspeaker cannot be opened."),
    ],
)
def test_a_computer_that_cannot_sound_says_what_to_do(
    devices: tuple[dict[str, Any], ...], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loudspeaker, "portaudio", lambda: SoundDevice(*devices))
    with pytest.raises(SoundSystemError) as raised:
        open_loudspeaker(Belt())
    assert raised.value.message == message
    assert "sound settings" in raised.value.advice


@dataclass
class Clock:
    """The moment of the callbacks."""

    now: float = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(loudspeaker, "time", clock)
    return clock


def ones(seconds: float) -> Piece:
    sound = np.ones((round(seconds * RATE), 2), np.float32)
    sound[:, 1] = 0.5
    return Piece(3.0, sound)


def called(
    fill: Callable[[Any, int, Any, Any], None], delay: float, channels: int = 2
) -> np.ndarray[Any, np.dtype[np.float32]]:
    room = np.full((480, channels), np.nan, np.float32)
    fill(room, 480, SimpleNamespace(outputBufferDacTime=5.0 + delay, currentTime=5.0), None)
    return room


def test_sound_begins_after_the_device_has_filled_itself(clock: Clock) -> None:
    belt = Belt()
    belt.put(ones(1.0))
    fill = filler(belt, 0.1)
    assert not any(called(fill, 0.02 * turn).any() for turn in range(5))
    clock.now += 1.8
    assert called(fill, 0.1).all()
    assert belt.heard(clock.now + 0.09) is None
    assert belt.heard(clock.now + 0.105) == pytest.approx(3.005)


@pytest.mark.parametrize("delay", [0.0, -7.0, 900.0])
def test_where_the_device_does_not_tell_its_delay_its_latency_counts(clock: Clock, delay: float) -> None:
    belt = Belt()
    belt.put(ones(1.0))
    fill = filler(belt, 0.25)
    called(fill, delay)
    clock.now += 1.0
    called(fill, delay)
    assert belt.heard(clock.now + 0.255) == pytest.approx(3.005)


def test_both_channels_are_heard_through_one_loudspeaker(clock: Clock) -> None:
    belt = Belt()
    belt.put(ones(1.0))
    fill = filler(belt, 0.1)
    called(fill, 0.1, channels=1)
    clock.now += 1.0
    assert np.allclose(called(fill, 0.1, channels=1), 0.75)

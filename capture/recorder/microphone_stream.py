"""The microphone itself: PortAudio opens it, and its callback does nothing but pass blocks on."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from capture.portaudio import portaudio, reason
from capture.recorder.protocol import RATE, Order
from sessions.errors import SoundSystemError
from sessions.i18n import gettext as _

if TYPE_CHECKING:
    from sounddevice import RawInputStream

PULSE = "pulse:"
"""Keys that begin so name a source of PulseAudio, or of PipeWire in its place."""

_LATENCY = 0.1


@dataclass(frozen=True)
class Block:
    """Sound as it arrived at ``moment``; ``overflow`` where some was lost before it."""

    sound: bytes
    moment: float
    overflow: bool


def open_microphone(order: Order, give: Callable[[Block], None]) -> "RawInputStream":
    """A running stream that gives its blocks, from a thread of PortAudio's own.

    To be called once in a process: PortAudio freezes its list of devices. Raises :class:`SoundSystemError`.
    """
    if order.microphone.startswith(PULSE):
        os.environ["PULSE_SOURCE"] = order.microphone.removeprefix(PULSE)
    sounddevice = portaudio()
    device = _device(sounddevice, order.microphone)

    def callback(sound: Any, frames: int, moment: Any, status: Any) -> None:
        give(Block(bytes(sound), time.monotonic(), bool(status.input_overflow)))

    try:
        stream: RawInputStream = sounddevice.RawInputStream(
            RATE, 0, device, order.channels, "int24", _latency(sounddevice, device), callback=callback
        )
        stream.start()
    except (sounddevice.PortAudioError, ValueError) as error:
        raise SoundSystemError(
            _("The microphone cannot be opened ({reason}).").format(reason=reason(error)),
            _(
                "Close other programs that use it, check that you may use the microphone, or choose another one."
            ),
        ) from error
    return stream


def _latency(sounddevice: Any, device: int | None) -> float:
    """Seconds of sound in a block, about: the more, the less often everybody must wake up."""
    return max(_LATENCY, float(sounddevice.query_devices(device, "input")["default_high_input_latency"]))


def microphone_name(stream: "RawInputStream") -> str:
    """What PortAudio calls the microphone of ``stream``."""
    return str(portaudio().query_devices(stream.device)["name"])


def _device(sounddevice: Any, key: str) -> int | None:
    """The number of the input with that key; None is the one that the system prefers."""
    wanted = "pulse" if key.startswith(PULSE) else key
    if not wanted:
        return None
    for number, device in enumerate(sounddevice.query_devices()):
        if device["max_input_channels"] and device["name"] == wanted:
            return number
    raise SoundSystemError(
        _("The microphone “{name}” is not there.").format(name=key.removeprefix(PULSE)),
        _("Plug it in, or choose another one."),
    )

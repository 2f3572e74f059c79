"""The loudspeaker: PortAudio opens it, and its callback takes from the belt what is to be heard."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from capture.player.belt import Belt
from capture.portaudio import portaudio
from sessions.errors import SoundSystemError
from sessions.i18n import gettext as _
from transcripts.tempo import RATE

if TYPE_CHECKING:
    from sounddevice import OutputStream

_LATENCY = 0.1
"""Seconds of sound in the device, at least: a busy computer must not be heard."""

_BURST = 0.01
"""Seconds within which a device that was just opened fills itself; it begins to sound at some time after that."""

_LONGEST_DELAY = 3.0

Callback = Callable[[Any, int, Any, Any], None]


def open_loudspeaker(belt: Belt) -> "OutputStream":
    """A running stream that plays what is on ``belt``, silence where nothing is.

    To be called once in a process: PortAudio freezes its list of devices. Raises :class:`SoundSystemError`.
    """
    sounddevice = portaudio()
    try:
        device = sounddevice.query_devices(kind="output")
    except (sounddevice.PortAudioError, ValueError) as error:
        raise SoundSystemError(
            _("There is no loudspeaker, and there are no headphones."),
            _("Plug them in, or turn them on in the sound settings of the system; then play again."),
        ) from error
    channels = min(2, device["max_output_channels"])
    latency = max(_LATENCY, device["default_high_output_latency"])
    try:
        stream: OutputStream = sounddevice.OutputStream(
            RATE, 0, None, channels, "float32", latency, callback=filler(belt, latency)
        )
        stream.start()
    except (sounddevice.PortAudioError, ValueError) as error:
        raise SoundSystemError(
            _("The loudspeaker cannot be opened."),
            _("Close other programs that use it, or choose another one in the sound settings of the system."),
        ) from error
    return stream


def filler(belt: Belt, latency: float) -> Callback:
    """The callback of a stream with so many seconds of ``latency``, for where the device does not tell its own."""
    opened: list[float] = []

    def fill(room: Any, frames: int, moment: Any, status: Any) -> None:
        now = time.monotonic()
        opened.extend([] if opened else [now])
        if now - opened[0] < _BURST:
            room[:] = 0.0
            return
        delay = moment.outputBufferDacTime - moment.currentTime
        heard_at = now + (delay if 0 < delay < _LONGEST_DELAY else latency)
        both = np.empty((frames, 2), np.float32)
        belt.take(both, now, heard_at)
        room[:] = both if room.shape[1] == 2 else both.mean(axis=1, keepdims=True)

    return fill

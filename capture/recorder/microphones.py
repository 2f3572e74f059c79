"""The microphones of this machine, by names that a person understands."""

import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from typing import Any

from capture.recorder import pulse
from capture.recorder.devices import PREFERRED, Device, is_built_in, is_virtual, worth_showing
from capture.recorder.microphone_stream import PULSE
from sessions.errors import SoundSystemError
from sessions.i18n import gettext as _
from sessions.text import clean_line

_NO_PORTAUDIO = 3
_PATIENCE = 20
"""Seconds: drivers of Bluetooth devices take some."""

_STARTS = 3

_LIST = "from capture.recorder.microphones import _list; _list()"

_BRIDGE = "pulse"
"""The name of the ALSA device behind which PulseAudio is; without it, a source cannot be opened."""


@dataclass(frozen=True)
class Microphone:
    """A microphone. ``key`` finds it again (remembered in the settings), ``name`` is for people: the key is the
    name that PortAudio has for it, or "pulse:" and that of PulseAudio.

    ``built_in`` is that of the laptop itself, ``virtual`` one that no person speaks into (a monitor of a
    loudspeaker, a loopback), ``channels`` how many it has at most.
    """

    key: str
    name: str
    channels: int
    is_default: bool = False
    built_in: bool = False
    virtual: bool = False


def microphones() -> list[Microphone]:
    """Those that are there now, real ones first; asked in a process of its own.

    Raises :class:`~sessions.errors.SoundSystemError` where the sound system is missing or does not answer.
    """
    found = _ask()
    devices = [Device(**device) for device in found["devices"]]
    if found["sources"] is not None and any(device.name == _BRIDGE for device in devices):
        listed = [_of_source(pulse.Source(**source)) for source in found["sources"]]
    else:
        listed = [_of_device(device) for device in worth_showing(devices)]
    once = {microphone.key: microphone for microphone in listed}
    return sorted(once.values(), key=lambda m: (m.virtual, m.built_in, not m.is_default, m.name))


def _of_source(source: pulse.Source) -> Microphone:
    virtual = source.is_monitor or is_virtual(source.description)
    built_in = not virtual and is_built_in(source)
    return Microphone(
        key=PULSE + source.name,
        name=_name(source.description, built_in),
        channels=source.channels,
        is_default=source.is_default,
        built_in=built_in,
        virtual=virtual,
    )


def _of_device(device: Device) -> Microphone:
    virtual = is_virtual(device.name)
    built_in = not virtual and is_built_in(device)
    return Microphone(
        key=device.name,
        name=_name(device.name, built_in),
        channels=device.channels,
        is_default=device.is_default,
        built_in=built_in,
        virtual=virtual,
    )


def _name(name: str, built_in: bool) -> str:
    if name == PREFERRED:
        return _("the one in the settings of the system")
    if built_in:
        return _("Built-in microphone ({device})").format(device=clean_line(name))
    return clean_line(name)


def _ask() -> dict[str, Any]:
    """Sound libraries write whatever they like to the terminal, and hang: hence the child process."""
    command = [sys.executable, "-P", "-c", _LIST]  # -P: what lies in this folder is no program
    try:
        asked = _first_that_does_not_crash(command)
        if asked.returncode == _NO_PORTAUDIO:
            raise _without_portaudio()
        found: dict[str, Any] = json.loads(asked.stdout.splitlines()[-1])
    except (subprocess.TimeoutExpired, ValueError, IndexError) as error:
        raise SoundSystemError(
            _("the sound system does not answer"),
            _("Unplug the microphone and plug it in again, or restart the machine."),
        ) from error
    return found


def _first_that_does_not_crash(command: list[str]) -> "subprocess.CompletedProcess[str]":
    """PortAudio crashes now and then while it starts, see :class:`~capture.recorder.client.Recorder`."""
    for _turn in range(_STARTS):
        asked = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=False)
        if asked.returncode >= 0:
            break
    return asked


def _without_portaudio() -> SoundSystemError:
    return SoundSystemError(
        _("PortAudio is missing"),
        _(
            "Install PortAudio (Linux: sudo apt install libportaudio2). "
            "Everything but recording and playing works without it."
        ),
    )


def _list() -> None:
    try:
        devices = _devices()
    except OSError:
        sys.exit(_NO_PORTAUDIO)
    sources = pulse.sources()
    known = None if sources is None else [asdict(source) for source in sources]
    print(json.dumps({"devices": [asdict(device) for device in devices], "sources": known}))


def _devices() -> list[Device]:
    """All of them in PortAudio's order, also those without a microphone; ``OSError`` without PortAudio."""
    import sounddevice

    hosts = sounddevice.query_hostapis()
    return [
        Device(
            name=device["name"],
            channels=device["max_input_channels"],
            host=hosts[device["hostapi"]]["name"],
            is_default=hosts[device["hostapi"]]["default_input_device"] == number,
        )
        for number, device in enumerate(sounddevice.query_devices())
    ]

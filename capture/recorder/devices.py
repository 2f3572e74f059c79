"""What is known about an input from its name: whether anyone speaks into it, and whether it is the laptop's.

Windows cuts names at 31 characters (``MAXPNAMELEN``) in its oldest interface, so a cut word counts too.
"""

import re
from dataclasses import dataclass

from capture.recorder.pulse import Source

PREFERRED = "default"
"""The ALSA device that stands for whatever the settings of the system say."""

_VIRTUAL = (
    "monitor of", "monitor van", "loopback", "blackhole", "soundflower", "vb-audio", "cable output",
    "virtual", "voicemeeter", "stereo mix", "stereomix", "wave out mix", "what u hear", "null output",
    "microsoft teams audio", "zoomaudio", "obs-",
)  # fmt: skip
_BUILT_IN = (
    "built-in", "ingebouwd", "internal", "interne ", "macbook", "imac", "realtek", "conexant", "hda intel",
    "hd-audio generic", "sof-", "smart sound", "microphone array", "microfoonarray", "digital microphone",
)  # fmt: skip
_OUTSIDE = ("usb", "bluetooth", "headset")
_JACKS = re.compile(r"analog-input-(?!internal)|\[In\] (Mic2|Headset)", re.IGNORECASE)
"""Ports of the laptop's own sound card (ALSA mixer paths, UCM) to which another microphone is plugged in."""

_CUT = 31
_LEAST = 4
"""Characters that must be left of a word that was cut."""

_HOSTS = ("Windows WASAPI", "Windows DirectSound", "MME")
"""Each lists all devices once more; the first has whole names."""

_MAPPERS = ("sound mapper", "primary sound capture")


@dataclass(frozen=True)
class Device:
    """A device of PortAudio; ``host`` is its host API, ``is_default`` within that one."""

    name: str
    channels: int
    host: str
    is_default: bool = False


def is_virtual(name: str) -> bool:
    """Whether ``name`` is that of an input that nobody speaks into."""
    return _has(name, _VIRTUAL)


def is_built_in(found: Source | Device) -> bool:
    """Whether it is the microphone of the laptop itself, and not one that was plugged into it."""
    if isinstance(found, Device):
        return _has(found.name, _BUILT_IN) and not _has(found.name, _OUTSIDE)
    known = found.form_factor or found.bus
    on_board = found.form_factor == "internal" or found.bus == "pci"
    return (on_board or (not known and _has(found.description, _BUILT_IN))) and not _JACKS.match(found.port)


def worth_showing(devices: list[Device]) -> list[Device]:
    """The inputs among ``devices``, each once, without the plumbing of ALSA and the mappers of Windows."""
    inputs = [device for device in devices if device.channels and not _has(device.name, _MAPPERS)]
    hosts = [host for host in _HOSTS if any(device.host == host for device in inputs)]
    if hosts:
        return [device for device in inputs if device.host == hosts[0]]
    return [device for device in inputs if device.host != "ALSA" or _is_card(device.name)]


def _is_card(name: str) -> bool:
    return "(hw:" in name or name == PREFERRED


def _has(name: str, words: tuple[str, ...]) -> bool:
    folded = name.casefold()
    return any(word in folded or _ends_cut(folded, word) for word in words)


def _ends_cut(name: str, word: str) -> bool:
    return len(name) == _CUT and any(name.endswith(word[:n]) for n in range(_LEAST, len(word)))

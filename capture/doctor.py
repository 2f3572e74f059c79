"""Looking at the machine: each part by itself, so that one that fails does not hide the others."""

import json
import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from capture.naming import file_size
from sessions.errors import SoundSystemError
from sessions.i18n import gettext as _
from sessions.text import clean_line
from transcripts import models

_ENOUGH_DISK = 5e9
_SMALLEST = (80, 24)


@dataclass(frozen=True)
class Reading:
    """One part of the machine: what was found, whether it does, and what to do if it does not."""

    what: str
    found: str
    well: bool
    advice: str = ""
    needed: bool = True


def examine(folder: Path | None) -> list[Reading]:
    """Look at Python, the sound system, the microphones, the models, the disk and the terminal."""
    sound, microphones = _sound()
    return [_python(), sound, microphones, _models(), _disk(folder or Path.cwd()), _terminal()]


def _python() -> Reading:
    return Reading(
        _("Python"), f"{platform.python_version()} ({platform.system()} {platform.machine()})", well=True
    )


def _sound() -> tuple[Reading, Reading]:
    sound, microphones = _("Sound system"), _("Microphones")
    try:
        names = input_devices()
    except SoundSystemError as error:
        return (
            Reading(sound, error.message, well=False, advice=error.advice, needed=False),
            Reading(microphones, _("cannot be seen"), well=False, needed=False),
        )
    advice = _("Plug in a microphone and allow it in the settings of the system.")
    return (
        Reading(sound, "PortAudio", well=True),
        Reading(microphones, ", ".join(names) or _("none"), well=bool(names), advice=advice, needed=False),
    )


_NO_PORTAUDIO = 3
_ASK_PORTAUDIO = f"""
import json, sys
try:
    import sounddevice
except OSError:
    sys.exit({_NO_PORTAUDIO})
names = [d["name"] for d in sounddevice.query_devices() if d["max_input_channels"] > 0]
print(json.dumps(list(dict.fromkeys(names))))
"""


def input_devices() -> list[str]:
    """The names of the microphones; raises :class:`SoundSystemError` where they cannot be asked.

    Asked in a child process, because sound libraries write whatever they like to the terminal.
    """
    command = [sys.executable, "-P", "-c", _ASK_PORTAUDIO]  # -P: what lies in this folder is no program
    try:
        asked = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
        if asked.returncode == _NO_PORTAUDIO:
            raise _without_portaudio()
        return [clean_line(name) for name in json.loads(asked.stdout.splitlines()[-1])]
    except (subprocess.TimeoutExpired, ValueError, IndexError) as error:
        raise SoundSystemError(
            _("the sound system does not answer"),
            _("Unplug the microphone and plug it in again, or restart the machine."),
        ) from error


def _without_portaudio() -> SoundSystemError:
    return SoundSystemError(
        _("PortAudio is missing"),
        _(
            "Install PortAudio (Linux: sudo apt install libportaudio2). "
            "Everything but recording and playing works without it."
        ),
    )


def _models() -> Reading:
    names = [m.name for m in models.present() if not m.is_demo]
    found = ", ".join(names) or _("only the demo model, which is not for real interviews")
    return Reading(
        _("Speech models"), found, well=bool(names), advice=_("Get one with: vakborg models get small")
    )


def _disk(folder: Path) -> Reading:
    free = shutil.disk_usage(folder).free
    found = _("{size} free at {folder}").format(size=file_size(free), folder=folder)
    return Reading(
        _("Disk space"),
        found,
        well=free >= _ENOUGH_DISK,
        advice=_("Free some space before you record: an hour takes up to 350 MB."),
    )


def _terminal() -> Reading:
    if not sys.stdout.isatty():
        return Reading(_("Terminal"), _("output goes to a file or another program"), well=True)
    size = shutil.get_terminal_size()
    colours = os.environ.get("COLORTERM") or os.environ.get("TERM", "?")
    found = f"{size.columns}×{size.lines}, {colours}"
    fits = size.columns >= _SMALLEST[0] and size.lines >= _SMALLEST[1]
    return Reading(
        _("Terminal"), found, well=fits, advice=_("Make the window at least 80 columns by 24 lines.")
    )

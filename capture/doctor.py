"""Looking at the machine: each part by itself, so that one that fails does not hide the others."""

import os
import platform
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from capture.naming import file_size
from capture.recorder.microphones import microphones
from sessions.errors import SoundSystemError
from sessions.i18n import gettext as _
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
    sound, inputs = _sound()
    return [_python(), sound, inputs, _models(), _disk(folder or Path.cwd()), _terminal()]


def _python() -> Reading:
    return Reading(
        _("Python"), f"{platform.python_version()} ({platform.system()} {platform.machine()})", well=True
    )


def _sound() -> tuple[Reading, Reading]:
    sound, inputs = _("Sound system"), _("Microphones")
    try:
        found = microphones()
    except SoundSystemError as error:
        return (
            Reading(sound, error.message, well=False, advice=error.advice, needed=False),
            Reading(inputs, _("cannot be seen"), well=False, needed=False),
        )
    advice = _("Plug in a microphone and allow it in the settings of the system.")
    return (
        Reading(sound, "PortAudio", well=True),
        Reading(
            inputs,
            ", ".join(microphone.name for microphone in found) or _("none"),
            well=any(not microphone.virtual for microphone in found),
            advice=advice,
            needed=False,
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
        advice=_("Free some space before you record: an hour takes about 520 MB."),
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

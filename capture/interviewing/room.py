"""How much sound still fits on the disk."""

import shutil
import time
from contextlib import suppress
from pathlib import Path

from capture.recorder.protocol import RATE, SAMPLE_BYTES
from sessions.i18n import ngettext

WARN_AT = (30, 10)
"""Minutes left at which the interviewer is warned."""

LOOK_AGAIN = 10.0
"""Seconds between two looks."""


class Room:
    """The room on the disk of ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._looked = float("-inf")
        self._free: int | None = None
        self._warned: set[int] = set()

    def seconds(self, channels: int) -> float | None:
        """Seconds of sound that fit, to the minute; None where the disk cannot be asked."""
        if time.monotonic() - self._looked > LOOK_AGAIN:
            self._looked = time.monotonic()
            self._free = None
            with suppress(OSError):
                self._free = shutil.disk_usage(self._folder).free
        if self._free is None:
            return None
        return self._free // (RATE * SAMPLE_BYTES * channels) // 60 * 60.0

    def warning(self, channels: int) -> str:
        """What to say now, once for each threshold; empty where there is room enough."""
        seconds = self.seconds(channels)
        if seconds is None:
            return ""
        crossed = {m for m in WARN_AT if seconds < m * 60}
        new, self._warned = crossed - self._warned, crossed
        if not new:
            return ""
        minutes = int(seconds // 60)
        return ngettext(
            "The disk has room for {n} more minute of recording. Free some space.",
            "The disk has room for {n} more minutes of recording. Free some space.",
            minutes,
        ).format(n=minutes)

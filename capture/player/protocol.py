"""What the interface and the player's process tell each other: one JSON object per line.

``at``, ``begin``, ``start`` and ``end`` are seconds from the start of the recording, whatever the speed. Each
:class:`Play` has a number, and what is told of it has the same: what came too late is known by it.
"""

import math
from dataclasses import dataclass

from capture.wire import decoder

SPEEDS = (0.7, 2.0)
"""The slowest and the fastest."""

LEAD = 1.0
"""Seconds that are heard before a fragment."""


@dataclass(frozen=True)
class Play:
    """Play the recording at ``path`` from ``begin`` on, until ``end``. ``start`` is where it begins anew."""

    number: int
    path: str
    begin: float
    start: float
    end: float
    speed: float = 1.0
    loop: bool = False
    play_on: bool = False

    @property
    def until(self) -> float:
        """Where it ends or begins anew; without an end where it plays on."""
        return math.inf if self.play_on and not self.loop else self.end


@dataclass(frozen=True)
class Pause:
    """Wait at this place (``Waits``)."""


@dataclass(frozen=True)
class Toggle:
    """Pause, or go on from where it waits; from the start, where it is over."""


@dataclass(frozen=True)
class Back:
    """Go so many seconds of the recording back."""

    seconds: float


@dataclass(frozen=True)
class Adjust:
    """From this place on, play in this way."""

    speed: float
    loop: bool
    play_on: bool


Command = Play | Pause | Toggle | Back | Adjust


@dataclass(frozen=True)
class Sounds:
    """The sound that is heard now, about twenty times a second."""

    number: int
    at: float


@dataclass(frozen=True)
class Waits:
    """It is paused, and goes on from ``at``."""

    number: int
    at: float


@dataclass(frozen=True)
class Over:
    """The end was heard."""

    number: int
    at: float


@dataclass(frozen=True)
class Fails:
    """It cannot be played: the message and advice of the failure, and whether the recording is to blame
    rather than the sound system."""

    number: int
    message: str
    advice: str
    recording: bool


Event = Sounds | Waits | Over | Fails

decode = decoder(Play, Pause, Toggle, Back, Adjust, Sounds, Waits, Over, Fails)
"""The message of a line; raises ``ValueError`` for anything else."""

"""What the interface hears of the player. ``at`` is in seconds from the start of the recording."""

from dataclasses import dataclass

from sessions.errors import VakborgError


@dataclass(frozen=True)
class Playing:
    """What is heard at this moment; about twenty times a second."""

    path: str
    at: float


@dataclass(frozen=True)
class Paused:
    """It waits, and goes on from ``at``."""

    at: float


@dataclass(frozen=True)
class Ended:
    """The end was heard, or it was stopped."""

    at: float


@dataclass(frozen=True)
class Failed:
    """It cannot be played, or not any further."""

    error: VakborgError


Told = Playing | Paused | Ended | Failed

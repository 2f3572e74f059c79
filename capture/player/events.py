"""What the interface hears of the player.

``at`` is in seconds from the start of the recording; ``number`` is that of the :meth:`Player.play` that it is of,
0 for whatever is played.
"""

from dataclasses import dataclass

from sessions.errors import VakborgError


@dataclass(frozen=True)
class Playing:
    """What is heard at this moment; about twenty times a second."""

    path: str
    at: float
    number: int = 0


@dataclass(frozen=True)
class Paused:
    """It waits, and goes on from ``at``."""

    at: float
    number: int = 0


@dataclass(frozen=True)
class Ended:
    """The end was heard."""

    at: float
    number: int = 0


@dataclass(frozen=True)
class Failed:
    """It cannot be played, or not any further."""

    error: VakborgError
    number: int = 0


Told = Playing | Paused | Ended | Failed

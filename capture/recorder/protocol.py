"""What the interface and the recorder's process tell each other: one JSON object per line.

Moments are of ``time.monotonic()``, which all processes of one machine share: the recorder cuts at the
sample that was heard at that moment, so that no delay on the way costs or adds sound. Levels are in dBFS
(20 log10 of the amplitude over full scale; a full-scale sine peaks at 0), one per channel.
"""

from dataclasses import dataclass
from enum import StrEnum

from capture.wire import decoder

RATE = 48_000
"""Samples per second of every recording."""

SAMPLE_BYTES = 3
"""24 bits, little endian."""

QUIET = -120.0
"""The level that is told for exact digital silence."""


@dataclass(frozen=True)
class Order:
    """The first line that the recorder gets. ``microphone`` is a :attr:`~capture.recorder.microphones.Microphone.key`,
    empty for the one that the system prefers; ``folder`` is that of the programme."""

    folder: str
    microphone: str = ""
    channels: int = 1


@dataclass(frozen=True)
class Begin:
    """Record clip ``clip_id`` into ``path`` (relative to the programme) from ``at`` on.

    Where another clip is being recorded, it ends at the sample before. ``pre_roll`` lets it begin a second
    earlier, as far as that was heard and was not off the record. ``comment`` is written into the file.
    A :class:`Hold` off the record of a later moment that came before it stays: the clip begins held (``Held``).
    """

    clip_id: int
    path: str
    at: float
    pre_roll: bool = False
    comment: str = ""


@dataclass(frozen=True)
class Hold:
    """Keep nothing from ``at`` on, in the clip at hand. Off the record, nothing is kept in memory either."""

    at: float
    off_the_record: bool = False


@dataclass(frozen=True)
class Resume:
    """Go on with the clip at hand from ``at`` on; a second of digital silence marks the gap. A :class:`Hold`
    off the record of a later moment that came before it stays (``Held``)."""

    at: float


@dataclass(frozen=True)
class Strike:
    """Take the last ``seconds`` before ``at`` out of the clip at hand, as far as it goes back."""

    at: float
    seconds: float


@dataclass(frozen=True)
class End:
    """Close the clip at hand at ``at``."""

    at: float


@dataclass(frozen=True)
class Try:
    """The sound check: listen for ``seconds``, in memory only."""

    seconds: float = 5.0


@dataclass(frozen=True)
class PlayTry:
    """Let the sound check be heard."""


Command = Begin | Hold | Resume | Strike | End | Try | PlayTry


@dataclass(frozen=True)
class Opened:
    """The microphone gives sound."""

    microphone: str
    rate: int
    channels: int


@dataclass(frozen=True)
class Level:
    """What is heard now, ten times a second. ``clip_id`` is 0 where no clip is open; ``seconds`` is how
    much of it is written or will be, as heard at moment ``at``; ``recording`` is false while held."""

    at: float
    rms: tuple[float, ...]
    peak: tuple[float, ...]
    clip_id: int = 0
    seconds: float = 0.0
    recording: bool = False


@dataclass(frozen=True)
class Began:
    """The first block of a clip is on the disk."""

    clip_id: int


@dataclass(frozen=True)
class Held:
    """Nothing more is kept of the clip, after so many ``seconds`` of it."""

    clip_id: int
    seconds: float
    off_the_record: bool


@dataclass(frozen=True)
class Resumed:
    """The clip goes on, after so many ``seconds`` of it."""

    clip_id: int
    seconds: float


@dataclass(frozen=True)
class Struck:
    """So many ``seconds`` were taken out of the clip, and ``left`` seconds remain."""

    clip_id: int
    seconds: float
    left: float


class Because(StrEnum):
    """Why a clip ended."""

    ASKED = "asked"
    DISK_FULL = "disk_full"
    TOO_LONG = "too_long"
    CANNOT_WRITE = "cannot_write"


@dataclass(frozen=True)
class Ended:
    """A clip is closed, still under its name ending in ``.part``: so many ``frames``."""

    clip_id: int
    frames: int
    because: Because = Because.ASKED
    detail: str = ""


class TroubleKind(StrEnum):
    """What is wrong with the microphone."""

    SILENT = "silent"  # three seconds of exact digital silence
    NO_SOUND = "no_sound"  # no blocks arrive
    BEHIND = "behind"  # fewer samples than the clock says
    REPLACED = "replaced"  # the system listens to another source
    LOST = "lost"  # samples were dropped on the way (overflow)
    DISK = "disk"  # the disk does not take what is heard: it waits in memory
    HANGS = "hangs"  # the recorder's process does not answer
    DIED = "died"  # the recorder's process is gone


@dataclass(frozen=True)
class Trouble:
    """The recording cannot be trusted any more; ``detail`` names the microphone's successor, or how much is
    lost or waits."""

    kind: TroubleKind
    detail: str = ""


@dataclass(frozen=True)
class Well:
    """What was wrong is over."""

    kind: TroubleKind


@dataclass(frozen=True)
class Tried:
    """The sound check: levels per channel over all of it. ``noise`` is the level of its quietest tenth,
    ``clipped`` the share of samples at full scale, ``hum`` how far the mains' tone (50 Hz and its multiples)
    stands above its surroundings in dB, ``silent`` whether all of it was exact digital silence."""

    rms: tuple[float, ...]
    peak: tuple[float, ...]
    noise: tuple[float, ...]
    clipped: tuple[float, ...]
    hum: tuple[float, ...]
    silent: bool


@dataclass(frozen=True)
class Played:
    """The sound check was heard to its end; ``problem`` says why not."""

    problem: str = ""


@dataclass(frozen=True)
class CannotListen:
    """The microphone cannot be opened: the message and advice of the failure."""

    message: str
    advice: str


Event = (
    Opened | Level | Began | Held | Resumed | Struck | Ended | Trouble | Well | Tried | Played | CannotListen
)

decode = decoder(
    Order, Begin, Hold, Resume, Strike, End, Try, PlayTry,
    Opened, Level, Began, Held, Resumed, Struck, Ended, Trouble, Well, Tried, Played, CannotListen,
)  # fmt: skip
"""The message of a line; raises ``ValueError`` for anything else."""

"""What the worker tells whoever started it: one JSON object per line."""

import json
from dataclasses import asdict, dataclass
from typing import Any, get_args


@dataclass(frozen=True)
class Loading:
    """The model is being loaded. ``model`` is its name, ``device`` "cpu" or "cuda"."""

    model: str
    device: str


@dataclass(frozen=True)
class Ready:
    """The model is loaded; ``waiting`` seconds of sound are to be done in all. ``engine`` hears; ``instead_because``
    is why it is not the usual one."""

    waiting: float
    engine: str = ""
    instead_because: str = ""


@dataclass(frozen=True)
class Started:
    """A clip is begun, or gone on with from ``done`` of its ``seconds``."""

    clip_id: int
    seconds: float
    done: float


@dataclass(frozen=True)
class Progressed:
    """Of a clip, ``done`` seconds are stored; the piece since the last event took ``work`` seconds."""

    clip_id: int
    done: float
    work: float


@dataclass(frozen=True)
class Finished:
    """A clip is done, with so many segments."""

    clip_id: int
    segments: int


@dataclass(frozen=True)
class Failed:
    """A clip failed, for this reason; after the last attempt it is set aside."""

    clip_id: int
    reason: str
    set_aside: bool


@dataclass(frozen=True)
class Stopped:
    """The worker cannot go on: the class, message and advice of the failure."""

    kind: str
    message: str
    advice: str


@dataclass(frozen=True)
class Idle:
    """The queue became empty; the worker stays, and goes on when something is put on it."""


@dataclass(frozen=True)
class Done:
    """The queue is empty, and the worker ends."""


Event = Loading | Ready | Started | Progressed | Finished | Failed | Stopped | Idle | Done

_KINDS: dict[str, type[Any]] = {kind.__name__: kind for kind in get_args(Event)}


def encode(event: Event) -> str:
    """The line for an event."""
    return json.dumps({"event": type(event).__name__, **asdict(event)})


def decode(line: str) -> Event:
    """The event of a line; raises ``ValueError`` for anything else."""
    try:
        record = json.loads(line)
        event: Event = _KINDS[record.pop("event")](**record)
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"no event: {line[:80]}") from error
    return event

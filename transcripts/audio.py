"""Any recording that people bring: what it is, whether it is whole, and its sound a block at a time.

Times count from the start of the file, so that text, playback and a video picture stay together.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sessions.errors import RecordingError
from sessions.i18n import gettext as _
from transcripts.media import Media, opened
from transcripts.promises import ogg_breaks_off
from transcripts.resample import RATE, Samples, placed

_PREROLL = 1.0
_LONGEST_SILENCE = 30 * RATE
_TOLERATED = 0.5
_TOLERATED_MP3 = 1.0


@dataclass(frozen=True)
class Sound:
    """What a file holds: seconds, samples per second, channels, codec ("flac") and format ("wav")."""

    seconds: float
    rate: int
    channels: int
    codec: str
    format: str


def probe(path: Path) -> Sound:
    """What the header says, in a moment; a file whose header gives no length is read through.

    Raises RecordingError for a file that is missing, unreadable, no recording, or without sound.
    """
    with opened(path) as media:
        claimed = media.claimed()
        if claimed:
            return _sound(media, claimed)
    return verify(path)


def verify(path: Path, progress: Callable[[float], None] | None = None) -> Sound:
    """Read the whole file once; ``seconds`` is what could be read.

    ``progress`` gets the part that is done, 0 to 1. Raises RecordingError as :func:`probe` does, and for a
    file that holds less sound than its header promises: over half a second less (one second for mp3).
    """
    with opened(path) as media:
        claimed = media.claimed()
        end = 0.0
        for frame in media.frames():
            time = media.time(frame)
            end = max(end, end if time is None else time) + frame.samples / frame.sample_rate
            if progress and claimed:
                progress(min(1.0, end / claimed))
        _refuse_if_cut(media, end, claimed)
        if progress:
            progress(1.0)
        return _sound(media, end)


def blocks(path: Path, start: float = 0.0, seconds: float = 30.0) -> Iterator[Samples]:
    """The sound from ``start`` seconds on, as float32 arrays of shape (n,), 16 kHz mono, -1 to 1.

    Every block is ``seconds`` long, except for the last one. Where the file's own times have a gap there is
    silence. Memory use does not grow with the length of the file. Raises RecordingError.
    """
    size = round(seconds * RATE)
    held: list[Samples] = []
    count = 0
    for piece in _from(path, round(start * RATE)):
        held.append(piece)
        count += len(piece)
        if count >= size:
            joined = np.concatenate(held)
            whole = count - count % size
            yield from (joined[at : at + size].copy() for at in range(0, whole, size))
            held, count = [joined[whole:].copy()], count - whole
    if count:
        yield np.concatenate(held)


def _from(path: Path, first: int) -> Iterator[Samples]:
    """The samples from number ``first`` on; where a seek lands behind it, the file is read from its start."""
    for sought in (first > _PREROLL * RATE, False):
        with opened(path) as media:
            if sought:
                media.seek(first / RATE - _PREROLL)
            pieces = placed(media, aligned=sought)
            place, samples = next(pieces, (first, np.empty(0, np.float32)))
            if sought and place > first:
                continue
            yield from _laid(first, place, samples)
            at = max(first, place + len(samples))
            for place, samples in pieces:
                yield from _laid(at, place, samples)
                at = max(at, place + len(samples))
            return


def _laid(at: int, place: int, samples: Samples) -> Iterator[Samples]:
    """``samples``, which belong at ``place``, for a reader who is at ``at``: silence first, no overlap."""
    for begin in range(at, place, _LONGEST_SILENCE):
        yield np.zeros(min(_LONGEST_SILENCE, place - begin), np.float32)
    if place + len(samples) > at:
        yield samples[max(0, at - place) :]


def _sound(media: Media, seconds: float) -> Sound:
    stream = media.stream
    return Sound(seconds, stream.rate, stream.channels, stream.codec_context.name, media.format)


def _refuse_if_cut(media: Media, end: float, claimed: float | None) -> None:
    name = media.path.name
    again = _("Copy the file again from the recorder, then try once more.")
    if not end:
        raise RecordingError(_("{name} holds no sound.").format(name=name), again)
    if media.format == "ogg" and ogg_breaks_off(media.path):
        raise RecordingError(
            _("{name} breaks off after {read} seconds.").format(name=name, read=f"{end:.1f}"), again
        )
    read = end - media.damaged
    tolerated = _TOLERATED_MP3 if media.format == "mp3" else _TOLERATED
    if max(end, claimed or 0.0) - read > tolerated:
        raise RecordingError(
            _("{name} is damaged: {read} of {claimed} seconds could be read.").format(
                name=name, read=f"{read:.1f}", claimed=f"{max(end, claimed or 0.0):.1f}"
            ),
            again,
        )

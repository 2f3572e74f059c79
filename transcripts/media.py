"""Media files through PyAV, and what its failures mean to a person."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer

from sessions.errors import RecordingError, os_reason
from sessions.i18n import gettext as _
from transcripts.promises import clock_seconds, mp3_states_length, wav_seconds

_MICROSECONDS = 1_000_000


@dataclass
class Media:
    """An open file and its first or best audio stream. ``damaged`` counts seconds that did not decode."""

    path: Path
    container: InputContainer
    stream: AudioStream
    damaged: float = 0.0

    @property
    def format(self) -> str:
        """The container's name: "wav", "flac", "mp3", "ogg", …; mp4, m4a and mov share one long name."""
        return self.container.format.name

    @property
    def origin(self) -> float:
        """Where the file's own clock begins, in seconds."""
        return (self.container.start_time or 0) / _MICROSECONDS

    def time(self, frame: AudioFrame) -> float | None:
        """Seconds from the start of the file to ``frame``, or None where the file does not say."""
        return None if frame.time is None else frame.time - self.origin

    def seek(self, seconds: float) -> None:
        """Go to ``seconds`` or somewhere before; how exactly depends on the format."""
        self.container.seek(int((seconds + self.origin) * _MICROSECONDS))

    def frames(self) -> Iterator[AudioFrame]:
        """All frames in order. A packet that cannot be decoded is left out and counted."""
        for packet in self.container.demux(self.stream):
            try:
                yield from packet.decode()
            except av.error.InvalidDataError:
                self.damaged += float(packet.duration or 0) * float(packet.time_base or 0)

    def claimed(self) -> float | None:
        """Seconds of sound that the file's header promises, or None where it does not or only guesses."""
        if self.format == "wav":
            return wav_seconds(self.path)
        if self.format == "mp3" and not mp3_states_length(self.path):
            return None
        if self.stream.duration and self.stream.time_base:
            return float(self.stream.duration * self.stream.time_base)
        if stated := self.stream.metadata.get("DURATION"):
            return clock_seconds(stated)
        alone = len(self.container.streams) == 1
        return self.container.duration / _MICROSECONDS if alone and self.container.duration else None


@contextmanager
def opened(path: Path) -> Iterator[Media]:
    """The file at ``path``, closed afterwards. Raises RecordingError."""
    with readable(path), av.open(str(path), mode="r", metadata_errors="replace") as container:
        stream = container.streams.best("audio")
        if not isinstance(stream, AudioStream):
            raise RecordingError(
                _("There is no sound in {name}.").format(name=path.name),
                _("Choose another file, or turn on the sound in the recorder."),
            )
        yield Media(path, container, stream)


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turn each failure of libav or of the disk into a RecordingError about ``path``."""
    try:
        yield
    except FileNotFoundError as error:
        raise RecordingError(
            _("{path} is not there.").format(path=path),
            _("Check the name, or connect the disk that it is on."),
        ) from error
    except (av.error.InvalidDataError, av.error.EOFError) as error:
        raise RecordingError(
            _("{name} is not a recording that can be read, or its end is missing.").format(name=path.name),
            _("Copy the file again from the recorder; wav, flac, mp3, m4a, ogg, opus, mp4, mov or webm."),
        ) from error
    except (av.error.FFmpegError, OSError) as error:
        raise RecordingError(
            _("{name} could not be read: {reason}.").format(name=path.name, reason=os_reason(error)),
            _("Check that the file may be opened and that its disk is connected."),
        ) from error

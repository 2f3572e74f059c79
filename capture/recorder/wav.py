"""WAV files that are whole at every moment: the sizes in the header follow the sound while it is written.

Format: RIFF/WAVE with ``fmt `` (integer PCM, 24 bits), ``LIST``/``INFO``/``ICMT`` (a comment) and ``data``,
after Microsoft's and IBM's Multimedia Programming Interface and Data Specifications 1.0 (1991).
"""

import os
import struct
from pathlib import Path
from typing import BinaryIO

from capture.recorder.protocol import RATE, SAMPLE_BYTES
from sessions.errors import RecordingError
from sessions.files import sync_folder
from sessions.i18n import gettext as _
from sessions.text import clean_line

LONGEST = 2**32 - 2**20
"""Bytes in a file; sizes in a WAV header have 32 bits."""

_COMMENT = 500
_ZEROS = bytes(1 << 16)
_PCM = 1


class WavFile:
    """A recording that is being made, at a ``path`` where nothing was. All calls raise ``OSError``.

    Its empty file is safely on the disk once the object exists. One thread at a time.
    """

    def __init__(self, path: Path, channels: int, comment: str = "") -> None:
        self._frame = channels * SAMPLE_BYTES
        header = _header(channels, comment)
        self._start = self._end = len(header)
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
        try:
            _write_all(self._handle, header)
            os.fsync(self._handle)
            sync_folder(path.parent)
        except OSError:
            os.close(self._handle)
            path.unlink(missing_ok=True)
            raise

    @property
    def size(self) -> int:
        """Bytes in the file."""
        return self._end

    @property
    def frames(self) -> int:
        """Whole frames of sound in the file."""
        return (self._end - self._start) // self._frame

    def write(self, sound: bytes) -> None:
        """Add ``sound`` at the end. Where it fails halfway, ``size`` tells how much was taken."""
        rest = memoryview(sound)
        while rest:
            taken = os.write(self._handle, rest)
            self._end += taken
            rest = rest[taken:]

    def sync(self) -> None:
        """Make the header agree with the sound, and see both safely on the disk."""
        _write_sizes(self._handle, self._start, self._end - self._start)
        getattr(os, "fdatasync", os.fsync)(self._handle)

    def cut(self, frames: int) -> None:
        """Keep the first ``frames`` only; what comes after them is overwritten before it goes."""
        keep = self._start + frames * self._frame
        if keep >= self._end:
            return
        _erase(self._handle, keep, self._end)
        os.ftruncate(self._handle, keep)
        os.lseek(self._handle, keep, os.SEEK_SET)
        self._end = keep
        self.sync()

    def close(self) -> None:
        """Half a frame goes, the sizes are written, and all of it is on the disk.

        It is closed even where that fails; closing it again does nothing.
        """
        handle, self._handle = self._handle, -1
        if handle == -1:
            return
        try:
            _finish(handle, self._start, self.frames * self._frame)
        finally:
            os.close(handle)


def repair(path: Path) -> int:
    """Make the header of a recording that was left open agree with what is there: its number of frames.

    A file that ends within its header has none and stays as it is. Raises :class:`RecordingError` for
    what is no recording of ours, and ``OSError``.
    """
    with path.open("r+b", buffering=0) as file:  # the handle is moved underneath
        try:
            frame, start = _layout(file)
        except struct.error:
            return 0
        except ValueError as error:
            raise RecordingError(
                _("{file} is not a recording that this program began.").format(file=path.name)
            ) from error
        frames = (os.fstat(file.fileno()).st_size - start) // frame
        _finish(file.fileno(), start, frames * frame)
    return frames


def shorten(path: Path, seconds: float) -> None:
    """Keep the first ``seconds`` of a closed recording only; what comes after them is overwritten first.

    Raises :class:`RecordingError` for what is no recording of ours, and ``OSError``.
    """
    frames = round(seconds * RATE)
    if frames >= repair(path):
        return
    with path.open("r+b", buffering=0) as file:  # the handle is moved underneath
        frame, start = _layout(file)
        keep = start + frames * frame
        _erase(file.fileno(), keep, os.fstat(file.fileno()).st_size)
        _finish(file.fileno(), start, frames * frame)


def _header(channels: int, comment: str) -> bytes:
    frame = channels * SAMPLE_BYTES
    shape = struct.pack("<HHIIHH", _PCM, channels, RATE, RATE * frame, frame, 8 * SAMPLE_BYTES)
    text = clean_line(comment)[:_COMMENT].encode() + b"\0"
    chunks = _chunk(b"fmt ", shape) + _chunk(b"LIST", b"INFO" + _chunk(b"ICMT", text)) + _chunk(b"data", b"")
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + bytes(len(content) % 2)


def _layout(file: BinaryIO) -> tuple[int, int]:
    """Bytes per frame, and where the sound begins. ``struct.error`` where the file ends before that."""
    riff, _size, wave = struct.unpack("<4sI4s", file.read(12))
    if (riff, wave) != (b"RIFF", b"WAVE"):
        raise ValueError("no WAV")
    frame = 0
    while True:
        name, size = struct.unpack("<4sI", file.read(8))
        if name == b"data" and frame:
            return frame, file.tell()
        if name not in (b"fmt ", b"LIST"):
            raise ValueError(f"a chunk {name!r}")
        content = file.read(size + size % 2)
        if name == b"fmt ":
            frame = struct.unpack("<HHIIHH", content[:16])[4]


def _finish(handle: int, start: int, size: int) -> None:
    """``size`` bytes of sound, padded to an even number as RIFF wants it, and its sizes."""
    os.ftruncate(handle, start + size)
    if size % 2:
        os.lseek(handle, start + size, os.SEEK_SET)
        _write_all(handle, b"\0")
    _write_sizes(handle, start, size)
    os.fsync(handle)


def _erase(handle: int, start: int, end: int) -> None:
    """Zeros from ``start`` to ``end``, seen on the disk: where a file is only cut, its sound stays in free blocks."""
    os.lseek(handle, start, os.SEEK_SET)
    for place in range(start, end, len(_ZEROS)):
        _write_all(handle, _ZEROS[: end - place])
    os.fsync(handle)


def _write_sizes(handle: int, start: int, size: int) -> None:
    _write_at(handle, 4, struct.pack("<I", start - 8 + size + size % 2))
    _write_at(handle, start - 4, struct.pack("<I", size))


def _write_at(handle: int, place: int, content: bytes) -> None:
    if hasattr(os, "pwrite"):
        os.pwrite(handle, content, place)
        return
    end = os.lseek(handle, 0, os.SEEK_CUR)
    os.lseek(handle, place, os.SEEK_SET)
    _write_all(handle, content)
    os.lseek(handle, end, os.SEEK_SET)


def _write_all(handle: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]

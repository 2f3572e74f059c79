"""What the header of a file promises, where libav itself does not say it or quietly corrects it."""

import struct
from pathlib import Path

_UNKNOWN_SIZES = (0, 0x7FFFFFFF, 0xFFFFFFFF)
_LARGEST_OGG_PAGE = 27 + 255 + 255 * 255


def wav_seconds(path: Path) -> float | None:
    """Seconds that a wav's data chunk promises, or None for one that was streamed or never closed."""
    bytes_per_second, long_size = 0, 0
    with path.open("rb") as file:
        file.seek(12)
        while len(head := file.read(8)) == 8:
            name, size = struct.unpack("<4sI", head)
            if name == b"data":
                size = long_size or size
                return size / bytes_per_second if bytes_per_second and size not in _UNKNOWN_SIZES else None
            body = file.read(16) if name in (b"fmt ", b"ds64") else b""
            if name == b"fmt " and len(body) == 16:
                (bytes_per_second,) = struct.unpack("<8xI4x", body)
            elif name == b"ds64" and len(body) == 16:
                (long_size,) = struct.unpack("<8xQ", body)
            file.seek(size + size % 2 - len(body), 1)
    return None


def mp3_states_length(path: Path) -> bool:
    """Whether an mp3's first frame counts the frames; without that libav guesses from the file's size."""
    with path.open("rb") as file:
        head = file.read(10)
        tag = head[6:10] if head[:3] == b"ID3" else b""
        file.seek(
            10 + sum(byte << shift for byte, shift in zip(tag, (21, 14, 7, 0), strict=True)) if tag else 0
        )
        frame = file.read(2048)
    return any(mark in frame for mark in (b"Xing", b"Info", b"VBRI"))


def ogg_breaks_off(path: Path) -> bool:
    """Whether an ogg file ends in the middle of one of its pages (its header promises no length)."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - 2 * _LARGEST_OGG_PAGE))
        tail = file.read()
    page = tail[max(0, tail.rfind(b"OggS")) :]
    if len(page) < 27:
        return True
    table = page[27 : 27 + page[26]]
    return len(page) < 27 + page[26] + sum(table)


def clock_seconds(stated: str) -> float | None:
    """Seconds in a Matroska "hh:mm:ss.fraction"."""
    try:
        hours, minutes, seconds = stated.split(":")
        return int(hours) * 3600 + int(minutes) * 60 + float(seconds)
    except ValueError:
        return None

"""The last moments of what was heard, in memory."""

from collections import deque


class Ring:
    """Holds about ``frames`` frames of ``frame_bytes`` bytes each, by their number since the beginning."""

    def __init__(self, frames: int, frame_bytes: int) -> None:
        self._room = frames
        self._frame = frame_bytes
        self._blocks: deque[bytes] = deque()
        self._start = self._end = 0

    @property
    def start(self) -> int:
        """The number of the first frame that is still there."""
        return self._start

    @property
    def end(self) -> int:
        """The number of the frame that comes next."""
        return self._end

    def add(self, block: bytes) -> None:
        """Take the next frames, and drop those for which there is no room any more."""
        self._blocks.append(block)
        self._end += self._count(block)
        while self._end - self._start - self._count(self._blocks[0]) >= self._room:
            self._start += self._count(self._blocks.popleft())

    def skip(self, block: bytes) -> None:
        """Count the next frames without keeping anything, not even what was there."""
        self._end += self._count(block)
        self.forget_before(self._end)

    def since(self, frame: int) -> bytes:
        """The sound from ``frame`` on, as far as it is there."""
        return b"".join(self._blocks)[max(0, frame - self._start) * self._frame :]

    def forget_before(self, frame: int) -> None:
        """Drop the sound before ``frame``."""
        rest = self.since(frame)
        self._blocks = deque([rest] if rest else [])
        self._start = self._end - self._count(rest)

    def _count(self, block: bytes) -> int:
        return len(block) // self._frame

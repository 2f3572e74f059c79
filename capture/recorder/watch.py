"""Whether the microphone can still be trusted: the rules, without a clock or a microphone of their own."""

from collections import deque

from capture.recorder.protocol import Trouble, TroubleKind, Well

Told = list[Trouble | Well]

_STARTING = 3.0
"""Seconds until the first block: sound systems need up to two."""

_NO_SOUND = 1.0
"""Seconds without a block."""

_SILENT = 3.0
"""Seconds of exact digital silence; a real microphone always gives some noise."""

_BEHIND = 0.5
"""Seconds of sound that are missing. Late blocks do not count, see :class:`Lag`."""

_DISK = 5.0
"""Seconds that sound waits for the disk. Nothing is lost yet."""

_CALM = 5.0
"""Seconds without an overflow, after which that trouble is over."""


class Watch:
    """Looks at the blocks of a microphone as they arrive, and at the time when they do not.

    Moments are of ``time.monotonic()``, when a block arrived; never going back. Every trouble is told once,
    until it is over. ``source`` is the one that the stream should listen to, where that is known.
    """

    def __init__(self, rate: int, source: str | None = None) -> None:
        self._rate = rate
        self._source = source
        self._told: set[TroubleKind] = set()
        self._lag = Lag()
        self._due: float | None = None
        self._silence = 0
        self._overflow: float | None = None

    def block(self, moment: float, frames: int, silent: bool, overflow: bool) -> Told:
        """A block of ``frames`` arrived at ``moment``; ``silent`` where all of it is exactly zero."""
        self._due = moment + _NO_SOUND
        self._silence = self._silence + frames if silent else 0
        self._overflow = moment if overflow else self._overflow
        back = self._tell(TroubleKind.NO_SOUND, False)
        if back:
            self._lag = Lag()  # that sound was missing has been told already
        return [
            *back,
            *self._tell(TroubleKind.SILENT, self._silence >= _SILENT * self._rate),
            *self._behind(self._lag.after(moment, frames / self._rate)),
            *self._lost(moment),
        ]

    def tick(self, moment: float) -> Told:
        """Nothing more has arrived until ``moment``; to be asked a few times a second."""
        if self._due is None:
            self._due = moment + _STARTING
        if moment < self._due:
            return self._lost(moment)
        return [*self._tell(TroubleKind.NO_SOUND, True), *self._lost(moment)]

    def source(self, name: str | None) -> Told:
        """The stream listens to the source ``name`` now; None where that is not known."""
        if name is None:
            return []
        self._source = self._source or name
        return self._tell(TroubleKind.REPLACED, name != self._source, name)

    def disk(self, behind: float) -> Told:
        """What is being written has waited ``behind`` seconds for the disk."""
        return self._tell(TroubleKind.DISK, behind > _DISK, f"{behind:.0f} s")

    def _behind(self, lag: float) -> Told:
        return self._tell(TroubleKind.BEHIND, lag > _BEHIND, f"{lag:.1f} s")

    def _lost(self, moment: float) -> Told:
        recent = self._overflow is not None and moment < self._overflow + _CALM
        return self._tell(TroubleKind.LOST, recent)

    def _tell(self, kind: TroubleKind, wrong: bool, detail: str = "") -> Told:
        if wrong == (kind in self._told):
            return []
        if wrong:
            self._told.add(kind)
            return [Trouble(kind, detail)]
        self._told.remove(kind)
        return [Well(kind)]


class Lag:
    """How many seconds of sound are missing against the clock.

    Sound systems deliver in bursts, so one late block says nothing: what counts is the least delay of the
    last half second and of the block before. The clock of a sound card goes up to some hundreds of parts per
    million wrong, so that is held against the least delay of the last minute, not against the start.
    """

    _STEP = 0.25
    _RECENT = 2
    _REMEMBERED = 240

    def __init__(self) -> None:
        self._start: float | None = None
        self._heard = 0.0
        self._least: deque[tuple[int, float]] = deque(maxlen=self._REMEMBERED)

    def after(self, moment: float, seconds: float) -> float:
        """The missing seconds, now that a block of ``seconds`` arrived at ``moment``."""
        if self._start is None:
            self._start = moment
        self._heard += seconds
        since = moment - self._start
        now = self._remember(int(since / self._STEP), since - self._heard)
        recent = sum(step > now - self._RECENT for step, _ in self._least)
        delays = [delay for _, delay in self._least]
        return min(delays[-recent - 1 :]) - min(delays)

    def _remember(self, step: int, delay: float) -> int:
        if self._least and self._least[-1][0] == step:
            delay = min(delay, self._least.pop()[1])
        self._least.append((step, delay))
        return step

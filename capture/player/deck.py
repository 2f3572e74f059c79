"""What is played: keeps the belt full from where the recording is, and tells what is heard."""

import time
from collections.abc import Callable
from dataclasses import asdict, replace
from enum import Enum, auto

from capture.player.belt import Belt
from capture.player.protocol import (
    Adjust,
    Back,
    Command,
    Event,
    Fails,
    Over,
    Pause,
    Play,
    Sounds,
    Toggle,
    Waits,
)
from capture.player.tape import Tape
from sessions.errors import RecordingError

_AHEAD = 1.0
"""Seconds of sound that wait on the belt: a computer that is busy transcribing must not be heard."""

Tell = Callable[[Event], None]


class _State(Enum):
    IDLE = auto()
    PLAYING = auto()
    PAUSED = auto()


class Deck:
    """Takes commands and plays on ``belt``; all calls from one thread."""

    def __init__(self, belt: Belt, tell: Tell) -> None:
        self._belt = belt
        self._tell = tell
        self._state = _State.IDLE
        self._tape: Tape | None = None
        self._order = Play(0, "", 0.0, 0.0, 0.0)
        self._at = 0.0

        self._fault: RecordingError | None = None

    @property
    def playing(self) -> bool:
        """Whether sound must go out."""
        return self._state is _State.PLAYING

    def take(self, command: Command) -> None:
        """Do what is asked; what makes no sense at this moment is left."""
        try:
            self._obey(command)
        except RecordingError as error:
            self._fail(error)

    def turn(self) -> None:
        """Fill the belt and tell what is heard; to be called twenty times a second."""
        if not self.playing:
            return
        self._fill()
        now = time.monotonic()
        heard = self._belt.heard(now)
        self._at = self._at if heard is None else heard
        if self._tape and self._tape.ended and self._belt.silent(now):
            self._end()
        elif heard is not None:
            self._tell(Sounds(self._order.number, heard))

    def _obey(self, command: Command) -> None:
        match command:
            case Play():
                self._play(command)
            case Adjust():
                self._adjust(command)
            case Back(seconds):
                self._back(seconds)
            case Pause() | Toggle() if self.playing:
                self._pause()
            case Toggle():
                self._resume()
            case _:
                pass

    def _play(self, order: Play) -> None:
        self._let_go()
        self._order, self._at, self._fault = order, order.begin, None
        self._belt.begin(order.begin, forget=True)
        self._tape = Tape(order)
        self._go()

    def _adjust(self, wish: Adjust) -> None:
        self._order = replace(self._order, **asdict(wish))
        self._wind(self._belt.frontier)

    def _back(self, seconds: float) -> None:
        heard = self._belt.heard(time.monotonic())
        here = self._at if heard is None or self._tape is None else min(heard, self._belt.frontier)
        there = max(0.0, here - seconds)
        if self._tape is None:
            self._play(replace(self._order, begin=there))
            return
        self._wind(there)
        if self._state is _State.PAUSED:
            self._wait(there)

    def _pause(self) -> None:
        self._belt.hold(True)
        self._state = _State.PAUSED
        self._wait(self._belt.frontier)

    def _resume(self) -> None:
        if self._tape is None:
            self._play(replace(self._order, begin=self._order.start))
        else:
            self._go()

    def _go(self) -> None:
        self._belt.hold(False)
        self._state = _State.PLAYING

    def _wait(self, at: float) -> None:
        self._at = at
        self._tell(Waits(self._order.number, at))

    def _wind(self, at: float) -> None:
        if self._tape:
            self._fault = None
            self._tape.wind(at, self._order)
            self._belt.begin(at)

    def _fill(self) -> None:
        try:
            while self._tape and self._belt.ahead < _AHEAD and (piece := self._tape.piece()):
                self._belt.put(piece)
        except RecordingError as error:  # what was good until there is heard first
            self._fault = error

    def _end(self) -> None:
        if self._tape is None:
            return
        self._let_go()
        if self._fault:
            self._fail(self._fault)
        else:
            self._tell(Over(self._order.number, self._at))

    def _fail(self, error: RecordingError) -> None:
        self._let_go()
        self._tell(Fails(self._order.number, error.message, error.advice, recording=True))

    def _let_go(self) -> None:
        self._state = _State.IDLE
        self._belt.begin(self._at)
        if self._tape:
            self._tape.close()
        self._tape = None

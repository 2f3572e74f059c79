"""Looks after the player's process: starts it where it is needed, and says so when it fails."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from enum import Enum, auto
from queue import Empty, SimpleQueue

from capture.player.child import Child
from capture.player.events import Ended, Failed, Paused, Playing, Told
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
    Waits,
    decode,
)
from capture.wire import encode
from sessions.errors import RecordingError, SoundSystemError, os_reason
from sessions.i18n import gettext as _

_STARTS = 3
"""So often it may end before it was heard: it was about to go as nothing was played, or libjack crashed in it
(as it does in the recorder)."""


class _State(Enum):
    IDLE = auto()
    ASKED = auto()
    PLAYING = auto()
    PAUSED = auto()


_PATIENCE = {_State.ASKED: 12.0, _State.PLAYING: 6.0}
"""Seconds without an event after which it is said to hang: before it is heard, and while it is."""


@dataclass(frozen=True)
class Wish:
    """What of the way of playing is to change; None stays as it is."""

    speed: float | None = None
    loop: bool | None = None


@dataclass(frozen=True)
class Line:
    """What a process wrote; None when it is gone."""

    child: Child
    text: str | None


Inbox = SimpleQueue[Command | Wish | Line | None]


class Attendant:
    """Takes from ``inbox`` what the interface wants and what processes tell, and tells ``hear``."""

    def __init__(self, inbox: Inbox, hear: Callable[[Told], None]) -> None:
        self._inbox = inbox
        self._hear = hear
        self._child: Child | None = None
        self._order: Play | None = None
        self._state = _State.IDLE
        self._at = 0.0
        self._starts_left = 0

    @property
    def pid(self) -> int | None:
        """The process that plays."""
        child = self._child
        return child.pid if child else None

    def work(self) -> None:
        """Until None is in the inbox."""
        while True:
            try:
                item = self._inbox.get(timeout=_PATIENCE.get(self._state))
            except Empty:
                self._give_up()
                continue
            if item is None:
                break
            self._handle(item)
        self._part()

    def _handle(self, item: Command | Wish | Line) -> None:
        if isinstance(item, Line):
            if item.child is self._child:
                self._listen(item.text)
        elif isinstance(item, Wish):
            self._adjust(item)
        elif isinstance(item, Play):
            self._play(item)
        elif self._order:
            self._pass_on(self._order, item)

    def _play(self, order: Play) -> None:
        self._order, self._at, self._starts_left = order, order.begin, _STARTS
        self._state = _State.ASKED
        self._send(order)

    def _adjust(self, wish: Wish) -> None:
        if self._order:
            wanted = {name: value for name, value in asdict(wish).items() if value is not None}
            order = self._order = replace(self._order, **wanted)
            if self._child:
                self._send(Adjust(order.speed, order.loop, order.play_on))

    def _pass_on(self, order: Play, command: Command) -> None:
        pauses = isinstance(command, Pause)
        if self._child and not (pauses and self._state is _State.IDLE):
            self._state = _State.ASKED
            self._send(command)
        elif not self._child and not pauses:
            self._play(replace(order, begin=self._place(order, command)))

    def _place(self, order: Play, command: Command) -> float:
        if isinstance(command, Back):
            return max(0.0, self._at - command.seconds)
        return order.start if self._state is _State.IDLE else self._at

    def _send(self, command: Command) -> None:
        if not self._child:
            try:
                self._child = Child(self._give)
            except OSError as error:
                self._fail(os_reason(error))
                return
        self._child.send(encode(command))

    def _give(self, child: Child, text: str | None) -> None:
        self._inbox.put(Line(child, text))

    def _listen(self, text: str | None) -> None:
        if text is None:
            self._lost()
            return
        event: Event | None = None
        with suppress(ValueError):  # a library may write a line of its own
            event = decode(text)
        if event and self._order and event.number in (0, self._order.number):
            self._tell(self._order, event)

    def _tell(self, order: Play, event: Event) -> None:
        if isinstance(event, Fails):
            self._state = _State.IDLE
            kind = RecordingError if event.recording else SoundSystemError
            self._hear(Failed(kind(event.message, event.advice), order.number))
            return
        self._at = event.at
        if isinstance(event, Over):
            self._state = _State.IDLE
            self._hear(Ended(event.at, order.number))
        elif isinstance(event, Waits) and self._state is not _State.IDLE:
            self._state = _State.PAUSED
            self._hear(Paused(event.at, order.number))
        elif isinstance(event, Sounds) and self._state is not _State.IDLE:
            self._state = _State.PLAYING
            self._hear(Playing(order.path, event.at, order.number))

    def _lost(self) -> None:
        reason = self._part()
        if self._state is _State.ASKED and self._order and self._starts_left:
            self._starts_left -= 1
            self._send(replace(self._order, begin=self._at))
        elif self._state in (_State.ASKED, _State.PLAYING):
            self._fail(reason)

    def _give_up(self) -> None:
        if self._child:
            self._child.kill()
        self._part()
        self._fail(_("it did not answer any more"))

    def _part(self) -> str:
        child, self._child = self._child, None
        return child.end() if child else ""

    def _fail(self, reason: str) -> None:
        self._state = _State.IDLE
        message = _("The player has stopped ({reason}).").format(reason=reason)
        error = SoundSystemError(message, _("Play again: it is started anew."))
        self._hear(Failed(error, self._order.number if self._order else 0))

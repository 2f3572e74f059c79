"""The player's process: owns the loudspeaker, and is heard without a stutter whatever the interface does.

It reads commands from its standard input and tells events on its standard output. It goes when that input
ends, when the sound system fails, and when nothing was played for a minute: whoever plays next starts
another, which sees the headphones that were plugged in meanwhile.
"""

import os
import sys
import threading
import time
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import cast

from capture.player.belt import Belt
from capture.player.deck import Deck
from capture.player.loudspeaker import open_loudspeaker
from capture.player.protocol import Command, Fails, Sounds, decode
from capture.telling import Teller, events_pipe
from sessions.errors import SoundSystemError
from sessions.i18n import gettext as _

_TURN = 0.05
_IDLE = 60.0
_STUCK = 4.0
"""Seconds in which a loudspeaker takes nothing, after which it is said to be gone; one that slept takes two."""

_END = object()

Inbox = SimpleQueue[object]


def main() -> None:
    """Play what is asked for."""
    teller = Teller(events_pipe(), passing=Sounds)
    inbox: Inbox = SimpleQueue()
    threading.Thread(target=_read, args=(inbox,), daemon=True, name="commands").start()
    belt = Belt()
    try:
        _stream = open_loudspeaker(belt)
        _work(Deck(belt, teller.tell), belt, inbox)
    except SoundSystemError as error:
        teller.tell(Fails(0, error.message, error.advice, recording=False))
    teller.finish()
    os._exit(0)  # PortAudio may hang when it is asked to stop


def _work(deck: Deck, belt: Belt, inbox: Inbox) -> None:
    busy = awake = time.monotonic()
    while (command := _next(inbox)) is not _END:
        if command:
            deck.take(cast(Command, command))
        deck.turn()
        now = time.monotonic()
        busy = now if deck.playing or command else busy
        awake = max(belt.taken_at or awake, awake)
        if deck.playing and now - awake > _STUCK:
            raise SoundSystemError(
                _("The loudspeaker takes no sound any more."),
                _("Look at its plug or its connection, then play again."),
            )
        if now - busy > _IDLE:
            return


def _next(inbox: Inbox) -> object:
    with suppress(Empty):
        return inbox.get(timeout=_TURN)
    return None


def _read(inbox: Inbox) -> None:
    for line in sys.stdin:
        with suppress(ValueError):
            inbox.put(decode(line))
    inbox.put(_END)
    time.sleep(1.0)
    os._exit(1)  # whatever hangs


if __name__ == "__main__":
    main()

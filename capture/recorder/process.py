"""The recorder's process: owns the microphone, writes the sound, and waits for nobody.

It reads commands from its standard input and tells events on its standard output. When the interface is gone
that input ends: the clip at hand is closed and the process goes, since nobody is recorded without a screen.
"""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import cast

from capture.recorder.desk import Desk
from capture.recorder.lock import recorder_lock
from capture.recorder.microphone_stream import Block, microphone_name, open_microphone
from capture.recorder.protocol import CannotListen, Command, Event, Level, Order, decode
from capture.recorder.pulse import Source, source_of
from capture.telling import Teller, events_pipe
from sessions.errors import VakborgError

_TURN = 0.1
_LAST_MOMENT = 3.8
"""Seconds after the end of the commands in which this process is gone, whatever hangs."""

_LOCK_PATIENCE = 2.0
"""Seconds for the recorder before this one to be gone."""

_END = object()

Inbox = SimpleQueue[object]


def main() -> None:
    """Read the order from the first line of standard input, and record."""
    pipe = events_pipe()
    order = cast(Order, decode(sys.stdin.readline()))
    teller = Teller(pipe, passing=Level)
    try:
        _record(order, teller.tell)
    except VakborgError as error:
        teller.tell(CannotListen(error.message, error.advice))
    teller.finish()
    os._exit(0)  # PortAudio hangs for seconds when it is asked to stop a microphone that was pulled out


def _record(order: Order, tell: Callable[[Event], None]) -> None:
    inbox: Inbox = SimpleQueue()
    _start("commands", _read, inbox)
    signal.signal(signal.SIGTERM, lambda *_: inbox.put(_END))
    with recorder_lock(Path(order.folder), _LOCK_PATIENCE):
        stream = open_microphone(order, inbox.put)
        _start("source", _ask_source, inbox)
        _work(Desk(order, order.microphone or microphone_name(stream), tell), inbox)


def _work(desk: Desk, inbox: Inbox) -> None:
    try:
        while not desk.done:
            try:
                item = inbox.get(timeout=_TURN)
            except Empty:
                desk.idle()
            else:
                _handle(desk, item)
    finally:
        desk.leave()


def _handle(desk: Desk, item: object) -> None:
    if isinstance(item, Block):
        desk.hear(item)
    elif item is _END:
        desk.close()
    elif item is None or isinstance(item, Source):
        desk.source(item)
    else:
        desk.take(cast(Command, item))


def _read(inbox: Inbox) -> None:
    for line in sys.stdin:
        with suppress(ValueError):
            inbox.put(decode(line))
    inbox.put(_END)
    time.sleep(_LAST_MOMENT)
    os._exit(1)


def _ask_source(inbox: Inbox) -> None:
    """The system moves a stream to another microphone without a word."""
    while True:
        time.sleep(1.0)
        inbox.put(source_of(os.getpid()))


def _start(name: str, work: Callable[[Inbox], None], inbox: Inbox) -> None:
    threading.Thread(target=work, args=(inbox,), daemon=True, name=name).start()


if __name__ == "__main__":
    main()

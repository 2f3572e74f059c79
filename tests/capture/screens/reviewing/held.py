"""A review that is held up, as by a search of the whole programme, and other windows that write meanwhile."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from capture.reviewing.bench import Bench
from sessions.programme import Programme
from sessions.store.editing import editing
from sessions.store.interviews import find_session
from sessions.store.revising import retype
from sessions.transcript import Why
from tests.capture.screens.reviewing.sitting import Sitting

PATIENCE = 20.0


@contextmanager
def held_up(at: Sitting) -> Iterator[None]:
    """Inside, nothing that is asked of the review is done."""
    gate = threading.Event()

    def wait(bench: Bench) -> None:
        del bench
        gate.wait(PATIENCE)

    at.screen.review.ask(wait)
    try:
        yield
    finally:
        gate.set()


async def all_done(at: Sitting) -> None:
    """Wait until all that was asked is done and shown."""
    done = threading.Event()
    at.screen.review.ask(lambda _bench: done.set())
    await at.until(done.is_set)
    await at.pilot.pause()


def change_elsewhere(programme: Programme, segment_id: int, text: str) -> None:
    """What another window does meanwhile."""
    with programme.store() as store:
        session = find_session(store, "A1")
        with editing(store, session, "Piet", Why.HUMAN, "text typed") as pencil:
            retype(pencil, segment_id, text)

"""Writing modules one after another, in a thread: how far it is, how long it takes, and stopping in between."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from capture.drafts.calm import calm
from capture.drafts.shelf import Which
from sessions.release import Release

if TYPE_CHECKING:
    from sessions.programme import Programme


@dataclass(frozen=True)
class Task:
    """A module to write; ``weight`` is about how much work it is (its statements)."""

    which: Which
    title: str
    weight: int = 1


@dataclass(frozen=True)
class Done:
    """A module that was written, where, and what has to be said about it: lines in the interface's language."""

    title: str
    path: Path
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Progress:
    """How far writing is: what is written, what is being written now (empty at the end), and the seconds that
    the rest takes (None: not known yet). ``stopped`` tells that somebody ended it before it was done."""

    done: tuple[Done, ...]
    total: int
    now: str = ""
    seconds_left: float | None = None
    stopped: bool = False

    @property
    def over(self) -> bool:
        """Whether nothing more is written."""
        return not self.now


Write = Callable[[Task], Done]
"""Writes one module; raises :class:`~sessions.errors.VakborgError`."""

Begin = Callable[[], Write]
"""Begins writing, with all that has to be read once for it; that is gone when writing ends."""


class Writing:
    """The modules of ``tasks``, written in the thread that calls :meth:`run`."""

    def __init__(
        self, tasks: Sequence[Task], begin: Begin, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._tasks = tuple(tasks)
        self._begin = begin
        self._clock = clock
        self._stop = Event()

    def stop(self) -> None:
        """Write no more modules after the one at hand; may be called from any thread."""
        self._stop.set()

    def run(self, tell: Callable[[Progress], None]) -> Progress:
        """Write them; ``tell`` hears of each before it begins. Gives how it ended; a failure is raised."""
        with calm():
            return self._run(self._begin(), tell)

    def _run(self, write: Write, tell: Callable[[Progress], None]) -> Progress:
        begun, done = self._clock(), list[Done]()
        for number, task in enumerate(self._tasks):
            if self._stop.is_set():
                return Progress(tuple(done), len(self._tasks), stopped=True)
            left = self._seconds_left(number, self._clock() - begun)
            tell(Progress(tuple(done), len(self._tasks), task.title, left))
            done.append(write(task))
        return Progress(tuple(done), len(self._tasks))

    def _seconds_left(self, number: int, spent: float) -> float | None:
        """By the work that is done and the work that is left; each module costs a little by itself."""
        work = [task.weight + 1 for task in self._tasks]
        before = sum(work[:number])
        return spent / before * sum(work[number:]) if before else None


def to_word(programme: "Programme", audience: Release, template: Path | None) -> Begin:
    """Writes modules to Word, with the house template or (None) our own."""

    def begin() -> Write:
        from capture.drafts.making import Press  # some tenths of a second that the interface does not have

        return Press(programme, audience, template).write

    return begin

"""Taking back what a wrong key did, last thing first."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

MOST = 50


@dataclass(frozen=True)
class Step:
    """Something that was done: what it is called, and what takes it back (it gets the moment)."""

    what: str
    back: Callable[[float], None]


class Undoing:
    """The last things that were done."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    @property
    def what(self) -> str:
        """What would be taken back now; empty where there is nothing."""
        return self._steps[-1].what if self._steps else ""

    def did(self, what: str, back: Callable[[float], None]) -> None:
        """Remember how to take ``what`` back."""
        self._steps = [*self._steps[1 - MOST :], Step(what, back)]

    @contextmanager
    def as_one(self) -> Iterator[None]:
        """What is done in this block is taken back at once, under the name of what was done first."""
        before, self._steps = self._steps, []
        try:
            yield
        finally:
            done, self._steps = self._steps, before
            if done:
                self.did(done[0].what, lambda at: _all_back(done, at))

    def forget(self) -> None:
        """What was done cannot be taken back any more."""
        self._steps = []

    def back(self, at: float) -> str:
        """Take the last thing back; gives what it was, empty where there was nothing."""
        if not self._steps:
            return ""
        step = self._steps.pop()
        step.back(at)
        return step.what


def _all_back(steps: Sequence[Step], at: float) -> None:
    for step in reversed(steps):
        step.back(at)

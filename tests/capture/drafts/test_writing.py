"""Writing one module after another."""

from pathlib import Path

import pytest

from capture.drafts.shelf import Which
from capture.drafts.writing import Done, Progress, Task, Writing
from sessions.errors import ExportError


class Clock:
    """Goes on by as many seconds as a task weighs."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def write(self, task: Task) -> Done:
        self.now += task.weight + 1
        return Done(task.title, Path(task.title))


def tasks(*weights: int) -> list[Task]:
    return [Task(Which("g", f"M{n}"), f"M{n}", weight) for n, weight in enumerate(weights, 1)]


def test_each_is_told_before_it_begins_with_the_time_that_is_left() -> None:
    clock, told = Clock(), list[Progress]()
    ended = Writing(tasks(9, 4, 4), lambda: clock.write, clock).run(told.append)
    assert [(p.now, len(p.done), p.seconds_left) for p in told] == [
        ("M1", 0, None),
        ("M2", 1, 10.0),
        ("M3", 2, 5.0),
    ]
    assert [done.title for done in ended.done] == ["M1", "M2", "M3"]
    assert ended.over
    assert not ended.stopped


def test_it_stops_between_two_modules() -> None:
    clock = Clock()
    writing = Writing(tasks(1, 1, 1), lambda: clock.write, clock)
    ended = writing.run(lambda progress: writing.stop() if progress.now == "M2" else None)
    assert [done.title for done in ended.done] == ["M1", "M2"]
    assert ended.stopped


def test_a_failure_ends_it() -> None:
    def refuse(_task: Task) -> Done:
        raise ExportError("Kan niet.")

    with pytest.raises(ExportError):
        Writing(tasks(1), lambda: refuse).run(lambda _progress: None)

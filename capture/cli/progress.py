"""Progress on stderr: what is being done, how far it is, and how long it still takes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeRemainingColumn


def console() -> Console:
    """Where progress goes; markup is off, since names of files and questions are shown."""
    return Console(stderr=True, markup=False, highlight=False)


@contextmanager
def share_bar(name: str) -> Iterator[Callable[[float], None]]:
    """A bar for one file; call what it gives with the share that is done, 0 to 1."""
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
    )
    where = console()
    with Progress(*columns, console=where, transient=True, disable=not where.is_terminal) as progress:
        task = progress.add_task(name, total=1.0)
        yield lambda share: progress.update(task, completed=share)


class QueueBar:
    """A bar over a queue of recordings; its ETA is given, not guessed from the bar's own speed."""

    def __init__(self) -> None:
        eta = TextColumn("{task.fields[eta]}", markup=False)
        columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn(), eta)
        where = console()
        self._progress = Progress(*columns, console=where, transient=True, disable=not where.is_terminal)
        self._task: TaskID = self._progress.add_task("", total=None, eta="")

    def __enter__(self) -> "QueueBar":
        self._progress.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._progress.stop()

    def update(self, done: float, total: float, what: str, eta: str) -> None:
        """Show how many seconds of sound are done of how many, what is being done, and the time to go."""
        self._progress.update(self._task, completed=done, total=total or None, description=what, eta=eta)

    def say(self, line: str) -> None:
        """A line above the bar."""
        self._progress.console.print(line, soft_wrap=True)

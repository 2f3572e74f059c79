"""Locks on a programme that the system frees when their holder dies."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from sessions.errors import ProgrammeLocked, disk_errors


def take_lock(path: Path, message: str, advice: str, patience: float = 0.0) -> FileLock:
    """The lock at ``path``, acquired.

    Raises :class:`ProgrammeLocked` with ``message`` and ``advice`` where another process holds it for more
    than ``patience`` seconds, and what :func:`disk_errors` raises.
    """
    lock = FileLock(path)
    with disk_errors(path.parent):
        try:
            lock.acquire(timeout=patience)
        except Timeout as error:
            raise ProgrammeLocked(message, advice) from error
    return lock


@contextmanager
def locked(path: Path, message: str, advice: str, patience: float = 0.0) -> Iterator[None]:
    """Hold the lock at ``path`` for the block; raises what :func:`take_lock` raises."""
    lock = take_lock(path, message, advice, patience)
    try:
        yield
    finally:
        lock.release()

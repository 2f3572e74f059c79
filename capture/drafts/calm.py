"""Reading much in a thread without the interface standing still."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_inside = 0


@contextmanager
def calm() -> Iterator[None]:
    """No search for garbage cycles inside.

    With some hundred thousand objects each search stops every thread, the interface's too, for a tenth to a quarter
    of a second. What is read here holds no cycles and is gone when the block ends.
    """
    global _inside
    with _lock:
        _inside += 1
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            _inside -= 1
            if not _inside:
                gc.enable()

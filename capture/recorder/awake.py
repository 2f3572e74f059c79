"""Keeping the machine from falling asleep."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wakepy import Mode


@contextmanager
def awake() -> Iterator[bool]:
    """Keep machine and screen awake meanwhile, as far as the platform allows; tells whether it does.

    Never fails, and does not help against closing the lid. To be entered and left in one thread.
    """
    with ExitStack() as stack:
        yield _stay_awake(stack)


def _stay_awake(stack: ExitStack) -> bool:
    with suppress(Exception):  # a system bus in any state must not be what ends a recording
        from wakepy import keep

        mode = keep.presenting(on_fail="pass")
        active = mode.__enter__().active
        stack.callback(_let_go, mode)
        return bool(active)
    return False


def _let_go(mode: "Mode") -> None:
    with suppress(Exception):
        mode.__exit__(None, None, None)

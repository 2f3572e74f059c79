"""What whisper compiles at its first use: two seconds of every start, so it is kept beside whisper's own code.

Numba does the keeping, in the ``__pycache__`` of the package, or in the user's cache where that cannot be written.
"""

from contextlib import suppress
from importlib import reload
from typing import Any


def compile_timing() -> None:
    """Have now what finds the times of words, as it was kept or compiled anew; the first answer would wait for it.

    Where it cannot be kept or what was kept is damaged, it is compiled at every start.
    """
    from whisper import timing

    if not timing.dtw_cpu.signatures:
        _keep(timing)
    try:
        _use(timing)
    except Exception:  # noqa: BLE001 - a damaged file raises whatever reading it happens to hit, a full disk OSError
        reload(timing)  # its functions are then as they were, and kept nowhere
        _use(timing)


def _keep(timing: Any) -> None:
    with suppress(RuntimeError):  # there is no folder that can be written
        for function in (timing.backtrace, timing.dtw_cpu):
            function.enable_caching()


def _use(timing: Any) -> None:
    import torch

    timing.dtw(torch.zeros(2, 2))

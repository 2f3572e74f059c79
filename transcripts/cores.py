"""How torch may use this machine. Called before torch is imported for the first time."""

import os
import sys

import psutil

_NICE = 10


def share_cores() -> None:
    """Let waiting threads sleep.

    By default they spin; next to another busy program that made Whisper up to five times as slow. The setting
    is read once, when torch is loaded; what the user set stays.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")


def give_way() -> None:
    """Let every other program of this machine go first. Threads that are started later do so too."""
    process = psutil.Process()
    if sys.platform == "win32":
        process.nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        process.nice(max(_NICE, int(process.nice())))


def threads() -> int:
    """How many cores to use: all, but one stays free where there are more than two."""
    cores = _cores()
    return cores if cores <= 2 else cores - 1


def gentle_threads() -> int:
    """How many cores to use beside a conversation that is recorded: one always stays free."""
    return max(1, _cores() - 1)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

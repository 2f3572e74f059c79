"""How torch may use this machine. Called before torch is imported for the first time."""

import os


def share_cores() -> None:
    """Let waiting threads sleep.

    By default they spin; next to another busy program that made Whisper up to five times as slow. The setting
    is read once, when torch is loaded; what the user set stays.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")


def threads() -> int:
    """How many cores to use: all, but one stays free where there are more than two."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores if cores <= 2 else cores - 1

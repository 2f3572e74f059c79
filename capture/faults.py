"""A report of an unforeseen fault: where it happened, never what was said."""

import platform
import tempfile
import traceback
from datetime import datetime
from importlib.metadata import version
from pathlib import Path


def write_report(error: BaseException) -> Path:
    """Write the frames of ``error`` and the versions to a file; messages are left out, they may quote text."""
    lines = [
        f"vakborg {version('vakborg')}, Python {platform.python_version()}, {platform.platform()}",
        f"{datetime.now():%Y-%m-%d %H:%M:%S}",
        type(error).__name__,
        *(
            f"{frame.filename}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(error.__traceback__)
        ),
    ]
    path = _place() / f"fault-{datetime.now():%Y%m%d-%H%M%S}.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _place() -> Path:
    from platformdirs import user_log_path

    try:
        return user_log_path("vakborg", ensure_exists=True)
    except OSError:
        return Path(tempfile.gettempdir())

"""A report of an unforeseen fault: where it happened, never what was said."""

import platform
import sys
import tempfile
import traceback
from contextlib import suppress
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from platformdirs import user_log_path

from sessions.errors import VakborgError
from sessions.i18n import gettext as _

_OURS = Path(__file__).resolve().parents[1]


def foreseen(error: Exception) -> VakborgError:
    """``error`` as something to show: what nobody foresaw becomes a report on the disk and its place."""
    if isinstance(error, VakborgError):
        return error
    report = write_report(error)
    where = _("Send this file to whoever maintains Vakborg (no transcript text is in it): {file}")
    return VakborgError(
        _("Something went wrong that Vakborg did not foresee. Your recordings and texts are safe."),
        where.format(file=report) if report else "",
    )


def write_report(error: BaseException) -> Path | None:
    """Write the frames of ``error`` and the versions to a file; its message is left out, it may quote text.

    None where no file can be written.
    """
    name = f"fault-{datetime.now():%Y%m%d-%H%M%S}.txt"
    for folder in (_log_folder, _temporary_folder):
        with suppress(OSError):
            path = folder() / name
            path.write_text("\n".join(_lines(error)) + "\n", encoding="utf-8")
            return path
    return None


def _lines(error: BaseException) -> list[str]:
    return [
        f"vakborg {version('vakborg')}, Python {platform.python_version()}, {platform.platform()}",
        f"{datetime.now():%Y-%m-%d %H:%M:%S}",
        type(error).__name__,
        *(
            f"{_within_package(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(error.__traceback__)
        ),
    ]


def _within_package(file: str) -> str:
    """Where a file is in what was installed: the folders around that name a person, or a customer."""
    path = Path(file).resolve()
    around = sorted((Path(entry).resolve() for entry in sys.path if entry), key=lambda p: -len(p.parts))
    found = (path.relative_to(root) for root in (_OURS, *around) if path.is_relative_to(root))
    return next(found, Path(path.name)).as_posix()


def _log_folder() -> Path:
    return user_log_path("vakborg", ensure_exists=True)


def _temporary_folder() -> Path:
    return Path(tempfile.gettempdir())

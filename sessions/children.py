"""Processes of our own beside the interface: what they have in common when they are started."""

import os
import subprocess
import sys
from typing import IO

from sessions.i18n import gettext as _


def start_child(module: str, errors: IO[bytes], **environment: str) -> "subprocess.Popen[str]":
    """Run ``module`` in a process of its own that is spoken to through its pipes; ``errors`` gets what
    libraries write to standard error."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", module],  # -P: what lies in this folder is no program
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8"} | environment,
        # Ctrl-C and a closed terminal must reach only the interface
        start_new_session=sys.platform != "win32",
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )


def last_words(code: int, errors: IO[bytes]) -> str:
    """Why a child that is gone with exit ``code`` ended, in a few words."""
    errors.seek(0)
    lines = errors.read().decode("utf-8", "replace").strip().splitlines()
    if lines and code > 0:
        return lines[-1].split(":")[0][:80]
    return _("exit code {code}").format(code=code)

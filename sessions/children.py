"""Processes of our own beside the interface: what they have in common when they are started."""

import os
import subprocess
import sys
from typing import IO


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

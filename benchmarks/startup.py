"""How long the program takes to start: `vakborg --help` beside `python -c pass`, and the first painted screen."""

import os
import pty
import select
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROUNDS = 15


def main() -> None:
    """Print medians over interleaved rounds."""
    with tempfile.TemporaryDirectory() as folder:
        programme = Path(folder) / "traject"
        _once(["-m", "capture", "init", str(programme)])
        bare, help_, paint = [], [], []
        for _round in range(ROUNDS):
            bare.append(_once(["-c", "pass"]))
            help_.append(_once(["-m", "capture", "--help"]))
            paint.append(_first_paint(programme))
    print(f"python -c pass        {median(bare) * 1000:6.0f} ms")
    print(f"vakborg --help        {median(help_) * 1000:6.0f} ms   {median(help_) / median(bare):.1f} times")
    print(f"first painted screen  {median(paint) * 1000:6.0f} ms   {median(paint) / median(bare):.1f} times")


def _once(arguments: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    return time.perf_counter() - began


def _first_paint(programme: Path) -> float:
    """Seconds from start until the name of the programme stands on the terminal."""
    began = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(COLUMNS="80", LINES="24", TERM="xterm-256color")
        os.execv(sys.executable, [sys.executable, "-m", "capture", "--programme", str(programme)])
    seen = b""
    while programme.name.encode() not in seen and time.perf_counter() - began < 30:
        if select.select([terminal], [], [], 0.01)[0]:
            seen += os.read(terminal, 65536)
    taken = time.perf_counter() - began
    os.kill(child, 9)
    os.waitpid(child, 0)
    os.close(terminal)
    return taken


if __name__ == "__main__":
    main()

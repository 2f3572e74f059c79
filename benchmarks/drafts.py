"""Drafts of ten modules from 10 and from 40 sessions: time and peak memory to build and to render them all.

python -m benchmarks.drafts

Each size runs in a process of its own. Not on Windows.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.large_programme import make_large
from sessions.programme import Programme, open_programme

ROOT = Path(__file__).parents[1]
SIZES = ((10, 5_000), (40, 20_000))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for sessions, fragments in SIZES:
            make_large(Path(folder) / str(sessions), sessions, fragments)
            command = [sys.executable, "-m", "benchmarks.drafts", "--make", str(Path(folder) / str(sessions))]
            made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
            print(f"{sessions:3} sessions, {fragments:,} fragments: {made.stdout.strip()}", flush=True)


def make(programme: Programme) -> None:
    """Make all drafts as the program does, one document each and all in one, and print what it took."""
    import resource

    from exports.drafting import Drafting

    began = time.perf_counter()
    drafting = Drafting(programme)
    read = time.perf_counter()
    (guide,) = drafting.guides
    drafts = [drafting.draft(guide, module) for module in guide.modules]
    built = time.perf_counter()
    each = [drafting.write([draft], programme.exports / f"{draft.module_id}.docx") for draft in drafts]
    written = time.perf_counter()
    whole = drafting.write(drafts, programme.exports / "all.docx")
    done = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    size = sum(made.saved.path.stat().st_size for made in each) / 1e6
    print(
        f"read {read - began:.1f} s, build {built - read:.1f} s, write {len(each)} documents "
        f"{written - built:.1f} s ({size:.1f} MB), all in one {done - written:.1f} s "
        f"({whole.saved.path.stat().st_size / 1e6:.1f} MB), "
        f"{sum(d.counts.statements for d in drafts):,} statements, peak {peak:.0f} MB"
    )


if __name__ == "__main__":
    if "--make" in sys.argv:
        make(open_programme(Path(sys.argv[-1])))
    else:
        main()

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
    """Make all drafts, each as a Word file, and print what it took."""
    import resource

    from exports.draft.building import build_draft
    from exports.modules import render
    from sessions.moment import now
    from sessions.release import Release
    from sessions.store.leaving import Gate

    began = time.perf_counter()
    with programme.store() as store:
        material = Gate(store).material(Release.PARTNERS)
    read = time.perf_counter()
    (guide,) = material.guides
    drafts = [
        build_draft(guide, module, material, programme=programme.name, made_at=now())
        for module in guide.modules
    ]
    built = time.perf_counter()
    size = sum(len(render([draft], "docx", lambda _path: None).data) for draft in drafts)
    rendered = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    print(
        f"read {read - began:.1f} s, build {built - read:.1f} s, render {rendered - built:.1f} s, "
        f"{len(drafts)} drafts, {sum(d.counts.statements for d in drafts):,} statements, "
        f"{size / 1e6:.1f} MB, peak {peak:.0f} MB"
    )


if __name__ == "__main__":
    if "--make" in sys.argv:
        make(open_programme(Path(sys.argv[-1])))
    else:
        main()

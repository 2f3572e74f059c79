"""How this machine is shared."""

import os
import subprocess
import sys

import pytest

from transcripts.cores import gentle_threads, threads


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="asks this system otherwise")
@pytest.mark.parametrize(("cores", "alone", "gentle"), [(1, 1, 1), (2, 2, 1), (3, 2, 2), (8, 7, 7)])
def test_beside_a_conversation_a_core_always_stays_free(
    monkeypatch: pytest.MonkeyPatch, cores: int, alone: int, gentle: int
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _pid: set(range(cores)))
    assert (threads(), gentle_threads()) == (alone, gentle)


GIVE_WAY = """
import psutil
from transcripts.cores import give_way
before = psutil.Process().nice()
give_way()
give_way()
print(int(before), int(psutil.Process().nice()))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="priorities have other names there")
def test_who_gives_way_is_nicer_and_never_less_nice_than_before() -> None:
    for command in ([], ["nice", "-n", "15"]):
        done = subprocess.run(
            [*command, sys.executable, "-c", GIVE_WAY], capture_output=True, text=True, check=True
        )
        before, after = map(int, done.stdout.split())
        assert after == max(10, before)

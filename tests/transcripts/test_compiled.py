"""What whisper compiles, kept from one process to the next."""

from collections.abc import Callable, Iterator
from importlib import reload
from pathlib import Path
from typing import Any

import pytest

from transcripts.compiled import compile_timing
from transcripts.cores import share_cores

COMPILED = ("backtrace", "dtw_cpu")


@pytest.fixture(autouse=True)
def timing() -> Iterator[Any]:
    """Whisper's functions; afterwards they are as they were."""
    share_cores()
    from whisper import timing

    before = {name: vars(timing)[name] for name in COMPILED}
    yield timing
    vars(timing).update(before)


def hits_after_a_start(timing: Any) -> int:
    """How many functions a new process would find in the folder; what they then do is right."""
    import torch

    reload(timing)
    compile_timing()
    compile_timing()
    small = torch.tensor([[0.0, 9.0, 9.0], [9.0, 0.0, 0.0]])
    assert timing.dtw(small).tolist() == [[0, 1, 1], [0, 1, 2]]
    return sum(timing.dtw_cpu.stats.cache_hits.values())


def test_it_is_kept_and_compiled_anew_where_what_was_kept_is_damaged(
    timing: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("numba.config.CACHE_DIR", str(tmp_path))
    assert hits_after_a_start(timing) == 0
    assert hits_after_a_start(timing) == 1
    kept = [*tmp_path.rglob("*.nbi"), *tmp_path.rglob("*.nbc")]
    assert len(kept) == 2 * len(COMPILED)
    for path in kept:
        path.write_bytes(b"")
    assert hits_after_a_start(timing) == 0


def test_a_disk_that_is_full_costs_the_time_and_nothing_else(
    timing: Any, disk_of: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("numba.config.CACHE_DIR", str(disk_of("8k") / "kept"))
    assert hits_after_a_start(timing) == 0


def test_where_there_is_no_folder_to_keep_it_it_is_compiled_each_time(
    timing: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("numba.core.caching.CompileResultCacheImpl._locator_classes", [])
    assert hits_after_a_start(timing) == 0

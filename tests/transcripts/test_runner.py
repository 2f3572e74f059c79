"""The worker process: started, listened to, ended."""

import os
import signal
import time
from pathlib import Path

import pytest

from sessions.errors import TranscriptionError
from sessions.programme import create_programme
from transcripts import events
from transcripts.runner import WorkerProcess
from transcripts.worker import Order


def test_an_empty_queue_is_done_without_loading_a_model(tmp_path: Path) -> None:
    programme = create_programme(tmp_path / "p")
    with WorkerProcess(Order(str(programme.folder))) as worker:
        assert list(worker) == [events.Done()]


def test_a_programme_that_is_not_there_is_said_in_the_language_of_the_order(tmp_path: Path) -> None:
    with WorkerProcess(Order(str(tmp_path), language="nl")) as worker:
        (stopped,) = worker
    assert isinstance(stopped, events.Stopped)
    assert stopped.kind == "NotAProgramme"
    assert "staat geen traject" in stopped.message


def test_a_worker_that_dies_is_told_in_words(tmp_path: Path) -> None:
    programme = create_programme(tmp_path / "p")
    with WorkerProcess(Order(str(programme.folder))) as worker:
        os.kill(worker.pid, signal.SIGKILL)
        with pytest.raises(TranscriptionError, match="stopped halfway"):
            list(worker)


def test_leaving_the_block_ends_the_worker(tmp_path: Path) -> None:
    with WorkerProcess(Order(str(create_programme(tmp_path / "p").folder))) as worker:
        pid = worker.pid
    deadline = time.monotonic() + 10
    while Path(f"/proc/{pid}").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not Path(f"/proc/{pid}").exists()

"""The worker process: started, listened to, ended."""

import os
import signal
import threading
import time
from pathlib import Path
from queue import Queue

import psutil
import pytest

from sessions.errors import TranscriptionError
from sessions.jobs import JobState
from sessions.programme import Programme, create_programme
from sessions.store import queue
from tests.builders import make_programme
from transcripts import events
from transcripts.runner import WorkerProcess, give_back_interrupted
from transcripts.worker import Order, only_worker


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


def _in_hand(programme: Programme) -> int:
    with programme.store() as store:
        return queue.standing(store)[JobState.RUNNING]


def test_what_was_in_hand_is_given_back_unless_another_worker_has_it(tmp_path: Path) -> None:
    programme = make_programme(tmp_path / "p")
    with programme.store() as store:
        assert queue.claim(store)
    with only_worker(programme):
        give_back_interrupted(programme)
        assert _in_hand(programme) == 1
    give_back_interrupted(programme)
    assert _in_hand(programme) == 0


def test_who_listens_is_let_go_when_another_thread_stops_the_worker(tmp_path: Path) -> None:
    programme = create_programme(tmp_path / "p")
    worker = WorkerProcess(Order(str(programme.folder), stay=True, model="demo-nl"))
    heard: Queue[events.Event | BaseException | None] = Queue()

    def listen() -> None:
        try:
            for event in worker:
                heard.put(event)
            heard.put(None)
        except BaseException as error:  # noqa: BLE001 - what a thread raises is lost otherwise
            heard.put(error)

    listener = threading.Thread(target=listen)
    listener.start()
    told = [heard.get(timeout=60) for _ in range(3)]
    worker.stop()
    listener.join(timeout=30)
    assert told == [events.Loading("demo-nl", "cpu"), events.Ready(0, "exact"), events.Idle()]
    assert heard.get(timeout=10) is None


def test_one_that_is_stopped_before_anybody_listens_lives_no_longer_and_tells_nothing(tmp_path: Path) -> None:
    programme = create_programme(tmp_path / "p")
    worker = WorkerProcess(Order(str(programme.folder), stay=True, model="demo-nl"))
    worker.stop()
    assert not psutil.pid_exists(worker.pid)
    with worker as stopped:
        assert list(stopped) == []
    assert list(worker) == []


def test_one_that_is_gone_before_it_got_its_order_is_told_to_who_listens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programme, write = create_programme(tmp_path / "p"), WorkerProcess._write

    def late(worker: WorkerProcess, text: str) -> None:
        os.kill(worker.pid, signal.SIGKILL)
        worker._process.wait()
        write(worker, text)

    monkeypatch.setattr(WorkerProcess, "_write", late)
    with (
        WorkerProcess(Order(str(programme.folder))) as worker,
        pytest.raises(TranscriptionError, match="stopped halfway"),
    ):
        list(worker)

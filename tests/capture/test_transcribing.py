"""What the worker's events become for the person who waits."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from capture import transcribing
from capture.settings import remember
from capture.transcribing import Told, transcribe
from sessions.errors import DiskFull, ModelError
from sessions.programme import Programme, create_programme, open_programme
from tests.builders import make_programme
from transcripts import events, pace
from transcripts.runner import WorkerProcess
from transcripts.worker import Order


@pytest.fixture
def told() -> Told:
    return Told({1: "A1·01 M2-V2", 2: "A1·02 M3-V1"})


def hear(told: Told, *heard: events.Event) -> list[str]:
    return [line for event in heard if (line := transcribing._hear(told, event))]


def test_the_time_to_go_is_unknown_until_the_speed_is(told: Told) -> None:
    hear(told, events.Loading("small", "cpu"), events.Ready(100.0), events.Started(1, 60.0, 0.0))
    assert told.eta == "measuring the speed…"


def test_the_time_to_go_follows_the_speed_of_this_run(told: Told) -> None:
    hear(
        told,
        events.Loading("small", "cpu"),
        events.Ready(100.0),
        events.Started(1, 60.0, 0.0),
        events.Progressed(1, 20.0, 10.0),
    )
    assert told.done == 20.0
    assert told.eta == "40 s to go"  # 80 seconds of sound at two per second


def test_what_this_machine_learnt_counts_until_then(told: Told) -> None:
    pace.learn("small", "cpu", 100.0, 200.0)
    hear(told, events.Loading("small", "cpu"), events.Ready(90.0))
    assert told.eta == "3 min to go"


def test_a_recording_that_is_gone_on_with_does_not_make_the_machine_look_faster(told: Told) -> None:
    hear(
        told,
        events.Ready(100.0),
        events.Started(1, 100.0, 80.0),
        events.Progressed(1, 90.0, 10.0),
    )
    assert told.eta == "10 s to go"


def test_each_recording_that_is_done_is_a_line(told: Told) -> None:
    lines = hear(
        told,
        events.Started(1, 10.0, 0.0),
        events.Finished(1, 7),
        events.Started(2, 10.0, 0.0),
        events.Finished(2, 0),
    )
    assert lines == ["✓ A1·01 M2-V2: 7 fragments", "✓ A1·02 M3-V1: no speech found"]
    assert told.finished == 2


def test_a_failure_is_told_at_once_and_a_last_one_counts(told: Told) -> None:
    lines = hear(
        told, events.Failed(1, "no sound", set_aside=False), events.Failed(1, "no sound", set_aside=True)
    )
    assert lines == [
        "… A1·01 M2-V2 failed and is tried again: no sound",
        "✗ A1·01 M2-V2 is set aside: no sound",
    ]
    assert told.aside == 1


def test_each_engine_has_a_speed_of_its_own(told: Told) -> None:
    pace.learn("small", "cpu", 100.0, 200.0)
    pace.learn("small", "cpu fast", 100.0, 50.0)
    hear(told, events.Loading("small", "cpu"), events.Ready(120.0, "fast"))
    assert told.eta == "1 min to go"


def test_another_engine_than_the_usual_one_is_told_with_the_reason(told: Told) -> None:
    (line,) = hear(told, events.Ready(90.0, "openai", "There is no room left on the disk of C:."))
    assert line == (
        "The usual engine cannot be used: There is no room left on the disk of C:. openai-whisper does it."
    )


def test_the_demo_model_carries_its_warning(told: Told) -> None:
    (line,) = hear(told, events.Loading("demo-nl", "cpu"))
    assert "never for a real interview" in line


@pytest.mark.parametrize("kind", [DiskFull, ModelError])
def test_what_stops_the_worker_is_raised_as_what_it_was(told: Told, kind: type[Exception]) -> None:
    with pytest.raises(kind, match="because"):
        hear(told, events.Stopped(kind.__name__, "because", "do this"))


def test_ctrl_c_gives_the_job_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programme = make_programme(tmp_path / "p")
    monkeypatch.setattr(transcribing, "WorkerProcess", interrupted(programme))
    with pytest.raises(KeyboardInterrupt, match=r"--model demo-nl --engine fast$"):
        transcribe(programme, model="demo-nl", engine="fast")
    with open_programme(programme.folder).store() as store:
        states = [(row["state"], row["attempts"]) for row in store.rows("select state, attempts from job")]
    assert ("queued", 0) in states
    assert "running" not in dict(states)


@pytest.mark.parametrize(("given", "used"), [("", "fast"), ("openai", "openai")])
def test_the_engine_is_the_one_that_is_remembered_unless_another_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str, used: str
) -> None:
    remember(engine="fast")
    orders: list[Order] = []

    def worker(order: Order) -> WorkerProcess:
        orders.append(order)
        return WorkerProcess(order)

    monkeypatch.setattr(transcribing, "WorkerProcess", worker)
    transcribe(create_programme(tmp_path / "p"), engine=given)
    assert [order.engine for order in orders] == [used]


def interrupted(programme: Programme) -> Callable[[object], object]:
    """A worker that has taken a job when the person presses Ctrl-C."""
    from sessions.store import queue

    class Worker:
        def __init__(self, _order: object) -> None:
            with programme.store() as store:
                assert queue.claim(store)

        def __enter__(self) -> "Worker":
            return self

        def __exit__(self, *_error: object) -> None:
            return None

        def __iter__(self) -> Iterator[events.Event]:
            raise KeyboardInterrupt

    return Worker

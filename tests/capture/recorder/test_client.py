import os
import signal
import threading
from pathlib import Path

import psutil
import pytest

from capture.recorder import client
from capture.recorder.client import Recorder
from capture.recorder.protocol import (
    Began,
    Begin,
    CannotListen,
    Ended,
    Level,
    Order,
    Trouble,
    TroubleKind,
    Well,
)
from sessions import i18n
from tests.capture.recorder.hearing import Listener, now, recorder
from tests.sound import SoundServer


@pytest.fixture
def order(sound: SoundServer, tmp_path: Path) -> Order:
    return Order(str(tmp_path), sound.microphone(awake=True).key)


def hanging(trouble: Trouble) -> bool:
    return trouble.kind is TroubleKind.HANGS


def test_a_process_that_hangs_is_noticed_and_so_is_its_return(order: Order) -> None:
    with recorder(order) as listener:
        os.kill(listener.recorder.pid, signal.SIGSTOP)
        listener.wait_for(Trouble, hanging)
        os.kill(listener.recorder.pid, signal.SIGCONT)
        listener.wait_for(Well, lambda well: well.kind is TroubleKind.HANGS)
    assert len([trouble for trouble in listener.told(Trouble) if hanging(trouble)]) == 1


def test_a_process_that_hangs_holds_up_neither_commands_nor_the_killing(order: Order) -> None:
    with recorder(order) as listener:
        os.kill(listener.recorder.pid, signal.SIGSTOP)
        for number in range(5000):  # far more than its pipe takes
            listener.tell(Begin(number, f"audio/{number}.wav", now(), comment="x" * 100))
        listener.recorder.kill()
    assert not list(Path(order.folder).rglob("*.part"))


def test_killing_one_that_cannot_be_killed_holds_nobody_up(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    with recorder(order) as listener:
        process = psutil.Process(listener.recorder.pid)
        process.suspend()
        monkeypatch.setattr(listener.recorder._process, "kill", lambda: None)  # as one that waits for a disk
        waited: list[float] = []
        monkeypatch.setattr(threading.Thread, "join", lambda _thread, timeout: waited.append(timeout))
        listener.recorder.kill()
        monkeypatch.undo()
        process.kill()
    assert waited
    assert sum(waited) < 0.5


def test_a_process_that_dies_is_told(order: Order) -> None:
    with recorder(order) as listener:
        os.kill(listener.recorder.pid, signal.SIGKILL)
        died = listener.wait_for(Trouble, lambda trouble: trouble.kind is TroubleKind.DIED)
        listener.tell(Begin(1, "audio/1.wav", now()))
    assert died.detail == "exit code -9"


def test_a_process_that_crashes_before_it_says_anything_is_started_again(order: Order) -> None:
    listener = Listener(order)
    os.kill(listener.recorder.pid, signal.SIGSEGV)
    listener.tell(Begin(1, "audio/1.wav", now()))
    listener.wait_for(Began)
    listener.recorder.close()
    assert listener.told(Trouble) == []


def test_a_process_that_crashes_every_time_is_told(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "_STARTS", 1)
    listener = Listener(order)
    os.kill(listener.recorder.pid, signal.SIGSEGV)
    assert listener.wait_for(Trouble).kind is TroubleKind.DIED
    listener.recorder.kill()


def test_killing_it_on_purpose_is_no_trouble(order: Order) -> None:
    with recorder(order) as listener:
        listener.wait_for(Level)
        listener.recorder.kill()
    assert listener.told(Trouble) == []


def test_a_new_recorder_goes_on_where_the_killed_one_was(order: Order) -> None:
    with recorder(order) as first:
        first.tell(Begin(1, "audio/1.wav", now()))
        first.wait_for(Began)
        first.recorder.kill()
    with recorder(order) as second:
        second.tell(Begin(2, "audio/2.wav", now()))
        second.wait_for(Began)
        second.recorder.close()
        assert second.wait_for(Ended).clip_id == 2


def test_closing_twice_is_closing_once(order: Order) -> None:
    with recorder(order) as listener:
        listener.recorder.close()
        listener.recorder.close()
    assert listener.told(Trouble) == []


def test_it_speaks_the_language_of_the_interface(sound: SoundServer, tmp_path: Path) -> None:
    i18n.set_language("nl")
    listener = Listener(Order(str(tmp_path / "bestand"), "Scarlett"))
    (tmp_path / "bestand").write_text("geen map")
    cannot = listener.wait_for(CannotListen)
    listener.recorder.close()
    assert cannot.advice == i18n.gettext("Check that the disk is connected, then try again.")
    assert cannot.advice != "Check that the disk is connected, then try again."


def test_what_the_process_says_in_its_last_moment_is_heard_before_the_closing_ends(order: Order) -> None:
    with recorder(order) as listener:
        listener.tell(Begin(1, "audio/1.wav", now()))
        listener.wait_for(Began)
        listener.recorder.close()
        assert listener.told(Ended)


def test_the_process_id_is_that_of_a_running_process(order: Order) -> None:
    heard: list[object] = []
    one = Recorder(order, heard.append)
    os.kill(one.pid, 0)
    one.kill()
    with pytest.raises(ProcessLookupError):
        os.kill(one.pid, 0)

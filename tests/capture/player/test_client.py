import os
import signal
import threading
import time
from itertools import pairwise
from pathlib import Path

import numpy as np
import psutil
import pytest

from capture.player import attendant
from capture.player.events import Ended, Failed, Paused, Playing
from sessions import i18n
from sessions.errors import RecordingError, SoundSystemError
from tests.capture.player.ear import Ear, audience, ear, telling_time, told_time
from tests.sound import VirtualMicrophone

LOUDSPEAKER = pytest.mark.usefixtures("loudspeaker")


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(telling_time(tmp_path / "opname.wav"))


def off_by(listening: Ear, playing: list[tuple[float, float]]) -> float:
    """Seconds between what is told to be heard and what is heard."""
    listening.hears_until(playing[-1][0] + 0.2)
    return float(np.median([told_time(listening.at(moment)) - at for moment, at in playing]))


def test_what_is_told_to_be_heard_is_heard_at_that_moment_at_its_own_pitch(
    path: str, loudspeaker: VirtualMicrophone
) -> None:
    with ear(loudspeaker) as listening, audience() as hall:
        hall.player.play(path, 4.0, 19.0)
        first = hall.next(Playing)
        found = {1.0: off_by(listening, hall.plays_for(0.9))}
        for speed in (2.0, 0.7):
            hall.player.speed(speed)
            playing = hall.plays_for(1.1)
            found[speed] = off_by(listening, playing)
            (begin, start), (end, place) = playing[0], playing[-1]
            assert (place - start) / (end - begin) == pytest.approx(speed, rel=0.2)
        before = hall.next(Playing).at
        hall.player.back(5.0)
        playing = hall.plays_for(0.7)
        found[-5.0] = off_by(listening, playing)
    assert 3.0 <= first.at < 3.5  # a second before it
    assert first.path == path
    assert before - 5.0 < playing[0][1] < before - 4.0
    assert {speed: off for speed, off in found.items() if abs(off) > 0.15} == {}, found


@LOUDSPEAKER
def test_a_fragment_repeats_waits_goes_on_and_ends(path: str) -> None:
    with audience() as hall:
        hall.player.play(path, 10.0, 10.5, loop=True, lead=0.0)
        places = [at for _moment, at in hall.plays_for(1.4)]
        assert sum(later < before for before, later in pairwise(places)) >= 2
        assert 9.9 <= min(places) <= max(places) <= 10.6
        hall.player.toggle()
        paused = hall.wait_for(Paused)
        told = len(hall.told)
        hall.player.back(0.0)  # what is told next: nothing was before it
        hall.wait_for(Paused, after=told)
        assert [type(event) for _moment, event in hall.told[told:]] == [Paused]
        hall.player.loop(False)
        hall.player.toggle()
        assert hall.next(Ended).at == pytest.approx(10.5, abs=0.02)
        hall.wait_for(Playing, lambda playing: abs(playing.at - paused.at) <= 0.1, after=told)
        over = len(hall.told)
        hall.player.back(1.0)
        assert hall.wait_for(Playing, after=over).at == pytest.approx(9.5, abs=0.3)
        assert {event.number for _moment, event in hall.told} == {1}


@LOUDSPEAKER
def test_a_fragment_that_plays_on_passes_its_end_and_has_its_own_number(path: str) -> None:
    with audience() as hall:
        first = hall.player.play(path, 4.0, 19.0)
        hall.wait_for(Playing)
        second = hall.player.play(path, 10.0, 10.5, lead=0.0, play_on=True)
        passed = hall.wait_for(Playing, lambda playing: playing.at > 10.7)
    assert passed.number == second != first
    assert {event.number for _moment, event in hall.told} == {first, second}


@LOUDSPEAKER
def test_what_cannot_be_played_says_why_in_the_language_of_the_interface(path: str, tmp_path: Path) -> None:
    (tmp_path / "stuk.wav").write_bytes(b"RIFF" + bytes(50))
    i18n.set_language("nl")
    with audience() as hall:
        hall.player.play(str(tmp_path / "weg.wav"), 0.0, 1.0)
        missing = hall.wait_for(Failed).error
        hall.player.play(str(tmp_path / "stuk.wav"), 0.0, 1.0)
        damaged = hall.next(Failed).error
        hall.player.play(path, 1.0, 2.0)
        hall.next(Playing)
    assert isinstance(missing, RecordingError)
    assert isinstance(damaged, RecordingError)
    assert missing.message.endswith("weg.wav is er niet.")
    assert "stuk.wav" in damaged.message
    assert missing.advice
    assert damaged.advice


@LOUDSPEAKER
def test_a_process_that_dies_is_told_and_replaced_where_something_is_played_again(path: str) -> None:
    with audience() as hall:
        hall.player.play(path, 5.0, 19.0)
        hall.wait_for(Playing, lambda playing: playing.at > 4.5)
        first = hall.player.pid
        assert first
        os.kill(first, signal.SIGKILL)
        error = hall.wait_for(Failed).error
        hall.player.back(0.0)
        assert hall.next(Playing).at == pytest.approx(4.6, abs=0.4)
        assert hall.player.pid != first
        hall.player.pause()
        hall.wait_for(Paused)
        assert hall.player.pid
        os.kill(hall.player.pid, signal.SIGKILL)
        hall.player.toggle()
        hall.next(Playing)
    assert isinstance(error, SoundSystemError)
    assert error.message == "The player has stopped (exit code -9)."
    assert len([event for _moment, event in hall.told if isinstance(event, Failed)]) == 1


@LOUDSPEAKER
def test_a_process_that_crashes_before_it_is_heard_is_started_again_without_a_word(path: str) -> None:
    with audience() as hall:
        hall.player.play(path, 5.0, 19.0)
        while not (pid := hall.player.pid):
            time.sleep(0.005)
        os.kill(pid, signal.SIGSEGV)
        hall.wait_for(Playing)
    assert not [event for _moment, event in hall.told if isinstance(event, Failed)]


@LOUDSPEAKER
def test_a_process_that_hangs_holds_nobody_up(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(attendant._PATIENCE, attendant._State.PLAYING, 1.0)
    monkeypatch.setitem(attendant._PATIENCE, attendant._State.ASKED, 2.0)
    with audience() as hall:
        hall.player.play(path, 5.0, 19.0)
        hall.wait_for(Playing)
        process = psutil.Process(hall.player.pid)
        process.suspend()
        for _turn in range(5000):  # far more than its pipe takes
            hall.player.speed(1.5)
        assert "did not answer" in hall.wait_for(Failed).error.message
    assert not process.is_running()


def test_commands_without_anything_to_play_do_nothing() -> None:
    with audience() as hall:
        for command in (hall.player.toggle, hall.player.pause, hall.player.back):
            command()
        hall.player.speed(2.0)
    assert hall.told == []
    assert hall.player.pid is None


def test_closing_leaves_nothing_behind(path: str) -> None:
    with audience() as hall:
        hall.player.play(path, 5.0, 19.0)
        while not (pid := hall.player.pid):
            time.sleep(0.005)
    assert not psutil.pid_exists(pid)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("player")]

"""The list of microphones, from real sound systems."""

import subprocess
from pathlib import Path

import pytest

from capture.recorder import microphones as asked
from capture.recorder.microphones import Microphone, microphones
from sessions.errors import SoundSystemError
from tests.sound import SoundServer


def plug_in(sound: SoundServer, name: str, *properties: str) -> None:
    """A source that is no monitor, as far as the server can tell."""
    described = 'source_properties="' + " ".join(f"device.{each}" for each in properties) + '"'
    module = ["module-remap-source", "master=mic.monitor", f"source_name={name}", described]
    subprocess.run(["pactl", "load-module", *module], env=sound.environment, capture_output=True, check=True)


def test_microphones_come_by_their_descriptions_with_separate_ones_first(sound: SoundServer) -> None:
    sound.microphone("mic", description="Luidspreker")
    plug_in(sound, "laptop", "description=Chip", "form_factor=internal", "bus=pci")
    plug_in(sound, "yeti", "description=Yeti", "form_factor=microphone", "bus=usb")
    subprocess.run(["pactl", "set-default-source", "yeti"], env=sound.environment, check=True)
    assert microphones() == [
        Microphone("pulse:yeti", "Yeti", 1, is_default=True),
        Microphone("pulse:laptop", "Built-in microphone (Chip)", 1, built_in=True),
        Microphone("pulse:mic.monitor", "Monitor of Luidspreker", 1, virtual=True),
    ]


def test_names_cannot_drive_the_terminal(sound: SoundServer) -> None:
    sound.microphone("mic", description="Speld\u009b31mmic")
    assert [microphone.name for microphone in microphones()] == ["Monitor of Speld31mmic"]


def test_without_a_sound_server_the_plumbing_of_alsa_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nergens")
    names = {microphone.key for microphone in microphones()}
    assert not names & {"sysdefault", "pulse", "dmix", "null", "surround51"}


@pytest.mark.parametrize("answer", ["", "print('no json')", "import os; os._exit(9)"])
def test_a_sound_system_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    monkeypatch.setattr(asked, "_LIST", answer)
    with pytest.raises(SoundSystemError, match="does not answer"):
        microphones()


def test_a_sound_system_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "_LIST", "import time; time.sleep(600)")
    monkeypatch.setattr(asked, "_PATIENCE", 0.5)
    with pytest.raises(SoundSystemError, match="does not answer"):
        microphones()


CRASH = """
import os
from pathlib import Path
counted = Path({file!r})
with counted.open("a") as file:
    file.write("x")
if counted.stat().st_size <= {times}:
    os.kill(os.getpid(), 11)
from capture.recorder.microphones import _list
_list()
"""


def test_a_sound_system_that_crashes_now_and_then_is_asked_again(
    sound: SoundServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound.microphone("mic")
    monkeypatch.setattr(asked, "_LIST", CRASH.format(file=str(tmp_path / "starts"), times=2))
    assert [microphone.key for microphone in microphones()] == ["pulse:mic.monitor"]


def test_a_sound_system_that_always_crashes_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "_LIST", CRASH.format(file=str(tmp_path / "starts"), times=99))
    with pytest.raises(SoundSystemError, match="does not answer"):
        microphones()

"""What a real PulseAudio tells about microphones, and about who listens to them."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic, sleep

import pytest

from capture.recorder import pulse
from capture.recorder.pulse import Source, source_of, sources
from tests.sound import SoundServer


def eventually(ask: Callable[[], Source | None], name: str) -> Source:
    """Ask until the answer is the source ``name``."""
    until = monotonic() + 20
    while monotonic() < until:
        found = ask()
        if found and found.name == name:
            return found
        sleep(0.02)
    raise AssertionError(f"{name} never came")


def pactl(sound: SoundServer, *arguments: str) -> str:
    command = ["pactl", *arguments]
    done = subprocess.run(command, env=sound.environment, capture_output=True, text=True, check=True)
    return done.stdout


@contextmanager
def listening(sound: SoundServer, source: str) -> Iterator[int]:
    """Another process that records from ``source``; its id."""
    command = ["parec", f"--device={source}", "--raw"]
    with subprocess.Popen(command, env=sound.environment, stdout=subprocess.DEVNULL) as process:
        try:
            eventually(lambda: source_of(process.pid), source)
            yield process.pid
        finally:
            process.terminate()


@contextmanager
def hanging(sound: SoundServer) -> Iterator[None]:
    """The server does not answer meanwhile."""
    folder = sound.environment["XDG_RUNTIME_DIR"]
    found = subprocess.run(
        ["pgrep", "-f", f"pulseaudio.*{folder}"], capture_output=True, text=True, check=True
    )
    server = int(found.stdout)
    os.kill(server, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(server, signal.SIGCONT)


def test_sources_come_with_their_descriptions(sound: SoundServer) -> None:
    sound.microphone("mic", description="Speldmic")
    sound.microphone("table", channels=2, description="Tafelmic")
    found = {source.name: source for source in sources() or []}
    assert found["mic.monitor"].description == "Monitor of Speldmic"
    assert found["mic.monitor"].is_monitor
    assert found["table.monitor"].channels == 2
    assert [source.is_default for source in found.values()].count(True) == 1


def test_a_real_source_is_not_a_monitor_and_tells_its_form(sound: SoundServer) -> None:
    sound.microphone("mic")
    form = "source_properties=device.form_factor=headset"
    pactl(sound, "load-module", "module-remap-source", "master=mic.monitor", "source_name=head", form)
    head = next(source for source in sources() or [] if source.name == "head")
    assert not head.is_monitor
    assert head.form_factor == "headset"


def test_a_recording_that_is_moved_is_seen_where_it_is(sound: SoundServer) -> None:
    sound.microphone("mic")
    sound.microphone("other", description="Ander")
    with listening(sound, "mic.monitor") as pid:
        output = pactl(sound, "list", "short", "source-outputs").split()[0]
        pactl(sound, "move-source-output", output, "other.monitor")
        moved = eventually(lambda: source_of(pid), "other.monitor")
    assert moved.description == "Monitor of Ander"


def test_a_process_that_records_nothing_has_no_source(sound: SoundServer) -> None:
    sound.microphone("mic")
    with listening(sound, "mic.monitor"):
        assert source_of(1) is None


def test_without_a_server_there_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nergens")
    assert sources() is None
    assert source_of(1) is None


def test_without_the_library_there_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pulsectl", None)
    assert sources() is None


def test_a_server_that_hangs_holds_nobody_up_and_is_asked_again_when_it_answers(
    sound: SoundServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pulse, "_PATIENCE", 0.2)
    sound.microphone("mic")
    with hanging(sound):
        assert sources() is None
        assert sources() is None, "one question hangs, no second one is asked"
    eventually(lambda: next(iter(sources() or []), None), "mic.monitor")

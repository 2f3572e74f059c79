"""A sound server for tests: null sinks whose monitors are microphones, into which a test speaks.

A private PulseAudio in a folder of its own; nothing reaches the loudspeakers of the machine.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

RATE = 48_000


@dataclass(frozen=True)
class VirtualMicrophone:
    """What a test says with :meth:`play` or :meth:`speak` is heard by whoever records from ``key``."""

    sink: str
    module: str
    channels: int
    environment: dict[str, str]

    @property
    def key(self) -> str:
        """How a recorder's order names it."""
        return f"pulse:{self.sink}.monitor"

    def play(self, file: Path) -> None:
        """Play a sound file to its end."""
        with self.speaking(file):
            pass

    @contextmanager
    def speaking(self, file: Path) -> Iterator["subprocess.Popen[bytes]"]:
        """A sound file plays during the block, which waits for its end."""
        command = ["paplay", f"--device={self.sink}", str(file)]
        with subprocess.Popen(command, env=self.environment) as player:
            yield player

    def start_raw(self, samples: NDArray[np.int32]) -> "subprocess.Popen[bytes]":
        """Begin to play samples of 24 bits, shape (frames, channels); sample for sample as they are."""
        file = tempfile.TemporaryFile()  # noqa: SIM115 - the player holds it
        file.write(packed(samples))
        file.seek(0)
        shape = [f"--channels={self.channels}", f"--rate={RATE}", "--format=s24le", "--raw"]
        command = ["pacat", "--playback", f"--device={self.sink}", "--volume=65536", *shape]
        with file:
            return subprocess.Popen(command, stdin=file, env=self.environment)

    def suspend(self, yes: bool = True) -> None:
        """It gives nothing any more, and nobody says so; or it does again."""
        command = ["pactl", "suspend-sink", self.sink, str(int(yes))]
        subprocess.run(command, env=self.environment, check=True)

    def unplug(self) -> None:
        """It is gone."""
        subprocess.run(["pactl", "unload-module", self.module], env=self.environment, check=True)


@dataclass
class SoundServer:
    """A running PulseAudio; ``environment`` is that of a process that should use it."""

    environment: dict[str, str]
    server: "subprocess.Popen[bytes]"
    listeners: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    def microphone(
        self, sink: str = "mic", channels: int = 1, description: str = "", awake: bool = False
    ) -> VirtualMicrophone:
        """Plug in a microphone; one that is ``awake`` gives sound at once, others within two seconds."""
        described = f"sink_properties=device.description={description or sink}"
        shape = [f"rate={RATE}", "format=s24le", f"channels={channels}"]
        module = self._pactl("load-module", "module-null-sink", f"sink_name={sink}", *shape, described)
        if awake:
            self._keep_awake(sink)
        return VirtualMicrophone(sink, module, channels, self.environment)

    def restart(self) -> None:
        """As after a crash: everybody is thrown out, and nothing is plugged in."""
        self.stop()
        self.server = _started(self.environment)

    def stop(self) -> None:
        """It is gone."""
        self.server.terminate()
        self.server.wait()

    def close(self) -> None:
        """Stop listening along."""
        for listener in self.listeners:
            listener.kill()
            listener.wait()

    def _keep_awake(self, sink: str) -> None:
        """A sink that slept wakes up when its two seconds are over, unless somebody listens already."""
        command = ["parec", f"--device={sink}.monitor", "--latency-msec=20"]
        listener = subprocess.Popen(
            command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.listeners.append(listener)

    def _pactl(self, *arguments: str) -> str:
        command = ["pactl", *arguments]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=True)
        return done.stdout.strip()


@contextmanager
def sound_server() -> Iterator[SoundServer]:
    """A PulseAudio of its own, which this process and those that it starts talk to during the block."""
    with tempfile.TemporaryDirectory(prefix="geluid") as folder:
        environment = {
            "XDG_RUNTIME_DIR": folder,
            "PULSE_RUNTIME_PATH": folder,
            "PULSE_SERVER": f"unix:{folder}/native",
            "PULSE_COOKIE": f"{folder}/cookie",
        }
        own = os.environ | environment | {"HOME": folder}
        with pytest.MonkeyPatch.context() as patch:
            for name, value in environment.items():
                patch.setenv(name, value)
            patch.delenv("PULSE_SOURCE", raising=False)
            patch.delenv("PULSE_SINK", raising=False)
            sounds = SoundServer(own, _started(own))
            try:
                yield sounds
            finally:
                sounds.close()
                sounds.stop()


def packed(samples: NDArray[np.int32]) -> bytes:
    """Samples between -2**23 and 2**23 - 1 as 24 bits, little endian."""
    wide = np.ascontiguousarray(samples, "<i4").reshape(-1, 1)
    return wide.view(np.uint8)[:, :3].tobytes()


def _started(environment: dict[str, str]) -> "subprocess.Popen[bytes]":
    command = _server(environment["XDG_RUNTIME_DIR"])
    server = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        _wait_until_it_answers(server, environment)
    except RuntimeError:
        server.kill()
        server.wait()
        raise
    return server


def _server(folder: str) -> list[str]:
    options = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes"]
    return [
        "pulseaudio",
        *options,
        "-L",
        f"module-native-protocol-unix socket={folder}/native auth-anonymous=1",
    ]


def _wait_until_it_answers(server: "subprocess.Popen[bytes]", environment: dict[str, str]) -> None:
    for _turn in range(200):
        if server.poll() is not None:
            raise RuntimeError("PulseAudio does not start")
        if not subprocess.run(
            ["pactl", "info"], env=environment, capture_output=True, check=False
        ).returncode:
            return
    raise RuntimeError("PulseAudio does not answer")


@pytest.fixture
def sound() -> Iterator[SoundServer]:
    """A sound server for one test. In CI it must be there; elsewhere the test is skipped without one."""
    if not (shutil.which("pulseaudio") and shutil.which("pactl")):
        if os.environ.get("CI"):
            pytest.fail("no PulseAudio in CI")
        pytest.skip("no PulseAudio")
    with sound_server() as server:
        yield server

"""What the recorder loses and takes: killed, cut off from power, rolled over, left running.

python -m benchmarks.recording kill [100]          sound lost after kill -9 of everything, at random moments
python -m benchmarks.recording rollover [600 30]   seconds and rollovers: samples missing or doubled
python -m benchmarks.recording hours [2]           processor and memory of the recorder
python -m benchmarks.recording powercut [20]       sound lost where only what reached the disk is left

Linux only: each plays a known signal into the microphone of a PulseAudio of its own. What was played is what
a second listener (parec) had heard at that moment. The last one mounts a small file system of its own and
copies its image, which takes root and loop devices.
"""

import itertools
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random
from statistics import median

import numpy as np
import psutil
import soundfile
from numpy.typing import NDArray

from capture.recorder.client import Recorder
from capture.recorder.protocol import RATE, Began, Begin, End, Ended, Event, Order, Trouble
from capture.recorder.wav import repair
from tests.sound import SoundServer, VirtualMicrophone, packed, sound_server

ROOT = Path(__file__).parents[1]
CLIP = "audio/1.wav"
TURN = 2**23 - 1
"""The signal counts from 1 to here, and again: 24 bits without zero, which is silence."""

Samples = NDArray[np.int32]


def main() -> None:
    what, *numbers = sys.argv[1:] or ["kill", "10"]
    measures: dict[str, Callable[..., None]] = {
        "kill": kill,
        "rollover": rollover,
        "hours": hours,
        "powercut": powercut,
    }
    with sound_server() as server:
        measures[what](server, *(float(number) for number in numbers))


def kill(server: SoundServer, times: float = 100) -> None:
    """The interface and the recorder are killed at once, again and again."""
    microphone, dice = server.microphone(), Random(0)
    report_lost([lost_by_killing(microphone, dice) for _ in range(int(times))])


def lost_by_killing(microphone: VirtualMicrophone, dice: Random) -> int:
    with tempfile.TemporaryDirectory() as folder:
        with interview(Path(folder), microphone) as (interface, pid), playing(microphone, 15) as witness:
            time.sleep(dice.uniform(1.0, 4.0))
            played = witness.last
            kill_both(interface, pid)
        return played - last_sample(Path(folder))


def powercut(server: SoundServer, times: float = 20) -> None:
    """A disk image is copied while the recorder stands still, as if the power had gone."""
    microphone, dice = server.microphone(), Random(0)
    report_lost([lost_by_powercut(microphone, dice) for _ in range(int(times))])


def lost_by_powercut(microphone: VirtualMicrophone, dice: Random) -> int:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as session:
        image, copy = Path(folder) / "disk", Path(folder) / "copy"
        place = session.enter_context(disk(image, new=True))
        interface, pid = session.enter_context(interview(place, microphone))
        witness = session.enter_context(playing(microphone, 15))
        time.sleep(dice.uniform(1.0, 4.0))
        played = witness.last
        os.kill(pid, signal.SIGSTOP)
        subprocess.run(["cp", "--sparse=always", image, copy], check=True)
        kill_both(interface, pid)
        session.close()
        with disk(copy) as place:
            return played - last_sample(place)


def kill_both(interface: "subprocess.Popen[str]", pid: int) -> None:
    os.kill(pid, signal.SIGKILL)
    os.killpg(interface.pid, signal.SIGKILL)


def rollover(server: SoundServer, seconds: float = 600, rollovers: float = 30) -> None:
    """Clips one after the other, without a pause in what is said."""
    microphone, dice, ended = server.microphone(), Random(0), threading.Event()
    count = int(rollovers)
    moments = sorted(dice.uniform(1, seconds - 1) for _ in range(count))

    def hear(event: Event) -> None:
        if isinstance(event, Trouble):
            print(event)
        if isinstance(event, Ended) and event.clip_id == count:
            ended.set()

    with tempfile.TemporaryDirectory() as folder:
        recorder = Recorder(Order(folder, microphone.key), hear)
        begin(recorder, 0)
        time.sleep(3.0)
        with playing(microphone, seconds):
            start = time.monotonic()
            for number, moment in enumerate(moments, start=1):
                time.sleep(max(0.0, start + moment - time.monotonic()))
                begin(recorder, number)
            time.sleep(max(0.0, start + seconds + 3 - time.monotonic()))
        recorder.tell(End(time.monotonic()))
        ended.wait(10)
        recorder.close()
        clips = [read(Path(folder) / f"audio/{number}.wav.part") for number in range(count + 1)]
        report_sequence(np.concatenate(clips), seconds, count)


def hours(server: SoundServer, count: float = 2) -> None:
    """The recorder alone, with a rollover each ten minutes."""
    microphone, troubles = server.microphone(), [0]

    def hear(event: Event) -> None:
        troubles[0] += isinstance(event, Trouble)

    with tempfile.TemporaryDirectory() as folder, playing(microphone, 600, again=True):
        recorder = Recorder(Order(folder, microphone.key), hear)
        begin(recorder, 0)
        time.sleep(10.0)
        process = psutil.Process(recorder.pid)
        memory, used, start = [process.memory_info().rss], cpu(process), time.monotonic()
        for minute in range(1, int(count * 60) + 1):
            time.sleep(max(0.0, start + 60 * minute - time.monotonic()))
            memory.append(process.memory_info().rss)
            if not minute % 10:
                begin(recorder, minute)
        share = (cpu(process) - used) / (time.monotonic() - start)
        recorder.close()
    first, last = (f"{size / 2**20:.1f} MB" for size in (memory[0], memory[-1]))
    most = max(memory) / 2**20
    print(
        f"{count:g} hours: {share:.1%} of one core; memory {first} at first, {last} at last, {most:.1f} MB at most"
    )
    print(f"troubles told: {troubles[0]}")


def begin(recorder: Recorder, number: int) -> None:
    recorder.tell(Begin(number, f"audio/{number}.wav", time.monotonic()))


def cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def report_lost(samples: list[int]) -> None:
    lost = [1000 * one / RATE for one in samples]
    print(f"{len(lost)} times: lost median {median(lost):.0f} ms, worst {max(lost):.0f} ms")


def report_sequence(heard: Samples, seconds: float, rollovers: int) -> None:
    """Silence before, after and where the player had nothing to give is not of the signal."""
    spoken = heard[heard != 0].astype(np.int64)
    steps = np.diff(spoken) % TURN
    missing, doubled = int((steps[steps < TURN // 2] - 1).clip(0).sum()), int((steps == 0).sum())
    back = int((steps >= TURN // 2).sum())
    at_start, at_end = int(spoken[0]) - 1, (int(seconds * RATE) - int(spoken[-1])) % TURN
    print(
        f"{seconds:g} s, {rollovers} rollovers: {len(spoken)} samples of the signal in {rollovers + 1} clips"
    )
    print(f"missing {missing}, doubled {doubled}, out of order {back}")
    print(f"before the player was heard: {at_start}; after its end: {at_end}")


class Witness:
    """A second listener: ``last`` is the sample of the signal that it heard last."""

    def __init__(self, microphone: VirtualMicrophone) -> None:
        self.last = 0
        shape = ["--format=s24le", f"--rate={RATE}", "--channels=1", "--raw", "--latency-msec=5"]
        command = ["parec", f"--device={microphone.sink}.monitor", *shape]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, env=microphone.environment)
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def stop(self) -> None:
        self.process.kill()
        self._thread.join()
        self.process.communicate()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        rest = b""
        while got := os.read(self.process.stdout.fileno(), 1 << 16):
            rest += got
            whole = len(rest) // 3 * 3
            self.last = int.from_bytes(rest[whole - 3 : whole], "little") if whole else self.last
            rest = rest[whole:]


@contextmanager
def playing(microphone: VirtualMicrophone, seconds: float, again: bool = False) -> Iterator[Witness]:
    """The signal is played during the block, with a witness; ``again`` and again."""
    with tempfile.TemporaryFile() as file:
        for start in range(0, int(seconds), 60):
            part = np.arange(start * RATE, min(start + 60, seconds) * RATE, dtype=np.int64) % TURN + 1
            file.write(packed(part.astype(np.int32)))
        witness, over = Witness(microphone), threading.Event()
        player = threading.Thread(target=_play, args=(microphone, file.fileno(), again, over))
        player.start()
        try:
            yield witness
        finally:
            over.set()
            player.join()
            witness.stop()


def _play(microphone: VirtualMicrophone, file: int, again: bool, over: threading.Event) -> None:
    shape = ["--channels=1", f"--rate={RATE}", "--format=s24le", "--raw", "--volume=65536"]
    for turn in itertools.count():
        if over.is_set() or (turn and not again):
            return
        os.lseek(file, 0, os.SEEK_SET)
        command = ["pacat", "--playback", f"--device={microphone.sink}", *shape]
        with subprocess.Popen(command, stdin=file, env=microphone.environment) as player:
            while player.poll() is None and not over.wait(0.1):
                pass
            player.kill()


@contextmanager
def interview(folder: Path, microphone: VirtualMicrophone) -> Iterator[tuple["subprocess.Popen[str]", int]]:
    """A stand-in for the interface, in a process group of its own, that records a clip: it and its recorder."""
    command = [sys.executable, "-m", "benchmarks.recording", "--interview", str(folder), microphone.key]
    interface = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True)
    with interface:
        assert interface.stdout is not None
        pid = int(interface.stdout.readline())
        yield interface, pid


def be_interviewing(folder: str, key: str) -> None:
    def hear(event: Event) -> None:
        if isinstance(event, Began):
            print(recorder.pid, flush=True)

    recorder = Recorder(Order(folder, key), hear)
    begin(recorder, 1)
    time.sleep(3600)


@contextmanager
def disk(image: Path, new: bool = False) -> Iterator[Path]:
    """A file system in a file, mounted during the block."""
    if new:
        with image.open("wb") as file:
            file.truncate(32 * 2**20)
        subprocess.run(["mkfs.ext4", "-q", str(image)], check=True)
    with tempfile.TemporaryDirectory() as place:
        subprocess.run(["mount", "-o", "loop", str(image), place], check=True)
        try:
            yield Path(place)
        finally:
            subprocess.run(["umount", "--lazy", place], check=True)


def last_sample(folder: Path) -> int:
    """The last sample of the signal in the clip, once it is repaired as after a crash."""
    path = folder / (CLIP + ".part")
    repair(path)
    heard = read(path)
    return int(heard[heard != 0][-1])


def read(path: Path) -> Samples:
    sound, _rate = soundfile.read(path, dtype="int32")
    return np.asarray(sound, np.int32) >> 8


if __name__ == "__main__":
    if sys.argv[1:2] == ["--interview"]:
        be_interviewing(*sys.argv[2:4])
    else:
        main()

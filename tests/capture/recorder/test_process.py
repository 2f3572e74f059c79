"""The whole recorder on a real sound server: PortAudio, the process, the files."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import numpy as np
import psutil
import pytest

from capture.recorder.protocol import (
    RATE,
    Because,
    Began,
    Begin,
    CannotListen,
    End,
    Ended,
    Held,
    Hold,
    Level,
    Opened,
    Order,
    Played,
    PlayTry,
    Resume,
    Resumed,
    Strike,
    Struck,
    Tried,
    Trouble,
    TroubleKind,
    Try,
    Well,
)
from capture.recorder.wav import repair
from tests.capture.recorder.hearing import (
    PATIENCE,
    Listener,
    Samples,
    counting,
    nobody_records,
    now,
    read_clip,
    recorder,
)
from tests.sound import SoundServer, VirtualMicrophone


@pytest.fixture
def microphone(sound: SoundServer) -> VirtualMicrophone:
    return sound.microphone(awake=True)


def clip_file(folder: Path, number: int) -> Path:
    return folder / "audio" / f"{number}.wav.part"


def begin(number: int, pre_roll: bool = False) -> Begin:
    return Begin(number, f"audio/{number}.wav", now(), pre_roll)


def spoken(samples: Samples) -> Samples:
    """What is left of a recording without the silence around and between."""
    return np.asarray(samples[samples != 0], np.int32)


def follow_each_other(samples: Samples) -> bool:
    """Whether not one is missing or doubled."""
    return len(samples) > RATE // 4 and bool((np.diff(samples) == 1).all())


def test_fifteen_rollovers_lose_and_double_not_one_sample(
    tmp_path: Path, microphone: VirtualMicrophone
) -> None:
    pauses = Random(1)
    with recorder(Order(str(tmp_path), microphone.key)) as listener:
        listener.tell(begin(0))
        listener.wait_for(Began)
        player = microphone.start_raw(counting(7 * RATE))
        for number in range(1, 16):
            time.sleep(pauses.uniform(0.1, 0.6))
            listener.tell(begin(number))
        player.wait()
        time.sleep(0.5)
        listener.tell(End(now()))
        listener.wait_for(Ended, lambda ended: ended.clip_id == 15)
    heard = np.concatenate([read_clip(clip_file(tmp_path, number)) for number in range(16)])
    assert len(listener.told(Began)) == 16
    assert follow_each_other(spoken(heard))
    assert spoken(heard)[-1] == 7 * RATE


def test_kill_9_at_any_moment_loses_half_a_second_at_most(
    tmp_path: Path, microphone: VirtualMicrophone
) -> None:
    moments = Random(2)
    for number in range(6):
        with recorder(Order(str(tmp_path), microphone.key)) as listener:
            listener.tell(begin(number))
            listener.wait_for(Began)
            player = microphone.start_raw(counting(20 * RATE))
            time.sleep(moments.uniform(0.6, 1.4))
            told = listener.told(Level)[-1].seconds
            os.kill(listener.recorder.pid, signal.SIGKILL)
            player.kill()
            player.wait()
        kept = repair(clip_file(tmp_path, number))
        assert kept >= (told - 0.5) * RATE
        assert follow_each_other(spoken(read_clip(clip_file(tmp_path, number))))


def test_the_end_of_the_interface_closes_the_clip_and_the_process(
    tmp_path: Path, microphone: VirtualMicrophone
) -> None:
    with recorder(Order(str(tmp_path), microphone.key)) as listener:
        listener.tell(begin(1))
        listener.wait_for(Level, lambda level: level.seconds > 0.5)
        process = psutil.Process(listener.recorder.pid)
        assert not nobody_records(tmp_path)
        listener.recorder.close()
        ended = listener.wait_for(Ended)
        assert not process.is_running()
    assert nobody_records(tmp_path)
    assert listener.told(Trouble) == []
    assert len(read_clip(clip_file(tmp_path, 1))) == ended.frames > RATE // 2


def test_a_recorder_that_is_asked_to_go_by_the_system_closes_its_clip(
    tmp_path: Path, microphone: VirtualMicrophone
) -> None:
    with recorder(Order(str(tmp_path), microphone.key)) as listener:
        listener.tell(begin(1))
        listener.wait_for(Level, lambda level: level.seconds > 0.5)
        psutil.Process(listener.recorder.pid).terminate()
        frames = listener.wait_for(Ended).frames
    assert len(read_clip(clip_file(tmp_path, 1))) == frames


INTERFACE = """
import sys, time
from capture.recorder.client import Recorder
from capture.recorder.protocol import Began, Begin, Order

def hear(event):
    if isinstance(event, Began):
        print(recorder.pid, flush=True)

recorder = Recorder(Order(sys.argv[1], sys.argv[2]), hear)
recorder.tell(Begin(1, "audio/1.wav", time.monotonic()))
time.sleep(60)
"""


def test_when_the_interface_is_killed_the_clip_is_closed_and_nobody_is_recorded_any_more(
    tmp_path: Path, microphone: VirtualMicrophone
) -> None:
    command = [sys.executable, "-c", INTERFACE, str(tmp_path), microphone.key]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as interface:
        assert interface.stdout is not None
        process = psutil.Process(int(interface.stdout.readline()))
        interface.kill()
    gone(process)
    path = clip_file(tmp_path, 1)
    before = path.read_bytes()
    assert repair(path) == len(read_clip(path)) > 0
    assert path.read_bytes() == before


def gone(process: psutil.Process) -> None:
    """Wait until a process that is not our child has ended."""
    deadline = time.monotonic() + PATIENCE
    while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_off_the_record_not_one_sample_reaches_the_disk(
    tmp_path: Path, microphone: VirtualMicrophone
) -> None:
    with recorder(Order(str(tmp_path), microphone.key)) as listener:
        listener.tell(begin(1))
        player = microphone.start_raw(counting(4 * RATE))
        time.sleep(1.2)
        listener.tell(Hold(now(), off_the_record=True))
        held = listener.wait_for(Held)
        time.sleep(1.0)
        listener.tell(Resume(now()))
        resumed = listener.wait_for(Resumed)
        player.wait()
        listener.tell(End(now()))
        listener.wait_for(Ended)
    heard = read_clip(clip_file(tmp_path, 1))
    before, after = round(held.seconds * RATE), round(resumed.seconds * RATE)
    assert resumed.seconds == held.seconds + 1.0
    assert not heard[before:after].any()
    assert follow_each_other(spoken(heard[:before]))
    assert follow_each_other(spoken(heard[after:]))
    gap = spoken(heard[after:])[0] - spoken(heard[:before])[-1]
    assert gap > 0.9 * RATE


def test_the_last_moments_can_be_struck_while_recording(
    tmp_path: Path, microphone: VirtualMicrophone
) -> None:
    with recorder(Order(str(tmp_path), microphone.key)) as listener:
        listener.tell(begin(1))
        player = microphone.start_raw(counting(3 * RATE))
        time.sleep(1.8)
        listener.tell(Strike(now(), 0.6))
        struck = listener.wait_for(Struck)
        player.wait()
        listener.tell(End(now()))
        listener.wait_for(Ended)
    heard = read_clip(clip_file(tmp_path, 1))
    cut = round(struck.left * RATE)
    assert struck.seconds == 0.6
    assert heard[cut] - heard[cut - 1] == 0.6 * RATE + 1


def test_a_full_disk_ends_the_clip_loudly_with_everything_until_then(
    disk_of: Callable[[str], Path], microphone: VirtualMicrophone
) -> None:
    disk = disk_of("400k")
    with recorder(Order(str(disk), microphone.key)) as listener:
        player = microphone.start_raw(counting(20 * RATE))
        listener.tell(begin(1))
        ended = listener.wait_for(Ended)
        player.kill()
        player.wait()
        listener.wait_for(Level, lambda level: level.clip_id == 0)
    assert ended.because is Because.DISK_FULL
    heard = read_clip(clip_file(disk, 1))
    assert len(heard) == ended.frames > RATE
    assert follow_each_other(spoken(heard))


def test_a_microphone_that_is_pulled_out_is_noticed(tmp_path: Path, microphone: VirtualMicrophone) -> None:
    with recorder(Order(str(tmp_path), microphone.key)) as listener:
        listener.tell(begin(1))
        listener.wait_for(Began)
        microphone.unplug()
        trouble = listener.wait_for(Trouble, lambda trouble: trouble.kind is not TroubleKind.SILENT)
        assert trouble.kind in (TroubleKind.NO_SOUND, TroubleKind.REPLACED)
        listener.recorder.close()
        listener.wait_for(Ended)
    assert len(read_clip(clip_file(tmp_path, 1))) > 0


def no_sound(trouble: Trouble) -> bool:
    return trouble.kind is TroubleKind.NO_SOUND


def test_a_microphone_that_is_suspended_is_noticed_and_so_is_its_return(
    tmp_path: Path, microphone: VirtualMicrophone
) -> None:
    with recorder(Order(str(tmp_path), microphone.key)) as listener:
        listener.tell(begin(1))
        listener.wait_for(Level, lambda level: level.seconds > 0.5)
        microphone.suspend()
        listener.wait_for(Trouble, no_sound)
        microphone.suspend(False)
        listener.wait_for(Well, lambda well: well.kind is TroubleKind.NO_SOUND)
        listener.recorder.close()
        assert len(read_clip(clip_file(tmp_path, 1))) == listener.wait_for(Ended).frames > RATE // 2


def test_a_sound_server_that_is_restarted_is_noticed_and_the_clip_is_whole(
    sound: SoundServer, tmp_path: Path, microphone: VirtualMicrophone
) -> None:
    with recorder(Order(str(tmp_path), microphone.key)) as listener:
        listener.tell(begin(1))
        listener.wait_for(Level, lambda level: level.seconds > 0.5)
        sound.restart()
        listener.wait_for(Trouble, no_sound)
        listener.recorder.close()
        assert len(read_clip(clip_file(tmp_path, 1))) == listener.wait_for(Ended).frames > RATE // 2
    assert {trouble.kind for trouble in listener.told(Trouble)} <= {TroubleKind.NO_SOUND, TroubleKind.LOST}


def test_another_source_in_its_place_is_named(sound: SoundServer, tmp_path: Path) -> None:
    microphone = sound.microphone()
    sound.microphone("laptop", description="Laptopmicrofoon")
    with recorder(Order(str(tmp_path), microphone.key)) as listener:
        listener.wait_for(Level)
        microphone.unplug()
        trouble = listener.wait_for(Trouble, lambda trouble: trouble.kind is not TroubleKind.SILENT)
        while trouble.kind is TroubleKind.NO_SOUND:
            trouble = listener.wait_for(Trouble, lambda trouble: trouble.kind is TroubleKind.REPLACED)
    assert trouble == Trouble(TroubleKind.REPLACED, "Monitor of Laptopmicrofoon")


def test_digital_silence_is_noticed_and_so_is_its_end(tmp_path: Path, microphone: VirtualMicrophone) -> None:
    with recorder(Order(str(tmp_path), microphone.key)) as listener:
        listener.wait_for(Trouble, lambda trouble: trouble.kind is TroubleKind.SILENT)
        player = microphone.start_raw(counting(RATE))
        listener.wait_for(Well, lambda well: well.kind is TroubleKind.SILENT)
        player.wait()


def test_two_microphones_keep_to_their_own_channels(sound: SoundServer, tmp_path: Path) -> None:
    microphone = sound.microphone("stereo", channels=2, awake=True)
    left = counting(RATE)
    with recorder(Order(str(tmp_path), microphone.key, channels=2)) as listener:
        listener.tell(begin(1))
        listener.wait_for(Began)
        microphone.start_raw(np.stack([left, -left], axis=1)).wait()
        time.sleep(0.5)
        listener.tell(End(now()))
        listener.wait_for(Ended)
    heard = read_clip(clip_file(tmp_path, 1))
    assert follow_each_other(spoken(heard[:, 0]))
    assert np.array_equal(heard[:, 0], -heard[:, 1])


def test_a_sound_check_gives_figures_and_is_heard_again(
    tmp_path: Path, microphone: VirtualMicrophone
) -> None:
    with recorder(Order(str(tmp_path), microphone.key)) as listener:
        listener.tell(Try(0.5))
        assert listener.wait_for(Tried).silent
        listener.tell(PlayTry())
        assert listener.wait_for(Played) == Played()
    assert not list(tmp_path.rglob("*.part"))


def test_a_microphone_that_is_not_there_is_told_in_words(sound: SoundServer, tmp_path: Path) -> None:
    sound.microphone()
    listener = Listener(Order(str(tmp_path), "Scarlett 2i2"))
    assert listener.wait_for(CannotListen).message == "The microphone “Scarlett 2i2” is not there."
    listener.recorder.close()
    assert listener.told(Trouble) == []


def test_a_source_that_is_not_there_is_told_in_words(sound: SoundServer, tmp_path: Path) -> None:
    sound.microphone()
    listener = Listener(Order(str(tmp_path), "pulse:weg.monitor"))
    assert "cannot be opened" in listener.wait_for(CannotListen).message
    listener.recorder.close()


def test_a_second_recorder_in_the_same_programme_is_refused(
    tmp_path: Path, microphone: VirtualMicrophone
) -> None:
    with recorder(Order(str(tmp_path), microphone.key)):
        second = Listener(Order(str(tmp_path), microphone.key))
        assert "already recording" in second.wait_for(CannotListen).message
        second.recorder.close()


def test_a_recorder_opens_the_microphone_that_the_system_prefers(
    tmp_path: Path, microphone: VirtualMicrophone
) -> None:
    with recorder(Order(str(tmp_path))) as listener:
        assert listener.wait_for(Opened).rate == RATE
        assert microphone.key not in listener.wait_for(Opened).microphone

"""The cutting, on a stream of known samples whose moments are exact: sample n is heard n / RATE after START."""

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capture.recorder import clip
from capture.recorder.protocol import (
    RATE,
    Because,
    Began,
    End,
    Ended,
    Held,
    Hold,
    Resume,
    Resumed,
    Strike,
    Struck,
)
from capture.recorder.waiting import Cut
from tests.capture.recorder.studio import BLOCK, SECOND, Studio, at, begin, frames, quick_disk, studio

__all__ = ["quick_disk", "studio"]
SILENCE = [-1] * RATE


def test_a_clip_begins_and_ends_at_the_samples_of_its_moments(studio: Studio) -> None:
    studio.hear(SECOND)
    studio.do(begin(1, SECOND + 1234))
    studio.hear(2 * SECOND)
    studio.do(End(at(2 * SECOND + 77)))
    studio.hear(3 * SECOND)
    assert studio.clip(1) == frames(SECOND + 1234, 2 * SECOND + 77)
    assert studio.told(Ended) == [Ended(1, SECOND + 77 - 1234)]


def test_a_command_that_comes_late_still_cuts_where_it_was_meant(studio: Studio) -> None:
    studio.hear(SECOND)
    studio.do(begin(1, SECOND - 5000))
    studio.hear(2 * SECOND)
    studio.do(begin(2, 2 * SECOND - 7000))
    studio.hear(3 * SECOND)
    studio.do(End(at(3 * SECOND - 9000)))
    assert studio.clip(1) == frames(SECOND - 5000, 2 * SECOND - 7000)
    assert studio.clip(2) == frames(2 * SECOND - 7000, 3 * SECOND - 9000)


def test_a_roll_over_that_comes_far_too_late_loses_nothing(studio: Studio) -> None:
    studio.hear(SECOND)
    studio.do(begin(1, SECOND))
    studio.hear(9 * SECOND)
    studio.do(begin(2, 4 * SECOND))
    studio.hear(10 * SECOND)
    studio.do(End(at(10 * SECOND)))
    studio.hear(11 * SECOND)
    assert studio.clip(1) + studio.clip(2) == frames(SECOND, 10 * SECOND)


def test_commands_before_the_first_sample_wait_for_it(studio: Studio) -> None:
    studio.do(begin(1, 300))
    studio.hear(SECOND)
    studio.tape.close()
    assert studio.clip(1) == frames(300, SECOND)


def test_a_pre_roll_begins_a_second_earlier(studio: Studio) -> None:
    studio.hear(3 * SECOND)
    studio.do(begin(1, 3 * SECOND, pre_roll=True))
    assert studio.told(Began) == [Began(1)]
    studio.tape.close()
    assert studio.clip(1) == frames(2 * SECOND, 3 * SECOND)


def test_a_pre_roll_takes_nothing_from_another_clip(studio: Studio) -> None:
    studio.do(begin(1, 0))
    studio.hear(2 * SECOND)
    studio.do(End(at(2 * SECOND)))
    studio.hear(2 * SECOND + 500)
    studio.do(begin(2, 2 * SECOND + 500, pre_roll=True))
    studio.hear(3 * SECOND)
    studio.do(begin(3, 3 * SECOND, pre_roll=True))
    studio.tape.close()
    assert studio.clip(2) == frames(2 * SECOND, 3 * SECOND)
    assert studio.clip(3) == []


def test_a_pause_keeps_nothing_and_is_marked_by_a_second_of_silence(studio: Studio) -> None:
    studio.do(begin(1, 0))
    studio.hear(SECOND)
    studio.do(Hold(at(SECOND - 100)))
    studio.hear(3 * SECOND)
    studio.do(Resume(at(3 * SECOND)))
    studio.hear(4 * SECOND)
    studio.tape.close()
    assert studio.clip(1) == [*frames(0, SECOND - 100), *SILENCE, *frames(3 * SECOND, 4 * SECOND)]
    assert studio.told(Held) == [Held(1, (SECOND - 100) / RATE, False)]
    assert studio.told(Resumed) == [Resumed(1, (2 * SECOND - 100) / RATE)]


def test_off_the_record_nothing_is_kept_not_even_for_a_pre_roll(studio: Studio) -> None:
    studio.do(begin(1, 0))
    studio.hear(SECOND)
    studio.do(Hold(at(SECOND - 1000), off_the_record=True))
    studio.hear(3 * SECOND)
    studio.do(End(at(3 * SECOND)))
    studio.do(begin(2, 3 * SECOND, pre_roll=True))
    studio.hear(4 * SECOND)
    studio.tape.close()
    assert studio.clip(1) == frames(0, SECOND - 1000)
    assert studio.clip(2) == frames(3 * SECOND, 4 * SECOND)


def test_a_pre_roll_soon_after_off_the_record_stops_at_its_end(studio: Studio) -> None:
    studio.hear(SECOND)
    studio.do(Hold(at(SECOND), off_the_record=True))
    studio.hear(2 * SECOND)
    studio.do(Resume(at(2 * SECOND + 100)))
    studio.hear(2 * SECOND + 4000)
    studio.do(begin(1, 2 * SECOND + 4000, pre_roll=True))
    studio.tape.close()
    assert studio.clip(1) == frames(2 * SECOND + 100, 2 * SECOND + 4000)
    assert studio.told(Held) == [Held(0, 0.0, True)]


def test_a_pause_off_the_record_stays_off_the_record(studio: Studio) -> None:
    studio.hear(SECOND)
    studio.do(Hold(at(SECOND), off_the_record=True))
    studio.do(Hold(at(SECOND)))
    studio.hear(2 * SECOND)
    studio.do(begin(1, 2 * SECOND, pre_roll=True))
    studio.tape.close()
    assert studio.clip(1) == []
    assert studio.told(Held)[-1] == Held(0, 0.0, True)


def test_struck_sound_is_gone_and_the_clip_goes_on(studio: Studio) -> None:
    studio.do(begin(1, 0))
    studio.hear(5 * SECOND)
    studio.do(Strike(at(5 * SECOND - 500), 2.0))
    studio.hear(6 * SECOND)
    studio.tape.close()
    assert studio.clip(1) == [*frames(0, 3 * SECOND - 500), *frames(5 * SECOND - 500, 6 * SECOND)]
    assert studio.told(Struck) == [Struck(1, 2.0, 3 - 500 / RATE)]


def test_struck_sound_is_no_pre_roll_either(studio: Studio) -> None:
    studio.do(begin(1, 0))
    studio.hear(SECOND)
    studio.do(Hold(at(SECOND)))
    studio.hear(SECOND + 3000)
    studio.do(Strike(at(SECOND + 3000), 60.0))
    studio.do(begin(2, SECOND + 3000, pre_roll=True))
    studio.hear(2 * SECOND)
    studio.tape.close()
    assert studio.clip(1) == []
    assert studio.clip(2) == frames(SECOND + 3000, 2 * SECOND)
    assert studio.told(Struck) == [Struck(1, 1.0, 0.0)]


def test_without_a_clip_striking_empties_the_memory(studio: Studio) -> None:
    studio.hear(SECOND)
    studio.do(Strike(at(SECOND), 60.0))
    studio.hear(SECOND + 10)
    studio.do(begin(1, SECOND + 10, pre_roll=True))
    studio.tape.close()
    assert studio.clip(1) == frames(SECOND, SECOND + 10)
    assert studio.told(Struck) == [Struck(0, 0.0, 0.0)]


def test_a_command_for_sound_that_never_comes_is_carried_out_after_a_second(studio: Studio) -> None:
    studio.do(begin(1, 0))
    studio.hear(SECOND)
    studio.do(Hold(at(SECOND + 900), off_the_record=True))
    studio.tape.tick(studio.now + 0.9)
    assert studio.told(Held) == []
    studio.tape.tick(studio.now + 1.1)
    assert studio.told(Held) == [Held(1, 1.0, True)]


def test_where_the_clock_is_wrong_off_the_record_begins_with_what_came_after_the_command(
    studio: Studio,
) -> None:
    studio.do(begin(1, 0))
    studio.hear(SECOND)
    studio.do(Hold(at(100 * SECOND), off_the_record=True))
    studio.hear(3 * SECOND)
    studio.tape.close()
    assert studio.clip(1) == frames(0, SECOND)


def test_asking_twice_changes_nothing(studio: Studio) -> None:
    studio.do(begin(1, 0))
    studio.hear(SECOND)
    for command in (Resume(at(SECOND)), Hold(at(SECOND)), Hold(at(SECOND)), End(at(SECOND)), End(at(SECOND))):
        studio.do(command)
    assert studio.clip(1) == frames(0, SECOND)
    assert len(studio.told(Ended)) == 1


def test_the_reserve_is_there_while_it_may_be_needed(studio: Studio) -> None:
    assert (studio.folder / ".reserve").exists()
    studio.tape.close()
    assert not (studio.folder / ".reserve").exists()


def test_a_file_that_would_grow_too_long_ends_in_time(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clip, "LONGEST", 144_000)
    studio.do(begin(1, 0))
    studio.hear(2 * SECOND)
    [ended] = studio.told(Ended)
    assert isinstance(ended, Ended)
    assert ended.because is Because.TOO_LONG
    assert studio.clip(1) == frames(0, ended.frames)


def test_a_clip_that_cannot_begin_is_told_and_the_one_before_it_is_whole(studio: Studio) -> None:
    (studio.folder / "2.part").write_bytes(b"")
    studio.do(begin(1, 0))
    studio.hear(SECOND)
    studio.do(begin(2, SECOND))
    studio.hear(2 * SECOND)
    assert studio.clip(1) == frames(0, SECOND)
    assert studio.told(Ended) == [Ended(1, SECOND), Ended(2, 0, Because.CANNOT_WRITE, "File exists")]


def test_a_broken_disk_ends_the_clip_loudly_and_the_next_one_can_begin(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio.do(begin(1, 0))
    studio.hear(SECOND)
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", broken)
        studio.hear(SECOND + BLOCK)
    studio.do(begin(2, SECOND + BLOCK, pre_roll=True))
    studio.hear(2 * SECOND)
    studio.tape.close()
    assert studio.clip(1) == frames(0, SECOND)
    assert studio.clip(2) == frames(SECOND + BLOCK, 2 * SECOND)
    assert studio.told(Ended)[0] == Ended(1, SECOND, Because.CANNOT_WRITE, "the disk has a fault")


def test_off_the_record_holds_also_where_the_disk_fails(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio.do(begin(1, 0))
    studio.hear(SECOND)
    with monkeypatch.context() as patch:
        patch.setattr(os, "pwrite", broken)
        studio.do(Hold(at(SECOND), off_the_record=True))
    studio.hear(2 * SECOND)
    studio.do(begin(2, 2 * SECOND, pre_roll=True))
    studio.tape.close()
    assert studio.clip(2) == []
    assert [type(event) for event in studio.events] == [Began, Ended, Held, Ended]


def broken(*_arguments: object) -> int:
    raise OSError(errno.EIO, "broken")


@pytest.mark.parametrize("size", ["1M", "3M"])
def test_on_a_full_disk_everything_until_then_is_kept(disk_of: Callable[[str], Path], size: str) -> None:
    studio = Studio(disk_of(size))
    studio.do(begin(1, 0))
    while not studio.told(Ended):
        studio.hear(studio.heard + BLOCK)
    [ended] = studio.told(Ended)
    assert isinstance(ended, Ended)
    assert (ended.because, ended.frames) == (Because.DISK_FULL, studio.heard)
    assert studio.clip(1) == frames(0, studio.heard)
    assert not (studio.folder / ".reserve").exists()


Step = tuple[str, int, float, int]

steps = st.lists(
    st.tuples(
        st.sampled_from(["begin", "pre-roll", "hold", "off", "resume", "strike", "end"]),
        st.integers(0, 2 * SECOND),  # frames since the step before
        st.sampled_from([0.3, 1.0, 60.0]),  # seconds struck
        st.integers(-4000, 4000),  # frames between the moment meant and that of the command's coming
    ),
    max_size=12,
)


@dataclass
class Expected:
    """The same, worked out on lists of frames."""

    clips: dict[int, list[int]] = field(default_factory=dict)
    open: int = 0
    recording: bool = False
    off: bool = False
    floor: int = 0
    done: int = 0

    def until(self, frame: int) -> None:
        if self.open and self.recording:
            self.clips[self.open] += frames(self.done, frame)
            self.floor = frame
        if self.off:
            self.floor = frame
        self.done = frame

    def step(self, kind: str, frame: int, seconds: float) -> None:
        self.until(frame)
        match kind:
            case "begin" | "pre-roll":
                start = max(frame - SECOND, self.floor) if kind == "pre-roll" else frame
                self.open, self.recording, self.off = len(self.clips) + 1, True, False
                self.clips[self.open] = frames(start, frame)
            case "hold" | "off":
                self.recording, self.off = False, self.off or kind == "off"
                self.floor = frame if self.off else self.floor
            case "resume":
                self.clips.get(self.open, []).extend([] if self.recording else SILENCE)
                self.recording, self.off = bool(self.open), False
            case "strike":
                if self.open:
                    del self.clips[self.open][max(0, len(self.clips[self.open]) - round(seconds * RATE)) :]
                self.floor = frame
            case "end":
                self.open, self.recording = 0, False


@settings(max_examples=60, deadline=None)
@given(steps)
def test_whatever_is_asked_each_clip_holds_exactly_the_frames_that_belong_to_it(
    tmp_path_factory: pytest.TempPathFactory, asked: list[Step]
) -> None:
    studio, expected, frame = Studio(tmp_path_factory.mktemp("band")), Expected(), SECOND
    studio.hear(frame)
    for kind, wait, seconds, late in asked:
        frame += max(wait, int(expected.off))  # pressed in the same instant, off the record goes before all
        late = min(0, late) if expected.off else late  # what was not kept cannot be given
        studio.hear(max(studio.heard, frame + late))
        frame = max(frame, studio.heard) if expected.off else frame
        number = len(expected.clips) + 1
        studio.do(command_of(kind, number, frame, seconds))
        expected.step(kind, frame, seconds)
    studio.hear(frame + SECOND)
    expected.until(studio.heard)
    studio.tape.close()
    assert {number: studio.clip(number) for number in expected.clips} == expected.clips


def command_of(kind: str, number: int, frame: int, seconds: float) -> Cut:
    moment = at(frame)
    commands: dict[str, Cut] = {
        "begin": begin(number, frame),
        "pre-roll": begin(number, frame, pre_roll=True),
        "hold": Hold(moment),
        "off": Hold(moment, off_the_record=True),
        "resume": Resume(moment),
        "strike": Strike(moment, seconds),
        "end": End(moment),
    }
    return replace(commands[kind])

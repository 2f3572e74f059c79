"""Commands that come late or overtake each other, and sound that comes late."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capture.recorder.levels import samples
from capture.recorder.protocol import RATE, Begin, End, Ended, Held, Hold, Resume, Resumed, Strike, Struck
from capture.recorder.waiting import Cut
from tests.capture.recorder.studio import SECOND, Studio, at, begin, frames, quick_disk, studio

__all__ = ["quick_disk", "studio"]

OFF = 3 * SECOND


@pytest.fixture
def off(studio: Studio) -> Studio:
    """Clip 1 since the first sample, and off the record since OFF."""
    studio.do(begin(1, 0))
    studio.hear(OFF)
    studio.do(Hold(at(OFF), off_the_record=True))
    return studio


@pytest.fixture
def stalled(studio: Studio) -> Studio:
    """Clip 1 since the first sample; nothing arrives from OFF on, for two seconds until now."""
    studio.do(begin(1, 0))
    studio.hear(OFF)
    studio.stall(5 * SECOND)
    return studio


def test_an_older_key_does_not_switch_the_recording_on_again(off: Studio) -> None:
    off.hear(4 * SECOND)
    off.do(begin(2, OFF - 100, pre_roll=True))
    off.hear(6 * SECOND)
    off.do(Hold(at(OFF), off_the_record=True))
    off.do(Resume(at(6 * SECOND)))
    off.hear(7 * SECOND)
    off.tape.close()
    assert off.clip(1) == frames(0, OFF)
    assert off.clip(2) == [-1] * RATE + frames(6 * SECOND, 7 * SECOND)
    assert off.told(Held) == [Held(1, 3.0, True), Held(2, 0.0, True), Held(2, 0.0, True)]


def test_an_older_key_to_go_on_is_not_heard_off_the_record(off: Studio) -> None:
    off.do(Resume(at(OFF - 1)))
    off.hear(5 * SECOND)
    off.tape.close()
    assert off.clip(1) == frames(0, OFF)
    assert off.told(Resumed) == []
    assert off.told(Held) == [Held(1, 3.0, True)] * 2


def test_striking_that_was_overtaken_takes_what_was_said_before_it(off: Studio) -> None:
    off.do(Strike(at(OFF - SECOND), 1.0))
    off.tape.close()
    assert off.clip(1) == frames(0, SECOND)
    assert off.told(Struck) == [Struck(1, 1.0, 1.0)]


def test_what_was_said_off_the_record_and_comes_after_the_next_key_is_dropped(off: Studio) -> None:
    off.stall(6 * SECOND)
    off.do(Resume(at(6 * SECOND)))
    off.stall(10 * SECOND)
    assert off.told(Resumed) == [Resumed(1, 4.0)]
    off.hear(11 * SECOND)
    off.tape.close()
    assert off.clip(1) == [*frames(0, OFF), *[-1] * RATE, *frames(6 * SECOND, 11 * SECOND)]


def test_a_recorder_that_starts_off_the_record_does_not_trust_a_first_burst(studio: Studio) -> None:
    studio.do(Hold(0.0, off_the_record=True))
    studio.stall(2 * SECOND)
    studio.do(Resume(at(2 * SECOND)))
    studio.do(begin(1, 2 * SECOND))
    studio.stall(6 * SECOND)
    studio.hear(8 * SECOND)
    studio.tape.close()
    assert studio.kept()[0] >= 2 * SECOND
    assert studio.kept()[-1] == 8 * SECOND - 1


def test_what_was_struck_and_comes_afterwards_is_dropped(stalled: Studio) -> None:
    stalled.do(Strike(at(5 * SECOND), 4.0))
    stalled.stall(9 * SECOND)
    assert stalled.told(Struck) == [Struck(1, 4.0, 1.0)]
    stalled.hear(10 * SECOND)
    stalled.tape.close()
    assert stalled.clip(1) == [*frames(0, SECOND), *frames(5 * SECOND, 10 * SECOND)]


def test_a_pause_in_a_stall_loses_nothing_that_was_said_before_it(stalled: Studio) -> None:
    stalled.do(Hold(at(5 * SECOND)))
    stalled.stall(7 * SECOND)
    stalled.hear(8 * SECOND)
    stalled.tape.close()
    assert stalled.clip(1) == frames(0, 5 * SECOND)


def test_commands_for_sound_that_never_comes_are_carried_out(stalled: Studio) -> None:
    stalled.do(Hold(at(5 * SECOND)))
    stalled.do(End(at(5 * SECOND)))
    stalled.stall(9 * SECOND)
    assert stalled.told(Ended) == [Ended(1, OFF)]


def test_off_the_record_holds_where_everything_ends_before_its_sample_came(studio: Studio) -> None:
    studio.do(begin(1, 0))
    studio.hear(SECOND)
    studio.do(Hold(at(SECOND + 9000), off_the_record=True))
    studio.hear(SECOND + 6000)
    studio.tape.close()
    assert studio.clip(1) == frames(0, SECOND)
    assert studio.told(Held) == [Held(1, 1.0, True)]


@dataclass(frozen=True)
class Key:
    """A key that was pressed at a frame of the stream; the recorder hears of it ``delay`` frames later."""

    kind: str
    frame: int
    delay: int
    number: int

    def command(self) -> Cut:
        moment = at(self.frame)
        if self.kind in ("begin", "pre-roll"):
            return Begin(self.number, str(self.number), moment, self.kind == "pre-roll")
        commands: dict[str, Cut] = {
            "hold": Hold(moment),
            "off": Hold(moment, off_the_record=True),
            "resume": Resume(moment),
            "strike": Strike(moment, 1.0),
            "end": End(moment),
        }
        return commands[self.kind]


def keys_of(kinds: list[str], longest_delay: float) -> st.SearchStrategy[list[Key]]:
    pressed = st.tuples(
        st.sampled_from(kinds), st.integers(1, 2 * SECOND), st.integers(0, round(longest_delay * RATE))
    )
    return st.lists(pressed, min_size=3, max_size=8).map(_one_after_the_other)


def _one_after_the_other(pressed: list[tuple[str, int, int]]) -> list[Key]:
    keys: list[Key] = []
    for kind, wait, delay in pressed:
        keys.append(Key(kind, (keys[-1].frame if keys else SECOND) + wait, delay, len(keys) + 1))
    return keys


def in_turn(keys: list[Key]) -> list[tuple[int, Key]]:
    """When each is told: no key before the one pressed before it, but off the record also at once."""
    told, last = [], 0
    for key in keys:
        last = max(last, key.frame + key.delay)
        told.append((last, key))
    return sorted(told + [(key.frame, key) for key in keys if key.kind == "off"], key=lambda pair: pair[0])


Stall = tuple[int, int]
stalls = st.lists(st.tuples(st.integers(0, 12 * SECOND), st.integers(0, 8 * SECOND)), max_size=3)
short_stalls = st.lists(
    st.tuples(st.integers(2 * SECOND, 14 * SECOND), st.integers(0, 2 * SECOND)), max_size=1
)


def play(studio: Studio, keys: list[Key], held_back: list[Stall]) -> None:
    """Let the stream run until two seconds after all of it, with these stalls (begin and length).

    What may not be kept is not kept for a moment either.
    """
    told = in_turn(keys)
    last = max([frame for frame, _key in told] + [begin + length for begin, length in held_back])
    for now in range(2400, last + 2 * SECOND, 2400):
        studio.said = now
        if told and told[0][0] <= now:
            assert keeps_secret(studio, keys)
        while told and told[0][0] <= now:
            studio.do(told.pop(0)[1].command())
        if not any(begin <= now < begin + length for begin, length in held_back):
            studio.hear(now)
        studio.tape.tick(studio.now)
    studio.tape.close()


def on_disk(path: Path) -> list[int]:
    """The frames in a clip, also those that its header does not know of yet; -1 is silence."""
    content = path.read_bytes()
    sound = content[content.index(b"data") + 8 :]
    return [frame - 1 for frame in samples(sound[: len(sound) // 3 * 3], 1).ravel().tolist()]


def keeps_secret(studio: Studio, keys: list[Key]) -> bool:
    """Whether nothing is in a file that was said between an off-the-record key and the next one that records."""
    kept = np.array([frame for path in studio.folder.glob("*.part") for frame in on_disk(path)], np.int64)
    for key in keys:
        if key.kind == "off":
            on = (k.frame for k in keys if k.frame > key.frame and k.kind in ("begin", "pre-roll", "resume"))
            if ((kept >= key.frame) & (kept < next(on, 1 << 40))).any():
                return False
    return True


@settings(max_examples=40, deadline=None)
@given(keys_of(["begin", "pre-roll", "hold", "strike", "end", *3 * ["off", "resume"]], 3.0), stalls)
def test_not_a_sample_off_the_record_is_kept_whatever_comes_late(
    tmp_path_factory: pytest.TempPathFactory, keys: list[Key], held_back: list[Stall]
) -> None:
    studio = Studio(tmp_path_factory.mktemp("band"))
    play(studio, [Key("begin", 1, 0, 0), *keys], held_back)
    assert keeps_secret(studio, keys)


@settings(max_examples=15, deadline=None)
@given(keys_of(["strike"], 3.0), stalls)
def test_not_a_sample_that_was_struck_is_kept_whatever_comes_late(
    tmp_path_factory: pytest.TempPathFactory, keys: list[Key], held_back: list[Stall]
) -> None:
    studio = Studio(tmp_path_factory.mktemp("band"))
    play(studio, [Key("begin", 1, 0, 0), *keys], held_back)
    struck = {frame for key in keys for frame in range(key.frame - SECOND, key.frame)}
    assert not struck & set(studio.kept())


@settings(max_examples=15, deadline=None)
@given(keys_of(["begin"], 3.0), stalls)
def test_not_a_sample_is_lost_or_doubled_by_rolling_over_whatever_comes_late(
    tmp_path_factory: pytest.TempPathFactory, keys: list[Key], held_back: list[Stall]
) -> None:
    studio = Studio(tmp_path_factory.mktemp("band"))
    play(studio, [Key("begin", 1, 0, 0), *keys], held_back)
    kept = studio.kept()
    assert kept == frames(kept[0], studio.heard)
    assert kept[0] <= max(1, *(begin + length for begin, length in [(0, 1), *held_back]))


@settings(max_examples=15, deadline=None)
@given(keys_of(["hold", "resume", "begin"], 1.0), short_stalls)
def test_a_pause_loses_nothing_of_what_was_recorded(
    tmp_path_factory: pytest.TempPathFactory, keys: list[Key], held_back: list[Stall]
) -> None:
    studio = Studio(tmp_path_factory.mktemp("band"))
    play(studio, [Key("begin", 1, 0, 0), *keys], held_back)
    ends = [*keys[1:], Key("end", studio.heard, 0, 0)]
    kept = set(studio.kept())
    for key, end in zip(keys, ends, strict=True):
        if key.kind != "hold":
            assert kept.issuperset(range(key.frame, end.frame))

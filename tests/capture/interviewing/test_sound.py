"""Which clip is being recorded, and what happens to the microphone."""

from collections.abc import Callable

import pytest

from capture.interviewing.sound import Position, Sound
from capture.interviewing.state import Recording
from capture.recorder.protocol import (
    Because,
    Began,
    Begin,
    CannotListen,
    Command,
    Ended,
    Event,
    Held,
    Hold,
    Opened,
    Resume,
    Resumed,
    Strike,
    Trouble,
    TroubleKind,
    Well,
)
from sessions.interview import Clip
from sessions.moment import now
from sessions.programme import Programme
from tests.capture.interviewing.recorders import NotedRecorder, level

CLIP = Clip(1, 1, "audio/A1/01-M2-V2-1.wav", "", 0, 0.0, 48_000, 1, now(), id=7)
NEXT = Clip(2, 1, "audio/A1/02-M2-V3-1.wav", "", 0, 0.0, 48_000, 1, now(), id=8)


@pytest.fixture(autouse=True)
def recorders(monkeypatch: pytest.MonkeyPatch) -> list[NotedRecorder]:
    """Every recorder that was begun."""
    NotedRecorder.made = []
    monkeypatch.setattr("capture.interviewing.sound.Recorder", NotedRecorder)
    return NotedRecorder.made


@pytest.fixture
def sound(programme: Programme) -> Sound:
    """A microphone that is being opened."""
    made = Sound(programme, 1, lambda _event: None)
    made.open("pulse:mic")
    return made


def ready(sound: Sound) -> None:
    sound.take_in(Opened("Speldmic", 48_000, 1))


def starting(sound: Sound) -> None:
    ready(sound)
    sound.begin(CLIP, 10.0, comment="Vakborg A1-01-1 M2-V2")


def running(sound: Sound) -> None:
    starting(sound)
    sound.take_in(Began(CLIP.id))


def paused(sound: Sound) -> None:
    running(sound)
    sound.pause(20.0)


def paused_and_closed(sound: Sound) -> None:
    paused(sound)
    sound.end(30.0)
    sound.state = Recording.PAUSED


def off(sound: Sound) -> None:
    running(sound)
    sound.off_the_record(20.0)


def broken(sound: Sound) -> None:
    sound.take_in(CannotListen("Bezet.", "Kies een andere."))


def notes_only(sound: Sound) -> None:
    sound.let_go()
    sound.state = Recording.NOTES_ONLY


def unopened(sound: Sound) -> None:
    """It is being opened still."""


Reach = Callable[[Sound], None]
STATES: dict[Recording, Reach] = {
    Recording.NOTES_ONLY: notes_only,
    Recording.NO_SOUND_YET: unopened,
    Recording.READY: ready,
    Recording.STARTING: starting,
    Recording.RUNNING: running,
    Recording.PAUSED: paused,
    Recording.OFF_THE_RECORD: off,
    Recording.BROKEN: broken,
}


def state_of(sound: Sound) -> Recording:
    return sound.state


def told() -> list[Command]:
    return NotedRecorder.made[-1].told


# --- recording ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("state", STATES)
def test_each_state_is_reached_and_only_two_of_them_keep_sound(sound: Sound, state: Recording) -> None:
    STATES[state](sound)
    assert sound.state is state
    assert sound.keeps is (state in (Recording.STARTING, Recording.RUNNING))


def test_it_listens_to_the_microphone_that_was_chosen(sound: Sound, programme: Programme) -> None:
    order = NotedRecorder.made[0].order
    assert (order.folder, order.microphone, order.channels) == (str(programme.folder), "pulse:mic", 1)
    assert sound.microphone == ""
    ready(sound)
    assert sound.microphone == "Speldmic"


def test_recording_is_shown_only_after_the_first_sound_is_on_the_disk(sound: Sound) -> None:
    starting(sound)
    assert state_of(sound) is Recording.STARTING
    sound.take_in(Began(NEXT.id))
    assert state_of(sound) is Recording.STARTING
    sound.take_in(Began(CLIP.id))
    assert state_of(sound) is Recording.RUNNING


def test_the_recorder_is_told_what_to_record_and_from_when(sound: Sound) -> None:
    ready(sound)
    sound.begin(CLIP, 10.0, comment="Vakborg", pre_roll=True)
    assert told() == [Begin(7, CLIP.path, 10.0, True, "Vakborg")]


def test_going_on_shows_recording_only_when_it_does(sound: Sound) -> None:
    paused(sound)
    sound.resume(25.0)
    assert state_of(sound) is Recording.STARTING
    sound.take_in(Resumed(CLIP.id, 11.0))
    assert state_of(sound) is Recording.RUNNING
    assert told()[1:] == [Hold(20.0), Resume(25.0)]


def test_a_beginning_that_is_told_late_does_not_undo_a_pause(sound: Sound) -> None:
    starting(sound)
    sound.pause(10.1)
    sound.take_in(Began(CLIP.id))
    assert state_of(sound) is Recording.PAUSED


def test_an_end_that_was_asked_for_is_not_one_by_itself(sound: Sound) -> None:
    running(sound)
    sound.begin(NEXT, 20.0, comment="")
    sound.take_in(Ended(CLIP.id, 480_000))
    assert (sound.clip, sound.state, sound.stopped) == (NEXT, Recording.STARTING, None)


def test_a_clip_that_ends_by_itself_is_no_longer_recorded_and_it_is_told_why(sound: Sound) -> None:
    running(sound)
    ended = Ended(CLIP.id, 480_000, Because.DISK_FULL)
    sound.take_in(ended)
    assert (sound.clip, sound.state, sound.stopped) == (None, Recording.READY, ended)
    sound.begin(NEXT, 30.0, comment="")
    assert sound.stopped is None


def test_ending_without_a_clip_tells_the_recorder_nothing(sound: Sound) -> None:
    ready(sound)
    sound.end(5.0)
    assert (told(), sound.state) == ([], Recording.READY)


def test_striking_is_told_with_its_moment(sound: Sound) -> None:
    running(sound)
    sound.strike(20.0, 60.0)
    assert told()[-1] == Strike(20.0, 60.0)


# --- off the record ----------------------------------------------------------------------------------
@pytest.mark.parametrize("state", [s for s in STATES if s is not Recording.OFF_THE_RECORD])
def test_off_the_record_is_reached_from_everywhere_and_keeps_nothing(sound: Sound, state: Recording) -> None:
    STATES[state](sound)
    sound.off_the_record(40.0)
    assert state_of(sound) is Recording.OFF_THE_RECORD
    assert not sound.keeps
    if state not in (Recording.NOTES_ONLY,):
        assert told()[-1] == Hold(40.0, off_the_record=True)


@pytest.mark.parametrize(
    ("reach", "back", "new_clip"),
    [
        (notes_only, Recording.NOTES_ONLY, False),
        (unopened, Recording.NO_SOUND_YET, False),
        (ready, Recording.READY, False),
        (starting, Recording.STARTING, False),
        (running, Recording.STARTING, False),
        (paused, Recording.PAUSED, False),
        (paused_and_closed, Recording.READY, False),
        (broken, Recording.BROKEN, False),
    ],
)
def test_back_on_the_record_it_is_as_it_was_before(
    sound: Sound, reach: Reach, back: Recording, new_clip: bool
) -> None:
    reach(sound)
    sound.off_the_record(40.0)
    assert sound.on_the_record(50.0) is new_clip
    assert sound.state is back


def test_what_was_recorded_goes_on_in_the_same_clip(sound: Sound) -> None:
    off(sound)
    assert sound.on_the_record(30.0) is False
    assert told()[1:] == [Hold(20.0, off_the_record=True), Resume(30.0)]
    sound.take_in(Resumed(CLIP.id, 11.0))
    assert state_of(sound) is Recording.RUNNING


def test_a_pause_stays_a_pause(sound: Sound) -> None:
    paused(sound)
    sound.off_the_record(30.0)
    sound.on_the_record(40.0)
    assert isinstance(told()[-1], Hold)
    assert not sound.keeps


def test_a_clip_that_was_closed_meanwhile_is_followed_by_a_new_one(sound: Sound) -> None:
    off(sound)
    sound.end(25.0)
    assert state_of(sound) is Recording.OFF_THE_RECORD
    assert sound.on_the_record(30.0) is True
    assert told()[-1] == Resume(30.0)


@pytest.mark.parametrize(
    "event",
    [
        Opened("Speldmic", 48_000, 1),
        Began(CLIP.id),
        Resumed(CLIP.id, 3.0),
        Held(CLIP.id, 3.0, off_the_record=True),
        Ended(CLIP.id, 480_000, Because.DISK_FULL),
        Trouble(TroubleKind.SILENT),
        Well(TroubleKind.SILENT),
    ],
)
def test_nothing_that_the_recorder_tells_ends_off_the_record(sound: Sound, event: Event) -> None:
    off(sound)
    sound.take_in(event)
    assert state_of(sound) is Recording.OFF_THE_RECORD


def test_another_microphone_does_not_end_off_the_record(sound: Sound) -> None:
    off(sound)
    sound.end(25.0)
    sound.let_go()
    sound.open("pulse:other")
    assert state_of(sound) is Recording.OFF_THE_RECORD
    assert told() == [Hold(0.0, off_the_record=True)]
    ready(sound)
    assert state_of(sound) is Recording.OFF_THE_RECORD
    assert sound.on_the_record(30.0) is True


# --- a microphone that fails -------------------------------------------------------------------------
def test_a_microphone_that_cannot_be_opened_says_why(sound: Sound) -> None:
    broken(sound)
    assert (sound.cannot, state_of(sound)) == (CannotListen("Bezet.", "Kies een andere."), Recording.BROKEN)
    sound.open("pulse:other")
    assert (sound.cannot, state_of(sound)) == (None, Recording.NO_SOUND_YET)


@pytest.mark.parametrize(
    ("reach", "clip", "broke_off"),
    [(running, CLIP, True), (starting, CLIP, True), (paused, CLIP, False), (ready, None, False)],
)
def test_what_broke_off_is_told_and_the_recorder_is_ended(
    sound: Sound, reach: Reach, clip: Clip | None, broke_off: bool
) -> None:
    reach(sound)
    assert sound.broke_off() == clip
    assert (sound.state, sound.clip, sound.broken_off) == (Recording.BROKEN, None, broke_off)
    assert NotedRecorder.made[0].ended


def test_breaking_off_twice_does_no_harm_and_is_not_forgotten(sound: Sound) -> None:
    running(sound)
    sound.broke_off()
    assert sound.broke_off() is None
    assert sound.broken_off
    assert state_of(sound) is Recording.BROKEN


def test_with_another_microphone_nothing_of_the_last_one_is_left(sound: Sound) -> None:
    running(sound)
    sound.take_in(Trouble(TroubleKind.DIED, "exit code 1"))
    sound.broke_off()
    sound.open("pulse:other")
    assert (sound.trouble, sound.broken_off, sound.microphone) == ({}, False, "")
    assert state_of(sound) is Recording.NO_SOUND_YET


def test_a_second_microphone_in_a_hurry_ends_the_first(sound: Sound) -> None:
    sound.open("pulse:other")
    assert [r.ended for r in NotedRecorder.made] == [True, False]


def test_troubles_come_and_go_each_by_itself(sound: Sound) -> None:
    running(sound)
    sound.take_in(Trouble(TroubleKind.SILENT))
    sound.take_in(Trouble(TroubleKind.BEHIND, "2 s"))
    sound.take_in(Well(TroubleKind.SILENT))
    assert list(sound.trouble) == [TroubleKind.BEHIND]
    assert state_of(sound) is Recording.RUNNING


def test_whoever_takes_the_recorder_leaves_none(sound: Sound) -> None:
    assert isinstance(sound.let_go(), NotedRecorder)
    assert sound.let_go() is None
    sound.begin(CLIP, 1.0, comment="")
    assert told() == []


# --- moments -----------------------------------------------------------------------------------------
def test_without_a_clip_there_is_no_position(sound: Sound) -> None:
    ready(sound)
    assert sound.position(10.0) is None


def test_a_clip_of_which_nothing_was_told_yet_is_at_its_beginning(sound: Sound) -> None:
    running(sound)
    assert sound.position(10.5) == Position(CLIP.id, 0.0)
    sound.take_in(level(CLIP.id, 20.0, 10.0))
    sound.begin(NEXT, 20.1, comment="")
    assert sound.position(20.2) == Position(NEXT.id, 0.0)


@pytest.mark.parametrize(("at", "seconds"), [(20.0, 10.0), (20.25, 10.25), (19.5, 9.5), (1.0, 0.0)])
def test_a_position_goes_on_from_the_last_level(sound: Sound, at: float, seconds: float) -> None:
    running(sound)
    sound.take_in(level(CLIP.id, 20.0, 10.0))
    assert sound.position(at) == Position(CLIP.id, seconds)


def test_a_pause_stands_still_at_what_was_kept(sound: Sound) -> None:
    running(sound)
    sound.take_in(level(CLIP.id, 20.0, 10.0))
    sound.pause(20.3)
    sound.take_in(Held(CLIP.id, 10.3, off_the_record=False))
    assert sound.position(99.0) == Position(CLIP.id, 10.3)


def test_what_another_clip_held_says_nothing_of_this_one(sound: Sound) -> None:
    running(sound)
    sound.take_in(level(CLIP.id, 20.0, 10.0))
    sound.take_in(Held(NEXT.id, 3.0, off_the_record=False))
    assert sound.position(20.0) == Position(CLIP.id, 10.0)

"""The takes of a conversation, with a recorder that only notes what it is told."""

from collections.abc import Callable, Iterator
from queue import SimpleQueue

import pytest

from capture.interviewing.conversation import Conversation
from capture.interviewing.recording import Takes
from capture.interviewing.sound import Sound
from capture.interviewing.state import Recording
from capture.recorder.protocol import (
    Because,
    Began,
    Begin,
    CannotListen,
    End,
    Ended,
    Event,
    Held,
    Hold,
    Opened,
    Resume,
    Strike,
    Struck,
    Trouble,
    TroubleKind,
)
from sessions.interview import Clip, Marker, MarkerKind, Session
from sessions.programme import Programme
from sessions.store import Store
from sessions.transcript import Transcript
from tests.builders import Said, add_transcript
from tests.capture.interviewing.recorders import NotedRecorder
from tests.capture.interviewing.takes import SAID, SECRET, seconds_of, sound_in, write_part

Act = Callable[[float], None]


class Desk:
    """The takes of one conversation, and what another thread brings to them."""

    def __init__(self, programme: Programme, store: Store, session: Session) -> None:
        self.programme, self.store = programme, store
        self.talk = Conversation(store, session)
        self.sound = Sound(programme, 1, lambda _event: None)
        self.inbox: SimpleQueue[Act] = SimpleQueue()
        self.said: list[str] = []
        self.forgotten: list[bool] = []
        self.takes = Takes(
            programme,
            self.talk,
            self.sound,
            self.inbox.put,
            self.said.append,
            lambda: self.forgotten.append(True),
            lambda error: self.said.append(error.message),
        )
        self.sound.open("pulse:mic")
        self.hear(Opened("Speldmic", 48_000, 1))

    def hear(self, event: Event) -> None:
        """What the recorder tells, in the order in which the conversation takes it in."""
        self.takes.take_in(event)
        self.sound.take_in(event)
        self.talk.refresh()

    def record(self, at: float) -> Clip:
        self.takes.record(at)
        return self.begins()

    def begins(self) -> Clip:
        clip = self.sound.clip
        assert clip is not None
        self.hear(Began(clip.id))
        return clip

    def go(self, question_id: str, at: float) -> None:
        self.takes.go(self.talk.guide.question(question_id), at)
        self.talk.refresh()

    def ends(self, clip: Clip, sound: bytes, because: Because = Because.ASKED) -> Clip:
        """The recorder closes ``clip``, and it is kept."""
        write_part(self.programme, clip, sound)
        self.hear(Ended(clip.id, len(sound) // 3, because))
        self.settle()
        return self.store.get(Clip, clip.id)

    def settle(self) -> None:
        """Take in what the helper thread found, until every recording is kept."""
        while self.takes.busy:
            self.inbox.get(timeout=30)(0.0)
        self.talk.refresh()

    def state(self) -> Recording:
        return self.sound.state

    def told(self) -> list[object]:
        return list(NotedRecorder.made[-1].told)

    def marks(self) -> list[tuple[MarkerKind, int | None, float]]:
        return [(m.kind, m.clip_id, m.at) for m in self.store.all(Marker)]


@pytest.fixture
def desk(
    programme: Programme, store: Store, session: Session, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    NotedRecorder.made = []
    monkeypatch.setattr("capture.interviewing.sound.Recorder", NotedRecorder)
    made = Desk(programme, store, session)
    yield made
    made.takes.close()


# --- recording ---------------------------------------------------------------------------------------
def test_a_take_is_in_the_database_before_the_recorder_is_told(desk: Desk) -> None:
    desk.takes.record(1.0)
    (clip,) = desk.store.all(Clip)
    (begin,) = desk.told()
    assert isinstance(begin, Begin)
    assert (begin.clip_id, begin.path, begin.at, clip.open) == (clip.id, clip.path, 1.0, True)


def test_to_another_question_the_recording_rolls_over_at_one_moment(desk: Desk) -> None:
    first = desk.record(1.0)
    desk.go("M3-V1", 5.0)
    second = desk.begins()
    assert [type(c) for c in desk.told()] == [Begin, Begin]
    assert desk.ends(first, seconds_of(SAID, 1)).seconds == 1.0
    assert (second.answer_id != first.answer_id, desk.sound.state) == (True, Recording.RUNNING)


def test_a_wrong_next_is_taken_back_with_what_was_said_since(desk: Desk) -> None:
    first = desk.record(1.0)
    desk.go("M3-V1", 5.0)
    second = desk.begins()
    desk.talk.undoing.back(7.0)
    assert desk.store.get(Clip, second.id).answer_id == first.answer_id
    assert desk.talk.question.id == "M1-V1"


def test_what_was_recorded_at_a_question_is_not_gone_on_with_at_another(desk: Desk) -> None:
    desk.go("M3-V1", 1.0)
    there = desk.record(2.0)
    desk.talk.undoing.back(3.0)
    assert desk.state() is Recording.PAUSED
    desk.talk.undoing.back(4.0)
    assert desk.talk.question.id == "M1-V1"
    assert desk.told()[-1] == End(4.0)
    here = desk.record(5.0)
    assert here.answer_id != there.answer_id


def test_a_take_that_ended_by_itself_is_kept(desk: Desk) -> None:
    clip = desk.record(1.0)
    kept = desk.ends(clip, seconds_of(SAID, 2), Because.DISK_FULL)
    assert (kept.seconds, desk.sound.state) == (2.0, Recording.READY)


# --- off the record ----------------------------------------------------------------------------------
def test_off_the_record_while_nothing_is_recorded_is_marked_once(desk: Desk) -> None:
    desk.takes.off_the_record(1.0)
    desk.hear(Held(0, 0.0, off_the_record=True))
    assert desk.marks() == [(MarkerKind.OFF_THE_RECORD, None, 0.0)]


def test_off_the_record_is_marked_where_the_gap_is(desk: Desk) -> None:
    clip = desk.record(1.0)
    desk.takes.off_the_record(4.0)
    desk.hear(Held(clip.id, 3.0, off_the_record=True))
    assert desk.marks() == [(MarkerKind.OFF_THE_RECORD, clip.id, 3.0)]
    assert desk.told()[-1] == Hold(4.0, off_the_record=True)


def test_nothing_that_came_before_switches_the_recording_on_again(desk: Desk) -> None:
    desk.record(1.0)
    desk.takes.record(2.0)
    desk.takes.off_the_record(3.0)
    assert desk.talk.undoing.back(4.0) == ""
    desk.takes.record(5.0)
    assert desk.state() is Recording.OFF_THE_RECORD
    assert not any(isinstance(c, Resume) for c in desk.told())


def test_another_question_off_the_record_stays_off_the_record(desk: Desk) -> None:
    clip = desk.record(1.0)
    desk.takes.off_the_record(2.0)
    desk.go("M3-V1", 3.0)
    desk.ends(clip, seconds_of(SAID, 1))
    assert desk.state() is Recording.OFF_THE_RECORD
    desk.takes.off_the_record(4.0)
    after = desk.begins()
    assert after.answer_id != clip.answer_id
    assert desk.state() is Recording.RUNNING


# --- striking ----------------------------------------------------------------------------------------
def test_a_strike_goes_on_in_the_take_before(desk: Desk) -> None:
    first = desk.record(1.0)
    desk.go("M3-V1", 4.0)
    desk.ends(first, seconds_of(SAID, 2) + seconds_of(SECRET, 1))
    second = desk.begins()
    desk.takes.strike(6.0, 3.0)
    assert desk.told()[-1] == Strike(6.0, 3.0)
    desk.hear(Struck(second.id, 2.0, 0.0))
    path = desk.programme.file(first.path)
    assert SECRET not in path.read_bytes()
    assert sound_in(path) == seconds_of(SAID, 2)
    assert desk.said == ["Struck: 3 s are gone from the sound and from the text."]


def test_a_take_that_is_being_closed_is_struck_as_soon_as_it_is(desk: Desk) -> None:
    clip = desk.record(1.0)
    desk.takes.end(4.0)
    desk.takes.strike(4.0, 1.0)
    assert desk.said == []
    kept = desk.ends(clip, seconds_of(SAID, 2) + seconds_of(SECRET, 1))
    assert kept.seconds == 2.0
    assert SECRET not in desk.programme.file(clip.path).read_bytes()
    assert len(desk.said) == 1


def test_what_was_said_after_a_strike_that_had_to_wait_stays(desk: Desk) -> None:
    first = desk.record(1.0)
    desk.takes.end(4.0)
    desk.takes.strike(4.0, 1.0)
    second = desk.record(5.0)
    desk.takes.end(7.0)
    for clip, sound in ((second, seconds_of(SAID, 2)), (first, seconds_of(SAID, 2) + seconds_of(SECRET, 1))):
        write_part(desk.programme, clip, sound)
        desk.hear(Ended(clip.id, len(sound) // 3))
    desk.settle()
    assert desk.store.get(Clip, second.id).seconds == 2.0
    assert desk.store.get(Clip, first.id).seconds == 2.0
    assert SECRET not in desk.programme.file(first.path).read_bytes()


def test_what_an_old_recorder_never_closed_is_closed_without_it(desk: Desk) -> None:
    clip = desk.record(1.0)
    write_part(desk.programme, clip, seconds_of(SAID, 2))
    desk.takes.end(3.0)
    assert desk.takes.busy
    desk.takes.finish_left()
    desk.settle()
    assert desk.store.get(Clip, clip.id).seconds == 2.0


def test_two_strikes_in_a_row_take_the_same_moments_once(desk: Desk) -> None:
    first = desk.record(1.0)
    desk.go("M3-V1", 9.0)
    second = desk.begins()
    kept = desk.ends(first, seconds_of(SAID, 2) + seconds_of(SECRET, 4))
    desk.takes.strike(11.0, 6.0)
    desk.takes.strike(11.0, 6.0)
    desk.hear(Struck(second.id, 2.0, 0.0))
    desk.hear(Struck(second.id, 0.0, 0.0))
    assert desk.store.get(Clip, kept.id).seconds == 2.0
    assert SECRET not in desk.programme.file(first.path).read_bytes()


def test_what_was_said_longer_than_a_minute_ago_stays(desk: Desk) -> None:
    first = desk.record(1.0)
    desk.takes.end(61.0)
    kept = desk.ends(first, seconds_of(SAID, 3))
    desk.takes.strike(200.0, 60.0)
    assert desk.store.get(Clip, kept.id).seconds == 3.0
    assert desk.said == ["Nothing was recorded in the last minute."]


@pytest.mark.parametrize("answered", [True, False], ids=["ended before", "ended of it"])
def test_a_strike_that_finds_no_clip_at_hand_is_done_in_the_last_one(desk: Desk, answered: bool) -> None:
    clip = desk.record(1.0)
    desk.takes.strike(4.0, 1.0)
    desk.ends(clip, seconds_of(SAID, 2) + seconds_of(SECRET, 1), Because.DISK_FULL)
    if answered:
        desk.hear(Struck(0, 0.0, 0.0))
    assert desk.store.get(Clip, clip.id).seconds == 2.0
    assert SECRET not in desk.programme.file(clip.path).read_bytes()


def test_a_strike_is_done_even_where_the_recorder_dies_of_it(desk: Desk) -> None:
    clip = desk.record(1.0)
    write_part(desk.programme, clip, seconds_of(SAID, 2) + seconds_of(SECRET, 1))
    desk.takes.strike(4.0, 1.0)
    desk.hear(Trouble(TroubleKind.DIED))
    desk.settle()
    assert desk.store.get(Clip, clip.id).seconds == 2.0
    assert SECRET not in desk.programme.file(clip.path).read_bytes()


def test_a_take_that_was_not_kept_whole_is_struck_too(desk: Desk) -> None:
    clip = desk.record(1.0)
    part = write_part(desk.programme, clip, seconds_of(SAID, 2) + seconds_of(SECRET, 1))
    desk.takes.end(4.0)
    desk.hear(Ended(clip.id, 999_999))
    with pytest.raises(Exception, match="does not hold all that was heard"):
        desk.settle()
    assert part.exists()
    desk.takes.strike(5.0, 2.0)
    assert desk.store.get(Clip, clip.id).seconds == 2.0
    assert SECRET not in desk.programme.file(clip.path).read_bytes()


def test_the_text_of_what_is_struck_goes(desk: Desk) -> None:
    clip = desk.record(1.0)
    desk.takes.end(4.0)
    kept = desk.ends(clip, seconds_of(SECRET, 3))
    desk.store.execute("delete from job")
    add_transcript(desk.store, kept, [Said("In vertrouwen gezegd.")])
    desk.takes.strike(5.0, 60.0)
    assert (desk.store.all(Transcript), desk.store.all(Clip)) == ([], [])


# --- a recorder that fails ---------------------------------------------------------------------------
def test_all_that_a_dead_recorder_left_is_kept_and_the_gap_is_marked(desk: Desk) -> None:
    first = desk.record(1.0)
    write_part(desk.programme, first, seconds_of(SAID, 2))
    desk.go("M3-V1", 3.0)
    second = desk.begins()
    write_part(desk.programme, second, seconds_of(SAID, 1))
    desk.hear(Trouble(TroubleKind.DIED))
    desk.settle()
    assert [(c.seconds, c.open) for c in desk.store.all(Clip)] == [(2.0, False), (1.0, False)]
    assert desk.marks() == [(MarkerKind.GAP, second.id, 1.0)]
    assert not desk.takes.busy
    assert desk.sound.broken_off


def test_what_was_asked_of_a_microphone_that_cannot_be_opened_leaves_nothing_behind(desk: Desk) -> None:
    desk.sound.open("pulse:other")
    desk.takes.record(1.0)
    desk.hear(CannotListen("Bezet.", "Kies een andere."))
    desk.settle()
    assert desk.store.all(Clip) == []
    assert (desk.sound.clip, desk.sound.state) == (None, Recording.BROKEN)
    assert desk.sound.broken_off  # with another microphone it begins at once


def test_a_recorder_that_dies_off_the_record_does_not_end_it(desk: Desk) -> None:
    clip = desk.record(1.0)
    write_part(desk.programme, clip, seconds_of(SAID, 1))
    desk.takes.off_the_record(2.0)
    desk.hear(Trouble(TroubleKind.DIED))
    desk.settle()
    assert desk.state() is Recording.OFF_THE_RECORD
    desk.sound.open("pulse:other")
    assert desk.told() == [Hold(0.0, off_the_record=True)]
    desk.hear(Opened("Andere", 48_000, 1))
    desk.takes.off_the_record(9.0)
    assert desk.begins().id != clip.id

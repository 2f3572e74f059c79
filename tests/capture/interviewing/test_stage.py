"""The conversation as a whole, with a recorder that only notes what it is told."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from types import SimpleNamespace

import pytest

from capture.interviewing import stage as stages
from capture.interviewing.stage import Stage
from capture.interviewing.state import News, Notice, Recording, Snapshot
from capture.recorder.microphones import Microphone
from capture.recorder.protocol import Began, Begin, Opened, Trouble, TroubleKind
from capture.settings import read_settings
from sessions.errors import DiskFull, ProgrammeLocked
from sessions.interview import Attachment, Case, Clip, HandledFollowUp, Marker, MarkerKind, Session
from sessions.people import Expert, Permission
from sessions.programme import Programme
from sessions.store import Store
from sessions.store.people import keep_consent
from tests.builders import Said, add_session, add_transcript
from tests.capture.interviewing.recorders import NotedRecorder
from tests.capture.interviewing.takes import SAID, kept, seconds_of
from tests.images import jpeg

EVERYTHING = dict.fromkeys(Permission, True)
JABRA = Microphone("pulse:jabra", "Jabra", 2, is_default=True)


class NoScribe:
    """Nothing is transcribed."""

    def __init__(self, *_arguments: object) -> None:
        pass

    def start(self) -> None:
        pass

    def close(self) -> None:
        pass


class Play:
    """A stage, and what is brought to it and told by it."""

    def __init__(self, programme: Programme, store: Store, session: Session) -> None:
        self.programme, self.store, self.session = programme, store, session
        self.inbox: SimpleQueue[Callable[[float], None]] = SimpleQueue()
        self.news: list[News] = []
        self.stage = Stage(programme, store, session.code, self.inbox.put, self.news.append)

    def open(self) -> None:
        self.stage.open("")
        if self.stage.sound.state is not Recording.NOTES_ONLY:
            self.stage._take_in(Opened("default", 48_000, 1))
        self.until(lambda now: now.recording in (Recording.NOTES_ONLY, Recording.READY))

    def until(self, seen: Callable[[Snapshot], object]) -> Snapshot:
        """Take in what other threads bring, until the picture is as ``seen`` wants it."""
        end = time.monotonic() + 30
        while not seen(now := self.stage.picture()):
            assert time.monotonic() < end, now
            try:
                self.inbox.get(timeout=0.05)(time.monotonic())
            except Empty:
                self.stage.tick(time.monotonic())
        return now

    def record(self) -> Clip:
        self.stage.takes.record(time.monotonic())
        clip = self.stage.sound.clip
        assert clip
        self.stage._take_in(Began(clip.id))
        return clip

    @property
    def said(self) -> list[str]:
        return [n.text for n in self.news if isinstance(n, Notice)]


@pytest.fixture
def session(store: Store) -> Session:
    """Of an expert who permits everything."""
    session = add_session(store, "Jan", "Noord")
    keep_consent(store, store.get(Expert, session.expert_id), EVERYTHING, "Anneke")
    return session


@pytest.fixture
def play(
    programme: Programme, store: Store, session: Session, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Play]:
    NotedRecorder.made = []
    monkeypatch.setattr("capture.interviewing.sound.Recorder", NotedRecorder)
    monkeypatch.setattr(stages, "Scribe", NoScribe)
    monkeypatch.setattr(stages, "microphones", lambda: [JABRA])
    made = Play(programme, store, session)
    yield made
    made.stage.close()


def refuse(play: Play, permission: Permission) -> None:
    """The expert takes a permission back, in another window."""
    expert = play.store.get(Expert, play.session.expert_id)
    keep_consent(play.store, expert, {permission: False}, "Anneke")


def test_the_microphone_is_called_as_people_call_it(play: Play) -> None:
    play.open()
    now = play.until(lambda now: now.microphone == "Jabra")
    assert now.microphone_key == "pulse:jabra"


def test_another_microphone_is_remembered_and_so_is_that_it_is_two(play: Play) -> None:
    play.open()
    play.stage.use_microphone("pulse:two", True, 1.0)
    play.until(lambda _now: len(NotedRecorder.made) == 2)
    assert (read_settings().microphone, read_settings().two_microphones) == ("pulse:two", True)
    order = NotedRecorder.made[-1].order
    assert (order.microphone, order.channels) == ("pulse:two", 2)


def test_a_recording_goes_on_with_the_other_microphone(play: Play) -> None:
    play.open()
    play.record()
    play.stage._take_in(Trouble(TroubleKind.SILENT))
    assert play.stage.picture().alarm
    play.stage.use_microphone("pulse:two", None, time.monotonic())
    play.until(lambda now: now.recording is Recording.STARTING)
    assert isinstance(NotedRecorder.made[-1].told[-1], Begin)


def test_of_two_microphones_in_a_hurry_the_last_one_is_opened(play: Play) -> None:
    play.open()
    for key in ("een", "twee", "drie"):
        play.stage.use_microphone(key, None, 1.0)
    play.until(lambda _now: NotedRecorder.made[-1].order.microphone == "drie")
    assert [r.order.microphone for r in NotedRecorder.made] == ["", "drie"]


# --- permission --------------------------------------------------------------------------------------
def test_who_does_not_want_to_be_recorded_is_not_whatever_key_is_pressed(play: Play) -> None:
    refuse(play, Permission.RECORDING)
    play.open()
    play.stage.use_microphone("pulse:mic", None, 1.0)
    play.stage.takes.record(2.0)
    play.stage.takes.off_the_record(3.0)
    play.stage.takes.off_the_record(4.0)
    assert NotedRecorder.made == []
    assert play.stage.picture().recording is Recording.NOTES_ONLY
    assert play.store.all(Clip) == []


def test_a_permission_that_is_taken_back_meanwhile_ends_the_recording(play: Play) -> None:
    play.open()
    first = play.record()
    refuse(play, Permission.RECORDING)
    play.stage.step(1, time.monotonic())
    assert play.stage.picture().recording is Recording.NOTES_ONLY
    assert [c.id for c in play.store.all(Clip)] == [first.id]


# --- striking ----------------------------------------------------------------------------------------
def test_struck_words_are_neither_shown_nor_quoted_any_more(play: Play) -> None:
    clip = kept(play.programme, play.store, play.session, seconds_of(SAID, 2))
    play.store.execute("delete from job")
    add_transcript(play.store, clip, [Said("Dat hangt ervan af, zei klant Krokodil.", 0.5)])
    play.open()
    play.stage.go("M2-V2", 1.0)
    assert play.until(lambda now: now.said and now.suggestion).said
    play.stage.takes.strike(2.0, 60.0)
    now = play.stage.picture()
    assert (now.said, now.suggestion) == ((), None)
    play.stage.follow_up(True, 3.0)
    assert play.store.all(HandledFollowUp) == []
    play.until(lambda _now: not play.stage.takes._strikes._due.exists())
    assert b"Krokodil" not in play.programme.database.read_bytes()


def test_what_was_read_before_a_strike_and_comes_after_it_is_thrown_away(play: Play) -> None:
    clip = kept(play.programme, play.store, play.session, seconds_of(SAID, 2))
    play.store.execute("delete from job")
    add_transcript(play.store, clip, [Said("In vertrouwen.", 0.5)])
    play.open()
    play.stage.go("M2-V2", 1.0)
    play.until(lambda now: now.said)
    play.stage._reading.read()  # its result waits in the inbox
    play.stage.takes.strike(2.0, 60.0)
    while not play.inbox.empty():
        play.inbox.get()(3.0)
    assert play.stage.picture().said == ()


def test_where_struck_words_cannot_be_erased_yet_the_conversation_goes_on(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[int] = []

    def fails(_store: Store) -> None:
        tries.append(len(tries))
        raise DiskFull("vol", "maak ruimte") if len(tries) == 1 else ProgrammeLocked("bezet")

    monkeypatch.setattr("capture.interviewing.striking.erase_for_real", fails)
    monkeypatch.setattr("capture.interviewing.striking.AGAIN", 0.0)
    kept(play.programme, play.store, play.session, seconds_of(SAID, 2))
    play.open()
    play.stage.takes.strike(1.0, 60.0)
    alarm = play.until(lambda now: now.alarm).alarm
    assert alarm
    assert "vol" in alarm.message
    play.until(lambda _now: len(tries) > 2)
    monkeypatch.undo()
    play.stage.takes.tick(9e9)
    play.until(lambda _now: not play.stage.takes._strikes._due.exists())


def test_what_a_crash_left_to_be_erased_is_erased_at_the_next_start(play: Play) -> None:
    due = play.programme.folder / ".erase-due"
    due.touch()
    play.open()
    play.until(lambda _now: not due.exists())


# --- off the record ----------------------------------------------------------------------------------
def test_a_photo_that_comes_off_the_record_is_left_alone_for_good(play: Play, tmp_path: Path) -> None:
    play.open()
    folder = tmp_path / "foto's"
    folder.mkdir()
    play.stage.gathering.watch(folder)
    play.stage.takes.off_the_record(1.0)
    put(folder / "geheim.jpg")
    play.stage.tick(2.0)
    play.stage.takes.off_the_record(3.0)
    put(folder / "open.jpg")
    for moment in (4.0, 5.0, 6.0):
        play.stage.tick(moment)
    play.until(lambda now: any(s.attachments for s in now.standings))
    assert [a.original_name for a in play.store.all(Attachment)] == ["open.jpg"]
    assert any("left where it is" in line for line in play.said)


def put(path: Path) -> None:
    """A photo that was synced a while ago."""
    path.write_bytes(path.name.encode())
    os.utime(path, (time.time() - 60, time.time() - 60))


def test_off_the_record_nothing_is_marked(play: Play) -> None:
    play.open()
    play.stage.takes.off_the_record(1.0)
    play.stage.mark(2.0, lambda place: play.stage.talk.probe(1, place))
    play.stage.mark(3.0, play.stage.talk.golden_quote)
    assert {m.kind for m in play.store.all(Marker)} == {MarkerKind.OFF_THE_RECORD}
    assert "Off the record nothing is marked." in play.said


# --- questions ---------------------------------------------------------------------------------------
def test_the_emptiest_question_comes_and_it_is_said_why(play: Play) -> None:
    play.open()
    play.stage.go_where_most_is_missing(1.0)
    now = play.stage.picture()
    assert now.standing.question.id in play.said[-1]
    assert "missing most" in play.said[-1]


def test_a_second_take_is_taken_back_without_harm_to_what_came_before(play: Play) -> None:
    play.open()
    play.stage.mark(1.0, lambda place: play.stage.talk.probe(1, place))
    play.record()
    play.stage.takes.second_take(2.0)
    assert "new take" in play.stage.picture().undo
    play.stage.undo(3.0)
    assert play.stage.picture().standing.asked == {1}
    assert play.stage.picture().take == 2


def test_the_photos_of_a_case_lie_in_the_programme(play: Play, tmp_path: Path) -> None:
    play.open()
    photo = tmp_path / "stempel met spatie.jpg"
    photo.write_bytes(jpeg())
    case = Case(0, "Stempel", photos=(str(photo), str(tmp_path / "weg.jpg")))
    play.stage.gathering.keep_case(case)
    now = play.until(lambda now: now.case)
    assert now.case
    (place,) = now.case.photos
    assert play.programme.file(place).read_bytes() == jpeg()
    assert now.alarm  # the other one is not there


def test_the_disk_is_watched(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    nine_minutes = SimpleNamespace(free=9 * 60 * 144_000 + 1)
    monkeypatch.setattr("capture.interviewing.room.shutil.disk_usage", lambda _folder: nine_minutes)
    play.open()
    play.stage.tick(1.0)
    warnings = [n for n in play.news if isinstance(n, Notice) and n.warning]
    assert "9 more minutes" in warnings[0].text
    assert play.stage.picture().room == 9 * 60

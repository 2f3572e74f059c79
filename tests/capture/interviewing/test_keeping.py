"""What becomes of a file that was being recorded."""

import hashlib
import os
import pkgutil
from pathlib import Path
from typing import Any

import pytest

from capture.interviewing.keeping import PART, Recovered, finish, keep, orphans, recover, strike_end
from capture.recorder.protocol import RATE
from sessions.checking import check
from sessions.errors import RecordingError
from sessions.interview import Answer, Clip, HandledFollowUp, Marker, MarkerKind, Session
from sessions.jobs import Job, JobState
from sessions.moment import now
from sessions.programme import Programme
from sessions.store import Store, queue
from sessions.store.conversations import forget_text
from sessions.store.erasing import erase_for_real
from sessions.transcript import Segment, Transcript
from tests.builders import Said, add_transcript
from tests.capture.interviewing.takes import (
    SAID,
    SECRET,
    begun,
    kept,
    seconds_of,
    sound_in,
    write_part,
)

NAME = "Geheimenklant"


def database_bytes(programme: Programme) -> bytes:
    """All that the files of the database hold."""
    return b"".join(path.read_bytes() for path in sorted(programme.folder.glob("vakborg.db*")))


def told(store: Store, clip: Clip, text: str) -> None:
    """The worker was done with ``clip``."""
    forget_text(store, clip)
    add_transcript(store, clip, [Said(text)])


# --- finishing ---------------------------------------------------------------------------------------
def test_a_recording_that_ended_gets_its_own_name_and_its_checksum(
    programme: Programme, store: Store, session: Session
) -> None:
    clip = begun(store, session)
    part = write_part(programme, clip, seconds_of(SAID, 1.5))
    done = finish(programme, clip, least=72_000)
    whole = programme.file(clip.path).read_bytes()
    assert done is not None
    assert (done.sha256, done.size, done.seconds) == (hashlib.sha256(whole).hexdigest(), len(whole), 1.5)
    assert not part.exists()


@pytest.mark.parametrize("lost", [1, 2, 3, 4, 1_000, 14_396])
def test_one_that_was_cut_anywhere_keeps_every_whole_sample(
    programme: Programme, store: Store, session: Session, lost: int
) -> None:
    clip = begun(store, session)
    part = write_part(programme, clip, seconds_of(SAID, 0.1))
    part.write_bytes(part.read_bytes()[:-lost])
    frames = (14_400 - lost) // 3
    done = finish(programme, clip)
    assert done is not None
    assert done.seconds == frames / RATE
    assert sound_in(programme.file(clip.path)) == SAID * frames


def test_what_came_after_the_last_look_at_the_header_is_kept_too(
    programme: Programme, store: Store, session: Session
) -> None:
    clip = begun(store, session)
    part = write_part(programme, clip, SAID * 100)
    part.write_bytes(part.read_bytes() + SAID * 50 + SAID[:2])
    done = finish(programme, clip)
    assert done is not None
    assert sound_in(programme.file(clip.path)) == SAID * 150


@pytest.mark.parametrize("left", [0, 5, 20, 60])
def test_one_that_ends_within_its_header_holds_nothing_and_goes(
    programme: Programme, store: Store, session: Session, left: int
) -> None:
    clip = begun(store, session)
    part = write_part(programme, clip, SAID * 100)
    part.write_bytes(part.read_bytes()[:left])
    assert finish(programme, clip) is None
    assert not part.exists()
    assert not programme.file(clip.path).exists()


def test_one_that_was_renamed_before_a_crash_is_taken_as_it_is(
    programme: Programme, store: Store, session: Session
) -> None:
    clip = begun(store, session)
    write_part(programme, clip, seconds_of(SAID, 0.5))
    assert finish(programme, clip) == finish(programme, clip)


def test_without_any_file_there_is_nothing(programme: Programme, store: Store, session: Session) -> None:
    assert finish(programme, begun(store, session)) is None


def test_one_that_holds_less_than_was_heard_is_refused_and_stays(
    programme: Programme, store: Store, session: Session
) -> None:
    clip = begun(store, session)
    part = write_part(programme, clip, SAID * 100)
    with pytest.raises(RecordingError, match="does not hold all that was heard"):
        finish(programme, clip, least=101)
    assert sound_in(part) == SAID * 100
    assert not programme.file(clip.path).exists()
    assert store.get(Clip, clip.id).open


# --- recovering --------------------------------------------------------------------------------------
def test_what_a_crash_left_open_is_closed_and_waits_for_its_text(
    programme: Programme, store: Store, session: Session
) -> None:
    clip = begun(store, session)
    part = write_part(programme, clip, seconds_of(SAID, 1))
    part.write_bytes(part.read_bytes()[:-7])
    (recovered,) = recover(programme, store).clips
    assert recovered == store.get(Clip, clip.id)
    assert recovered.sha256 == hashlib.sha256(programme.file(clip.path).read_bytes()).hexdigest()
    assert [c.id for c in queue.waiting_clips(store)] == [clip.id]
    assert recover(programme, store).clips == ()


def test_one_without_a_sample_goes(programme: Programme, store: Store, session: Session) -> None:
    begun(store, session)
    found = recover(programme, store)
    assert (found.clips, found.problems, store.all(Clip)) == ((), (), [])


@pytest.mark.parametrize("name", ["{path}.part", "{path}"])
def test_a_mangled_one_stays_and_keeps_no_other_from_being_recovered(
    programme: Programme, store: Store, session: Session, name: str
) -> None:
    bad, good = begun(store, session), begun(store, session)
    write_part(programme, good, seconds_of(SAID, 1))
    mangled = programme.file(name.format(path=bad.path))
    mangled.write_bytes(b"ID3 is geen geluid van ons" * 9)
    found = recover(programme, store)
    assert [c.id for c in found.clips] == [good.id]
    assert [type(p) for p in found.problems] == [RecordingError]
    assert mangled.read_bytes() == b"ID3 is geen geluid van ons" * 9
    assert store.get(Clip, bad.id).open


def test_one_that_cannot_be_read_keeps_no_other_from_being_recovered(
    programme: Programme, store: Store, session: Session
) -> None:
    bad, good = begun(store, session), begun(store, session)
    write_part(programme, good, seconds_of(SAID, 1))
    programme.file(bad.path + PART).mkdir()
    found = recover(programme, store)
    assert [c.id for c in found.clips] == [good.id]
    assert len(found.problems) == 1
    assert store.get(Clip, bad.id).open


def test_where_nothing_was_recorded_nothing_is_kept(
    programme: Programme, store: Store, session: Session
) -> None:
    clip = begun(store, session)
    assert keep(store, clip, finish(programme, clip)) is None
    assert store.all(Clip) == []
    assert store.all(Job) == []


# --- striking ----------------------------------------------------------------------------------------
def test_what_is_struck_is_nowhere_in_the_file(programme: Programme, store: Store, session: Session) -> None:
    clip = kept(programme, store, session, seconds_of(SAID, 2) + seconds_of(SECRET, 1))
    assert strike_end(programme, store, clip, 1.0) == pytest.approx(1.0)
    path = programme.file(clip.path)
    assert sound_in(path) == seconds_of(SAID, 2)
    assert SECRET not in path.read_bytes()
    after = store.get(Clip, clip.id)
    assert (after.seconds, after.size) == (2.0, path.stat().st_size)
    assert after.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_words_of_a_struck_recording_are_nowhere_in_the_database(
    programme: Programme, store: Store, session: Session
) -> None:
    clip = kept(programme, store, session, seconds_of(SAID, 1) + seconds_of(SECRET, 1))
    told(store, clip, f"Dat deden we voor {NAME} in de nacht.")
    store.add(HandledFollowUp(clip.answer_id, "namen", f"voor {NAME}", asked=False, at=now()))
    assert NAME.encode() in database_bytes(programme)
    strike_end(programme, store, clip, 1.0)
    erase_for_real(store)
    assert store.all(Transcript) == []
    assert store.all(Segment) == []
    assert NAME.lower().encode() not in database_bytes(programme).lower()


def test_what_is_left_of_a_struck_recording_waits_for_its_text_again(
    programme: Programme, store: Store, session: Session
) -> None:
    clip = kept(programme, store, session, seconds_of(SAID, 2))
    told(store, clip, "Dat weet ik nog.")
    strike_end(programme, store, clip, 0.5)
    assert [(j.clip_id, j.state) for j in store.all(Job)] == [(clip.id, JobState.QUEUED)]


def test_marks_in_what_is_struck_go_and_those_before_it_stay(
    programme: Programme, store: Store, session: Session
) -> None:
    clip = kept(programme, store, session, seconds_of(SAID, 3))
    before, after = (
        store.add(Marker(clip.answer_id, MarkerKind.GOLDEN_QUOTE, clip.id, at)) for at in (0.5, 2.5)
    )
    strike_end(programme, store, clip, 1.0)
    assert store.all(Marker) == [before]
    assert after.id not in [m.id for m in store.all(Marker)]


def test_a_recording_of_which_nothing_is_left_goes_with_its_text(
    programme: Programme, store: Store, session: Session
) -> None:
    clip = kept(programme, store, session, seconds_of(SECRET, 1))
    told(store, clip, NAME)
    assert strike_end(programme, store, clip, 60.0) == 1.0
    assert not programme.file(clip.path).exists()
    assert (store.all(Clip), store.all(Transcript), store.all(Job)) == ([], [], [])
    assert store.all(Answer, id=clip.answer_id) != []


def test_the_text_is_gone_even_where_the_sound_cannot_be_struck(
    programme: Programme, store: Store, session: Session
) -> None:
    clip = kept(programme, store, session, seconds_of(SECRET, 1))
    told(store, clip, NAME)
    path: Path = programme.file(clip.path)
    path.write_bytes(b"dit is geen geluid" * 99)
    with pytest.raises(RecordingError):
        strike_end(programme, store, clip, 0.5)
    assert store.all(Transcript) == []


STEPS = [
    "capture.interviewing.keeping.finish",
    "capture.interviewing.keeping.shorten",
    "capture.recorder.wav._erase",
    "capture.recorder.wav._erase, done",
    "capture.recorder.wav.os.ftruncate",
    "capture.interviewing.keeping._kept",
    "capture.interviewing.keeping.keep",
]
AT_THE_END = [
    "capture.interviewing.keeping._sync_folder",
    "capture.interviewing.keeping.drop_clip",
    "pathlib.Path.unlink",
]


def _power_cut(*_args: object, **_named: object) -> None:
    raise KeyboardInterrupt


def _cut_at(step: str, crash: pytest.MonkeyPatch) -> None:
    """The power is gone just before ``step``, or just after it."""
    name, _, done = step.partition(", ")
    real = pkgutil.resolve_name(name)

    def cut(*args: Any, **named: Any) -> None:
        if done:
            real(*args, **named)
        raise KeyboardInterrupt

    crash.setattr(name, cut)


def _struck_in_a_crash(
    programme: Programme, store: Store, clip: Clip, seconds: float, step: str, crash: pytest.MonkeyPatch
) -> None:
    told(store, clip, f"Dat deden we voor {NAME} in de nacht.")
    with crash.context() as cut:
        _cut_at(step, cut)
        with pytest.raises(KeyboardInterrupt):
            strike_end(programme, store, clip, seconds)


@pytest.mark.parametrize("step", [*STEPS, "capture.interviewing.keeping.close_clip"])
def test_wherever_striking_breaks_off_recovery_takes_out_the_rest(
    programme: Programme, store: Store, session: Session, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    clip = kept(programme, store, session, seconds_of(SAID, 1) + seconds_of(SECRET, 1))
    _struck_in_a_crash(programme, store, clip, 1.0, step, monkeypatch)
    (recovered,) = recover(programme, store).clips
    path = programme.file(clip.path)
    assert sound_in(path) == seconds_of(SAID, 1)
    assert recovered.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (recovered.seconds, [c.id for c in queue.waiting_clips(store)]) == (1.0, [clip.id])
    assert store.all(Transcript) == []
    assert NAME.lower().encode() not in database_bytes(programme).lower()


@pytest.mark.parametrize("step", [*STEPS, *AT_THE_END])
def test_wherever_striking_all_of_it_breaks_off_recovery_leaves_nothing(
    programme: Programme, store: Store, session: Session, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    clip = kept(programme, store, session, seconds_of(SECRET, 1))
    _struck_in_a_crash(programme, store, clip, 60.0, step, monkeypatch)
    found = recover(programme, store)
    assert (found.clips, found.problems) == ((), ())
    assert not programme.file(clip.path).exists()
    assert (store.all(Clip), store.all(Transcript), store.all(Job)) == ([], [], [])
    assert NAME.lower().encode() not in database_bytes(programme).lower()


def test_less_than_a_sample_is_nothing_left(programme: Programme, store: Store, session: Session) -> None:
    clip = kept(programme, store, session, seconds_of(SECRET, 1))
    assert strike_end(programme, store, clip, 1.0 - 1e-6) == 1.0
    assert store.all(Clip) == []


# --- files that the database lost --------------------------------------------------------------------
def lost(programme: Programme, store: Store, session: Session, sound: bytes = SAID * RATE) -> Path:
    """A file that was being recorded, and whose row went with a part of the database."""
    clip = begun(store, session)
    part = write_part(programme, clip, sound)
    store.delete(clip)
    return part


def test_only_files_without_a_row_are_lost(programme: Programme, store: Store, session: Session) -> None:
    kept(programme, store, session, SAID * 9)
    write_part(programme, begun(store, session), SAID * 9)
    part = lost(programme, store, session)
    (programme.folder / "audio" / ".0123456789abcdef.99.part").write_bytes(b"een kopie die aankomt")
    assert orphans(programme, store) == [part]


def test_a_lost_file_becomes_one_more_take_of_its_answer_and_waits_for_its_text(
    programme: Programme, store: Store, session: Session
) -> None:
    other = kept(programme, store, session, SAID * 9)
    part = lost(programme, store, session, seconds_of(SECRET, 2))
    part.write_bytes(part.read_bytes()[:-1])
    (found,) = recover(programme, store).clips
    assert (found.answer_id, found.number, found.open) == (other.answer_id, 2, False)
    assert sound_in(programme.file(found.path)) == SECRET * (2 * RATE - 1)
    assert found.id in [c.id for c in queue.waiting_clips(store)]
    assert not part.exists()
    assert found.started_at is not None
    assert found.started_at < found.added_at
    assert check(programme, store) == []
    assert recover(programme, store).clips == ()


def test_a_lost_file_of_an_answer_that_is_lost_too_brings_it_back(
    programme: Programme, store: Store, session: Session
) -> None:
    part = lost(programme, store, session)
    for answer in store.all(Answer):
        store.delete(answer)
    (found,) = recover(programme, store).clips
    assert store.get(Answer, found.answer_id).question_id == "M2-V2"
    assert orphans(programme, store) == []
    assert not part.exists()


@pytest.mark.parametrize(
    "name", ["A9/01-M2-V2-1", "A1/01-M99-V9-1", "A1/M2-V2-1", "A1/01-M2-V2-1 kopie", "A1/01-M2-V2-een"]
)
def test_one_whose_place_nobody_knows_stays_and_check_names_it(
    programme: Programme, store: Store, session: Session, name: str
) -> None:
    part = lost(programme, store, session)
    path = programme.folder / "audio" / f"{name}.wav.part"
    path.parent.mkdir(exist_ok=True)
    part.rename(path)
    assert recover(programme, store) == Recovered()
    assert sound_in(path) == SAID * RATE
    assert [name in finding.what for finding in check(programme, store)] == [True]


def test_one_from_before_the_session_began_belongs_to_another_that_had_its_code(
    programme: Programme, store: Store, session: Session
) -> None:
    part = lost(programme, store, session)
    before = session.started_at.timestamp() - 60
    os.utime(part, (before, before))
    assert recover(programme, store) == Recovered()
    assert part.exists()


@pytest.mark.parametrize("content", [b"", b"RIFF", b"ID3 is geen geluid van ons" * 9])
def test_a_lost_file_that_holds_no_sound_stays_as_it_is(
    programme: Programme, store: Store, session: Session, content: bytes
) -> None:
    part = lost(programme, store, session)
    part.write_bytes(content)
    assert recover(programme, store) == Recovered()
    assert part.read_bytes() == content
    assert store.all(Clip) == []


def test_taking_in_a_lost_file_may_break_off_and_is_done_again(
    programme: Programme, store: Store, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost(programme, store, session)
    with monkeypatch.context() as cut:
        cut.setattr("pathlib.Path.rename", _power_cut)
        with pytest.raises(KeyboardInterrupt):
            recover(programme, store)
    (found,) = recover(programme, store).clips
    assert sound_in(programme.file(found.path)) == SAID * RATE
    assert [c.id for c in store.all(Clip)] == [found.id]

"""The conductor with a real microphone, a real recorder, a real database and the bundled Whisper checkpoint."""

import os
import signal
import subprocess
import sys
import wave
from pathlib import Path

import pytest

from capture.interviewing.conductor import Conductor
from capture.interviewing.state import Recording, Snapshot, Writing
from capture.settings import remember
from sessions.facets import Facet
from sessions.interview import AnswerState, Clip, Marker, MarkerKind
from sessions.jobs import Job
from sessions.programme import Programme
from sessions.spending import Stretch, Who, spent
from sessions.store.reading import read_sessions
from sessions.transcript import Segment, Transcript
from tests.interviews import Listener, conduct, make_conversation, sentences
from tests.sound import SoundServer

READY = Recording.READY
RUNNING = Recording.RUNNING


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    """A session with an expert who permits to record."""
    return make_conversation(tmp_path / "edm")


def recording(listener: Listener, conductor: Conductor) -> Snapshot:
    """Wait for the microphone, and record."""
    listener.until(lambda s: s.recording is READY)
    conductor.begin()
    conductor.record()
    return listener.until(lambda s: s.recording is RUNNING)


def clips(programme: Programme) -> list[Clip]:
    with programme.store() as store:
        return store.all(Clip)


def text_of(programme: Programme) -> str:
    with programme.store() as store:
        return " ".join(f.segment.text for r in read_sessions(store) for a in r.answers for f in a.fragments)


def test_an_answer_is_recorded_kept_and_written_down(
    programme: Programme, sound: SoundServer, tmp_path: Path
) -> None:
    speech, said = sentences("expert-a-M2-V2", 1, 3, tmp_path)
    microphone = sound.microphone()
    conductor, listener = conduct(programme, microphone)
    recording(listener, conductor)
    conductor.go("M2-V2")
    listener.until(lambda s: s.standing.question.id == "M2-V2" and s.recording is RUNNING)
    microphone.play(speech)
    conductor.next()
    there = listener.until(
        lambda s: any(t.state is AnswerState.TRANSCRIBED and t.question.id == "M2-V2" for t in s.standings)
    )
    conductor.close()
    assert there.recording is RUNNING  # the next question is being recorded already
    assert "buiselektrode" in said
    assert "buiselektrode" in text_of(programme)
    assert [c.open for c in clips(programme)] == [False, False, False]
    assert not list(programme.folder.rglob("*.part"))
    for clip in clips(programme):
        with wave.open(str(programme.file(clip.path))) as file:
            assert file.getnframes() / 48_000 == pytest.approx(clip.seconds)
            assert (file.getsampwidth(), file.getframerate()) == (3, 48_000)


def test_what_is_off_the_record_is_not_on_the_disk(
    programme: Programme, sound: SoundServer, tmp_path: Path
) -> None:
    open_, said = sentences("expert-a-M2-V2", 2, 3, tmp_path)
    secret, unsaid = sentences("expert-a-M2-V2", 1, 2, tmp_path)
    microphone = sound.microphone()
    conductor, listener = conduct(programme, microphone)
    recording(listener, conductor)
    microphone.play(open_)
    conductor.off_the_record()
    listener.until(lambda s: s.recording is Recording.OFF_THE_RECORD)
    microphone.play(secret)
    conductor.off_the_record()
    listener.until(lambda s: s.recording is RUNNING)
    conductor.next()
    listener.until(lambda s: any(t.state is AnswerState.TRANSCRIBED for t in s.standings))
    conductor.close()
    text = text_of(programme)
    assert "waterstraal" in said
    assert "waterstraal" in text
    assert "buiselektrode" in unsaid
    assert "buiselektrode" not in text
    (marker,) = [m for m in _markers(programme) if m.kind is MarkerKind.OFF_THE_RECORD]
    assert (marker.note, marker.facet) == ("", None)
    first = clips(programme)[0]
    assert first.seconds < 3.55 + 0.5 + 1.0 + 1.5  # what was said openly, and the second of silence


def test_the_last_minute_is_struck_from_sound_and_text(
    programme: Programme, sound: SoundServer, tmp_path: Path
) -> None:
    speech, _said = sentences("expert-a-M2-V2", 2, 3, tmp_path)
    microphone = sound.microphone()
    conductor, listener = conduct(programme, microphone)
    recording(listener, conductor)
    microphone.play(speech)
    conductor.next()
    listener.until(lambda s: any(t.state is AnswerState.TRANSCRIBED for t in s.standings))
    assert "aan de waterstraal dat" in text_of(programme)
    with programme.store() as store:
        written = {t.id for t in store.all(Transcript)}
    conductor.strike(60)
    listener.until(lambda _s: any("Struck" in told for told in listener.told))
    conductor.close()
    assert not text_of(programme)
    assert sum(c.seconds for c in clips(programme)) < 1.5
    with programme.store() as store:
        assert store.count(Segment) == 0
        left = {t.id for t in store.all(Transcript)}  # of the silence since then, where the worker was quick
        assert written
        assert not written & left
    kept = b"".join(p.read_bytes() for p in programme.folder.glob("vakborg.db*"))
    assert b"aan de waterstraal dat" not in kept  # the word alone stands in the guide


def test_a_wrong_next_is_undone_and_the_sound_is_with_its_question(
    programme: Programme, sound: SoundServer
) -> None:
    conductor, listener = conduct(programme, sound.microphone())
    question = recording(listener, conductor).standing.question.id
    conductor.next()
    listener.until(lambda s: s.standing.question.id != question and s.recording is RUNNING)
    conductor.undo()
    back = listener.until(lambda s: s.standing.question.id == question)
    assert back.recording is RUNNING
    assert back.take == 2
    conductor.close()
    with programme.store() as store:
        assert len({c.answer_id for c in store.all(Clip)}) == 1


def test_a_paused_answer_is_written_down_while_the_expert_thinks_and_goes_on_in_another_take(
    programme: Programme, sound: SoundServer, tmp_path: Path
) -> None:
    speech, _said = sentences("expert-a-M2-V2", 2, 3, tmp_path)
    microphone = sound.microphone()
    conductor, listener = conduct(programme, microphone)
    recording(listener, conductor)
    microphone.play(speech)
    conductor.record()
    listener.until(lambda s: s.recording is Recording.PAUSED)
    listener.until(lambda s: s.said)
    conductor.record()
    assert listener.until(lambda s: s.recording is RUNNING).take == 2
    conductor.close()


def test_marks_are_at_their_moment_in_the_sound(programme: Programme, sound: SoundServer) -> None:
    conductor, listener = conduct(programme, sound.microphone())
    recording(listener, conductor)
    seen = listener.levels
    listener.until(lambda _s: listener.levels >= seen + 15)
    conductor.probe(2)
    conductor.facet(Facet.LIMIT)
    conductor.golden_quote()
    listener.until(lambda s: len(s.standing.markers) == 3)
    conductor.close()
    marks = _markers(programme)
    assert [m.kind for m in marks] == [MarkerKind.PROBE, MarkerKind.FACET, MarkerKind.GOLDEN_QUOTE]
    (clip,) = clips(programme)
    assert all(1.0 < m.at < clip.seconds for m in marks)


def test_a_recorder_that_dies_is_seen_and_what_it_wrote_is_kept(
    programme: Programme, sound: SoundServer
) -> None:
    microphone = sound.microphone()
    conductor, listener = conduct(programme, microphone)
    recording(listener, conductor)
    seen = listener.levels
    listener.until(lambda _s: listener.levels >= seen + 20)
    os.kill(_recorder_of(conductor), signal.SIGKILL)
    broken = listener.until(lambda s: s.recording is Recording.BROKEN and s.alarm)
    assert broken.alarm
    assert broken.alarm.microphone
    listener.until(lambda s: any(t.seconds > 1 for t in s.standings))
    conductor.use_microphone(microphone.key)
    again = listener.until(lambda s: s.recording is RUNNING)
    assert again.take == 2
    assert again.alarm is None
    conductor.close()
    assert any(m.kind is MarkerKind.GAP for m in _markers(programme))


def test_a_microphone_that_is_unplugged_is_seen_and_another_goes_on(
    programme: Programme, sound: SoundServer
) -> None:
    first, second = sound.microphone("een"), sound.microphone("twee")
    conductor, listener = conduct(programme, first)
    recording(listener, conductor)
    first.unplug()
    assert listener.until(lambda s: s.alarm).alarm
    conductor.use_microphone(second.key)
    listener.until(lambda s: s.recording is RUNNING and s.take == 2)
    conductor.close()
    assert [c.open for c in clips(programme)] == [False, False]


def test_what_a_crash_left_open_is_whole_again_at_the_same_place(
    programme: Programme, sound: SoundServer
) -> None:
    microphone = sound.microphone()
    remember(microphone=microphone.key)
    command = [sys.executable, "-m", "tests.crashing", str(programme.folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as crashing:
        assert crashing.stdout
        recorder = int(crashing.stdout.readline())
        os.kill(recorder, signal.SIGKILL)
        crashing.kill()
    assert [c.open for c in clips(programme)] == [True]
    again, news = conduct(programme, microphone)
    there = news.until(lambda s: s.recording is READY)
    again.close()
    assert there.standing.question.id == "M3-V2"
    assert there.talking
    (line,) = there.recovered
    assert "M3-V2" in line
    (clip,) = clips(programme)
    assert clip.seconds > 1.5
    assert not clip.open


def test_without_permission_to_record_marks_and_notes_are_kept(tmp_path: Path) -> None:
    programme = make_conversation(tmp_path / "edm", recording=False)
    conductor, listener = conduct(programme)
    conductor.begin()
    conductor.record()
    conductor.probe(1)
    conductor.note("Spoelen eerst.\nDan pas kijken.")
    there = listener.until(lambda s: s.standing.note and s.standing.asked)
    conductor.close()
    assert there.recording is Recording.NOTES_ONLY
    assert there.standing.asked == {1}
    assert not clips(programme)


def test_without_permission_for_text_nothing_waits_for_it(tmp_path: Path, sound: SoundServer) -> None:
    programme = make_conversation(tmp_path / "edm", transcript=False)
    conductor, listener = conduct(programme, sound.microphone())
    recording(listener, conductor)
    conductor.next()
    listener.until(lambda s: any(t.seconds for t in s.standings))
    conductor.close()
    with programme.store() as store:
        assert not store.all(Job)


def test_without_a_model_the_answers_wait_and_the_screen_says_how_to_get_one(
    programme: Programme, sound: SoundServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VAKBORG_MODELS", str(tmp_path / "none"))
    conductor, listener = conduct(programme, sound.microphone(), model="")
    there = listener.until(lambda s: s.transcribing.writing is Writing.NO_MODEL)
    assert "vakborg models get small" in there.transcribing.advice
    recording(listener, conductor)
    conductor.next()
    assert listener.until(lambda s: s.transcribing.waiting == 1)
    conductor.close()


def test_the_time_of_the_expert_and_of_the_developer_is_kept(programme: Programme) -> None:
    conductor, listener = conduct(programme, None)
    conductor.begin()
    listener.until(lambda s: s.talking)
    conductor.end()
    listener.until(lambda s: s.ended and not s.talking)
    conductor.close()
    with programme.store() as store:
        stretches = store.all(Stretch)
    assert {s.who for s in stretches} == {Who.EXPERT, Who.DEVELOPER}
    assert spent(stretches, Who.EXPERT) <= spent(stretches, Who.DEVELOPER)


def test_a_second_window_is_told_that_the_first_one_is_at_it(programme: Programme) -> None:
    conductor, listener = conduct(programme, None)
    listener.until(lambda s: s.standings)
    second = Conductor(programme, "A1")
    second.start()
    second._thread.join(30)
    late = Listener()
    second.listen(late)
    conductor.close()
    assert any("Another window is in the middle of a conversation" in told for told in late.told)


def test_skipping_goes_on_and_is_taken_back_with_one_key(programme: Programme) -> None:
    conductor, listener = conduct(programme, None)
    first = listener.until(lambda s: s.standings).standing.question.id
    conductor.skip("daar gaat hij niet over")
    there = listener.until(lambda s: s.standing.question.id != first)
    assert there.standings[0].state is AnswerState.SKIPPED
    conductor.undo()
    back = listener.until(lambda s: s.standing.question.id == first)
    conductor.close()
    assert back.standings[0].state is AnswerState.OPEN


def _markers(programme: Programme) -> list[Marker]:
    with programme.store() as store:
        return store.all(Marker)


def _recorder_of(conductor: Conductor) -> int:
    recorder = conductor._stage.sound._recorder
    assert recorder is not None
    return recorder.pid

"""The queue worked off for real: killed, interrupted, starved of disk, given garbage."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
import soundfile
from filelock import FileLock

from capture.demonstration import MATERIAL, words
from sessions.errors import ProgrammeLocked, TranscriptionError
from sessions.guides import library
from sessions.interview import Clip
from sessions.jobs import Job, JobState
from sessions.programme import Programme, create_programme
from sessions.store.interviews import new_session
from sessions.store.people import company_named, expert_named
from sessions.store.reading import read_sessions
from sessions.transcript import Segment, Transcript, TranscriptState
from transcripts import events
from transcripts.bringing import Place, bring_recording
from transcripts.models import DEMO
from transcripts.runner import WorkerProcess
from transcripts.worker import Order

AUDIO = MATERIAL / "audio"


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    return _programme(tmp_path / "traject")


def _programme(folder: Path) -> Programme:
    programme = create_programme(folder)
    with programme.store() as store:
        guide, toml = library.find("edm-nl")
        new_session(store, expert_named(store, "Henk", company_named(store, "Bedrijf")), guide, toml)
    return programme


def _bring(programme: Programme, *files: Path) -> None:
    with programme.store() as store:
        guide, _toml = library.find("edm-nl")
        (session,) = read_sessions(store)
        for file in files:
            question = guide.question(file.stem.split("-", 2)[-1] if "expert" in file.name else "M2-V2")
            bring_recording(Place(programme, store, session.session, question, guide), file)


@pytest.fixture(scope="module")
def long_recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three quarters of a minute of speech: more than one chunk."""
    names = ["M2-V2", "M3-V1"]
    pieces = [soundfile.read(AUDIO / f"expert-a-{name}.flac", dtype="float32")[0] for name in names]
    path = tmp_path_factory.mktemp("lang") / "lang.wav"
    soundfile.write(path, np.concatenate(pieces), 16000)
    return path


def _order(programme: Programme) -> Order:
    return Order(str(programme.folder), model=DEMO)


def _run(programme: Programme) -> list[events.Event]:
    with WorkerProcess(_order(programme)) as worker:
        return list(worker)


@contextmanager
def _held(worker: WorkerProcess) -> Iterator[None]:
    """The worker stands still meanwhile: on a fast machine it would be done before the other program began."""
    os.kill(worker.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(worker.pid, signal.SIGCONT)


def _texts(programme: Programme) -> list[str]:
    with programme.store() as store:
        return [s.text for s in store.all(Segment)]


def _jobs(programme: Programme) -> list[Job]:
    with programme.store() as store:
        return store.all(Job)


def test_a_worker_killed_in_the_middle_of_a_recording_loses_and_doubles_nothing(
    programme: Programme, long_recording: Path, tmp_path: Path
) -> None:
    _bring(programme, long_recording)
    undisturbed = _programme(tmp_path / "ongestoord")
    _bring(undisturbed, long_recording)
    _run(undisturbed)

    with WorkerProcess(_order(programme)) as worker, pytest.raises(TranscriptionError, match=r"."):
        for event in worker:
            if isinstance(event, events.Progressed):
                os.kill(worker.pid, signal.SIGKILL)
    halfway = _texts(programme)
    told = _run(programme)

    assert halfway, "the kill came before anything was stored"
    assert any(isinstance(e, events.Started) and e.done > 0 for e in told), "it began anew"
    assert _texts(programme) == _texts(undisturbed)
    with programme.store() as store:
        assert [t.state for t in store.all(Transcript)] == [TranscriptState.CURRENT]
        assert [s.position for s in store.all(Segment)] == list(range(len(_texts(programme))))


def test_a_half_transcribed_recording_shows_no_text_to_people(
    programme: Programme, long_recording: Path
) -> None:
    _bring(programme, long_recording)
    with WorkerProcess(_order(programme)) as worker:
        next(event for event in worker if isinstance(event, events.Progressed))
    with programme.store() as store:
        assert store.all(Segment)
        assert not read_sessions(store)[0].answers[0].fragments


def _vakborg(programme: Programme, *arguments: str, **more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "capture", "--programme", str(programme.folder), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"VAKBORG_LANG": "en", **more},
    )


def _until_first_recording(process: subprocess.Popen[str]) -> None:
    assert process.stderr is not None
    assert any(line.startswith("✓") for line in iter(process.stderr.readline, ""))


@pytest.fixture
def three_recordings(programme: Programme) -> Programme:
    _bring(
        programme, AUDIO / "expert-a-M3-V4.flac", AUDIO / "expert-a-M8-V2.flac", AUDIO / "expert-a-M3-V1.flac"
    )
    return programme


def test_kill_9_of_the_whole_program_takes_the_worker_with_it_and_the_next_run_goes_on(
    three_recordings: Programme,
) -> None:
    with _vakborg(three_recordings, "transcribe", "--model", DEMO) as process:
        _until_first_recording(process)
        process.kill()
    FileLock(three_recordings.worker_lock).acquire(timeout=20).lock.release()
    assert JobState.RUNNING not in {job.state for job in _jobs(three_recordings)}, (
        "its parent's death counted"
    )

    _run(three_recordings)

    assert {job.state for job in _jobs(three_recordings)} == {JobState.DONE}
    with three_recordings.store() as store:
        assert sorted(t.clip_id or 0 for t in store.all(Transcript)) == [c.id for c in store.all(Clip)]


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_stops_keeps_what_is_done_and_counts_no_attempt(three_recordings: Programme) -> None:
    with _vakborg(three_recordings, "transcribe", "--model", DEMO) as process:
        _until_first_recording(process)
        process.send_signal(signal.SIGINT)
        _out, said = process.communicate(timeout=30)

    assert process.returncode == 130
    assert "Stopped. What was done is kept" in said
    states = [(job.state, job.attempts) for job in _jobs(three_recordings)]
    assert states[0][0] is JobState.DONE
    assert (JobState.QUEUED, 0) in states[1:]
    assert JobState.RUNNING not in [state for state, _attempts in states]


def test_a_recording_that_fails_three_times_is_set_aside_and_the_rest_goes_on(
    three_recordings: Programme,
) -> None:
    with three_recordings.store() as store:
        damaged = store.all(Clip)[1]
    three_recordings.file(damaged.path).write_bytes(b"no sound at all")

    with _vakborg(three_recordings, "transcribe", "--model", DEMO) as process:
        _out, said = process.communicate(timeout=120)

    assert process.returncode == 1
    assert "is set aside" in said
    jobs = {job.clip_id: job for job in _jobs(three_recordings)}
    assert (jobs[damaged.id].state, jobs[damaged.id].attempts) == (JobState.SET_ASIDE, 3)
    assert jobs[damaged.id].reason
    assert [j.state for j in jobs.values()].count(JobState.DONE) == 2


def test_a_second_worker_is_refused_while_one_works(three_recordings: Programme) -> None:
    with FileLock(three_recordings.worker_lock):
        *_before, last = _run(three_recordings)
    assert isinstance(last, events.Stopped)
    assert last.kind == ProgrammeLocked.__name__


@pytest.mark.parametrize("content", [b"garbage", b"", b"PK\x03\x04 not a checkpoint"])
def test_a_checkpoint_that_is_garbage_is_refused_in_words(
    three_recordings: Programme, tmp_path: Path, content: bytes
) -> None:
    checkpoint = tmp_path / "model.pt"
    checkpoint.write_bytes(content)
    with _vakborg(three_recordings, "transcribe", "--model", str(checkpoint)) as process:
        _out, said = process.communicate(timeout=120)
    assert process.returncode == 1
    assert "model.pt is not a Whisper model" in said
    assert "Traceback" not in said
    assert {(j.state, j.attempts) for j in _jobs(three_recordings)} == {(JobState.QUEUED, 0)}


def test_a_disk_that_fills_up_stops_the_work_and_costs_nothing(disk_of: Callable[[str], Path]) -> None:
    disk = disk_of("8m")
    programme = _programme(disk / "traject")
    _bring(programme, AUDIO / "expert-a-M3-V4.flac", AUDIO / "expert-a-M8-V2.flac")
    _fill(disk / "ballast")

    with _vakborg(programme, "transcribe", "--model", DEMO) as process:
        _out, said = process.communicate(timeout=120)
    assert process.returncode == 1
    assert "There is no room left" in said

    (disk / "ballast").unlink()
    _run(programme)
    assert {job.state for job in _jobs(programme)} == {JobState.DONE}


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        size = 1 << 16
        while size:
            try:
                file.write(bytes(size))
            except OSError:
                size //= 2


def test_the_language_of_the_interface_does_not_change_what_is_heard(programme: Programme) -> None:
    _bring(programme, AUDIO / "expert-a-M3-V1.flac")
    with _vakborg(programme, "--lang", "en", "transcribe", "--model", DEMO) as process:
        process.communicate(timeout=120)
    reference = json.loads((MATERIAL / "reference.json").read_text(encoding="utf-8"))["expert-a-M3-V1"]
    spoken = words(" ".join(cue["text"] for cue in reference["cues"]))
    assert words(" ".join(_texts(programme))) == spoken


def test_what_made_a_transcript_is_kept_with_it(programme: Programme) -> None:
    _bring(programme, AUDIO / "expert-a-M3-V1.flac")
    _run(programme)
    with programme.store() as store:
        (transcript,) = store.all(Transcript)
        segments = store.all(Segment)
    assert transcript.model == DEMO
    assert transcript.options["engine"] == "ctranslate2"
    assert transcript.options["language"] == "nl"
    assert "hoofdsnede" in transcript.options["terms_left_out"]
    assert all(0 <= w.probability <= 1 and w.start <= w.end for s in segments for w in s.words)
    assert all(s.words for s in segments)


@pytest.mark.parametrize(("engine", "weights"), [("fast", "int8"), ("openai", None)])
def test_the_engine_that_was_asked_for_hears(programme: Programme, engine: str, weights: str | None) -> None:
    _bring(programme, AUDIO / "expert-a-M3-V1.flac")
    with _vakborg(programme, "transcribe", "--model", DEMO, "--engine", engine) as process:
        process.communicate(timeout=120)
    with programme.store() as store:
        (transcript,) = store.all(Transcript)
    assert transcript.options.get("weights") == weights
    assert "technologie uit de tabel" in " ".join(_texts(programme))


def test_no_model_on_the_machine_is_said_with_the_way_to_get_one(
    three_recordings: Programme, tmp_path: Path
) -> None:
    with _vakborg(
        three_recordings, "transcribe", "--model", "small", VAKBORG_MODELS=str(tmp_path / "leeg")
    ) as process:
        _out, said = process.communicate(timeout=120)
    assert process.returncode == 1
    assert "vakborg models get small" in said


def test_a_damaged_row_costs_one_recording_and_not_the_queue(three_recordings: Programme) -> None:
    with three_recordings.store() as store:
        damaged = store.all(Clip)[0]
        store.execute("update clip set path = '../../etc/passwd' where id = ?", [damaged.id])
    _run(three_recordings)
    jobs = {job.clip_id: job for job in _jobs(three_recordings)}
    assert jobs.pop(damaged.id).state is JobState.SET_ASIDE
    assert {job.state for job in jobs.values()} == {JobState.DONE}


def test_nothing_that_lies_in_the_folder_is_run(programme: Programme, tmp_path: Path) -> None:
    """A programme is handed over between companies, and people stand in it when they type a command."""
    ran = tmp_path / "ran"
    for name in ("filelock", "sounddevice", "json", "whisper", "torch"):
        (programme.folder / f"{name}.py").write_text(f"open({str(ran)!r}, 'w').close()")
    _bring(programme, AUDIO / "expert-a-M3-V4.flac")
    scripts = Path(sys.executable).parent
    for command in (["transcribe", "--model", DEMO], ["doctor"]):
        subprocess.run(
            [scripts / "vakborg", *command], cwd=programme.folder, check=False, capture_output=True
        )
    assert not ran.exists()
    assert {job.state for job in _jobs(programme)} == {JobState.DONE}


def test_text_that_comes_while_its_recording_is_transcribed_stays(
    programme: Programme, long_recording: Path, tmp_path: Path
) -> None:
    _bring(programme, long_recording)
    text = tmp_path / "lang.vtt"
    text.write_text("WEBVTT\n\n00:00.000 --> 00:02.000\nDit zei ik.\n", encoding="utf-8")
    with WorkerProcess(_order(programme)) as worker:
        for event in worker:
            if isinstance(event, events.Started):
                with (
                    _held(worker),
                    _vakborg(
                        programme, "import", str(text), "--session", "A1", "--question", "M2-V2"
                    ) as process,
                ):
                    assert process.wait(60) == 0
                    process.communicate()
    with programme.store() as store:
        (reading,) = read_sessions(store)
        assert not store.all(Job)
    assert [f.segment.text for f in reading.answers[0].fragments] == ["Dit zei ik."]


def test_a_recording_that_is_taken_back_meanwhile_costs_nothing_else(
    programme: Programme, long_recording: Path
) -> None:
    _bring(programme, long_recording)
    place = ("--session", "A1", "--question", "M2-V2")
    with WorkerProcess(_order(programme)) as worker:
        told: list[events.Event] = []
        taken_back = False
        for event in worker:
            told.append(event)
            if isinstance(event, events.Progressed) and not taken_back:  # its file is open by now
                taken_back = True
                with (
                    _held(worker),
                    _vakborg(programme, "import", "--undo", "--yes", *place) as process,
                ):
                    _out, said = process.communicate(timeout=60)
                    assert process.returncode == 0, said
                _bring(programme, AUDIO / "expert-a-M3-V4.flac")
    assert not [e for e in told if isinstance(e, events.Failed | events.Stopped)]
    _run(programme)
    with programme.store() as store:
        (reading,) = read_sessions(store)
        assert [job.state for job in store.all(Job)] == [JobState.DONE]
    assert [a.question.id for a in reading.answers] == ["M3-V4"]
    assert reading.answers[0].fragments


def test_a_recording_that_killed_its_worker_three_times_is_told(three_recordings: Programme) -> None:
    with three_recordings.store() as store:
        store.execute("update job set state = 'running', attempts = 3 where id = 1")
    with _vakborg(three_recordings, "transcribe", "--model", DEMO) as process:
        _out, said = process.communicate(timeout=120)
    assert process.returncode == 1
    assert "is set aside: The worker stopped in the middle of this recording." in said

"""The worker that stays during a conversation, on real sound."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, ClassVar

import psutil
import pytest

from capture.withdrawing import withdraw
from sessions.interview import Clip, Session
from sessions.jobs import Job, JobState
from sessions.moment import now
from sessions.people import Consent, Expert, Permission
from sessions.programme import Programme, create_programme
from sessions.release import Release
from sessions.store import Store, interviews, queue
from sessions.store.conversations import move_clip
from sessions.store.reading import read_sessions
from sessions.store.vocabulary import add_term
from sessions.store.withdrawing import stop_work
from sessions.transcript import Role, Segment, Transcript, TranscriptState
from tests.builders import add_session
from tests.transcripts.material import RECORDINGS, cues, plain, sound
from tests.transcripts.test_voices import conversation
from transcripts import events
from transcripts.chunk import Chunk
from transcripts.models import DEMO
from transcripts.runner import WorkerProcess
from transcripts.transcriber import Heard
from transcripts.worker import Order, work

BY_NAME = {path.stem: path for path in RECORDINGS}


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    """One session, nothing said yet."""
    programme = create_programme(tmp_path / "traject")
    with programme.store() as store:
        add_session(store, "Henk", "Bedrijf")
    return programme


@pytest.fixture
def worker(programme: Programme) -> Iterator[WorkerProcess]:
    with WorkerProcess(_order(programme)) as process:
        yield process


def _order(programme: Programme, session: str = "") -> Order:
    return Order(str(programme.folder), session, model=DEMO, stay=True, gentle=True)


def _record(programme: Programme, file: Path, question: str, channels: int = 1) -> Clip:
    """An own recording, closed and put on the queue, as the recorder leaves it."""
    with programme.store() as store:
        session = store.all(Session)[0]
        answer = interviews.answer_to(store, session, interviews.guide_of(store, session).question(question))
        clip = store.add(_clip(programme, file, answer.id, channels))
        queue.enqueue(store, clip)
        return clip


def _clip(programme: Programme, file: Path, answer_id: int, channels: int) -> Clip:
    content = file.read_bytes()
    path = f"audio/{file.name}"
    (programme.folder / path).parent.mkdir(exist_ok=True)
    (programme.folder / path).write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    return Clip(answer_id, 1, path, digest, len(content), 20.0, 16000, channels, now())


def _until(told: Iterator[events.Event], kind: type[events.Event]) -> list[events.Event]:
    heard: list[events.Event] = []
    for event in told:
        heard.append(event)
        if isinstance(event, kind):
            return heard
    raise AssertionError(f"no {kind.__name__} among {heard}")


def _kinds(heard: list[events.Event]) -> list[str]:
    return [type(event).__name__ for event in heard if not isinstance(event, events.Progressed)]


def _texts(store: Store) -> list[str]:
    fragments = [f for a in read_sessions(store)[0].answers for f in a.fragments]
    return [plain(f.segment.text) for f in fragments]


def test_it_loads_the_model_before_there_is_anything_to_do_and_goes_on_when_something_comes(
    programme: Programme, worker: WorkerProcess
) -> None:
    told = iter(worker)
    assert _kinds(_until(told, events.Idle)) == ["Loading", "Ready", "Idle"]
    for name in ("expert-a-M3-V4", "expert-a-M3-V1"):
        clip = _record(programme, BY_NAME[name], name[-5:])
        heard = _until(told, events.Idle)
        assert _kinds(heard) == ["Started", "Finished", "Idle"]
        assert {e.clip_id for e in heard if isinstance(e, events.Started | events.Finished)} == {clip.id}
    with programme.store() as store:
        assert plain(cues("expert-a-M3-V1")[0]["text"]) in _texts(store)


def test_it_makes_room_for_the_conversation(worker: WorkerProcess) -> None:
    _until(iter(worker), events.Ready)
    process = psutil.Process(worker.pid)
    if sys.platform == "win32":
        assert process.nice() == psutil.BELOW_NORMAL_PRIORITY_CLASS
    else:
        assert process.nice() >= 10


def test_what_it_had_in_hand_when_it_was_stopped_is_on_the_queue_again_and_counts_no_attempt(
    programme: Programme, worker: WorkerProcess
) -> None:
    _record(programme, BY_NAME["expert-a-M3-V1"], "M3-V1")
    heard = _until(iter(worker), events.Started)
    worker.stop()
    with programme.store() as store:
        assert [(job.state, job.attempts) for job in store.all(Job)] == [(JobState.QUEUED, 0)]
    assert _kinds(heard) == ["Loading", "Ready", "Started"]
    worker.stop()


def test_it_ends_when_nobody_holds_its_pipe_any_more(programme: Programme) -> None:
    command = [sys.executable, "-m", "transcripts.worker"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(asdict(_order(programme))) + "\n")
        process.stdin.flush()
        _until(map(events.decode, process.stdout), events.Idle)
        process.stdin.close()
        process.wait(timeout=30)
        with suppress(BrokenPipeError):
            assert process.stdout.read() == ""


def test_it_keeps_to_its_own_conversation(programme: Programme) -> None:
    _record(programme, BY_NAME["expert-a-M3-V4"], "M3-V4")
    with programme.store() as store:
        other = add_session(store, "Piet", "Zuid")
    with WorkerProcess(_order(programme, other.code)) as worker:
        assert _kinds(_until(iter(worker), events.Idle)) == ["Loading", "Ready", "Idle"]
    with programme.store() as store:
        assert [job.state for job in store.all(Job)] == [JobState.QUEUED]


def test_two_microphones_tell_whose_words_they_are(
    programme: Programme, worker: WorkerProcess, tmp_path: Path
) -> None:
    turns = [(Role.INTERVIEWER, "expert-b-M5-V2"), (Role.EXPERT, "expert-a-M8-V2")]
    file = tmp_path / "twee.wav"
    conversation(file, *((role, sound(BY_NAME[name])) for role, name in turns))
    _record(programme, file, "M8-V2", channels=2)
    _until(iter(worker), events.Idle)
    with programme.store() as store:
        (answer,) = read_sessions(store)[0].answers
    heard = [(f.segment.role, plain(f.segment.text)) for f in answer.fragments]
    spoken = [(role, plain(cue["text"])) for role, name in turns for cue in cues(name)]
    assert heard == spoken


# --- what happens while it works ---------------------------------------------------------------------
@dataclass
class Interrupted:
    """An engine that hears one word, and during which something happens."""

    path: Path
    device: str
    prompt_limit: ClassVar[int] = 100
    meanwhile: ClassVar[Callable[[], None]]

    def count_tokens(self, text: str) -> int:
        return len(text.split())

    def record(self, language: str, prompt: str) -> dict[str, Any]:
        return {"language": language, "prompt": prompt}

    def transcribe(self, chunk: Chunk, _prompt: str = "", _language: str = "nl") -> list[Heard]:
        Interrupted.meanwhile()
        return [Heard(0.0, chunk.until, "draad")]


@pytest.fixture
def interrupted(monkeypatch: pytest.MonkeyPatch) -> type[Interrupted]:
    """It is what the worker hears with."""
    monkeypatch.setattr("transcripts.whisper_engine.WhisperTranscriber", Interrupted)
    return Interrupted


def _told(programme: Programme) -> list[str]:
    heard: list[events.Event] = []
    work(Order(str(programme.folder), model=DEMO, engine="openai"), heard.append)
    return [type(event).__name__ for event in heard]


def _refuse(programme: Programme) -> None:
    with programme.store() as store:
        expert = store.all(Session)[0].expert_id
        store.add(Consent(expert, Permission.TRANSCRIPT, given=False, at=now()))


def test_what_may_not_become_text_is_not_begun(programme: Programme) -> None:
    _record(programme, BY_NAME["expert-a-M3-V4"], "M3-V4")
    _refuse(programme)
    assert _told(programme) == ["Done"]
    with programme.store() as store:
        assert store.all(Transcript) == []


@pytest.mark.filterwarnings("ignore:.*torch.jit.*:DeprecationWarning")
def test_a_permission_that_is_taken_back_halfway_is_obeyed_at_once(
    programme: Programme, interrupted: type[Interrupted]
) -> None:
    _record(programme, BY_NAME["expert-a-M3-V4"], "M3-V4")
    interrupted.meanwhile = lambda: _refuse(programme)
    assert _told(programme) == ["Loading", "Ready", "Started", "Done"]
    with programme.store() as store:
        assert store.all(Segment) == []
        assert [(job.state, job.attempts) for job in store.all(Job)] == [(JobState.QUEUED, 0)]
        assert queue.is_empty(store)


@pytest.mark.filterwarnings("ignore:.*torch.jit.*:DeprecationWarning")
def test_a_recording_that_is_taken_out_halfway_is_let_go_of(
    programme: Programme, interrupted: type[Interrupted]
) -> None:
    _record(programme, BY_NAME["expert-a-M3-V4"], "M3-V4")

    def taken_out() -> None:
        withdraw(programme, 1, [Permission.RECORDING], "Anneke")

    interrupted.meanwhile = taken_out
    assert _told(programme) == ["Loading", "Ready", "Started", "Done"]
    with programme.store() as store:
        assert [store.count(kind) for kind in (Segment, Transcript, Clip, Job)] == [0, 0, 0, 0]


@pytest.mark.filterwarnings("ignore:.*torch.jit.*:DeprecationWarning")
def test_a_file_that_goes_while_it_is_read_is_no_failure(
    programme: Programme, interrupted: type[Interrupted]
) -> None:
    _record(programme, BY_NAME["expert-a-M3-V4"], "M3-V4")

    def gone() -> None:
        with programme.store() as store:
            stop_work(store, store.all(Expert)[0])
        raise FileNotFoundError("weg")

    interrupted.meanwhile = gone
    assert _told(programme) == ["Loading", "Ready", "Started", "Done"]


@pytest.mark.filterwarnings("ignore:.*torch.jit.*:DeprecationWarning")
def test_a_recording_that_is_moved_halfway_has_its_text_where_it_is_now(
    programme: Programme, interrupted: type[Interrupted]
) -> None:
    clip = _record(programme, BY_NAME["expert-a-M3-V4"], "M3-V4")

    def move() -> None:
        with programme.store() as store:
            session = store.all(Session)[0]
            question = interviews.guide_of(store, session).question("M2-V2")
            move_clip(store, clip, interviews.answer_to(store, session, question))

    interrupted.meanwhile = move
    assert "Finished" in _told(programme)
    with programme.store() as store:
        (text,) = store.all(Transcript)
        assert text.answer_id == store.get(Clip, clip.id).answer_id != clip.answer_id
        assert text.state is TranscriptState.CURRENT


def _prompt_of(programme: Programme, model: Path, question: str) -> str:
    """What the engine was told when it heard an answer to this question."""
    _record(programme, BY_NAME[f"expert-a-{question}"], question)
    work(Order(str(programme.folder), model=str(model)), lambda _event: None)
    with programme.store() as store:
        return str(store.all(Transcript)[-1].options["prompt"])


@pytest.mark.filterwarnings("ignore:.*torch.jit.*:DeprecationWarning")
def test_the_vocabulary_of_the_programme_is_told_last(
    programme: Programme, interrupted: type[Interrupted], tmp_path: Path
) -> None:
    interrupted.meanwhile = lambda: None
    (model := tmp_path / "groot.pt").write_bytes(b"")
    with programme.store() as store:
        add_term(store, "Sodick", "Anneke")
    prompt = _prompt_of(programme, model, "M3-V4")
    assert prompt.endswith(", Sodick.")


@pytest.mark.filterwarnings("ignore:.*torch.jit.*:DeprecationWarning")
def test_a_word_from_struck_text_is_never_told(
    programme: Programme, interrupted: type[Interrupted], tmp_path: Path
) -> None:
    interrupted.meanwhile = lambda: None
    (model := tmp_path / "groot.pt").write_bytes(b"")
    _prompt_of(programme, model, "M3-V4")
    with programme.store() as store:
        segment = store.all(Segment)[0]
        add_term(store, "Klantnaam", "Anneke", heard="draad", segment_id=segment.id)
        store.save(replace(segment, release=Release.STRUCK))
    assert "Klantnaam" not in _prompt_of(programme, model, "M3-V1")

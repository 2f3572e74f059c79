"""The child process in which Whisper runs: takes jobs from the queue one by one until it is empty, or stays
with its model loaded and waits for more.

It writes each chunk in one transaction, so that whoever kills it loses one chunk at most. It dies with
its parent: their pipe tells.
"""

import json
import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from sessions.errors import (
    DiskFull,
    ModelError,
    ProgrammeError,
    ProgrammeLocked,
    ReadOnlyProgramme,
    TakenBack,
    VakborgError,
)
from sessions.i18n import gettext as _
from sessions.i18n import set_language
from sessions.interview import Answer, Clip, Session
from sessions.jobs import Job, JobState
from sessions.locking import locked
from sessions.programme import Programme, open_programme
from sessions.store import Store, queue
from sessions.store.aligning import Estimated, estimated, lay
from sessions.store.interviews import find_session, guide_of
from sessions.store.transcripts import add_chunk, begin, complete
from sessions.store.vocabulary import prompt_words
from sessions.text import clean_line
from sessions.transcript import Role, Segment, Word
from transcripts import events
from transcripts.aligning import align
from transcripts.audio import blocks
from transcripts.cores import gentle_threads, give_way, share_cores, threads
from transcripts.engines import Started, start
from transcripts.learning import suggester_for
from transcripts.models import DEMO, Model, default, resolve
from transcripts.prompt import Prompt, build_prompt
from transcripts.speech import chunks
from transcripts.tagging import tags_for
from transcripts.terms import prompt_terms
from transcripts.transcriber import Heard, Transcriber
from transcripts.voices import keeps_voices_apart, voices

if TYPE_CHECKING:
    from transcripts.silero import SpeechNetwork

Tell = Callable[[events.Event], None]

_LOOK_AGAIN = 0.5


@dataclass(frozen=True)
class Order:
    """What the worker is asked to do; empty strings mean: all sessions, the default model, what there is,
    the usual engine.

    ``language`` is that of its messages; each session is heard in its own. ``stay``: load the model at once,
    and wait for more when the queue is empty, until standard input closes. ``gentle``: leave room for a
    conversation that is recorded on the same machine.
    """

    programme: str
    session: str = ""
    model: str = ""
    device: str = ""
    language: str = "nl"
    engine: str = ""
    stay: bool = False
    gentle: bool = False


def main() -> None:
    """Read the order from the first line of standard input, work, and tell on standard output."""
    pipe = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what libraries print must not get between the events
    order = Order(**json.loads(sys.stdin.readline()))
    threading.Thread(target=_die_with_parent, args=(order,), daemon=True).start()
    set_language(order.language)
    share_cores()
    if order.gentle:
        give_way()
    work(order, lambda event: _send(pipe, event))


def _send(pipe: TextIO, event: events.Event) -> None:
    pipe.write(events.encode(event) + "\n")
    pipe.flush()


def _die_with_parent(order: Order) -> None:
    """Whoever started this process is gone: stop at once. That is no fault of the recording in hand."""
    sys.stdin.read()
    with suppress(VakborgError), open_programme(Path(order.programme)).store() as store:
        queue.give_back_running(store)
    os._exit(1)


def work(order: Order, tell: Tell) -> None:
    """Work the queue off; every failure that ends the work becomes a ``Stopped`` event."""
    try:
        programme = open_programme(Path(order.programme))
        with only_worker(programme), programme.store() as store:
            for job in queue.recover(store):
                if job.state is JobState.SET_ASIDE:
                    tell(events.Failed(job.clip_id, job.reason, set_aside=True))
            session = find_session(store, order.session) if order.session else None
            waiting = queue.waiting_clips(store, session)
            if waiting or order.stay or any(estimated(store, session, demo=order.model == DEMO)):
                bench = _bench(order, programme, store, tell)
                tell(
                    events.Ready(
                        sum(c.seconds for c in waiting), bench.started.engine, bench.started.instead_because
                    )
                )
                _work_off(bench, session)
                _lay(bench, session)
                if order.stay:
                    _stay(bench, session)
        tell(events.Done())
    except VakborgError as error:
        tell(events.Stopped(type(error).__name__, error.message, error.advice))


def only_worker(programme: Programme) -> AbstractContextManager[None]:
    """Hold the programme's worker lock; raises :class:`ProgrammeLocked` where another worker holds it."""
    return locked(
        programme.worker_lock,
        _("Another window is already transcribing this programme."),
        _("Wait until it is done, or stop it there."),
    )


@dataclass(frozen=True)
class Bench:
    """What a worker has at hand. ``tried`` holds the texts that it laid to their sound, or could not."""

    programme: Programme
    store: Store
    model: Model
    started: Started
    network: "SpeechNetwork"
    tell: Tell
    tried: set[tuple[int, str]] = field(default_factory=set)

    @property
    def engine(self) -> Transcriber:
        """What hears."""
        return self.started.transcriber


def _bench(order: Order, programme: Programme, store: Store, tell: Tell) -> Bench:
    """Torch and the model are loaded here; raises :class:`ModelError`."""
    import torch

    from transcripts.silero import SpeechNetwork

    gpu = torch.cuda.is_available()
    device = order.device or ("cuda" if gpu else "cpu")
    if device == "cuda" and not gpu:
        raise ModelError(
            _("This machine has no GPU that can be used."), _("Leave out --device, or use --device cpu.")
        )
    model = resolve(order.model) if order.model else default(device == "cuda")
    tell(events.Loading(model.name, device))
    cores = gentle_threads() if order.gentle else threads()
    started = start(order.engine, model.path, device, cores)
    bench = Bench(programme, store, model, started, SpeechNetwork(), tell)
    if order.gentle:
        torch.set_num_threads(cores)
    return bench


def _stay(bench: Bench, session: Session | None) -> NoReturn:
    """Work off whatever comes; the end of standard input ends the process."""
    while True:
        bench.tell(events.Idle())
        while queue.is_empty(bench.store, session):
            _lay(bench, session)
            time.sleep(_LOOK_AGAIN)
        _work_off(bench, session)


def _lay(bench: Bench, session: Session | None) -> None:
    """Lay what people typed to its sound, each text once, as long as no recording waits."""
    for one in estimated(bench.store, session, demo=bench.model.is_demo, tried=bench.tried):
        if not queue.is_empty(bench.store, session):
            return
        bench.tried.add((one.segment.id, one.segment.text))
        if words := _aligned(bench, one):
            lay(bench.store, one.segment, words)


def _aligned(bench: Bench, one: Estimated) -> tuple[Word, ...] | None:
    """None where the estimate stays: times are a help, and no text may stop the worker."""
    path = bench.programme.file(one.clip.path)
    try:
        return align(bench.engine, path, one.segment, one.language)
    except Exception:  # noqa: BLE001 - as in _work_off
        return None


def _work_off(bench: Bench, session: Session | None) -> None:
    while job := queue.claim(bench.store, session):
        try:
            _work_on(bench, job)
        except (DiskFull, ProgrammeLocked, ReadOnlyProgramme):
            with suppress(ProgrammeError):  # a disk may be too full even for this
                queue.give_back(bench.store, job)
            raise
        except TakenBack:  # a job that is still there may be done again once it is permitted
            queue.give_back(bench.store, job)
        except VakborgError as error:
            _fail(bench, job, str(error))
        except Exception as error:  # noqa: BLE001 - the worker's boundary: one bad clip must not stop the rest
            _fail(bench, job, f"{type(error).__name__}: {clean_line(str(error))}")


def _fail(bench: Bench, job: Job, reason: str) -> None:
    if failed := queue.fail(bench.store, job, reason):  # else the sound was taken out under its hands
        bench.tell(events.Failed(job.clip_id, reason, failed.state is JobState.SET_ASIDE))


def _work_on(bench: Bench, job: Job) -> None:
    clip = bench.store.get(Clip, job.clip_id)
    answer = bench.store.get(Answer, clip.answer_id)
    session = bench.store.get(Session, answer.session_id)
    guide = guide_of(bench.store, session)
    question = guide.question(answer.question_id)
    suggester = suggester_for(guide, bench.store)
    own = prompt_words(bench.store)
    prompt = _prompt(bench, prompt_terms(guide, question, own), own)
    options = bench.engine.record(session.language, prompt.text) | {"terms_left_out": list(prompt.dropped)}
    with bench.store.immediate():
        queue.refuse_withdrawn(bench.store, job)
        transcript = begin(
            bench.store, clip, model=bench.model.name, options=options, language=session.language
        )
    bench.tell(events.Started(clip.id, clip.seconds, transcript.done_until))
    began, start = time.monotonic(), transcript.done_until
    path = bench.programme.file(clip.path)
    for chunk in chunks(blocks(path, start), start, bench.network):
        heard = bench.engine.transcribe(chunk, prompt.text, session.language)
        roles = voices(path, heard) if keeps_voices_apart(clip) else [Role.EXPERT] * len(heard)
        said = [
            (_segment(h, role), tags_for(h.text, question, guide, suggester))
            for h, role in zip(heard, roles, strict=True)
        ]
        transcript = add_chunk(bench.store, transcript, said, chunk.until)
        queue.progressed(bench.store, job)
        bench.tell(events.Progressed(clip.id, chunk.until, time.monotonic() - began))
        began = time.monotonic()
    if complete(bench.store, transcript, job):
        bench.tell(events.Finished(clip.id, bench.store.count(Segment, transcript_id=transcript.id)))


def _prompt(bench: Bench, terms: list[str], own: list[str]) -> Prompt:
    limit = bench.engine.prompt_limit if bench.model.takes_prompt else 0
    return build_prompt(terms, bench.engine.count_tokens, limit, own)


def _segment(heard: Heard, role: Role) -> Segment:
    text = heard.text
    return Segment(0, 0, heard.start, heard.end, text, text, heard.words, role, doubt=heard.doubt)


if __name__ == "__main__":
    main()

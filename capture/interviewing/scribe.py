"""The transcription beside the conversation: one worker that stays, and one that is started anew if it stops."""

import threading
from collections.abc import Callable
from dataclasses import replace

from capture.faults import foreseen
from capture.interviewing.state import Transcribing, Writing
from capture.settings import read_settings
from sessions.errors import VakborgError
from sessions.i18n import language
from sessions.programme import Programme
from transcripts import events, models
from transcripts.runner import WorkerProcess
from transcripts.worker import Order

LOOK_AGAIN = 5.0
"""Seconds between two looks whether a model has come, or the other worker is done."""

Hear = Callable[[Transcribing, bool], None]


class Scribe:
    """Runs the worker for one session in a thread of its own. ``hear`` gets how it stands, and whether
    there is new text; it is called from that thread."""

    def __init__(self, programme: Programme, session: str, model: str, hear: Hear) -> None:
        self._order = Order(
            str(programme.folder),
            session,
            model,
            language=language(),
            engine=read_settings().engine,
            stay=True,
            gentle=True,
        )
        self._hear = hear
        self._state = Transcribing()
        self._ended = threading.Event()
        self._worker: WorkerProcess | None = None
        self._thread = threading.Thread(target=self._run, name="scribe", daemon=True)

    def start(self) -> None:
        """Begin; a model that is not there yet is waited for."""
        self._thread.start()

    def close(self) -> None:
        """Stop the worker; what it did is kept, and what it had in hand waits for the next one."""
        self._ended.set()
        if self._worker:
            self._worker.stop()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        while not self._ended.is_set():
            if model := self._model():
                self._work(model)
            self._ended.wait(LOOK_AGAIN)

    def _model(self) -> str:
        """The model to use now; empty where there is none yet."""
        try:
            return self._order.model or models.while_talking().name
        except VakborgError as error:
            self._tell(Transcribing(Writing.NO_MODEL, message=error.message, advice=error.advice))
            return ""

    def _work(self, model: str) -> None:
        try:
            with WorkerProcess(replace(self._order, model=model)) as self._worker:
                if self._ended.is_set():
                    return  # closed between the start of the process and this line
                for event in self._worker:
                    self._take_in(event)
        except Exception as error:  # noqa: BLE001 - the boundary: the conversation goes on without text
            if not self._ended.is_set():
                failure = foreseen(error)
                self._tell(Transcribing(Writing.STOPPED, message=failure.message, advice=failure.advice))

    def _take_in(self, event: events.Event) -> None:
        match event:
            case events.Loading(model, _device):
                self._tell(Transcribing(Writing.LOADING, model=model))
            case events.Started():
                self._tell(replace(self._state, writing=Writing.WORKING))
            case events.Idle():
                self._tell(replace(self._state, writing=Writing.IDLE))
            case events.Progressed() | events.Finished() | events.Failed():
                self._tell(self._state, news=True)
            case events.Stopped(_kind, message, advice):
                self._tell(Transcribing(Writing.STOPPED, message=message, advice=advice))
            case _:
                pass

    def _tell(self, state: Transcribing, *, news: bool = False) -> None:
        if state != self._state or news:
            self._state = state
            self._hear(state, news)

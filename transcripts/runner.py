"""Starting the worker process, listening to it, and stopping it within a second."""

import json
import tempfile
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from queue import Empty, Queue
from typing import IO, Self

from sessions.children import start_child
from sessions.errors import ProgrammeLocked, TranscriptionError, VakborgError
from sessions.i18n import gettext as _
from sessions.programme import Programme, open_programme
from sessions.store import queue
from transcripts import events
from transcripts.worker import Order, only_worker


class WorkerProcess:
    """One run of the worker. Iterate over it for its events; leaving its block ends it at once.

    Killing it is safe: what is stored is whole, and the next run goes on from there. One thread may iterate
    over a worker that stays while another one stops it.
    """

    def __init__(self, order: Order) -> None:
        self._order = order
        self._stopping = threading.Lock()
        self._stopped = False
        self._lines: Queue[str | None] = Queue()
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by stop()
        self._process = start_child("transcripts.worker", self._errors)
        with suppress(OSError):  # it is gone already: whoever listens hears why
            self._write(json.dumps(asdict(order)) + "\n")

    @property
    def pid(self) -> int:
        """The process id of the worker."""
        return self._process.pid

    def __iter__(self) -> Iterator[events.Event]:
        """The events up to the end of the work, or to :meth:`stop`; raises :class:`TranscriptionError` where
        it ended early by itself. Of one that was stopped before there are none."""
        if self._stopped:
            return
        threading.Thread(target=self._listen, daemon=True).start()
        last: events.Event | None = None
        while (line := self._next_line()) is not None:
            last = events.decode(line)
            yield last
        self._process.wait()
        if not self._stopped and not isinstance(last, events.Done | events.Stopped):
            raise TranscriptionError(
                _("The transcribing process stopped halfway ({reason}).").format(reason=self._last_words()),
                _("What was done is kept. Start again with: vakborg transcribe"),
            )

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with suppress(ValueError):  # closed by stop()
            for line in self._process.stdout:
                self._lines.put(line)
        self._lines.put(None)

    def _next_line(self) -> str | None:
        while True:
            with suppress(Empty):  # Windows lets Ctrl-C through only between waits
                return self._lines.get(timeout=0.2)

    def _last_words(self) -> str:
        self._errors.seek(0)
        lines = self._errors.read().decode("utf-8", "replace").strip().splitlines()
        if lines and self._process.returncode != -9:
            return lines[-1].split(":")[0][:80]
        return _("exit code {code}").format(code=self._process.returncode)

    def _write(self, text: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(text)
        self._process.stdin.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End the worker now, if it has not ended, and let go of its pipes; safe to call twice, and from
        another thread than the one that iterates. What it had in hand is returned to the queue."""
        with self._stopping:
            self._stopped = True
            if self._process.poll() is None:
                self._process.kill()
                self._process.wait()
                with suppress(VakborgError):
                    give_back_interrupted(open_programme(Path(self._order.programme)))
            for pipe in (self._process.stdin, self._process.stdout, self._errors):
                if pipe:
                    with suppress(OSError):  # what could not be written to it
                        pipe.close()


def give_back_interrupted(programme: Programme) -> None:
    """After a worker was stopped on purpose: return what it had in hand, unless another one works now."""
    with suppress(ProgrammeLocked), only_worker(programme), programme.store() as store:
        queue.give_back_running(store)

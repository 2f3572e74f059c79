"""The conductor of a conversation: takes what a key asks for, in order, and keeps it before it shows it.

It runs in a thread of its own with its own connection to the database, so that no key waits for a disk,
a microphone or Whisper. Every method returns at once; what came of it is told as a new snapshot.
"""

import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue

from capture.faults import foreseen
from capture.interviewing.alone import only_conversation
from capture.interviewing.stage import Stage
from capture.interviewing.state import News, Recording, Snapshot
from capture.recorder.awake import awake
from sessions.errors import VakborgError
from sessions.facets import Facet
from sessions.interview import Case
from sessions.programme import Programme

TICK = 0.5
"""Seconds between two looks at what comes by itself: clocks, disk, photos."""

LAST_WORDS = 8.0
"""Seconds that closing waits for the last recording to be kept."""

Act = Callable[[float], None]


class Conductor:
    """One conversation, from sound check to close."""

    def __init__(self, programme: Programme, code: str, model: str = "") -> None:
        """A conductor for session ``code``; nothing happens before :meth:`start`. ``model`` is the one
        to transcribe with, by default this machine's."""
        self.programme = programme
        self.code = code
        self.model = model
        self._inbox: SimpleQueue[tuple[float, Act]] = SimpleQueue()
        self._tell: Callable[[News], None] = _nobody
        self._latest: Snapshot | None = None
        self._ended_by: VakborgError | None = None
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="conductor", daemon=True)

    @property
    def latest(self) -> Snapshot | None:
        """The last snapshot; None before the first."""
        return self._latest

    def listen(self, tell: Callable[[News], None]) -> None:
        """From now on ``tell`` gets the news (the screen in sight); the latest snapshot comes at once, and so
        does what ended the conversation before it began."""
        self._tell = tell
        if self._latest:
            tell(self._latest)
        if self._ended_by:
            tell(self._ended_by)

    def start(self) -> None:
        """Recover what a crash left, open the microphone and begin to transcribe in the background."""
        self._thread.start()

    def close(self) -> None:
        """Do what was asked until now, keep the recording at hand, and stop recorder and worker; waits a few
        seconds at most."""
        self._inbox.put((time.monotonic(), lambda _at: self._closing.set()))
        if self._thread.is_alive():
            self._thread.join(timeout=LAST_WORDS + 10)

    # --- the thread ----------------------------------------------------------------------------------
    def _ask(self, act: "Callable[[Stage, float], None]") -> None:
        self._inbox.put((time.monotonic(), lambda at: act(self._stage, at)))

    def _run(self) -> None:
        try:
            with awake(), only_conversation(self.programme.folder), self.programme.store() as store:
                self._stage = Stage(self.programme, store, self.code, self._from_elsewhere, self._pass_on)
                self._stage.open(self.model)
                self._show()
                while not self._closing.is_set():
                    self._next(TICK)
                self._come_to_an_end()
        except Exception as error:  # noqa: BLE001 - the boundary: every failure is shown
            self._ended_by = foreseen(error)
            self._tell(self._ended_by)

    def _from_elsewhere(self, act: Act) -> None:
        """Something that another thread found, to be taken in here."""
        self._inbox.put((time.monotonic(), act))

    def _next(self, patience: float) -> None:
        try:
            at, act = self._inbox.get(timeout=patience)
        except Empty:
            at, act = time.monotonic(), self._stage.tick
        self._do(act, at)

    def _do(self, act: Act, at: float) -> None:
        try:
            act(at)
        except Exception as error:  # noqa: BLE001 - the boundary: every failure is shown, and the talk goes on
            self._stage.report(foreseen(error))
        self._show()

    def _show(self) -> None:
        try:
            snapshot = self._stage.picture()
        except Exception as error:  # noqa: BLE001 - as above
            self._tell(foreseen(error))
            return
        if snapshot != self._latest:
            self._latest = snapshot
            self._tell(snapshot)

    def _pass_on(self, news: News) -> None:
        self._tell(news)  # whoever listens by now

    def _come_to_an_end(self) -> None:
        """Keep the last recording; what cannot be kept in time is recovered at the next start."""
        until = time.monotonic() + LAST_WORDS
        self._do(self._stage.end_recording, time.monotonic())
        while self._stage.busy and time.monotonic() < until:
            self._next(0.1)
        self._stage.close()

    # --- the sound -----------------------------------------------------------------------------------
    def use_microphone(self, key: str, *, two: bool | None = None) -> None:
        """Listen to this microphone from now on, and remember it; goes on with a recording that broke off.

        ``two``: it is two in one, left the interviewer and right the expert; None leaves that as it is.
        """
        self._ask(lambda stage, at: stage.use_microphone(key, two, at))

    def try_sound(self) -> None:
        """The sound check: five seconds, told as ``Tried``."""
        self._ask(lambda stage, _at: stage.sound.try_out())

    def play_try(self) -> None:
        """Let the sound check be heard; told as ``Played`` at its end."""
        self._ask(lambda stage, _at: stage.sound.play_try())

    def record(self, *, pre_roll: bool = False) -> None:
        """Record the question at hand; pause; or go on. ``pre_roll``: from a second ago on."""
        self._ask(lambda stage, at: stage.takes.record(at, pre_roll=pre_roll))

    def off_the_record(self) -> None:
        """Nothing more reaches the disk; or, off the record already, go on recording.

        The recorder hears it at once, whatever the conductor is still busy with.
        """
        if self._latest and self._latest.recording is not Recording.OFF_THE_RECORD:
            self._stage.sound.hush(time.monotonic())
        self._ask(lambda stage, at: stage.takes.off_the_record(at))

    def strike(self, seconds: float = 60.0) -> None:
        """Take the last ``seconds`` of this conversation's sound off the disk, and the text of them."""
        self._ask(lambda stage, at: stage.takes.strike(at, seconds))

    def second_take(self) -> None:
        """Close the recording at hand and begin another of the same question; all takes are kept."""
        self._ask(lambda stage, at: stage.takes.second_take(at))

    # --- the questions -------------------------------------------------------------------------------
    def begin(self) -> None:
        """The conversation begins: the expert's time runs, the first open question is at hand."""
        self._ask(lambda stage, at: stage.begin(at))

    def next(self) -> None:
        """To the next question; a running recording rolls over to it."""
        self._ask(lambda stage, at: stage.step(1, at))

    def previous(self) -> None:
        """To the question before."""
        self._ask(lambda stage, at: stage.step(-1, at))

    def go(self, question_id: str) -> None:
        """To this question; a running recording rolls over to it."""
        self._ask(lambda stage, at: stage.go(question_id, at))

    def go_where_most_is_missing(self) -> None:
        """To the open question that fills the most empty cells; a notice says which."""
        self._ask(lambda stage, at: stage.go_where_most_is_missing(at))

    def skip(self, reason: str) -> None:
        """Skip the question at hand, and go to the next."""
        self._ask(lambda stage, at: stage.skip(reason, at))

    def flag(self) -> None:
        """Come back to this question; or no longer."""
        self._ask(lambda stage, _at: stage.talk.flag())

    # --- marks and notes -----------------------------------------------------------------------------
    def probe(self, number: int) -> None:
        """Probe ``number`` (from 1) was asked; a second time takes the mark away."""
        self._ask(lambda stage, at: stage.mark(at, lambda place: stage.talk.probe(number, place)))

    def facet(self, facet: Facet) -> None:
        """From here on the answer is about this facet."""
        self._ask(lambda stage, at: stage.mark(at, lambda place: stage.talk.facet(facet, place)))

    def golden_quote(self) -> None:
        """What was just said is worth quoting."""
        self._ask(lambda stage, at: stage.mark(at, stage.talk.golden_quote))

    def follow_up(self, *, asked: bool) -> None:
        """The suggested probe was asked, or waved away."""
        self._ask(lambda stage, at: stage.follow_up(asked, at))

    def note(self, text: str, question_id: str = "") -> None:
        """The note at this question (default: the one at hand) is now ``text``."""
        self._ask(lambda stage, _at: stage.talk.note(text, question_id))

    def attach(self, paths: Sequence[Path]) -> None:
        """Keep copies of these files with the answer at hand."""
        self._ask(lambda stage, at: stage.gathering.attach(list(paths), at))

    def watch_photos(self, folder: Path | None) -> None:
        """Take in every photo that appears in ``folder`` from now on; None: no longer."""
        self._ask(lambda stage, _at: stage.gathering.watch(folder))

    def keep_case(self, case: Case) -> None:
        """Keep a practice case of the company (new where it has no id), with copies of its photos; the answer
        at hand is about it."""
        self._ask(lambda stage, _at: stage.gathering.keep_case(case))

    def about_case(self, case_id: int | None) -> None:
        """The answer at hand is about this practice case, or about none."""
        self._ask(lambda stage, _at: stage.talk.about_case(case_id))

    def undo(self) -> None:
        """Take back what was done last (``Snapshot.undo`` says what)."""
        self._ask(lambda stage, at: stage.undo(at))

    # --- the end -------------------------------------------------------------------------------------
    def end(self) -> None:
        """The conversation is over: the recording is closed, the expert's time stops."""
        self._ask(lambda stage, at: stage.end(at))


def _nobody(_news: News) -> None:
    """Nobody listens yet."""

"""Everything of one conversation together: what is kept, the sound, the text that comes, the clocks.

It belongs to the conductor's thread; what other threads find is brought to it from there.
"""

import threading
from collections.abc import Callable
from contextlib import suppress

from capture.interviewing import keeping
from capture.interviewing.changing import MicrophoneChange
from capture.interviewing.conversation import Conversation
from capture.interviewing.gathering import Gathering
from capture.interviewing.painting import Beside, Painter
from capture.interviewing.picture import missing, standings, suggestion
from capture.interviewing.recording import Takes
from capture.interviewing.room import Room
from capture.interviewing.scribe import Scribe
from capture.interviewing.sound import Position, Sound
from capture.interviewing.state import Alarm, News, Notice, Recording, Snapshot, Transcribing
from capture.interviewing.texts import Reading
from capture.interviewing.timing import Timing
from capture.recorder.lock import recorder_lock
from capture.recorder.microphones import Microphone, microphones
from capture.recorder.protocol import Event, Level, Opened, Played, Tried
from capture.settings import read_settings, remember
from sessions.errors import VakborgError
from sessions.facets import label
from sessions.fragments import answer_code, clock
from sessions.gaps import next_question
from sessions.i18n import gettext as _
from sessions.interview import Answer, AnswerState, Clip, Session
from sessions.programme import Programme
from sessions.spending import Who
from sessions.store import Store
from sessions.store.conversations import drop_empty_answers
from sessions.store.interviews import find_session
from sessions.text import clean_line

PATIENCE = 2.0
"""Seconds that a recorder which was killed may hold its lock."""

Bring = Callable[[Callable[[float], None]], None]
Tell = Callable[[News], None]


class Stage:
    """The conversation of session ``code``. ``bring`` lets another thread's finding be taken in here."""

    def __init__(self, programme: Programme, store: Store, code: str, bring: Bring, tell: Tell) -> None:
        self._programme = programme
        self._store = store
        self._bring = bring
        self._tell = tell
        session = find_session(store, code)
        self.talk = Conversation(store, session)
        self.sound = Sound(programme, _channels(), self._hear)
        self._reading = Reading(programme, session.code, bring, self._report)
        self.takes = Takes(
            programme, self.talk, self.sound, bring, self._say, self._reading.forget, self._report
        )
        self.timing = Timing(store, session)
        self._room = Room(programme.folder)
        self._scribe: Scribe | None = None
        self._transcribing = Transcribing()
        self._problem: Alarm | None = None
        self.gathering = Gathering(programme, self.talk, self.sound, bring, self._report, self._say)
        self._change = MicrophoneChange(self.sound, self.takes, bring)
        self._recovered: tuple[str, ...] = ()
        self._painter = Painter(self.talk, self.sound, self.timing, self._room)

    # --- beginning and end ---------------------------------------------------------------------------
    def open(self, model: str) -> None:
        """Recover, listen, and begin to transcribe."""
        self._recover()
        self.timing.run(Who.DEVELOPER)
        if self.talk.session.place and not self.talk.session.ended_at:
            self.timing.run(Who.EXPERT)
        if self.takes.may_record:
            self.sound.open(read_settings().microphone)
        self._reading.begin()
        self._scribe = Scribe(self._programme, self.talk.session.code, model, self._written)
        self._scribe.start()

    def _recover(self) -> None:
        """While a recorder runs here, what is open is its business: one that was left alone ends within a second."""
        lock = recorder_lock(self._programme.folder, PATIENCE)
        try:
            self._take_over(keeping.recover(self._programme, self._store))
        finally:
            lock.release()

    def _take_over(self, found: keeping.Recovered) -> None:
        self.talk.refresh()
        self._recovered = tuple(self._recovered_line(clip) for clip in found.clips)
        for problem in found.problems:
            self.report(problem)

    def _recovered_line(self, clip: Clip) -> str:
        answer = self._store.get(Answer, clip.answer_id)
        session = self._store.get(Session, answer.session_id)  # it may be one of another session
        code = answer_code(session.code, answer.number, clip.number)
        return _("Recording {code} ({question}) was broken off: its {length} are kept.").format(
            code=code, question=answer.question_id, length=clock(clip.seconds)
        )

    @property
    def busy(self) -> bool:
        """Whether a recording is open, or not kept yet."""
        return self.takes.busy or self.sound.clip is not None

    def end_recording(self, at: float) -> None:
        """Close the recording at hand."""
        self.takes.end(at)

    def close(self) -> None:
        """Stop the recorder, the worker and the clocks."""
        if recorder := self.sound.let_go():
            recorder.close()
        self.gathering.close()
        self._change.close()
        if self._scribe:
            self._scribe.close()
        for who in Who:
            self.timing.stop(who)
        self.takes.close()

    def begin(self, _at: float) -> None:
        """The conversation itself begins, or goes on after it was ended."""
        self.talk.open_again()
        self.timing.run(Who.EXPERT)
        self.talk.refresh()
        self.talk.go(self.talk.question.id)

    def end(self, at: float) -> None:
        """The conversation is over."""
        self.takes.end(at)
        self.timing.stop(Who.EXPERT)
        self.talk.end()

    def tick(self, at: float) -> None:
        """What comes by itself."""
        self.timing.tick()
        self.takes.tick(at)
        if warning := self._room.warning(self.sound.channels):
            self._tell(Notice(warning, warning=True))
        self.gathering.tick(at)

    @property
    def _off(self) -> bool:
        return self.sound.state is Recording.OFF_THE_RECORD

    def mark(self, at: float, mark: Callable[[Position | None], None]) -> None:
        """Set a mark at its place in the sound; off the record only the gap itself is marked."""
        if self._off:
            self._say(_("Off the record nothing is marked."))
        else:
            mark(self.sound.position(at))

    # --- questions -----------------------------------------------------------------------------------
    def step(self, by: int, at: float) -> None:
        """``by`` questions further, or back."""
        index = self.talk.here + by
        if 0 <= index < len(self.talk.plan):
            self.takes.go(self.talk.plan[index][1], at)
        elif by > 0:
            self._say(_("This is the last question."))
        else:
            self._say(_("This is the first question."))

    def go(self, question_id: str, at: float) -> None:
        """To this question."""
        if question := next((q for _m, q in self.talk.plan if q.id == question_id), None):
            self.takes.go(question, at)

    def skip(self, reason: str, at: float) -> None:
        """Skip the question at hand."""
        with self.talk.undoing.as_one():
            self.talk.skip(reason)
            self.talk.refresh()
            if reason and self.talk.here + 1 < len(self.talk.plan):
                self.takes.go(self.talk.plan[self.talk.here + 1][1], at)

    def go_where_most_is_missing(self, at: float) -> None:
        """To the open question that fills most."""
        open_ = [s.question for s in standings(self.talk) if s.state is AnswerState.OPEN]
        wanted = next_question(self.talk.guide, missing(self.talk, self._reading.texts), open_)
        if wanted is None:
            self._say(_("Every question of this conversation has been asked."))
            return
        self.takes.go(wanted.question, at)
        if facets := ", ".join(label(facet) for facet in wanted.facets):
            self._say(
                _("{question} asks for what is missing most: {facets}").format(
                    question=wanted.question.id, facets=facets
                )
            )

    def follow_up(self, asked: bool, at: float) -> None:
        """The suggested probe was asked (then its own question is at hand again), or waved away."""
        suggested = suggestion(self.talk, self._reading.texts)
        if suggested is None:
            return
        question = self.talk.question_of(suggested.answer_id)
        with self.talk.undoing.as_one():
            if asked and question:
                self.takes.go(question, at)
                self.talk.refresh()
            self.talk.handle(suggested, self.sound.position(at), asked=asked)

    def undo(self, at: float) -> None:
        """Take back the last thing."""
        if what := self.talk.undoing.back(at):
            drop_empty_answers(self._store, self.talk.session)
            self._say(_("Taken back: {what}").format(what=what))
        else:
            self._say(_("There is nothing to take back."))

    # --- sound ---------------------------------------------------------------------------------------
    def use_microphone(self, key: str, two: bool | None, at: float) -> None:
        """Listen to another microphone; what was being recorded goes on as another take."""
        if not self.takes.may_record:
            self._say(_("This conversation is not recorded: marks and notes are kept."))
            return
        remember(microphone=key)
        if two is not None:
            remember(two_microphones=two)
        self._change.to(key, _channels(), at)

    def _hear(self, event: Event) -> None:
        """From the recorder's thread: a level is told at once, all else is taken in in order."""
        if isinstance(event, Level):
            self.sound.take_in(event)
            self._tell(event)
        else:
            self._bring(lambda _at: self._take_in(event))

    def _take_in(self, event: Event) -> None:
        self.takes.take_in(event)
        self.sound.take_in(event)
        if isinstance(event, Tried | Played):
            self._tell(event)
        if isinstance(event, Opened):
            threading.Thread(target=self._look_up, args=(self.sound.key,), daemon=True).start()

    def _look_up(self, key: str) -> None:
        """What people call the microphone; in another thread, because the sound system is asked."""
        with suppress(VakborgError):
            known = microphones()
            used = next((m for m in known if m.key == key or (not key and m.is_default)), None)
            if used:
                self._bring(lambda _at: self._name_microphone(key, used))

    def _name_microphone(self, key: str, used: Microphone) -> None:
        if self.sound.key == key and self.sound.microphone:
            self.sound.key, self.sound.microphone = used.key, used.name

    # --- text ----------------------------------------------------------------------------------------
    def _written(self, transcribing: Transcribing, news: bool) -> None:
        """From the scribe's thread."""
        self._bring(lambda _at: self._note_transcribing(transcribing))
        if news:
            self._reading.read()

    def _note_transcribing(self, transcribing: Transcribing) -> None:
        self._transcribing = transcribing

    def _report(self, error: VakborgError) -> None:
        """From any thread: what went wrong is shown beside the question, and takes no key away."""
        self._bring(lambda _at: self.report(error))

    def report(self, error: VakborgError) -> None:
        """Show what went wrong beside the question."""
        self._problem = Alarm(error.message, error.advice)

    def _say(self, text: str) -> None:
        self._tell(Notice(clean_line(text)))

    def picture(self) -> Snapshot:
        """The conversation as it is now."""
        beside = Beside(
            self._reading.texts, self._transcribing, self.gathering.folder, self._recovered, self._problem
        )
        return self._painter.picture(beside)


def _channels() -> int:
    return 2 if read_settings().two_microphones else 1

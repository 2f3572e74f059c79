"""The recording of a conversation: a clip for each take, rolled over, paused, struck and kept.

It belongs to the conductor's thread. A recording is on the disk, and in the database, before its first
sample; what takes long (closing a file, its checksum) is done by a helper thread.
"""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

from capture.interviewing import keeping
from capture.interviewing.conversation import Conversation
from capture.interviewing.sound import GONE, Position, Sound
from capture.interviewing.state import Recording
from capture.interviewing.striking import Strikes
from capture.recorder.protocol import RATE, CannotListen, Ended, Event, Held, Struck, Trouble
from sessions.errors import VakborgError
from sessions.fragments import answer_code
from sessions.guides.model import Question
from sessions.i18n import gettext as _
from sessions.interview import Answer, Clip, Marker, MarkerKind
from sessions.people import Consent, Permission, refused
from sessions.programme import Programme
from sessions.store.conversations import begin_clip, move_clip
from transcripts.tagging import relabel

GRACE = 5.0
"""Seconds after which a paused recording is closed, so that its text is there while the expert thinks."""

Say = Callable[[str], None]
Ask = Callable[[Callable[[float], None]], None]


class Takes:
    """The takes of one conversation. ``ask`` brings something to the conductor's thread, ``say`` tells the
    interviewer something, ``forget`` lets go of texts that were read, ``tell`` tells what went wrong."""

    def __init__(
        self,
        programme: Programme,
        talk: Conversation,
        sound: Sound,
        ask: Ask,
        say: Say,
        forget: Callable[[], None],
        tell: Callable[[VakborgError], None],
    ) -> None:
        self._programme = programme
        self._talk = talk
        self._sound = sound
        self._ask = ask
        self._say = say
        self._hands = ThreadPoolExecutor(max_workers=1, thread_name_prefix="keeping")
        self._keeping: dict[int, Clip] = {}
        self._finishing: set[int] = set()
        self._last_sounds: dict[int, float] = {}
        self._strikes = Strikes(
            programme, talk, sound, self._keeping, say, forget, self._last_sound, self._hands.submit, tell
        )

    @property
    def busy(self) -> bool:
        """Whether a recording is not kept yet."""
        return bool(self._keeping)

    @property
    def may_record(self) -> bool:
        """Whether the expert did not refuse to be recorded."""
        consents = self._talk.store.all(Consent, expert_id=self._talk.expert.id)
        return not refused(Permission.RECORDING, consents)

    def close(self) -> None:
        """No more is to be kept; what was struck goes for real now, or somebody hears why not."""
        self._hands.shutdown()
        self._strikes.close()

    # --- keys ----------------------------------------------------------------------------------------
    def record(self, at: float, *, pre_roll: bool = False) -> None:
        """Record, pause, or go on."""
        match self._sound.state:
            case Recording.READY | Recording.NO_SOUND_YET:
                self._begin(at, pre_roll=pre_roll)
                self._talk.undoing.did(_("record"), self.pause)
            case Recording.STARTING | Recording.RUNNING:
                self.pause(at)
                self._talk.undoing.did(_("pause"), self.go_on)
            case Recording.PAUSED:
                self.go_on(at)
                self._talk.undoing.did(_("record"), self.pause)
            case Recording.OFF_THE_RECORD:
                self._say(_("This is off the record. The off-the-record key goes on recording."))
            case Recording.NOTES_ONLY:
                self._say(_("This conversation is not recorded: marks and notes are kept."))
            case Recording.BROKEN:
                self._say(_("There is no microphone to record with. Choose one first."))

    def pause(self, at: float) -> None:
        """Stop for a moment, if it runs."""
        if self._sound.keeps:
            self._sound.pause(at)

    def go_on(self, at: float) -> None:
        """After a pause: with the clip at hand, or with a new one where that is closed already."""
        if self._sound.state is not Recording.PAUSED:
            return
        if self._sound.clip:
            self._sound.resume(at)
        else:
            self._begin(at)

    def off_the_record(self, at: float) -> None:
        """Nothing more is kept; or it is again."""
        if self._sound.state is not Recording.OFF_THE_RECORD:
            self._sound.off_the_record(at)
            self._talk.undoing.forget()  # what came before must not switch the recording on again
            if not self._sound.clip:
                self._gap(None)
        elif self._sound.on_the_record(at):
            self._begin(at)

    def second_take(self, at: float) -> None:
        """Another recording of the same question."""
        if self._sound.keeps:
            self._begin(at)
            self._talk.undoing.did(_("new take; both are kept"), lambda _at: None)
        else:
            self._say(_("Nothing is being recorded: the record key begins another take."))

    def go(self, question: Question, at: float) -> None:
        """To another question; a running recording rolls over to it."""
        before, clip = self._talk.question, self._sound.clip
        if question is before:
            return
        self._talk.go(question.id)
        try:
            self._begin_or_end(at)
        except Exception:
            self._talk.go(before.id)  # what goes on being recorded belongs there
            raise
        rolled = self._sound.clip if self._sound.clip is not clip else None
        self._talk.undoing.did(_("to another question"), lambda at: self._return(before, rolled, at))

    def _return(self, question: Question, rolled: Clip | None, at: float) -> None:
        """Back to ``question``; what was recorded since it rolled over belongs to it."""
        self._talk.go(question.id)
        if rolled and self._talk.store.count(Clip, id=rolled.id):
            moved = move_clip(self._talk.store, rolled, self._talk.answer)
            relabel(self._talk.store, moved, question, self._talk.guide)
            if self._sound.clip and self._sound.clip.id == moved.id:
                self._sound.clip = moved
        if self._sound.clip and self._sound.clip.answer_id != self._talk.answer.id:
            self._begin_or_end(at)

    def _begin_or_end(self, at: float) -> None:
        """What is recorded from now on belongs to the question at hand."""
        if self._sound.keeps:
            self._begin(at)
        else:
            self._end(at)
            self._sound.no_longer_paused()

    def strike(self, at: float, seconds: float) -> None:
        """Take the last ``seconds`` of sound off the disk, from the clip at hand and those before it."""
        self._talk.undoing.forget()
        self._strikes.strike(at, seconds)

    def tick(self, at: float) -> None:
        """Close a recording that has been paused for a while."""
        paused = self._sound.state is Recording.PAUSED and self._sound.clip
        if paused and at - self._sound.held_at >= GRACE:
            self._end(at)
            self._sound.state = Recording.PAUSED
        self._strikes.tick()

    def end(self, at: float) -> None:
        """Close the recording at hand."""
        self._end(at)

    # --- the recorder --------------------------------------------------------------------------------
    def take_in(self, event: Event) -> None:
        """What the recorder told about a clip."""
        match event:
            case Held(clip_id, seconds, off_the_record=True) if clip_id:
                self._gap_at(Position(clip_id, seconds))
            case Struck(clip_id, seconds, left):
                self._strikes.struck(clip_id, seconds, left)
            case Ended(clip_id, frames):
                self._finish(clip_id, frames)
                if self._sound.clip and self._sound.clip.id == clip_id:  # by itself
                    self._strikes.what_was_not()
            case Trouble(kind) if kind in GONE:
                self._break_off()
            case CannotListen():
                self._break_off()
            case _:
                pass

    def _break_off(self) -> None:
        """No recorder will close what is open, or strike what it was asked to."""
        broken = self._sound.broke_off()
        if broken:
            self._keeping[broken.id] = broken
        self.finish_left(broken.id if broken else 0)

    def finish_left(self, broken_off: int = 0) -> None:
        """The recorder is gone: what it did not close is closed without it."""
        for clip_id in list(self._keeping):
            self._finish(clip_id, 0, gap=clip_id == broken_off)
        self._strikes.what_was_not()

    def _begin(self, at: float, *, pre_roll: bool = False) -> None:
        if not self.may_record:
            self._stop_for_good(at)
            return
        before, answer = self._sound.clip, self._talk.answer
        there = (p.name for p in self._folder().glob("*")) if self._folder().is_dir() else ()
        clip = begin_clip(
            self._talk.store,
            self._talk.session,
            answer,
            taken=[f"audio/{self._talk.session.code}/{name.removesuffix(keeping.PART)}" for name in there],
            rate=RATE,
            channels=self._sound.channels,
        )
        if before:
            self._keeping[before.id] = before
            self._last_sounds[before.id] = self._sound.last_sound(at)
        self._sound.begin(clip, at, comment=self._comment(answer, clip), pre_roll=pre_roll)

    def _stop_for_good(self, at: float) -> None:
        """The permission was taken back, perhaps in another window."""
        self._end(at)
        self._sound.state = Recording.NOTES_ONLY
        self._say(_("This conversation is not recorded: marks and notes are kept."))

    def _folder(self) -> Path:
        return self._programme.folder / "audio" / self._talk.session.code

    def _comment(self, answer: Answer, clip: Clip) -> str:
        code = answer_code(self._talk.session.code, answer.number, clip.number)
        return f"Vakborg {code} {answer.question_id}"

    def _end(self, at: float) -> None:
        if clip := self._sound.clip:
            self._keeping[clip.id] = clip
            self._last_sounds[clip.id] = self._sound.last_sound(at)
            self._sound.end(at)

    def _last_sound(self, clip: Clip) -> float:
        """The moment of its last sound, of ``time.monotonic()``; by its length where nobody saw it end."""
        moment = time.monotonic()
        if self._sound.clip and clip.id == self._sound.clip.id:
            return self._sound.last_sound(moment)
        if clip.id in self._last_sounds:
            return self._last_sounds[clip.id]
        ended = (clip.started_at or clip.added_at) + timedelta(seconds=clip.seconds)
        return moment - (datetime.now(UTC) - ended).total_seconds()

    def _finish(self, clip_id: int, frames: int, *, gap: bool = False) -> None:
        if clip_id in self._finishing:
            return
        clip = self._keeping.get(clip_id) or self._talk.store.first(Clip, id=clip_id)
        if clip is None:
            return  # its row is gone; the file is found at the next start
        self._keeping[clip_id] = clip
        self._finishing.add(clip_id)
        done = self._hands.submit(keeping.finish, self._programme, clip, frames)
        done.add_done_callback(lambda kept: self._ask(lambda _at: self._keep(clip, kept, gap=gap)))

    def _keep(self, clip: Clip, kept: "Future[keeping.Kept | None]", *, gap: bool) -> None:
        self._keeping.pop(clip.id, None)
        self._finishing.discard(clip.id)
        try:
            closed = keeping.keep(self._talk.store, clip, kept.result())
            if closed and gap:
                self._talk.store.add(Marker(closed.answer_id, MarkerKind.GAP, closed.id, closed.seconds))
        finally:
            self._strikes.another_was_closed()

    # --- off the record ------------------------------------------------------------------------------
    def _gap(self, position: Position | None) -> None:
        self._talk.mark(MarkerKind.OFF_THE_RECORD, position)

    def _gap_at(self, position: Position) -> None:
        """Once for each gap: the recorder is told twice, by the key itself and in its turn."""
        there = self._talk.store.all(Marker, clip_id=position.clip_id)
        gaps = [marker.at for marker in there if marker.kind is MarkerKind.OFF_THE_RECORD]
        if not any(abs(at - position.at) < 0.01 for at in gaps):
            self._gap(position)

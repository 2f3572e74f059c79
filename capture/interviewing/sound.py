"""The sound of a conversation: which clip is being recorded, and what happens to the microphone.

It belongs to the conductor's thread; the recorder's events are brought to it from there.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from capture.interviewing.state import Recording
from capture.recorder.client import Recorder
from capture.recorder.protocol import (
    Began,
    Begin,
    CannotListen,
    Command,
    End,
    Ended,
    Event,
    Held,
    Hold,
    Level,
    Opened,
    Order,
    PlayTry,
    Resume,
    Resumed,
    Strike,
    Trouble,
    TroubleKind,
    Try,
    Well,
)
from sessions.interview import Clip
from sessions.programme import Programme

GONE = (TroubleKind.HANGS, TroubleKind.DIED)
"""Troubles after which the recorder's process is of no use any more."""

KEEPING = (Recording.STARTING, Recording.RUNNING)
"""States in which what is said is kept."""


@dataclass(frozen=True)
class Position:
    """A moment in a clip, in seconds from its start."""

    clip_id: int
    at: float


class Sound:
    """One microphone, and at most one open clip. ``hear`` gets the recorder's events from its own thread."""

    def __init__(self, programme: Programme, channels: int, hear: Callable[[Event], None]) -> None:
        self._programme = programme
        self._hear = hear
        self._recorder: Recorder | None = None
        self._level: Level | None = None
        self._before: Recording = Recording.READY
        self.channels = channels
        self.state = Recording.NOTES_ONLY
        self.clip: Clip | None = None
        self.microphone = ""  # its name, once it gives sound
        self.key = ""
        self.held_at = 0.0
        self.broken_off = False
        self.stopped: Ended | None = None
        self.trouble: dict[TroubleKind, Trouble] = {}
        self.cannot: CannotListen | None = None

    @property
    def keeps(self) -> bool:
        """Whether what is said now is kept."""
        return self.state in KEEPING

    def open(self, microphone: str) -> None:
        """Listen to this microphone, in a new process; off the record stays off the record."""
        if old := self.let_go():
            old.kill()
        off = self.state is Recording.OFF_THE_RECORD
        if self._before is Recording.BROKEN:
            self._before = Recording.RUNNING if self.broken_off else Recording.READY
        self.key, self.microphone, self._level, self.cannot = microphone, "", None, None
        self.broken_off = False
        self.trouble.clear()
        order = Order(str(self._programme.folder), microphone, self.channels)
        self._recorder = Recorder(order, self._hear)
        if off:
            self._tell(Hold(0.0, off_the_record=True))
        else:
            self.state = Recording.NO_SOUND_YET

    def let_go(self) -> Recorder | None:
        """The recorder, to be closed by whoever has the time to wait for it."""
        recorder, self._recorder = self._recorder, None
        return recorder

    def _tell(self, command: Command) -> None:
        if recorder := self._recorder:
            recorder.tell(command)

    def try_out(self) -> None:
        """Begin the sound check."""
        self._tell(Try())

    def play_try(self) -> None:
        """Let the sound check be heard."""
        self._tell(PlayTry())

    def begin(self, clip: Clip, at: float, *, comment: str, pre_roll: bool = False) -> None:
        """Record ``clip`` from ``at`` on; what is recorded until then ends there."""
        self._tell(Begin(clip.id, clip.path, at, pre_roll, comment))
        self.clip, self.state, self.stopped = clip, Recording.STARTING, None

    def pause(self, at: float) -> None:
        """Keep nothing from ``at`` on."""
        self._tell(Hold(at))
        self.state, self.held_at = Recording.PAUSED, at

    def resume(self, at: float) -> None:
        """Go on with the clip at hand."""
        self._tell(Resume(at))
        self.state = Recording.STARTING

    def last_sound(self, at: float) -> float:
        """The moment of the last sound that was kept, up to ``at``."""
        return at if self.keeps else min(at, self.held_at)

    def off_the_record(self, at: float) -> None:
        """Nothing from ``at`` on reaches the disk, or stays in memory."""
        self.held_at = at if self.keeps else self.held_at
        self._before = Recording.RUNNING if self.keeps else self.state
        self._tell(Hold(at, off_the_record=True))
        self.state = Recording.OFF_THE_RECORD

    def hush(self, at: float) -> None:
        """The recorder keeps nothing from ``at`` on; from any thread, ahead of :meth:`off_the_record`."""
        self._tell(Hold(at, off_the_record=True))

    def on_the_record(self, at: float) -> bool:
        """Back to what was before; whether a new clip is to be begun for it."""
        if self._before is Recording.RUNNING and self.clip:
            self.resume(at)
            return False
        self._tell(Resume(at))
        if self._before is Recording.PAUSED and self.clip:
            self.pause(at)
        elif self._before in (Recording.NOTES_ONLY, Recording.BROKEN):
            self.state = self._before
        else:
            self.state = Recording.READY if self.microphone else Recording.NO_SOUND_YET
        return self._before is Recording.RUNNING

    def end(self, at: float) -> None:
        """Close the clip at hand; off the record stays off the record."""
        if not self.clip:
            return
        self._tell(End(at))
        self.clip = None
        if self.state is not Recording.OFF_THE_RECORD:
            self.state = Recording.READY

    def no_longer_paused(self) -> None:
        """What was paused is behind us."""
        if self.state is Recording.PAUSED:
            self.state = Recording.READY

    def strike(self, at: float, seconds: float) -> None:
        """Take the end of the clip at hand off the disk."""
        self._tell(Strike(at, seconds))

    def struck(self, seconds: float) -> None:
        """So much went from the end of the clip at hand: where it is held, its last sound is longer ago."""
        if not self.keeps:
            self.held_at -= seconds

    def position(self, at: float) -> Position | None:
        """Where in the clip at hand moment ``at`` is, as far as that is known."""
        if not self.clip:
            return None
        level = self._level
        if level is None or level.clip_id != self.clip.id:
            return Position(self.clip.id, 0.0)
        further = at - level.at if level.recording and self.keeps else 0.0
        return Position(self.clip.id, max(0.0, level.seconds + further))

    def take_in(self, event: Event) -> None:
        """What the recorder told."""
        match event:
            case Level():
                self._level = event
            case Opened(microphone):
                self.microphone = microphone
                self.state = Recording.READY if self.state is Recording.NO_SOUND_YET else self.state
            case Began(clip_id) | Resumed(clip_id, _):
                if self.clip and self.clip.id == clip_id and self.state is Recording.STARTING:
                    self.state = Recording.RUNNING
            case Held(clip_id, seconds) if self._level and self._level.clip_id == clip_id:
                self._level = replace(self._level, seconds=seconds, recording=False)
            case Trouble(kind):
                self.trouble[kind] = event
            case Well(kind):
                self.trouble.pop(kind, None)
            case CannotListen():
                self.cannot = event
                self._break()
            case Ended(clip_id) if self.clip and self.clip.id == clip_id:
                self._ended_by_itself(event)
            case _:
                pass

    def _ended_by_itself(self, event: Ended) -> None:
        self.clip, self.stopped = None, event
        if self.state is not Recording.OFF_THE_RECORD:
            self.state = Recording.READY

    def broke_off(self) -> Clip | None:
        """The recorder is of no use any more: end it; gives the clip that broke off."""
        if self._recorder:
            self._recorder.kill()
            self._recorder = None
        self._break()
        clip, self.clip = self.clip, None
        return clip

    def _break(self) -> None:
        if self.state is Recording.OFF_THE_RECORD:
            self.broken_off = self.broken_off or self._before is Recording.RUNNING
            self._before = Recording.BROKEN
        else:
            self.broken_off = self.broken_off or self.keeps
            self.state = Recording.BROKEN

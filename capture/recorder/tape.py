"""Cuts what is heard into clips, exactly at the samples that were heard at the moments of the commands.

Where the sample of a command has not arrived yet, the command waits for it, so that nearly every cut falls
between two writes. Where it has been written already, it is taken out of the file again; a ring of what was
heard last gives it to the next clip.

The key that goes off the record overtakes older ones: they do not switch the recording on again. And where
sound comes late, what may have been heard off the record is dropped rather than kept.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from capture.recorder.clip import SYNC_EVERY, OpenClip, Place, why
from capture.recorder.clock import SampleClock
from capture.recorder.disk_reserve import DiskReserve, is_full
from capture.recorder.protocol import (
    RATE,
    SAMPLE_BYTES,
    Because,
    Began,
    Begin,
    End,
    Ended,
    Event,
    Held,
    Hold,
    Resume,
    Resumed,
    Strike,
    Struck,
)
from capture.recorder.ring import Ring
from capture.recorder.waiting import Commands, Cut, Waiting
from sessions.errors import os_reason

Tell = Callable[[Event], None]
PRE_ROLL = 1.0
GAP = 1.0
"""Seconds of digital silence where something was left out."""

_KEPT = 1.5
_ENDLESS = 2**40


class Tape:
    """Everything of one microphone, in one thread. Moments are of ``time.monotonic()``."""

    def __init__(self, folder: Path, channels: int, tell: Tell) -> None:
        self._folder = folder
        self._channels = channels
        self._tell = tell
        self._frame = channels * SAMPLE_BYTES
        self._reserve = DiskReserve(folder)
        self._ring = Ring(round(_KEPT * RATE), self._frame)
        self._clock = SampleClock()
        self._waiting = Commands(self._clock)
        self._clip: OpenClip | None = None
        self._off = False
        self._off_at = 0.0
        self._deaf_until: float | None = None  # what was heard before that moment is nobody's
        self._floor = 0  # frames before this one belong to another clip, or to nobody
        self._now = 0.0
        self._reserve.keep()

    @property
    def waits(self) -> bool:
        """Whether commands wait for their samples."""
        return bool(self._waiting)

    def hear(self, block: bytes, moment: float) -> None:
        """Take a block of whole frames that arrived at ``moment``."""
        self._now = moment
        self._clock.observe(self._heard + len(block) // self._frame, moment)
        self._waiting.sound_came()
        while block:
            until = self._frames_until_cut() * self._frame
            self._take_in(block[:until])
            block = block[until:]
            self._perform_due()

    def take(self, command: Cut, now: float) -> None:
        """Take a command, to be carried out at the sample heard at its moment."""
        self._waiting.take(command, now, self._heard)
        self._perform_due()

    def tick(self, now: float) -> None:
        """To be called a few times a second: syncs, and carries out what waited for sound in vain."""
        self._now = now
        while late := self._waiting.overdue(now, self._heard):
            self._perform_late(late)
        self._perform_due()
        clip = self._clip
        if clip and clip.recording and clip.began and now - clip.synced >= SYNC_EVERY:
            self._guarded(lambda: clip.sync(now))

    @property
    def place(self) -> Place:
        """Where it is now."""
        at = self._clock.moment_of(self._heard) if self._clock.runs else self._now
        return self._clip.place(at) if self._clip else Place(at)

    def close(self) -> None:
        """The last thing to do: carry out what waits, and close the clip at hand."""
        for late in self._waiting.rest():
            self._perform_late(late)
        self._guarded(lambda: self._end(self._heard))
        self._reserve.release()

    @property
    def _heard(self) -> int:
        return self._ring.end

    def _frames_until_cut(self) -> int:
        first = self._waiting.next_frame
        return _ENDLESS if first is None else max(0, first - self._heard)

    def _take_in(self, sound: bytes) -> None:
        deaf = self._deaf_frames() * self._frame
        if sound[:deaf]:
            self._ring.skip(sound[:deaf])
            if self._clip:
                self._clip.stretch = 0
        if sound[deaf:]:
            self._keep(sound[deaf:])

    def _deaf_frames(self) -> int:
        if self._deaf_until is None:
            return 0
        if not self._clock.settled:
            return _ENDLESS
        return max(0, self._clock.latest_frame_at(self._deaf_until) - self._heard)

    def _keep(self, sound: bytes) -> None:
        if self._off:
            self._ring.skip(sound)
        else:
            self._ring.add(sound)
        if self._clip and self._clip.recording:
            self._guarded(lambda: self._write(sound))

    def _write(self, sound: bytes) -> None:
        clip = self._clip
        assert clip is not None
        if not clip.has_room_for(sound):
            self._end(self._heard, Because.TOO_LONG)
            return
        clip.write(sound)
        if not clip.began and clip.file.frames:
            clip.sync(self._now)
            clip.began = True
            self._tell(Began(clip.clip_id))

    def _perform_due(self) -> None:
        while due := self._waiting.due(self._heard):
            assert due.frame is not None
            self._perform(due.command, due.frame)

    def _perform_late(self, late: Waiting) -> None:
        """Its sample did not come: all that was heard since it came is taken for spoken after it. What may
        still come in a burst was spoken before it, which matters where that is to be struck."""
        frame = late.heard
        if isinstance(late.command, End):
            frame = self._heard
        if isinstance(late.command, Strike):
            frame = max(frame, late.frame or 0)
        self._perform(late.command, frame)

    def _perform(self, command: Cut, frame: int) -> None:
        match command:
            case Begin():
                frame = max(frame, self._ring.start)  # told too late: what the ring lost stays where it is
                self._guarded(lambda: self._end(frame))
                self._begin(command, frame)
            case Hold(at=at, off_the_record=off):
                self._off_at = max(self._off_at, at) if off else self._off_at
                self._hold(frame, off)
            case Resume(at=at):
                self._guarded(lambda: self._resume(at, frame))
            case Strike():
                self._guarded(lambda: self._strike(command, frame))
            case End():
                self._guarded(lambda: self._end(frame))

    def _begin(self, command: Begin, frame: int) -> None:
        start = frame - (round(PRE_ROLL * RATE) if command.pre_roll else 0)
        self._go_on_the_record(command.at)
        self._reserve.keep()
        try:
            self._clip = OpenClip.begin(command, self._folder, self._channels, self._reserve)
        except OSError as error:
            self._tell(Ended(command.clip_id, 0, why(error), os_reason(error)))
            return
        if self._off:
            self._clip.recording = False
            self._tell_held()
        else:
            self._guarded(lambda: self._write(self._since(start)))

    def _go_on_the_record(self, at: float) -> None:
        """Unless the key that went off the record was pressed after the one pressed ``at`` that moment."""
        if self._off and at > self._off_at:
            self._off = False
            self._deaf_until = at

    def _hold(self, frame: int, off_the_record: bool) -> None:
        clip = self._clip
        if clip and clip.recording:
            self._guarded(lambda: self._hold_clip(clip, frame))
        if off_the_record:
            self._off = True
            self._ring.forget_before(self._heard)
        self._tell_held()

    def _tell_held(self) -> None:
        clip = self._clip
        self._tell(Held(clip.clip_id if clip else 0, clip.seconds if clip else 0.0, self._off))

    def _hold_clip(self, clip: OpenClip, frame: int) -> None:
        self._cut_back(clip, frame)
        clip.hold(self._now)

    def _resume(self, at: float, frame: int) -> None:
        self._go_on_the_record(at)
        if self._off:
            self._tell_held()
            return
        clip = self._clip
        if clip and not clip.recording:
            clip.resume(bytes(round(GAP * RATE) * self._frame))
            self._tell(Resumed(clip.clip_id, clip.seconds))
            self._write(self._since(frame))
            return
        self._tell(Resumed(clip.clip_id if clip else 0, clip.seconds if clip else 0.0))

    def _strike(self, command: Strike, frame: int) -> None:
        if frame > self._heard or not self._clock.settled:
            self._deaf_until = max(self._deaf_until or 0.0, command.at)
        clip, frames = self._clip, round(command.seconds * RATE)
        after = max(0, self._heard - frame)
        if clip and clip.recording:
            after = min(clip.stretch, after)
        self._floor = max(self._floor, self._heard - after)
        self._ring.forget_before(self._floor)
        if clip is None:
            self._tell(Struck(0, 0.0, 0.0))
            return
        if clip.recording:
            struck = clip.strike(frames, after, max(0, frame - self._heard))
        else:
            struck = clip.strike(frames, 0, -self._overtaken(command))
        self._tell(struck)
        if clip.recording:
            self._write(self._since(self._floor))

    def _overtaken(self, command: Strike) -> int:
        """So many frames were kept after ``command`` and before the key off the record that overtook it."""
        return max(0, round((self._off_at - command.at) * RATE)) if self._off else 0

    def _end(self, frame: int, because: Because = Because.ASKED) -> None:
        clip = self._clip
        if clip is None:
            return
        if clip.recording:
            self._cut_back(clip, frame)
        clip.file.close()
        self._clip = None
        self._tell(clip.ended(because))

    def _cut_back(self, clip: OpenClip, frame: int) -> None:
        """Take what was heard from ``frame`` on out of the clip, as far as it is in there."""
        back = min(clip.stretch, self._heard - frame)
        clip.cut_back(back)
        self._floor = self._heard - back

    def _since(self, frame: int) -> bytes:
        return self._ring.since(max(frame, self._floor))

    def _guarded(self, action: Callable[[], None]) -> None:
        """Where the disk fails, the clip ends loudly, with everything until then."""
        try:
            action()
        except OSError as error:
            self._fail(error)

    def _fail(self, error: OSError) -> None:
        clip, self._clip = self._clip, None
        if clip is None:
            return
        if is_full(error):
            self._reserve.release()
        with suppress(OSError):
            clip.file.close()
        self._floor = self._heard
        self._tell(clip.ended(why(error), error))

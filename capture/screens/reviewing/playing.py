"""What is heard in the review: which fragment, how fast, and the word of this moment."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from capture.player.events import Ended, Failed, Paused, Playing, Told
from capture.player.protocol import SPEEDS
from capture.reviewing.state import Line
from sessions.fragments import Fragment
from sessions.i18n import gettext as _
from sessions.timing import word_spans
from sessions.transcript import Segment

if TYPE_CHECKING:
    from capture.player.client import Player

STEP = 0.1
"""How much one key makes it faster or slower."""

BACK = 5.0
"""Seconds that one key goes back."""

_LINGERS = 0.5
"""Seconds that a word stays lit after its end, so that short pauses do not flicker."""


@dataclass(frozen=True)
class Sound:
    """What is played: the recording at ``path``, in the fragment ``segment_id``; ``at`` in seconds from its
    start."""

    segment_id: int
    path: str
    at: float
    on: bool = False
    paused: bool = False
    speed: float = 1.0
    loop: bool = False


class Playback:
    """Plays fragments of the programme in ``folder``; ``tell`` hears the player, from another thread."""

    def __init__(self, folder: Path, tell: Callable[[Told], None]) -> None:
        self._folder = folder
        self._tell = tell
        self._player: Player | None = None
        self.sound: Sound | None = None
        self._last: Sound | None = None
        self._number = 0
        self.speed = 1.0
        self.loop = False

    @property
    def player(self) -> "Player":
        """The player, made when it is needed first."""
        if self._player is None:
            from capture.player.client import Player

            self._player = Player(self._tell)
        return self._player

    def refusal(self, fragment: Fragment) -> str:
        """Why this fragment cannot be played; empty where it can."""
        if fragment.segment.written:
            return _("The expert added this in writing: it is in no recording.")
        if fragment.clip is None:
            return _("This text came without a recording: there is nothing to play.")
        if fragment.clip.erased:
            return _("The sound of this was taken out. What was said is in the text.")
        if not self._path(fragment).exists():
            told = _("The recording {name} is not on this disk. What was said is in the text.")
            return told.format(name=Path(fragment.clip.path).name)
        return ""

    def _path(self, fragment: Fragment) -> Path:
        return self._folder / (fragment.clip.path if fragment.clip else "")

    def play(self, fragment: Fragment, start: float | None = None, *, on: bool = False) -> None:
        """Play this fragment, from ``start`` seconds where that is given; ``on`` plays on behind its end."""
        segment, path = fragment.segment, str(self._path(fragment))
        begin = segment.start if start is None else start
        self.sound = Sound(segment.id, path, begin, on, speed=self.speed, loop=self.loop)
        end = max(segment.end, begin)
        self._number = self.player.play(path, begin, end, self.speed, self.loop and not on, play_on=on)

    def toggle(self) -> None:
        """Pause, or go on."""
        self.player.toggle()

    def pause(self) -> None:
        """Wait here."""
        if self.sound and not self.sound.paused:
            self.player.pause()

    def back(self) -> bool:
        """Hear the last seconds again, also where the end was heard; False where nothing was played yet."""
        if self.sound is None and self._last:
            self.sound = replace(self._last, paused=False, speed=self.speed, loop=self.loop)
            self.player.speed(self.speed)
            self.player.loop(self.loop)
        if self.sound:
            self.player.back(BACK)
        return self.sound is not None

    def reached(self, segment_id: int) -> None:
        """What plays on is heard in this fragment by now."""
        if self.sound:
            self.sound = replace(self.sound, segment_id=segment_id)

    def faster(self, steps: int) -> None:
        """Go faster, or slower, from now on."""
        slowest, fastest = SPEEDS
        self.speed = round(min(fastest, max(slowest, self.speed + steps * STEP)), 1)
        if self.sound:
            self.sound = replace(self.sound, speed=self.speed)
            self.player.speed(self.speed)

    def repeat(self) -> None:
        """Repeat, or no longer."""
        self.loop = not self.loop
        if self.sound:
            self.sound = replace(self.sound, loop=self.loop)
            self.player.loop(self.loop)

    def heard(self, told: Told) -> bool:
        """Note what the player told; False where that is of a sound before, and comes too late."""
        if told.number not in (0, self._number):
            return False
        if isinstance(told, Ended | Failed):
            self._last, self.sound = self.sound or self._last, None
        elif self.sound and isinstance(told, Paused):
            self.sound = replace(self.sound, at=told.at, paused=True)
        elif isinstance(told, Playing):
            playing = self.sound or self._last  # a key may have begun it again just before its end was told
            if playing and told.path == playing.path:
                self.sound = replace(playing, at=told.at, paused=False)
        return True

    def close(self) -> None:
        """Let go of the loudspeaker."""
        if self._player:
            self._player.close()


def line_at(lines: Sequence[Line], sound: Sound) -> Line | None:
    """The line in which something is said at this moment of the sound."""
    for line in lines:
        segment, clip = line.fragment.segment, line.fragment.clip
        if clip and segment.start <= sound.at < segment.end and Path(sound.path).name == Path(clip.path).name:
            return line
    return None


def word_at(segment: Segment, at: float) -> tuple[int, int] | None:
    """Where in the text of ``segment`` the word stands that is heard ``at`` so many seconds."""
    said = [
        (start, end) for start, end, word in word_spans(segment) if word.start <= at < word.end + _LINGERS
    ]
    return said[-1] if said else None

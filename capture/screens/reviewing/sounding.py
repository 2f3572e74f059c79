"""What the keys of the review do to the sound."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from capture.naming import decimal
from capture.player.events import Failed as NotPlayed
from capture.player.events import Told as Heard
from capture.reviewing.state import Line
from capture.screens.failure import Failed
from capture.screens.reviewing.labelling import Labelling
from capture.screens.reviewing.playing import Playback, line_at, word_at
from capture.screens.wishes import Conducting
from sessions.fragments import Fragment
from sessions.i18n import gettext as _
from sessions.text import clean_line
from sessions.timing import word_spans

if TYPE_CHECKING:
    from capture.reviewing.review import Review


class Sounding(Labelling):
    """The actions on the sound, and what is heard of it."""

    class Played(Message):
        """The player told something."""

        def __init__(self, heard: Heard) -> None:
            super().__init__()
            self.heard = heard

    def __init__(self, review: "Review") -> None:
        super().__init__(review)
        self.playback = Playback(review.programme.folder, self._hear)
        self._from: tuple[int, float] | None = None

    def _hear(self, told: Heard) -> None:
        self.post_message(self.Played(told))

    @on(Played)
    def _follow(self, played: Played) -> None:
        """Light up the word that is heard; where it plays on, stand on its fragment."""
        if not self.playback.heard(played.heard):
            return
        if isinstance(played.heard, NotPlayed):
            self.app.post_message(Failed(played.heard.error))
        sound = self.playback.sound
        line = line_at(self.fragments.lines, sound) if sound else None
        if line and sound:
            self.fragments.light(line.id, word_at(line.fragment.segment, sound.at))
            if sound.on and not self.editor.typed:
                self.playback.reached(line.id)
                self.fragments.stand_on_id(line.id)
        else:
            self.fragments.light(None, None)
        self.paint_line()

    # --- the sound -----------------------------------------------------------------------------------
    def action_play(self) -> None:
        """Play the fragment, from the marked word if there is one; pause, or go on.

        What was heard from that word to its end begins at the beginning the next time.
        """
        line, sound = self.fragments.line, self.playback.sound
        if line and sound and sound.segment_id == line.id:
            self._unless_recording(self.playback.toggle)
        elif line:
            word = self._from_the_word(line)
            heard = word is not None and self._from == (line.id, word)
            self._play(line.fragment, None if heard else word)

    def _from_the_word(self, line: Line) -> float | None:
        """When the marked word begins."""
        marked = self.fragments.doubt
        words = word_spans(line.fragment.segment) if marked else []
        return next((word.start for start, end, word in words if marked and start <= marked[0] < end), None)

    def action_play_on(self) -> None:
        """Play on from this fragment; the list follows."""
        self.with_line(lambda line: self._play(line.fragment, None, on=True))

    def _play(self, fragment: Fragment, start: float | None, *, on: bool = False, loop: bool = False) -> None:
        if refusal := self.playback.refusal(fragment):
            self.say(clean_line(refusal), warning=True)
            return

        def play() -> None:
            self.playback.loop |= loop
            self.playback.play(fragment, start, on=on)
            self._remember(fragment.segment.id, start)

        self._unless_recording(play)
        self.paint_line()

    def _remember(self, segment_id: int, start: float | None) -> None:
        if start is not None:
            self._from = segment_id, start
        elif self._from and self._from[0] != segment_id:
            self._from = None

    def _unless_recording(self, play: Callable[[], object]) -> None:
        if isinstance(self.app, Conducting) and self.app.conductor is not None:
            told = _("A conversation is going on: nothing is played, or it would be recorded too.")
            self.say(told, warning=True)
        else:
            play()

    def action_back_five(self) -> None:
        """Hear the last five seconds again."""
        self._unless_recording(self._back)

    def _back(self) -> None:
        if not self.playback.back():
            self.say(_("Nothing was played yet."))

    def action_loop(self) -> None:
        """Repeat the fragment, or no longer; where nothing plays, begin with it."""
        if self.playback.sound is None:
            self.with_line(lambda line: self._play(line.fragment, None, loop=True))
            return
        self.playback.repeat()
        self.say(_("The fragment repeats.") if self.playback.loop else _("The fragment is played once."))

    def action_speed(self, steps: int) -> None:
        """Slower, or faster."""
        self.playback.faster(steps)
        if self.playback.sound:
            self.paint_line()  # there it stands already
        else:
            self.say(_("speed {x}").format(x=decimal(self.playback.speed, "0.0")))

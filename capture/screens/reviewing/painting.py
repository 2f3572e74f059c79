"""The lines around the fragments: who and how far, the question, what is left, and what is said for a while."""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.timer import Timer

from capture.reviewing.state import Page
from capture.screens.interviewing.key_bar import KeyBar
from capture.screens.interviewing.strip import Strip
from capture.screens.reviewing import headline
from capture.screens.reviewing.acting import Acting
from capture.screens.reviewing.keys import EDITING, IN_ORDER
from capture.screens.reviewing.pace import Pace
from sessions.text import clean_line

if TYPE_CHECKING:
    from capture.reviewing.review import Review

NOTICE, WARNING = 6.0, 12.0
"""Seconds that a line stays which goes away by itself."""


class Painting(Acting):
    """What is painted of a review beside its lists; ``parts`` are the strips by their names."""

    def __init__(self, review: "Review") -> None:
        super().__init__(review)
        self.parts: dict[str, Strip] = {}
        self._pace = Pace()
        self._notice: tuple[str, bool] | None = None
        self._timer: Timer | None = None

    def make(self, name: str, *, fixed: bool = True) -> Strip:
        """A strip with this name."""
        self.parts[name] = Strip(name, fixed=fixed)
        return self.parts[name]

    def paint_words(self, page: Page) -> None:
        """Paint all but the lists, and note how fast it goes."""
        self._pace.note(page.left.checked)
        self.parts["people"].show(headline.people(page))
        left = page.left
        seconds = self._pace.seconds(left.fragments - left.checked)
        self.parts["progress"].show(headline.progress(left, seconds))
        self.parts["nothing"].display = not page.lines
        if not page.lines:
            self.parts["nothing"].show(headline.nothing_to_read(page))
        self.parts["question"].display = bool(page.answers)
        if page.answers:
            here = page.answers[page.here]
            self.parts["question"].show(headline.question(here, page.reading.guide))
            self.parts["left"].show(headline.left_lines(here, left))

    def say(self, text: str, *, warning: bool = False) -> None:
        """Say something in one line, for a while."""
        if self._timer:
            self._timer.stop()
        self._notice = (clean_line(text), warning)
        self._timer = self.set_timer(WARNING if warning else NOTICE, self._unsay)
        self.paint_line()

    def _unsay(self) -> None:
        self._notice = None
        self.paint_line()

    def paint_line(self) -> None:
        """What is said, what is heard, or what can be taken back: in this order."""
        line = headline.undo_line(self.now, self.query_one(KeyBar).names) if self.now else Content("")
        if self.playback.sound:
            line = headline.sound_line(self.playback.sound)
        if self._notice:
            line = Content.styled(self._notice[0], "bold" if self._notice[1] else "")
        self.parts["line"].show(line)

    def show_keys(self) -> None:
        """The keys that work now: others while a text is edited."""
        self.query_one(KeyBar).show_keys(EDITING if self.editor.typed else IN_ORDER)

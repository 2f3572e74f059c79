"""The lines around the fragments: who and how far, the question, what is left, and what is said for a while."""

from functools import partial
from typing import TYPE_CHECKING

from textual import events, on
from textual.content import Content
from textual.timer import Timer

from capture.reviewing.state import Page
from capture.screens.interviewing.key_bar import KeyBar
from capture.screens.interviewing.strip import Strip
from capture.screens.reviewing import headline
from capture.screens.reviewing.acting import Acting
from capture.screens.reviewing.keys import EDITING, IN_ORDER
from capture.screens.reviewing.pace import Pace
from capture.screens.reviewing.who import WhoDialog
from capture.settings import remember
from sessions.text import clean_line

if TYPE_CHECKING:
    from capture.reviewing.bench import Bench
    from capture.reviewing.review import Review

NOTICE, WARNING = 6.0, 12.0
"""Seconds that a line stays which goes away by itself."""

SLIM = 70
"""Columns below which the answers make room for the text."""


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
        self._paint_head(page)
        self.parts["nothing"].display = not page.lines
        if not page.lines:
            self.parts["nothing"].show(headline.nothing_to_read(page))
        self.parts["question"].display = bool(page.answers)
        if page.answers:
            here = page.answers[page.here]
            self.parts["question"].show(self._question(page))
            self.parts["left"].show(headline.left_lines(here, page.left, self.size.width - 2))

    def _paint_head(self, page: Page) -> None:
        people, left = headline.people(page), page.left
        seconds = self._pace.seconds(left.fragments - left.checked)
        self.parts["people"].show(people)
        self.parts["progress"].show(
            headline.progress(left, seconds, self.size.width - people.cell_length - 4)
        )

    def _question(self, page: Page) -> Content:
        here, guide = page.answers[page.here], page.reading.guide
        width = self.parts["question"].content_size.width or self.size.width
        return headline.question(here, guide, width, 4 if self.has_class("-high") else 2)

    @on(events.Resize)
    def _fit(self) -> None:
        """Other words fit now, once all of it has its new place."""
        self.set_class(self.size.width < SLIM, "-slim")
        self.call_after_refresh(self._paint_again)

    def _paint_again(self) -> None:
        if self.now:
            self.paint_words(self.now)

    def action_who(self) -> None:
        """Ask who works here; from now on that name stands with what is changed."""
        self.app.push_screen(WhoDialog(self.review.by), self._works_here)

    def _works_here(self, by: str | None) -> None:
        if by:
            remember(interviewer=by)
            self.review.by = by
            self.review.ask(partial(_let, by=by))

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


def _let(bench: "Bench", by: str) -> None:
    bench.by = by

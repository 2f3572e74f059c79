"""The end of a conversation: the closing words, what there is now, the time it took, and what comes next."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widgets import Footer, Input, Label, Static

from capture.interviewing.state import News, Recording, Snapshot
from capture.screens.opening import listed, read_aloud, titled
from capture.screens.steps import ConductedStep, forward
from capture.screens.summary import time_spent, told, what_comes_now
from sessions.i18n import gettext as _
from sessions.spending import Stretch
from sessions.text import clean_line

if TYPE_CHECKING:
    from capture.interviewing.conductor import Conductor


class ClosingScreen(ConductedStep[bool]):
    """Rounds the conversation off; its result is true when it is done, false to go on with it after all."""

    class Counted(Message):
        """The time that was spent so far."""

        def __init__(self, stretches: list[Stretch]) -> None:
            super().__init__()
            self.stretches = stretches

    def __init__(self, conductor: "Conductor") -> None:
        super().__init__(conductor, classes="spoken closing")

    @property
    def about(self) -> str:
        return _(
            "The end of the conversation. Read the closing words aloud and ask the last questions. Below it "
            "stands what was recorded, skipped and marked, and the time it took; add the minutes that you "
            "spent on preparing, they count for the subsidy. A negative number corrects a mistake. Enter "
            "closes the session, Esc goes back to the conversation."
        )

    def compose(self) -> ComposeResult:
        yield Static(_("Rounding off"), classes="title", markup=False)
        with VerticalScroll(classes="page"):
            for part in ("script", "questions", "told", "time"):
                yield Static("", classes=part, markup=False)
            with Horizontal(classes="minutes"):
                yield Label(_("Add minutes of your own, for preparing:"), markup=False)
                yield Input(type="integer", max_length=4, compact=True)
            yield Static("", classes="next", markup=False)
        yield Static("", classes="runs", markup=False)
        yield Static("", classes="missing", markup=False)
        yield forward(_("Close the session"))
        yield Footer()

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(".page").focus()
        self.load()

    def load(self) -> None:
        """Add up the time again."""
        self._count(0)

    def _count(self, minutes: int) -> None:
        """Add ``minutes`` of the developer, and read the time that was spent."""
        programme, code = self.conductor.programme, self.conductor.code

        def count() -> Message:
            from sessions.store.interviews import find_session
            from sessions.store.spending import add_developer_minutes, stretches_of

            with programme.store() as store:
                session = find_session(store, code)
                if minutes:
                    add_developer_minutes(store, session, minutes)
                return self.Counted(stretches_of(store, session))

        self.in_background(count)

    @on(Counted)
    def _show_time(self, counted: Counted) -> None:
        self.query_one(".time", Static).update(time_spent(counted.stretches))

    def heard(self, news: News) -> None:
        """Show what there is now."""
        if not isinstance(news, Snapshot):
            return
        script, folder = news.guide.script, clean_line(str(self.conductor.programme.folder))
        self.query_one(".title", Static).update(titled(_("Rounding off"), news))
        self.query_one(".script", Static).update(read_aloud(script.closing))
        self.query_one(".questions", Static).update(listed(_("To end with"), script.last_questions))
        self.query_one(".told", Static).update(told(news.standings))
        self.query_one(".next", Static).update(what_comes_now(news, folder))
        runs = news.recording in (Recording.STARTING, Recording.RUNNING)
        self.query_one(".runs", Static).update(
            _("● The recording still runs, and is kept when you close the session.") if runs else ""
        )

    @on(Input.Submitted)
    def _add_minutes(self, event: Input.Submitted) -> None:
        try:
            minutes = int(event.value)
        except ValueError:
            self.say(_("How many minutes? Type a whole number."))
            return
        event.input.clear()
        self.say(_("{n} min added.").format(n=minutes))
        self._count(minutes)

    def action_back(self) -> None:
        """Back to the conversation."""
        self.finish(False)

    def action_go_on(self) -> None:
        """Close the session."""
        self.conductor.end()
        self.finish(True)

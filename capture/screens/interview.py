"""The interview screen: the question, large, and all around it only what is needed at a glance."""

import time
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.timer import Timer

from capture.interviewing.state import Alarm, News, Notice, Recording, Snapshot, Standing
from capture.recorder.protocol import Level
from capture.screens.alerting import alert
from capture.screens.failure import Failed
from capture.screens.interviewing import aside, headline, question
from capture.screens.interviewing.acting import Acting
from capture.screens.interviewing.commands import InterviewCommands
from capture.screens.interviewing.guide_list import GuidePanel
from capture.screens.interviewing.key_bar import KeyBar
from capture.screens.interviewing.strip import Strip
from capture.screens.meter import Peaks, drawn
from sessions.errors import VakborgError
from sessions.i18n import gettext as _
from sessions.text import clean_line

if TYPE_CHECKING:
    from capture.interviewing.conductor import Conductor

WIDE = 110
"""Columns from which the guide stands beside the question."""

HIGH = 32
"""Lines from which there is room for more than one line of everything."""

NOTICE, WARNING = 8.0, 15.0
"""Seconds that a line stays which goes away by itself."""

_NO_METER = (Recording.NOTES_ONLY, Recording.NO_SOUND_YET, Recording.BROKEN, Recording.OFF_THE_RECORD)


class InterviewScreen(Acting):
    """A conversation; ``result`` is true when it was rounded off, false where it was left for now.

    Whoever made the conductor closes it.
    """

    COMMANDS: ClassVar = {InterviewCommands}
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - as it is declared in Screen
    VERTICAL_BREAKPOINTS = [(0, "-low"), (HIGH, "-high")]  # noqa: RUF012

    class Told(Message):
        """The conductor told something."""

        def __init__(self, news: News) -> None:
            super().__init__()
            self.news = news

    class Heard(Message):
        """How loud it is now; only the latest matters."""

        def __init__(self, level: Level) -> None:
            super().__init__()
            self.level = level

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, InterviewScreen.Heard)

    def __init__(self, conductor: "Conductor") -> None:
        super().__init__(conductor)
        self.level: Level | None = None
        self._peaks = Peaks()
        self._notice: Notice | None = None
        self._timer: Timer | None = None
        self._parts: dict[str, Strip] = {}
        self._painted: tuple[Standing, ...] = ()
        self._place = -1

    @property
    def about(self) -> str:
        return _(
            "The conversation. At the top what happens to the sound: only ● and the word RECORDING mean that "
            "it is kept. Below it the level; the highest peaks belong between [ and ]. Then the question, "
            "what it is after, and its probes: mark with its digit that you asked one. In the guide "
            "☐ is open, ◐ recorded, ✔ transcribed, – skipped, ! set aside, ⚑ to come back to. Off the record "
            "nothing is kept, not even in memory. Drop a photo on this window and it belongs to the answer."
        )

    def compose(self) -> ComposeResult:
        with Horizontal(classes="head"):
            yield self._make("people")
            yield self._make("progress", fixed=False)
        with Horizontal(classes="band"):
            yield self._make("sound")
            yield self._make("equipment", fixed=False)
        yield self._make("meter")
        with Horizontal(classes="middle"):
            with Vertical(classes="body"):
                yield self._make("standing")
                yield self._make("words", fixed=False)
                yield self._make("why", fixed=False)
                yield self._make("probes", fixed=False)
                yield VerticalScroll(self._make("sentences", fixed=False), classes="told", can_focus=False)
            yield GuidePanel()
        with Vertical(classes="aside"):
            yield self._make("call")
            yield self._make("because")
            with Horizontal(classes="call-foot"):
                yield self._make("heard")
                yield self._make("buttons", fixed=False)
            yield self._make("line")
        yield KeyBar()

    def on_mount(self) -> None:
        self.set_interval(1.0, self._tick)

    @on(events.ScreenResume)
    def listen(self) -> None:
        """From now on the conductor tells this screen what happens."""
        self.conductor.listen(self.tell)

    def tell(self, news: News) -> None:
        """Take in news from the conductor's thread."""
        self.post_message(self.Heard(news) if isinstance(news, Level) else self.Told(news))

    def part(self, name: str) -> Strip:
        """The strip with this name."""
        return self._parts[name]

    def _make(self, name: str, *, fixed: bool = True) -> Strip:
        self._parts[name] = Strip(name, fixed=fixed)
        return self._parts[name]

    # --- what the conductor tells --------------------------------------------------------------------
    @on(Told)
    def _take_in(self, told: Told) -> None:
        news = told.news
        if isinstance(news, Snapshot):
            before, self.now = self.now, news
            if news.alarm is None:
                self.sight.forget_alarms()
            alert(self, before, news, shown=self.app.screen is self)
            self._paint(news)
            if before is None:
                self.refresh_bindings()  # only now there is something that keys could be about
        elif isinstance(news, Notice):
            self._say(news)
        elif isinstance(news, VakborgError):
            self.app.post_message(Failed(news))

    @on(Heard)
    def _show_level(self, heard: Heard) -> None:
        level = self.level = heard.level
        held = self._peaks.highest(level)
        if self.now and self.now.recording not in _NO_METER:
            meter = self.part("meter")
            meter.show(drawn(level.rms, held, meter.content_size.width))
            meter.set_class(len(held) > 1, "-two")
            self.part("sound").show(headline.sound(self.now, level))

    @on(KeyBar.Changed)
    def _name_keys(self) -> None:
        """The keys are named at the bottom and beside what they act on."""
        if self.now:
            self._paint_aside(self.now)

    # --- painting ------------------------------------------------------------------------------------
    def _paint(self, now: Snapshot) -> None:
        self._paint_top(now)
        self._paint_question(now)
        self._paint_aside(now)
        if now.standings != self._painted or now.here != self._place:
            self._painted, self._place = now.standings, now.here
            self.query_one(GuidePanel).show(now)

    def _paint_top(self, now: Snapshot) -> None:
        self._strike_through(now.recording is Recording.OFF_THE_RECORD)
        self.query_one(".band").set_classes(f"band -{now.recording.value.replace('_', '-')}")
        self.part("people").show(headline.people(now))
        self.part("progress").show(headline.progress(now, time.monotonic()))
        self.part("sound").show(headline.sound(now, self.level))
        self.part("equipment").show(headline.equipment(now))
        if now.recording in _NO_METER:
            self._peaks.forget()
            self.part("meter").show(headline.no_level(now))

    def _strike_through(self, off_the_record: bool) -> None:
        struck = (self.query_one(".body"), self.query_one(".aside"), self.part("meter"), self.part("people"))
        if off_the_record is not struck[0].has_class("-struck"):
            for piece in struck:
                piece.set_class(off_the_record, "-struck")
            for part in self._parts.values():
                part.refresh()  # else an empty one is not hatched

    def _paint_question(self, now: Snapshot) -> None:
        probes = self.part("probes")
        self.part("standing").show(question.standing_line(now))
        self.part("words").show(question.words(now.standing.question))
        self.part("why").show(question.reason(now.standing.question))
        probes.show(question.probes(now.standing, probes.content_size.width, roomy=self.size.height >= HIGH))
        self.part("sentences").show(question.told_so_far(now.told_so_far))
        self.query_one(".told").display = bool(now.told_so_far)

    def on_resize(self) -> None:
        """Wrap the probes anew."""
        self.call_after_refresh(lambda: self._paint_question(self.now) if self.now else None)

    def _paint_aside(self, now: Snapshot) -> None:
        below = self.sight.below(now)
        painted = aside.painted(below, now, self.query_one(KeyBar).names)
        self.query_one(".aside").set_class(isinstance(below, Alarm), "-alarm")
        for name, content in vars(painted).items():
            self.part(name).show(content)
        self.part("heard").show(aside.heard(now))
        self._paint_line(now)

    def _paint_line(self, now: Snapshot) -> None:
        keys, spent = self.query_one(KeyBar).names, headline.talked(now, time.monotonic())
        line = aside.undo_line(now.undo, keys)
        if self.sight.reminds(spent):
            line = aside.reminder_line(spent, keys)
        if self._notice:
            line = Content.styled(clean_line(self._notice.text), "bold" if self._notice.warning else "")
        self.part("line").show(line)

    def _tick(self) -> None:
        if self.now:
            self.part("progress").show(headline.progress(self.now, time.monotonic()))
            self._paint_line(self.now)

    def _say(self, notice: Notice) -> None:
        if self._timer:
            self._timer.stop()
        self._notice = notice
        self._timer = self.set_timer(WARNING if notice.warning else NOTICE, self._unsay)
        if self.now:
            self._paint_line(self.now)

    def _unsay(self) -> None:
        self._notice = None
        if self.now:
            self._paint_line(self.now)

    # --- what belongs to this screen alone -----------------------------------------------------------
    def action_put_away(self) -> None:
        """Put away what is shown below the question; the alarm of a microphone stays."""
        if self.sight.suggestion(self.snapshot):
            self.conductor.follow_up(asked=False)
        self.sight.put_away(self.sight.below(self.snapshot))
        self._paint_aside(self.snapshot)

    def action_reminder(self) -> None:
        """Put away the proposal of the clock."""
        self.sight.put_reminder_away(headline.talked(self.snapshot, time.monotonic()))
        self._paint_line(self.snapshot)

    def action_scroll_told(self, way: int) -> None:
        """Read on, or back, in what was said before."""
        self.query_one(".told").scroll_relative(y=way * 3, animate=False)

    def action_go(self, question_id: str) -> None:
        """To this question."""
        self.conductor.go(question_id)

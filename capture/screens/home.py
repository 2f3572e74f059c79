"""The programme's sessions, and how far each of them is."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.content import Content
from textual.message import Message
from textual.widgets import DataTable, Static

from capture.screens.base import LOOK_AGAIN, BaseScreen
from capture.screens.interviewing.key_bar import KeyBar
from capture.screens.overview import SessionLine
from capture.screens.session import SessionScreen
from capture.screens.showing import MUTED
from capture.screens.table import SessionTable
from capture.screens.wishes import Hold, NewSession
from capture.screens.withdrawing.notices import Notices, read_notices
from capture.screens.withdrawing.notices import lines as notice_lines
from sessions.i18n import gettext as _
from sessions.text import clean_line

if TYPE_CHECKING:
    from sessions.programme import Programme


IN_ORDER = (
    "open", "new_session", "interview", "modules", "cases", "due", "search", "help", "quit", "commands",
)  # fmt: skip
"""The ids of the keys at the bottom of the screen, the most needed first."""


def _commands_of_due() -> type[Provider]:
    from capture.screens.withdrawing.commands import DueCommands

    return DueCommands


class HomeScreen(BaseScreen):
    """A table of sessions; Enter or a click opens one."""

    COMMANDS: ClassVar = {_commands_of_due}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", _("New"), id="new_session", tooltip=_("Start a session with an expert")),
        Binding(
            "i",
            "interview",
            _("Interview"),
            id="interview",
            tooltip=_("Hold the conversation, or go on with it"),
        ),
        Binding("p", "cases", _("Cases"), id="cases", tooltip=_("The practice cases of the programme")),
        Binding("m", "modules", _("Modules"), id="modules", tooltip=_("The modules: read, decide, to Word")),
        Binding(
            "o",
            "due",
            _("Due"),
            id="due",
            tooltip=_("What is to be taken out, and until when recordings are kept"),
        ),
        Binding("r,f5", "reload", id="reload", show=False, tooltip=_("Read everything again")),
        Binding("escape", "nothing", show=False),
    ]

    class Loaded(Message):
        """The sessions as they are now, and what is due."""

        def __init__(self, lines: Sequence[SessionLine], notices: Notices) -> None:
            super().__init__()
            self.lines = list(lines)
            self.notices = notices

    def __init__(self, programme: "Programme") -> None:
        super().__init__(classes="home")
        self.programme = programme
        self.lines: list[SessionLine] | None = None
        self.notices = Notices()
        self._reading = False
        self._following = True

    @property
    def about(self) -> str:
        return _(
            "The sessions of this programme. For each: who was interviewed, and how many of the answers "
            "have been turned into text, wait for that, or were set aside because it failed. {new} starts a "
            "session, {interview} holds its conversation or goes on with it, also after a crash; {modules} shows "
            "the modules that are made of it; {due} shows what experts took back and is there still, and until when "
            "recordings are kept. The list "
            "follows by itself what “vakborg transcribe” does in another window."
        ).format(
            new=self.key("new_session"),
            interview=self.key("interview"),
            modules=self.key("modules"),
            due=self.key("due"),
        )

    def compose(self) -> ComposeResult:
        yield Static(self._title(), classes="title", markup=False)
        yield Static("", classes="notices", markup=False)
        yield SessionTable(cursor_type="row", classes="sessions")
        yield Static(_("Reading …"), classes="state", markup=False)
        yield KeyBar(HomeScreen.BINDINGS, IN_ORDER)

    def _title(self) -> Content:
        place = clean_line(str(self.programme.folder))
        return Content.assemble((clean_line(self.programme.name), "bold"), "  ", (place, MUTED))

    def on_mount(self) -> None:
        self.query_one(SessionTable).display = False
        self.set_interval(LOOK_AGAIN, self.look_again)
        self.load()

    @on(events.ScreenResume)
    def _come_back(self) -> None:
        self.refresh_bindings()  # else what the other screen hid stays hidden at the bottom
        self.look_again()

    def look_again(self) -> None:
        """Follow what happens elsewhere, while this screen is in sight and reading works."""
        if self._following and self.is_current:
            self.load()

    def load(self) -> None:
        """Read the sessions; one reading at a time."""
        if self._reading:
            return
        self._reading = True
        self.in_background(self._read)

    def _read(self) -> Message:
        from capture.screens.overview import overview

        with self.programme.store() as store:
            return self.Loaded(overview(store), read_notices(store, date.today()))

    def not_loaded(self) -> None:
        """Stop looking by itself until somebody asks again."""
        self._reading = self._following = False
        if self.lines is None:
            told = _("The sessions could not be read. {key} tries again.").format(key=self.key("reload"))
            self.query_one(".state", Static).update(told)

    @on(Loaded)
    def _show_news(self, loaded: Loaded) -> None:
        self._reading, self._following = False, True
        if (loaded.lines, loaded.notices) != (self.lines, self.notices):
            self.lines, self.notices = loaded.lines, loaded.notices
            self._show()

    def on_resize(self, _event: events.Resize) -> None:
        self._show()

    def _show(self) -> None:
        if self.lines is None:
            return
        self.query_one(".state", Static).update(self._state(self.lines))
        self._show_notices()
        table = self.query_one(SessionTable)
        table.display = bool(self.lines)
        chosen = table.cursor_row
        table.fill(self.lines, self.size.width)
        table.move_cursor(row=min(chosen, len(self.lines) - 1))
        if self.lines and self.focused is None:
            table.focus()

    def _show_notices(self) -> None:
        told = [Content(f"! {line}") for line in notice_lines(self.notices, self.key("due"))]
        notices = self.query_one(".notices", Static)
        notices.update(Content("\n").join(told))
        notices.display = bool(told)

    @on(events.Click, ".notices")
    def action_due(self) -> None:
        """What is due, and until when recordings are kept."""
        from capture.screens.withdrawing.due import DueScreen

        self.app.push_screen(DueScreen(self.programme))

    def action_last_day(self) -> None:
        """Choose until when recordings are kept."""
        from capture.screens.withdrawing.due import DueScreen

        self.app.push_screen(DueScreen(self.programme, ask_last_day=True))

    def action_cases(self) -> None:
        """The practice cases."""
        from capture.screens.cases import CasesScreen

        self.app.push_screen(CasesScreen(self.programme))

    @on(DataTable.RowSelected)
    def _open(self, event: DataTable.RowSelected) -> None:
        self.app.push_screen(SessionScreen(self.programme, str(event.row_key.value)))

    def action_new(self) -> None:
        """Begin a new session."""
        self.post_message(NewSession())

    def action_interview(self) -> None:
        """Hold the conversation of the chosen session, or go on with it."""
        if self.lines:
            self.post_message(Hold(self.lines[self.query_one(SessionTable).cursor_row].code))
        elif self.lines is not None:
            self.action_new()

    def action_modules(self) -> None:
        """The modules, and how far the draft of each is."""
        from capture.screens.drafts import ModulesScreen

        self.app.push_screen(ModulesScreen(self.programme))

    def _state(self, lines: Sequence[SessionLine]) -> Content:
        if not lines:
            return _how_to_begin(self.key("new_session"))
        if any(line.waiting for line in lines):
            return Content.assemble(_("Turn what waits into text with:"), " ", ("vakborg transcribe", "bold"))
        if any(line.set_aside for line in lines):
            once_more = ("vakborg transcribe --retry", "bold")
            return Content.assemble(_("Try once more what was set aside with:"), " ", once_more)
        if not any(line.answers for line in lines):
            hold = _(
                "{key} begins the conversation with the chosen expert. Recordings of before come in with:"
            )
            told = hold.format(key=self.key("interview"))
            return Content.assemble(told, "\n  ", (_import(), "bold"))
        return Content("")


def _how_to_begin(new: str) -> Content:
    begin = _("There are no sessions yet. Press {key} to start one with an expert.").format(key=new)
    steps = (
        (_("Were the recordings made already? Start the session with:"), _new()),
        (_("Then bring the recordings of the interview:"), _import()),
        (_("And turn them into text:"), "vakborg transcribe"),
    )
    told = [Content.assemble(f"{what}\n  ", (how, "bold")) for what, how in steps]
    return Content("\n\n").join([Content.styled(begin, "bold $foreground"), *told])


def _new() -> str:
    return "vakborg session new --expert {name} --company {name}".format(name=_("NAME"))


def _import() -> str:
    names = {"file": _("FILE"), "question": _("QUESTION")}
    return "vakborg import {file} --session A1 --question {question}".format(**names)

"""What is due: withdrawals that were not carried out, and what is kept past its last day."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from capture.naming import who_works
from capture.screens.base import BaseScreen
from capture.screens.dialog import Listing
from capture.screens.drafting.keys import keys_of
from capture.screens.interviewing.key_bar import KeyBar
from capture.screens.showing import MUTED
from capture.screens.withdrawing.notices import Notices, read_notices
from capture.screens.withdrawing.screen import WithdrawScreen
from capture.screens.withdrawing.until import LastDay, UntilDialog, retention_told
from sessions.i18n import gettext as _
from sessions.text import clean_line

if TYPE_CHECKING:
    from sessions.programme import Programme

IN_ORDER = ("open_due", "retention", "back", "reload", "help", "quit")
"""The ids of the keys at the bottom of the screen, the most needed first."""


class DueList(Listing):
    """What is due, with its Enter in the footer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "select", _("Look"), id="open_due", tooltip=_("Look what would go, and take it out")
        ),
    ]


class DueScreen(BaseScreen):
    """A list of what is due; Enter or a click shows what would go."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "b",
            "retention",
            _("Last day"),
            id="retention",
            tooltip=_("Until when recordings and texts are kept"),
        ),
    ]

    class Loaded(Message):
        """What is due now."""

        def __init__(self, notices: Notices) -> None:
            super().__init__()
            self.notices = notices

    def __init__(self, programme: "Programme", *, ask_last_day: bool = False) -> None:
        super().__init__(classes="due")
        self.programme = programme
        self._ask = ask_last_day
        self.notices: Notices | None = None

    @property
    def about(self) -> str:
        return _(
            "What is due for erasing. A permission that an expert took back counts at once: nothing new is made "
            "with it. What was there already goes when you take it out; Enter shows first what that is. {retention} "
            "chooses the last day on which recordings and texts of this programme are kept. On that day nothing "
            "happens by itself: afterwards it stands here."
        ).format(retention=self.key("retention"))

    def compose(self) -> ComposeResult:
        title = Content.assemble((_("Due"), "bold"), "  ", (clean_line(self.programme.name), MUTED))
        yield Static(title, classes="title", markup=False)
        yield DueList(classes="entries", markup=False)
        yield Static(_("Reading …"), classes="kept-until", markup=False)
        yield Static("", classes="state", markup=False)
        yield KeyBar(keys_of(DueScreen) + keys_of(DueList), IN_ORDER)

    def on_mount(self) -> None:
        self.listing.display = False
        self.load()

    @on(events.ScreenResume)
    def _come_back(self) -> None:
        self.refresh_bindings()
        if self.notices is not None:
            self.load()

    @property
    def listing(self) -> DueList:
        """The list."""
        return self.query_one(DueList)

    # --- reading -------------------------------------------------------------------------------------
    def load(self) -> None:
        """Read what is due."""
        self.in_background(self._read)

    def _read(self) -> Message:
        with self.programme.store() as store:
            return self.Loaded(read_notices(store, date.today()))

    def not_loaded(self) -> None:
        self._say(_("That did not work; {key} reads it again.").format(key=self.key("reload")))

    @on(Loaded)
    def _show(self, loaded: Loaded) -> None:
        self.notices, at = loaded.notices, self.listing.highlighted or 0
        entries = [told for told, _taking in loaded.notices.takings]
        self.listing.clear_options()
        self.listing.add_options([Option(Content(told)) for told in entries])
        self.listing.display = bool(entries)
        if entries:
            self.listing.highlighted = min(at, len(entries) - 1)
            self.listing.focus()
        nothing = "" if entries else _("Nothing is due.") + "\n\n"
        self.query_one(".kept-until", Static).update(
            nothing + retention_told(loaded.notices.retention, date.today())
        )
        if self._ask:
            self._ask = False
            self.action_retention()

    def _say(self, told: str) -> None:
        self.query_one(".state", Static).update(told)

    # --- keys ----------------------------------------------------------------------------------------
    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        if self.notices:
            _told, taking = self.notices.takings[event.option_index]
            self.app.push_screen(WithdrawScreen(self.programme, taking))

    def action_retention(self) -> None:
        """Choose the last day."""
        if self.notices:
            self.app.push_screen(UntilDialog(self.notices.retention, date.today()), self._keep)

    def _keep(self, chosen: LastDay | None) -> None:
        if chosen is None:
            return

        def store_it() -> Message:
            from sessions.store.retention import keep_until

            with self.programme.store() as store:
                keep_until(store, chosen.until, who_works())
            return self._read()

        self.in_background(store_it)

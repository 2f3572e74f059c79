"""What would disappear, before it does: taken out now, or left for later."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Static

from capture.naming import who_works
from capture.screens.base import BaseScreen
from capture.screens.drafting.keys import keys_of
from capture.screens.failure import Failed
from capture.screens.interviewing.key_bar import KeyBar
from capture.screens.reviewing.toggle import Toggle
from capture.screens.showing import MUTED
from capture.screens.withdrawing.sure import SureDialog
from capture.screens.withdrawing.taking import Sight, Step, Taking, look, take_out
from capture.screens.withdrawing.telling import what_went, what_would_go
from capture.screens.withdrawing.working import Outcome, WorkingDialog
from sessions.errors import VakborgError
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.text import clean_line
from sessions.withdrawal import Loss

if TYPE_CHECKING:
    from sessions.programme import Programme

IN_ORDER = ("withdraw_now", "withdraw_edited", "withdraw_scroll", "back", "help")
"""The ids of the keys at the bottom of the screen, the most needed first."""


class WithdrawScreen(BaseScreen):
    """What of ``taking`` would go, and the choice; ``known`` is that, where somebody looked already."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "w",
            "take_out",
            _("Take out now"),
            id="withdraw_now",
            tooltip=_("Take all of this out for good; asks once more first"),
        ),
        Binding(
            "b",
            "edited_too",
            _("Edited documents too"),
            id="withdraw_edited",
            tooltip=_("Throw away the documents that somebody worked in as well, or leave them"),
        ),
        Binding("escape", "back", _("Later"), id="back", tooltip=_("Leave it for now; it stays due")),
        Binding("r,f5", "reload", id="reload", show=False, tooltip=_("Read everything again")),
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding(
            "pagedown",
            "scroll(10)",
            _("Further down"),
            id="withdraw_scroll",
            tooltip=_("Read on; End goes to the last line"),
        ),
        Binding("pageup", "scroll(-10)", show=False),
        Binding("end", "scroll(9999)", show=False),
        Binding("home", "scroll(-9999)", show=False),
        Binding("left", "app.focus_previous", show=False),
        Binding("right", "app.focus_next", show=False),
    ]
    searchable = False

    class Looked(Message):
        """It is known what would go."""

        def __init__(self, sight: Sight) -> None:
            super().__init__()
            self.sight = sight

    class Looking(Message):
        """How far looking is."""

        def __init__(self, step: Step) -> None:
            super().__init__()
            self.step = step

    def __init__(self, programme: "Programme", taking: Taking, known: Sight | None = None) -> None:
        super().__init__(classes="withdraw")
        self.programme = programme
        self.taking = taking
        self.sight = known
        self.taken: Loss | None = None
        self._remark = ""

    @property
    def about(self) -> str:
        told = _(
            "What disappears when this is taken out: the sound, the text with its values and labels, and the "
            "documents that hold it. {now} takes it out; that asks once more, since nobody can get it back. Esc "
            "leaves it for later: nothing is erased then, but what was taken back counts as taken back from now on, "
            "and the list of sessions keeps saying that it is due."
        ).format(now=self.key("withdraw_now") or "w")
        if edited := self.key("withdraw_edited"):
            also = _("A document that somebody worked in goes only where you choose so with {edited}.")
            told = " ".join([told, also.format(edited=edited)])
        return told

    def compose(self) -> ComposeResult:
        yield Static(self._title(), classes="title", markup=False)
        with VerticalScroll(classes="page", can_focus=False):
            yield Static(_("Looking what is there …"), classes="told", markup=False)
        yield Static("", classes="below", markup=False)
        with Horizontal(classes="choose"):
            yield Toggle(_("Throw away edited documents too"), classes="edited")
        with Horizontal(classes="choose"):
            yield Button(_("Later"), classes="later", compact=True, action="screen.back")
            yield Button(_("Take out now …"), classes="now", compact=True, action="screen.take_out")
        yield Static("", classes="state", markup=False)
        yield KeyBar(keys_of(WithdrawScreen), IN_ORDER)

    def _title(self) -> Content:
        alone = self.taking.alone
        whom = f"{alone.code}  {alone.name}" if alone else self.programme.name
        return Content.assemble((_("Take out"), "bold"), "  ", (clean_line(whom), MUTED))

    def on_mount(self) -> None:
        self.query_one(".later").focus()
        self.watch(self.query_one(".page"), "scroll_y", self._tell_below, init=False)
        self._show()
        if self.sight is None:
            self.load()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what there is can be chosen."""
        del parameters
        if action == "take_out":
            return self.sight is not None and not self.sight.nothing and self.taken is None
        return action != "edited_too" or (self.taken is None and _edited(self.sight))

    # --- looking -------------------------------------------------------------------------------------
    def load(self) -> None:
        """Look again what would go."""
        if self.taken is None:
            self.in_background(lambda: self.Looked(look(self.programme, self.taking, self._pass_on)))

    def _pass_on(self, step: Step) -> None:
        self.post_message(self.Looking(step))

    @on(Looking)
    def _show_looking(self, looking: Looking) -> None:
        told = _("Looking what is there … {share} ({name})")
        share = f"{round(100 * looking.step.share)} %"
        self._say(clean_line(told.format(share=share, name=looking.step.name)))

    def not_loaded(self) -> None:
        self._say(_("That did not work; {key} looks again.").format(key=self.key("reload")))

    @on(Looked)
    def _take(self, looked: Looked) -> None:
        self.sight = looked.sight
        self._say(self._remark)
        self._show()

    @property
    def edited_too(self) -> bool:
        """Whether the documents that somebody worked in go as well."""
        return self.query_one(Toggle).is_on

    def _show(self) -> None:
        self.query_one(Toggle).display = self.taken is None and _edited(self.sight)
        self.query_one(".now").display = bool(self.check_action("take_out", ()))
        if self.taken:
            told = what_went(self.taken, edited_too=self.edited_too)
        elif self.sight:
            told = what_would_go(self.sight, self.taking.because, edited_too=self.edited_too)
        else:
            return
        self.query_one(".told", Static).update(told)
        over = self.taken is not None or (self.sight is not None and self.sight.nothing)
        self.query_one(".later", Button).label = _("Close") if over else _("Later")
        self.query_one(KeyBar).show_keys(("withdraw_scroll", "help", "quit") if over else IN_ORDER)
        self.refresh_bindings()
        self.call_after_refresh(self._tell_below)

    def on_resize(self) -> None:
        """More or less of it is in sight."""
        self.call_after_refresh(self._tell_below)

    def _tell_below(self) -> None:
        """Say how much stands further down: nobody takes out what they did not see."""
        page = self.query_one(".page")
        n = round(page.max_scroll_y - page.scroll_offset.y)
        told = ngettext("↓ {n} line below: Page Down, End", "↓ {n} lines below: Page Down, End", n)
        self.query_one(".below", Static).update(told.format(n=n) if n > 0 else "")

    def _say(self, told: str) -> None:
        self.query_one(".state", Static).update(told)

    def action_scroll(self, lines: int) -> None:
        """Move what is told."""
        self.query_one(".page").scroll_relative(y=lines, animate=False)

    # --- choosing ------------------------------------------------------------------------------------
    @on(Button.Pressed, ".edited")
    def action_edited_too(self) -> None:
        """Throw away what somebody worked in as well, or leave it."""
        self.query_one(Toggle).turn(not self.edited_too)
        self._show()

    def action_take_out(self) -> None:
        """Ask once more, and take it out."""
        alone = self.taking.alone
        word = alone.code if alone else _("all")
        told = _("What you saw here is wiped from the disk. Nobody can get it back, Vakborg neither.")
        self.app.push_screen(SureDialog(told, clean_line(word)), self._begin)

    def _begin(self, sure: bool | None) -> None:
        if sure:
            work = partial(take_out, self.programme, self.taking, who_works(), edited_too=self.edited_too)
            dialog = WorkingDialog(lambda tell: work(tell=tell))
            self.app.push_screen(dialog, self._end)

    def _end(self, outcome: Outcome | None) -> None:
        if isinstance(outcome, VakborgError):
            self.app.post_message(Failed(outcome))
            self._remark = _("It was not finished. What is left stays due.")
            self.load()
        elif outcome is not None:
            self.taken = outcome
            self._show()
            self.query_one(".page").scroll_home(animate=False)
            self.query_one(".later").focus()


def _edited(sight: Sight | None) -> bool:
    """Whether somebody worked in a document that holds it."""
    return any(d.edited and d.goes(edited_too=True) for d in sight.loss.documents) if sight else False

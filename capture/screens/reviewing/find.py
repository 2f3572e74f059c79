"""Find and replace: every place is shown, with what it becomes, before anything changes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Protocol

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from capture.reviewing.replacing import Place, Scope
from capture.reviewing.state import Found, Told
from capture.screens.confirm import Confirm, if_sure
from capture.screens.dialog import Dialog, button
from capture.screens.reviewing.hits import HitList, hint_of
from capture.screens.reviewing.toggle import Toggle
from sessions.i18n import N_, ngettext
from sessions.i18n import gettext as _
from sessions.text import clean

PAUSE = 0.2
"""Seconds without a key before it looks."""

_SCOPES = {
    Scope.ANSWER: N_("this answer"),
    Scope.SESSION: N_("this session"),
    Scope.PROGRAMME: N_("the whole programme"),
}


class Replacer(Protocol):
    """What finds and replaces: the review."""

    def find(
        self, wanted: str, instead: str, scope: Scope, *, whole_words: bool = False, match_case: bool = False
    ) -> None:
        """Look for ``wanted``; told as :class:`Found`."""

    def replace(self, places: list[Place], by: str) -> None:
        """Put ``by`` in these places."""

    def undo_everywhere(self) -> None:
        """Take the last replacement back everywhere."""


@dataclass(frozen=True)
class Question:
    """What is looked for, and where."""

    wanted: str
    scope: Scope
    whole_words: bool
    match_case: bool


class FindDialog(Dialog[None]):
    """What is wanted, what stands there instead, where to look, and all places to tick."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-wide")]  # noqa: RUF012 - as it is declared in Screen
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "to_the_places", show=False),
        Binding("left", "neighbour(-1)", show=False),
        Binding("right", "neighbour(1)", show=False),
    ]

    def __init__(self, review: Replacer, wanted: str = "") -> None:
        super().__init__(_("Find and replace"), "", "find")
        self.review = review
        self._first = clean(wanted)
        self._found: Found | None = None
        self._asked: Question | None = None
        self._looked_for = ""
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        self.hint = hint_of(self)
        yield from super().compose()

    def parts(self) -> Iterable[Widget]:
        yield Horizontal(_label(_("Find")), _field(self._first, "wanted"), classes="row")
        yield Horizontal(_label(_("Replace with")), _field("", "instead"), classes="row")
        scopes = [Toggle(_(name), one_of=True, classes=f"scope {scope}") for scope, name in _SCOPES.items()]
        scopes[1].turn(True)
        yield Horizontal(_label(_("Where")), Horizontal(*scopes, classes="few"), classes="row toggles")
        words = Toggle(_("whole words only"), classes="option whole-words")
        case = Toggle(_("capitals and accents count"), classes="option match-case")
        yield Horizontal(_label(""), Horizontal(words, case, classes="few"), classes="row toggles")
        yield Static("", classes="state", markup=False)
        yield HitList(classes="places")
        undo = button(_("Undo everywhere"), "undo_everywhere")
        undo.add_class("undo")
        all_, none = button(_("All"), "tick_all(True)"), button(_("None"), "tick_all(False)")
        yield Horizontal(button(_("Replace"), "replace"), all_, none, undo, classes="row buttons")

    def on_mount(self) -> None:
        self.query_one(".undo").display = False
        self.query_one(".instead" if self._first else ".wanted", Input).focus()
        self.look()

    # --- what is asked -------------------------------------------------------------------------------
    @property
    def wanted(self) -> str:
        """What is looked for; empty where only spaces were typed."""
        typed = clean(self.query_one(".wanted", Input).value)
        return typed if typed.strip() else ""

    @property
    def instead(self) -> str:
        """What is put there."""
        return clean(self.query_one(".instead", Input).value)

    @property
    def scope(self) -> Scope:
        """Where to look."""
        return next(scope for scope in Scope if self.query_one(f".scope.{scope}", Toggle).is_on)

    @property
    def places(self) -> HitList:
        """The places that were found."""
        return self.query_one(HitList)

    @property
    def question(self) -> Question:
        """What is looked for, as it stands in the fields."""
        whole_words = self.query_one(".whole-words", Toggle).is_on
        match_case = self.query_one(".match-case", Toggle).is_on
        return Question(self.wanted, self.scope, whole_words, match_case)

    def look(self) -> None:
        """Look for what is wanted now; while an answer is on its way that one is awaited first."""
        self._stop_waiting()
        self._looked_for = self.wanted
        if not self.wanted:
            self._found = None
            self.places.show((), "", anew=True)
            self._tell()
            return
        if self._asked is None:
            self._ask(self.question)

    def _ask(self, asked: Question) -> None:
        self._asked = asked
        words, case = asked.whole_words, asked.match_case
        self.review.find(asked.wanted, self.instead, asked.scope, whole_words=words, match_case=case)

    @on(events.ScreenSuspend)
    def _give_up_waiting(self) -> None:
        """A failure is shown: the answer that is awaited never comes."""
        if not isinstance(self.app.screen, Confirm):
            self._asked = None

    def _stop_waiting(self) -> None:
        if self._timer:
            self._timer.stop()
            self._timer = None

    @on(Input.Changed, ".wanted")
    def _wait_for_a_pause(self) -> None:
        self._stop_waiting()
        if self.wanted != self._looked_for:
            self._timer = self.set_timer(PAUSE, self.look)

    @on(Input.Changed, ".instead")
    def _show_instead(self) -> None:
        self.places.put(self.instead)
        self._tell()

    @on(Button.Pressed, ".scope")
    def _choose_scope(self, event: Button.Pressed) -> None:
        for scope in self.query(".scope").results(Toggle):
            scope.turn(scope is event.button)
        self.look()

    @on(Button.Pressed, ".option")
    def _turn_option(self, event: Button.Pressed) -> None:
        if isinstance(event.button, Toggle):
            event.button.turn(not event.button.is_on)
        self.look()

    # --- what is found -------------------------------------------------------------------------------
    def show_found(self, found: Found) -> None:
        """Show what was found; what answers an earlier question than the last is left."""
        answered, self._asked = self._asked, None
        if answered != self.question:
            self.look()
            return
        anew = self._found is None or self._found.wanted != found.wanted
        self._found = found
        self.places.show(found.places, self.instead, anew=anew)
        self._tell()

    def tell(self, told: Told) -> None:
        """Show what came of it."""
        self._say(told.text)

    def _say(self, text: str) -> None:
        self.query_one(".state", Static).update(text)

    @on(HitList.Ticked)
    def _tell(self) -> None:
        if not self.wanted:
            self._say(_("Type what to look for."))
        elif self._found and not self._found.places:
            self._say(_("Found nowhere here."))
        elif self._found:
            self._say(self._counted(self._found))

    def _counted(self, found: Found) -> str:
        count, out = len(found.places), len(found.places) - len(self.places.ticked)
        told = ngettext("Found in {n} place.", "Found in {n} places.", count).format(n=count)
        if out:
            told += " " + ngettext("{n} is left out.", "{n} are left out.", out).format(n=out)
        if not self.instead:
            told += " " + _("Nothing typed to put there: that takes it away.")
        return told

    # --- what is done --------------------------------------------------------------------------------
    @on(Input.Submitted, ".wanted")
    def _to_instead(self) -> None:
        self.query_one(".instead", Input).focus()

    @on(Input.Submitted, ".instead")
    def action_replace(self) -> None:
        """Replace what is ticked; where that was not looked for yet, look first."""
        if self._timer or self._asked or self._found is None:
            self.look()
        elif not self._found.places:
            self._tell()
        elif not self.places.ticked:
            self._say(_("Nothing is ticked: nothing is replaced."))
        elif not self.instead:
            self.app.push_screen(self._ask_to_take_away(), lambda yes: self._replace() if yes else None)
        else:
            self._replace()

    def _ask_to_take_away(self) -> Confirm:
        count = len(self.places.ticked)
        told = ngettext("It goes from {n} place.", "It goes from {n} places.", count).format(n=count)
        heading = _("Take “{wanted}” away?").format(wanted=self.wanted)
        return Confirm(heading, told, _("Take away"), _("Leave it"))

    def _replace(self) -> None:
        ticked = self.places.ticked
        self.review.replace(ticked, self.instead)
        self.query_one(".undo").display = self.scope is Scope.PROGRAMME
        self._found = None
        self.places.show((), "", anew=True)
        told = ngettext(
            "{n} place handed in to be replaced.", "{n} places handed in to be replaced.", len(ticked)
        )
        self._say(told.format(n=len(ticked)))

    def action_leave(self) -> None:
        """Close; asks first where somebody went through the places."""
        self.leave_first(lambda: self.give(None))

    def leave_first(self, then: Callable[[], object]) -> None:
        """Do ``then``, after asking where somebody went through the places."""
        if self.places.sorted_out:
            told = _("Which places you left out is forgotten then.")
            ask = Confirm(_("Close without replacing?"), told, _("Close"), _("Go on"))
            self.app.push_screen(ask, partial(if_sure, then))
        else:
            then()

    def action_undo_everywhere(self) -> None:
        """Take the replacement back in every session."""
        self.query_one(".undo").display = False
        self.review.undo_everywhere()
        self._say(_("Being taken back everywhere."))

    def action_neighbour(self, step: int) -> None:
        """To the choice beside this one."""
        toggles, here = list(self.query(Toggle)), self.focused
        at = toggles.index(here) + step if isinstance(here, Toggle) else -1
        if 0 <= at < len(toggles):
            toggles[at].focus()

    def action_to_the_places(self) -> None:
        """From the fields to the list."""
        self.places.focus()

    def action_tick_all(self, on: bool) -> None:
        """All places, or none."""
        self.places.action_tick_all(on)


def _label(text: str) -> Static:
    return Static(text, classes="label", markup=False)


def _field(text: str, name: str) -> Input:
    return Input(text, classes=name, compact=True, max_length=200, select_on_focus=False)

"""What taking in a file from the expert would change, before anything is stored."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static
from textual.widgets.option_list import Option

from capture.faults import foreseen
from capture.screens.base import BaseScreen
from capture.screens.confirm import Confirm, if_sure
from capture.screens.dialog import Listing
from capture.screens.drafting.keys import keys_of
from capture.screens.failure import Failed
from capture.screens.interviewing.key_bar import KeyBar
from capture.screens.key_names import key_of
from capture.screens.wordreview import told_lines
from capture.wordreview import desk as desks
from capture.wordreview.desk import LookedInto
from capture.wordreview.telling import counted, headline, remarks_beside, told, warnings
from sessions.errors import ChangedSince, VakborgError
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.incoming import Age, Incoming
from sessions.text import clean_line

if TYPE_CHECKING:
    from sessions.programme import Programme

IN_ORDER = ("take_in", "back", "search", "help", "reload", "quit")


class ToldList(Listing):
    """What changes; a line can be stood on, not chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("space", "page_down", show=False),
    ]

    def action_select(self) -> None:
        """Nothing: a click must not take the file in."""


class IncomingScreen(BaseScreen):
    """The file at ``path``; ``code`` is the session from which somebody came.

    ``result`` says in the end what came of it, ``result_code`` of which session something was stored.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,t",
            "take_in",
            _("Take in"),
            id="take_in",
            priority=True,
            tooltip=_("Store what is shown here"),
        ),
        Binding("escape", "back", _("Leave it"), id="back", tooltip=_("Store nothing of it")),
    ]

    class Looked(Message):
        """The file is read, and compared."""

        def __init__(self, looked: LookedInto) -> None:
            super().__init__()
            self.looked = looked

    class Refused(Message):
        """The file cannot be read, or is none to take in."""

        def __init__(self, error: VakborgError) -> None:
            super().__init__()
            self.error = error

    class Stored(Message):
        """It is taken in, or was refused."""

        def __init__(self, incoming: Incoming | None, error: VakborgError | None = None) -> None:
            super().__init__()
            self.incoming, self.error = incoming, error

    def __init__(self, programme: "Programme", path: Path, code: str) -> None:
        super().__init__(classes="incoming")
        self.programme = programme
        self.path = path
        self.code = code
        self.looked: LookedInto | None = None
        self.result = _("Nothing was stored.")
        self.result_code = ""
        self._storing = False

    @property
    def about(self) -> str:
        return _(
            "What is in the file that came back, answer by answer; nothing is stored yet. [− so] is what the "
            "expert took out, [+ so] what they put in. Lines with ! come first: look at those before you take it "
            "in. What has no place in an answer is kept as a remark, never lost. {take} takes it in as changes by "
            "the expert, each to be undone in the review; {leave} leaves without storing anything."
        ).format(take=self.key("take_in"), leave=self.key("back"))

    def compose(self) -> ComposeResult:
        yield Static(clean_line(self.path.name), classes="title", markup=False)
        yield Static(
            _("Reading {name} …").format(name=clean_line(self.path.name)), classes="state", markup=False
        )
        yield ToldList(classes="entries", markup=False)
        yield KeyBar(keys_of(type(self)), IN_ORDER, most=2)

    def on_mount(self) -> None:
        self.query_one(ToldList).focus()
        self.load()

    def load(self) -> None:
        """Read the file again."""
        self.in_background(self._look)

    def _look(self) -> Message:
        try:
            return self.Looked(desks.look_into(self.programme, self.path))
        except Exception as error:  # noqa: BLE001 - the boundary: every failure is shown
            return self.Refused(foreseen(error))

    @on(Refused)
    def _tell_refused(self, refused: Refused) -> None:
        """Back to where somebody came from, with the reason: of this file there is nothing to see."""
        self.say(_("This file cannot be taken in; nothing was stored. Esc goes back."))
        if self.looked is None and self.is_current:
            self.dismiss()
        self.app.post_message(Failed(refused.error))

    def say(self, text: str) -> None:
        """What it comes to, or what came of a key."""
        self.query_one(".state", Static).update(text)

    @on(Looked)
    def _take_looked(self, looked: Looked) -> None:
        self.looked = looked.looked
        incoming = looked.looked.incoming
        self.query_one(".title", Static).update(headline(incoming))
        self.say(clean_line(self.path.name) + ": " + counted(incoming.counts))
        self._show(incoming)

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew."""
        del event
        if self.looked:
            self.call_after_refresh(self._show, self.looked.incoming)

    def _show(self, incoming: Incoming) -> None:
        listing = self.query_one(ToldList)
        at, width = listing.highlighted or 0, listing.scrollable_content_region.width - told_lines.AROUND
        first = [_other_session(incoming, self.code)] if incoming.session_code != self.code else []
        lines = [told_lines.warning(text, width) for text in (*first, *warnings(incoming))]
        lines += [told_lines.beside(text, width) for text in remarks_beside(incoming)]
        lines += [told_lines.line(one, width) for one in told(incoming)]
        listing.clear_options()
        listing.add_options([Option(line) for line in lines])
        listing.highlighted = min(at, len(lines) - 1) if lines else None

    # --- taking in -----------------------------------------------------------------------------------
    def action_take_in(self) -> None:
        """Store it; asks once where something goes or something newer is there."""
        if self.looked is None or self._storing:
            return
        incoming = self.looked.incoming
        if incoming.taken_in_at:
            self.say(_("This very file was taken in already: there is nothing to store."))
        elif reasons := _reasons(incoming):
            ask = Confirm(_("Take it in?"), " ".join(reasons), _("Take in"), _("Not yet"))
            self.app.push_screen(ask, partial(if_sure, self._store))
        else:
            self._store()

    def _store(self) -> None:
        if self.looked is None or self._storing:
            return
        looked, self._storing = self.looked, True
        self.say(_("Taking it in …"))

        def stored() -> Message:
            try:
                return self.Stored(desks.take_in(self.programme, looked))
            except Exception as error:  # noqa: BLE001 - the boundary: every failure is shown
                return self.Stored(None, foreseen(error))

        self.in_background(stored)

    @on(Stored)
    def _tell_stored(self, stored: Stored) -> None:
        self._storing = False
        if stored.incoming is not None:
            self.result_code = stored.incoming.session_code
            self.result = _taken_in(stored.incoming, _undo(self))
            self.dismiss()
            return
        if stored.error is not None:
            self.app.post_message(Failed(stored.error))
        if isinstance(stored.error, ChangedSince):
            self.load()
        else:
            self.say(_("Nothing was stored."))

    def action_back(self) -> None:
        """Leave without storing anything; what is being stored is waited for."""
        if not self._storing:
            self.dismiss()


def _other_session(incoming: Incoming, code: str) -> str:
    told_which = _("This file is of session {other}, not of {code}: what is taken in goes there.")
    return clean_line(told_which.format(other=incoming.session_code, code=code))


def _reasons(incoming: Incoming) -> list[str]:
    """Why to ask before it is taken in; empty where there is no need to."""
    n, unused = incoming.counts.removed, incoming.counts.not_to_use
    reasons = []
    if incoming.age is not Age.NEWEST:
        reasons.append(_("This is not the latest file: what it says goes over what came later."))
    if n:
        some = ngettext("{n} fragment is struck.", "{n} fragments are struck.", n)
        reasons.append(some.format(n=n))
    if unused:
        some = ngettext(
            "{n} answer is not to be used: all of it is struck.",
            "{n} answers are not to be used: all of them are struck.",
            unused,
        )
        reasons.append(some.format(n=unused))
    return [*reasons, _("In the review it can be undone.")] if reasons else []


def _taken_in(incoming: Incoming, undo: str) -> str:
    done = _("Taken in: {what}.").format(what=counted(incoming.counts))
    counts = incoming.counts
    if not (counts.reworded or counts.removed or counts.added or counts.not_to_use or counts.internal):
        return clean_line(done)
    back = _("{key} in the review takes the changes back; remarks and agreement stay.").format(key=undo)
    return clean_line(f"{done} {back}")


def _undo(screen: IncomingScreen) -> str:
    """The key that takes something back in the review."""
    from capture.screens.review import ReviewScreen

    return key_of(screen, "undo", ReviewScreen)

"""Searching in all that was said."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from capture.screens.base import BaseScreen
from capture.screens.session import SessionScreen
from capture.screens.showing import MUTED, plain
from sessions.fragments import answer_code, clock
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.text import clean_line

if TYPE_CHECKING:
    from sessions.programme import Programme
    from sessions.store.search import Hit

PAUSE = 0.2
"""Seconds without a key before the search begins."""
LIMIT = 50


@dataclass(frozen=True)
class Found:
    """A hit as it is shown, and where it leads."""

    session: str
    segment_id: int
    shown: Content


class SearchScreen(BaseScreen):
    """A field and, below it, the fragments that hold all of its words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "to_hits", _("To the results"), id="to_hits"),
        Binding("r,f5", "nothing", show=False),
    ]

    class Loaded(Message):
        """What was found for ``wanted``."""

        def __init__(self, wanted: str, found: Sequence[Found]) -> None:
            super().__init__()
            self.wanted = wanted
            self.found = list(found)

    def __init__(self, programme: "Programme") -> None:
        super().__init__(classes="search")
        self.programme = programme
        self.found: list[Found] = []
        self._shown_for = ""
        self._open_first = False
        self._timer: Timer | None = None

    @property
    def about(self) -> str:
        return _(
            "Searches all transcripts of this programme. Every word counts as the beginning of a word, "
            "accents and capitals make no difference. Enter opens the fragment in its session."
        )

    def compose(self) -> ComposeResult:
        yield Static(_("Search in all that was said"), classes="title", markup=False)
        yield Input(placeholder=_("a word, or its beginning"), max_length=200)
        yield Static("", classes="state", markup=False)
        yield OptionList(classes="hits", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Input))

    @property
    def wanted(self) -> str:
        """What is in the field."""
        return self.query_one(Input).value.strip()

    @on(Input.Changed)
    def _wait_for_a_pause(self) -> None:
        self._open_first = False
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE, self.load)

    @on(Input.Submitted)
    def _open_or_search(self) -> None:
        if self._shown_for == self.wanted:
            self._open_hit(self.query_one(OptionList).highlighted or 0)
        else:
            self._open_first = True
            self.load()

    def load(self) -> None:
        """Search for what is in the field now."""
        wanted = self.wanted
        self.in_background(lambda: self._read(wanted))

    def _read(self, wanted: str) -> Message:
        from sessions.people import Expert
        from sessions.store.search import search

        with self.programme.store() as store:
            hits = search(store, wanted, LIMIT)
            experts = {e.code: e.name for e in store.all(Expert)}
        return self.Loaded(wanted, [_found(hit, experts) for hit in hits])

    @on(Loaded)
    def _show(self, loaded: Loaded) -> None:
        if loaded.wanted != self.wanted:
            return
        self.found, self._shown_for = loaded.found, loaded.wanted
        self.query_one(".state", Static).update(_count(loaded.wanted, len(loaded.found)))
        hits = self.query_one(OptionList)
        hits.clear_options()
        hits.add_options([Option(f.shown) for f in loaded.found])
        if self.found:
            hits.highlighted = 0
        if self._open_first:
            self._open_hit(0)

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        self._open_hit(event.option_index)

    def _open_hit(self, index: int) -> None:
        self._open_first = False
        if index < len(self.found):
            hit = self.found[index]
            self.app.push_screen(SessionScreen(self.programme, hit.session, hit.segment_id))

    def action_to_hits(self) -> None:
        """From the field to what was found."""
        self.query_one(OptionList).focus()


def _found(hit: "Hit", experts: dict[str, str]) -> Found:
    name = experts.get(hit.session.rstrip("0123456789"), "")
    code = answer_code(hit.session, hit.answer_number)
    where = f"{code}  {name}, {hit.question_id}, {clock(hit.start)}"
    shown = Content.assemble((clean_line(where), MUTED), "\n", _with_hits(hit.text), "\n")
    return Found(hit.session, hit.segment_id, shown)


def _with_hits(text: str) -> Content:
    from sessions.store.search import HIT_END, HIT_START

    parts = re.split(f"{HIT_START}(.*?){HIT_END}", text, flags=re.DOTALL)
    shown = [plain(p).stylize("bold $text-accent") if i % 2 else plain(p) for i, p in enumerate(parts)]
    return Content("").join(shown)


def _count(wanted: str, n: int) -> str:
    if not wanted:
        return ""
    if not n:
        return _("Nothing found for “{wanted}”.").format(wanted=clean_line(wanted))
    if n == LIMIT:
        return _("The first {n} fragments; another word makes it fewer.").format(n=n)
    return ngettext("{n} fragment", "{n} fragments", n).format(n=n)

"""What the expert remarked: to be read beside the fragment it is about, and marked as done."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from capture.screens.base import BaseScreen
from capture.screens.dialog import Listing
from capture.screens.drafting.keys import keys_of
from capture.screens.interviewing.key_bar import KeyBar
from capture.screens.showing import MUTED, plain
from capture.screens.wishes import OpenReview
from capture.screens.wordreview.told_lines import AROUND, hanging
from capture.wordreview import desk as desks
from capture.wordreview.desk import Desk
from capture.wordreview.naming import moment, origin
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.remark import Remark
from sessions.text import clean_line

if TYPE_CHECKING:
    from sessions.programme import Programme

IN_ORDER = (
    "remark_review", "settle_remark", "remarks_filter", "back", "search", "help", "reload", "quit",
)  # fmt: skip


class RemarkList(Listing):
    """The remarks, with their Enter at the bottom."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "select", _("Review"), id="remark_review", tooltip=_("To the fragment in the review")
        ),
    ]


class RemarksScreen(BaseScreen):
    """The remarks of the session with this ``code``: those that are open, or all."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space,x",
            "settle",
            _("Done"),
            id="settle_remark",
            priority=True,
            tooltip=_("This remark is dealt with; once more: it is open again"),
        ),
        Binding(
            "f", "all", _("Open/all"), id="remarks_filter", tooltip=_("Only what is open, or all remarks")
        ),
    ]

    class Loaded(Message):
        """The remarks as they are now."""

        def __init__(self, desk: Desk) -> None:
            super().__init__()
            self.desk = desk

    def __init__(self, programme: "Programme", code: str) -> None:
        super().__init__(classes="remarks")
        self.programme = programme
        self.code = code
        self.desk: Desk | None = None
        self.all = False
        self.shown: Sequence[Remark] = ()

    @property
    def about(self) -> str:
        return _(
            "What the expert remarked in the Word file: in the room for remarks, as a Word comment, or as text that "
            "has no place in an answer. Enter opens the review at the fragment it is about. {settle} marks a "
            "remark as done, and once more as open; {filter} shows those that are done too."
        ).format(settle=self.key("settle_remark"), filter=self.key("remarks_filter"))

    def compose(self) -> ComposeResult:
        yield Static(_("Remarks of {code}").format(code=clean_line(self.code)), classes="title", markup=False)
        yield Static(_("Reading …"), classes="state", markup=False)
        yield RemarkList(classes="entries", markup=False)
        yield KeyBar(keys_of(type(self)), IN_ORDER, most=2)

    def on_mount(self) -> None:
        self.listing.focus()
        self.load()

    @on(events.ScreenResume)
    def _come_back(self) -> None:
        self.refresh_bindings()  # else what the other screen hid stays hidden at the bottom
        if self.desk:
            self.load()

    @property
    def listing(self) -> RemarkList:
        """The list."""
        return self.query_one(RemarkList)

    @property
    def chosen(self) -> Remark | None:
        """The remark at hand."""
        at = self.listing.highlighted
        return self.shown[at] if at is not None and at < len(self.shown) else None

    def load(self) -> None:
        """Read the remarks again."""
        self.in_background(self._read)

    def _read(self) -> Message:
        return self.Loaded(desks.read_desk(self.programme, self.code))

    def not_loaded(self) -> None:
        if self.desk is None:
            told = _("The remarks could not be read. {key} tries again.").format(key=self.key("reload"))
            self.query_one(".state", Static).update(told)

    @on(Loaded)
    def _take(self, loaded: Loaded) -> None:
        self.desk = loaded.desk
        self._show(loaded.desk)

    def _show(self, desk: Desk) -> None:
        at, was = self.listing.highlighted or 0, self.chosen
        self.shown = [r for r in desk.remarks if self.all or not r.settled]
        codes = {a.reading.answer.id: a.code for a in desk.answers}
        self.listing.clear_options()
        width = self.listing.scrollable_content_region.width - AROUND
        lines = [_line(r, codes.get(r.answer_id or 0, ""), width) for r in self.shown]
        self.listing.add_options([Option(line) for line in lines])
        same = next((n for n, r in enumerate(self.shown) if was and r.id == was.id), at)
        self.listing.highlighted = min(same, len(self.shown) - 1) if self.shown else None
        self.query_one(".state", Static).update(_state(desk, all_=self.all, key=self.key("remarks_filter")))

    def on_resize(self) -> None:
        """Break the lines anew."""
        if self.desk:
            self.call_after_refresh(self._show, self.desk)

    def action_all(self) -> None:
        """Only what is open, or all."""
        self.all = not self.all
        if self.desk:
            self._show(self.desk)

    def action_settle(self) -> None:
        """The remark at hand is done, or open again."""
        if remark := self.chosen:

            def settled() -> Message:
                desks.settle_remark(self.programme, remark, settled=not remark.settled)
                return self._read()

            self.in_background(settled)

    @on(OptionList.OptionSelected)
    def _review(self) -> None:
        if (remark := self.chosen) and self.desk:
            goal = _goal(self.desk, remark)
            if goal is None:
                told = _("This remark is about no fragment that is still there.")
                self.query_one(".state", Static).update(told)
            else:
                self.post_message(OpenReview(self.desk.reading, goal))


def _goal(desk: Desk, remark: Remark) -> int | None:
    """The fragment that it is about; the first of its answer where that is not there any more."""
    ids = {f.segment.id for a in desk.reading.answers for f in a.fragments}
    if remark.segment_id in ids:
        return remark.segment_id
    of_answer = (a for a in desk.reading.answers if a.answer.id == remark.answer_id)
    return next((f.segment.id for a in of_answer for f in a.fragments), None)


def _line(remark: Remark, code: str, width: int) -> Content:
    sign = _("✓ done") if remark.settled else _("○ open")
    kind, about_words = origin(remark.kind, remark.quote)
    about = [code, kind, clean_line(remark.by), moment(remark.at)]
    head = Content.assemble((sign, "bold"), "  ", (", ".join(part for part in about if part), MUTED))
    quote = [Content.styled(f"“{about_words}”", f"italic {MUTED}")] if about_words else []
    text = plain(remark.text.strip())
    below = [*quote, text.stylize(MUTED) if remark.settled else text]
    return Content("\n").join([hanging(head, width, 0), *(hanging(part, width, 2) for part in below)])


def _state(desk: Desk, *, all_: bool, key: str) -> str:
    if not desk.remarks:
        return _(
            "No remarks. They come with the Word file of the expert: in the room for them, or as a Word comment."
        )
    done = len(desk.remarks) - desk.open
    told = ngettext("{n} open remark", "{n} open remarks", desk.open).format(n=desk.open)
    if all_ or not done:
        return told
    return told + ". " + _("{key} shows the {n} that are done too.").format(key=key, n=done)

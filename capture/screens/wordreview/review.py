"""One session and its expert: what was sent and came back, and how far they agree, answer by answer."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import DataTable, Static

from capture.naming import own_name
from capture.screens.base import BaseScreen
from capture.screens.confirm import if_sure
from capture.screens.drafting.keys import keys_of
from capture.screens.interviewing.key_bar import KeyBar
from capture.screens.showing import MUTED
from capture.screens.wishes import OpenReview
from capture.screens.wordreview import answer_table
from capture.screens.wordreview.aloud import AloudDialog, SaidAloud, sure
from capture.screens.wordreview.answer_table import AgreementTable
from capture.screens.wordreview.choosing import ChooseFileDialog
from capture.screens.wordreview.incoming import IncomingScreen
from capture.screens.wordreview.remarks import RemarksScreen
from capture.screens.wordreview.sending import SendDialog, Sending
from capture.settings import remember
from capture.wordreview import desk as desks
from capture.wordreview.agreement import AnswerStanding, left
from capture.wordreview.desk import Desk
from capture.wordreview.naming import wish_aloud
from sessions.i18n import gettext as _
from sessions.text import clean_line

if TYPE_CHECKING:
    from exports.reviewing import Sent
    from sessions.programme import Programme

IN_ORDER = (
    "send_review", "receive_review", "agree_aloud", "expert_remarks", "agreement_review", "back", "search", "help",
    "reload", "quit",
)  # fmt: skip


class WordReviewScreen(BaseScreen):
    """The session with this ``code``; ``said`` is what came of something that led here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "s",
            "send",
            _("Make Word file"),
            id="send_review",
            tooltip=_("Make the Word file for the expert, to mail it yourself"),
        ),
        Binding(
            "o",
            "open_file",
            _("It came back"),
            id="receive_review",
            tooltip=_("Look into a file that came back, and take it in"),
        ),
        Binding(
            "a",
            "aloud",
            _("Agreed aloud"),
            id="agree_aloud",
            tooltip=_("Note what the expert says of an answer, sitting here"),
        ),
        Binding(
            "r",
            "remarks",
            _("Remarks"),
            id="expert_remarks",
            tooltip=_("What the expert remarked, and what is open"),
        ),
    ]

    class Loaded(Message):
        """The session as it is now."""

        def __init__(self, desk: Desk) -> None:
            super().__init__()
            self.desk = desk

    class Done(Message):
        """Something was stored or written, and what came of it."""

        def __init__(self, told: str) -> None:
            super().__init__()
            self.told = told

    def __init__(self, programme: "Programme", code: str, said: str = "") -> None:
        super().__init__(classes="word-review")
        self.programme = programme
        self.code = code
        self.desk: Desk | None = None
        self._said = said

    @property
    def about(self) -> str:
        return _(
            "The expert reads back what they said, in Word. {send} makes the file: mail it to them yourself. When it "
            "comes back, {receive} shows what would change before anything is stored. Below, per answer, whether the "
            "expert agrees to it: not yet, agreed on that day, changed since (then ask again), only internal, or "
            "not to be used. {aloud} notes what they say when you sit together. {remarks} shows their remarks."
        ).format(
            send=self.key("send_review") or "–",
            receive=self.key("receive_review"),
            aloud=self.key("agree_aloud"),
            remarks=self.key("expert_remarks"),
        )

    def compose(self) -> ComposeResult:
        yield Static(clean_line(self.code), classes="title", markup=False)
        yield Static(_("Reading …"), classes="sheets", markup=False)
        yield Static("", classes="progress", markup=False)
        yield Vertical(AgreementTable(cursor_type="row"), classes="rows")
        yield Static(clean_line(self._said), classes="state", markup=False)
        yield KeyBar(keys_of(type(self)), IN_ORDER, most=2)

    def on_mount(self) -> None:
        self.query_one(".rows").display = False
        self.load()

    @on(events.ScreenResume)
    def _come_back(self) -> None:
        self.refresh_bindings()  # else what the other screen hid stays hidden at the bottom
        if self.desk:
            self.load()

    # --- reading -------------------------------------------------------------------------------------
    def load(self) -> None:
        """Read the session again."""
        self.in_background(lambda: self.Loaded(desks.read_desk(self.programme, self.code)))

    def not_loaded(self) -> None:
        self.say("")
        if self.desk is None:
            told = _("The session could not be read. {key} tries again.").format(key=self.key("reload"))
            self.query_one(".sheets", Static).update(told)

    @property
    def table(self) -> AgreementTable:
        """The answers."""
        return self.query_one(AgreementTable)

    @property
    def chosen(self) -> AnswerStanding | None:
        """The answer at the cursor."""
        at = self.table.cursor_row
        return self.desk.answers[at] if self.desk and 0 <= at < len(self.desk.answers) else None

    @on(Loaded)
    def _take(self, loaded: Loaded) -> None:
        self.desk = loaded.desk
        self.refresh_bindings()
        self._show(loaded.desk)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without the expert's permission there is nothing to send."""
        del parameters
        return not (action == "send" and self.desk and self.desk.refused)

    def on_resize(self, _event: events.Resize) -> None:
        """More or fewer columns."""
        if self.desk:
            self._show(self.desk)

    def _show(self, desk: Desk) -> None:
        name = clean_line(f"{desk.reading.session.code}  {desk.reading.expert.name}")
        heading = Content.assemble(
            (_("Read back in Word"), "bold"),
            "  ",
            (name, "bold"),
            "  ",
            (clean_line(desk.reading.company.name), MUTED),
        )
        self.query_one(".title", Static).update(heading)
        self.query_one(".sheets", Static).update(answer_table.sheets_told(desk))
        self.query_one(".progress", Static).update(answer_table.progress(desk) if desk.answers else "")
        at = self.table.cursor_row
        self.query_one(".rows").display = bool(desk.answers)
        rows = [answer_table.row(answer) for answer in desk.answers]
        self.table.fill(answer_table.headings(), rows, 2, self.size.width)
        self.table.move_cursor(row=min(at, len(rows) - 1))
        if rows and self.focused is None:
            self.table.focus()

    def say(self, text: str) -> None:
        """What came of a key."""
        self.query_one(".state", Static).update(clean_line(text))

    @on(Done)
    def _say_done(self, done: Done) -> None:
        self.say(done.told)
        self.load()

    # --- sending -------------------------------------------------------------------------------------
    def action_send(self) -> None:
        """Make the file for the expert."""
        if self.desk:
            ask = SendDialog(self.desk.reading.expert.name, self.desk.proposal, own_name())
            self.app.push_screen(ask, self._send)

    def _send(self, sending: Sending | None) -> None:
        if sending is None or self.desk is None:
            return
        self.say(_("Making the file …"))
        again = bool(self.desk.sheets) and self.desk.sheets[0].back_at is None

        def sent() -> Message:
            if sending.by:
                remember(interviewer=sending.by)
            return self.Done(_sent(desks.send_to(self.programme, self.code, sending.path, sending.by), again))

        self.in_background(sent)

    # --- what came back ------------------------------------------------------------------------------
    def action_open_file(self) -> None:
        """Choose a file that came back, and look into it."""
        if self.desk:
            self.app.push_screen(ChooseFileDialog(self.programme, self.desk.sheets), self._look_into)

    def _look_into(self, path: Path | None) -> None:
        if path is not None:
            screen = IncomingScreen(self.programme, path, self.code)
            self.app.push_screen(screen, partial(self._looked, screen))

    def _looked(self, screen: IncomingScreen, _nothing: None) -> None:
        if screen.result_code and screen.result_code != self.code:
            self.app.push_screen(type(self)(self.programme, screen.result_code, screen.result))
        else:
            self.say(screen.result)

    # --- aloud ---------------------------------------------------------------------------------------
    def action_aloud(self) -> None:
        """Note what the expert says."""
        if self.desk is None:
            return
        ask = AloudDialog(self.desk.reading.expert.name, self.chosen, tuple(left(self.desk.answers)))
        if ask.choices:
            self.app.push_screen(ask, self._ask_sure)
        else:
            self.say(_("This answer has no text yet, so there is nothing to agree to."))

    def _ask_sure(self, said: SaidAloud | None) -> None:
        if said and self.desk:
            ask = sure(said, self.desk.reading.expert.name)
            self.app.push_screen(ask, partial(if_sure, partial(self._note, said)))

    def _note(self, said: SaidAloud) -> None:
        shown = [one.reading for one in said.answers]
        which = said.answers[0].code if len(shown) == 1 else str(len(shown))

        def noted() -> Message:
            desks.decide_on(self.programme, self.code, shown, said.wish)
            told = _("Noted of {answers}: {wish}. What the expert says later takes its place.")
            return self.Done(told.format(answers=which, wish=wish_aloud(said.wish)))

        self.in_background(noted)

    # --- where it leads ------------------------------------------------------------------------------
    def action_remarks(self) -> None:
        """What the expert remarked."""
        self.app.push_screen(RemarksScreen(self.programme, self.code))

    @on(DataTable.RowSelected)
    def _review(self) -> None:
        if self.desk and (answer := self.chosen):
            first = next((f.segment.id for f in answer.reading.fragments), None)
            self.post_message(OpenReview(self.desk.reading, first))


def _sent(sent: "Sent", again: bool) -> str:
    made = _("Made once more: {path}.") if again else _("Made: {path}.")
    told = made.format(path=sent.path) + " "
    told += _("Mail it to the expert yourself; what comes back is taken in here.")
    return _("A file with that name stays as it was. {told}").format(told=told) if sent.kept else told

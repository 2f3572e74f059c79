"""The four permissions, asked one by one in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Footer, Input, Label, Static

from capture.screens.permission import PermissionRow, told_before
from capture.screens.showing import MUTED
from capture.screens.steps import StepScreen, forward
from capture.settings import read_settings, remember
from sessions.consent_wording import wording
from sessions.i18n import gettext as _
from sessions.people import Consent, Expert, Permission
from sessions.text import clean_line

if TYPE_CHECKING:
    from sessions.programme import Programme


@dataclass(frozen=True)
class ToAsk:
    """Whom to ask, in which language, and what they answered before."""

    expert: Expert
    language: str
    before: dict[Permission, Consent]


class ConsentScreen(StepScreen[bool]):
    """Asks what the expert of session ``code`` permits; its result is whether recording is permitted."""

    class Loaded(Message):
        """It is known whom to ask."""

        def __init__(self, to_ask: ToAsk) -> None:
            super().__init__()
            self.to_ask = to_ask

    class Kept(Message):
        """The answers are stored."""

    def __init__(self, programme: "Programme", code: str) -> None:
        super().__init__(classes="consent")
        self.programme = programme
        self.code = code
        self.to_ask: ToAsk | None = None
        self._keeping = False

    @property
    def about(self) -> str:
        return _(
            "What the expert permits. Read each question aloud, or turn the screen; y or n answers it, a "
            "click does the same. Yes and no are both kept, with the time, the version of these words and "
            "your name. An answer can be changed at any time: open the session again and choose Permission."
        )

    def compose(self) -> ComposeResult:
        yield Static(_("Permission"), classes="title", markup=False)
        with VerticalScroll(classes="questions", can_focus=False):
            yield Static(_("Reading …"), classes="opening", markup=False)
        with Horizontal(classes="asked-by"):
            yield Label(_("Asked by"), markup=False)
            name = read_settings().interviewer
            yield Input(name, placeholder=_("your own name"), max_length=100, compact=True)
        yield Static("", classes="missing", markup=False)
        yield forward(_("Go on"))
        yield Footer()

    def on_mount(self) -> None:
        self.load()

    def load(self) -> None:
        """Read whom to ask."""
        self.in_background(lambda: self.Loaded(_read(self.programme, self.code)))

    def not_loaded(self) -> None:
        self._keeping = False
        self.say(_("That did not work; nothing was stored. Enter tries again."))

    @on(Loaded)
    async def _ask(self, loaded: Loaded) -> None:
        to_ask = self.to_ask = loaded.to_ask
        words = wording(to_ask.language)
        title = Content.assemble((_("Permission"), "bold"), "  ", (clean_line(to_ask.expert.name), MUTED))
        self.query_one(".title", Static).update(title)
        rows = [PermissionRow(asked, words, to_ask.before.get(asked.permission)) for asked in words.asked]
        self.query_one(".opening", Static).update(words.opening)
        last = Static(words.taking_back, classes="taking-back", markup=False)
        await self.query_one(".questions").mount_all([*rows, last])
        self.say(told_before(to_ask.before.values()))
        rows[0].focus()

    @property
    def rows(self) -> list[PermissionRow]:
        """The four questions."""
        return list(self.query(PermissionRow))

    @on(PermissionRow.Answered)
    def _say_what_follows(self) -> None:
        if self.to_ask:
            given = {row.asked.permission: row.given for row in self.rows}
            self.say(_what_follows(given, self.to_ask))

    @on(Input.Submitted)
    def _enter_in_the_field(self) -> None:
        self.action_go_on()

    def action_go_on(self) -> None:
        """Store the answers, if there are four and it is known who asked."""
        unanswered = next((row for row in self.rows if row.given is None), None)
        name = self.query_one(Input)
        if self.to_ask is None:
            self.load()
        elif unanswered:
            self.say(_("Not answered yet: {question}").format(question=unanswered.asked.question))
            unanswered.focus()
        elif not clean_line(name.value):
            self.say(_("Who asked? Type your own name."))
            name.focus()
        elif not self._keeping:
            self._keep(self.to_ask.expert, clean_line(name.value))

    def _keep(self, expert: Expert, asked_by: str) -> None:
        self._keeping = True
        answers = {row.asked.permission: bool(row.given) for row in self.rows}

        def keep() -> Message:
            from sessions.store.people import keep_consent

            with self.programme.store() as store:
                keep_consent(store, expert, answers, asked_by)
            remember(interviewer=asked_by)
            return self.Kept()

        self.in_background(keep)

    @on(Kept)
    def _done(self) -> None:
        given = {row.asked.permission: row.given for row in self.rows}
        self.finish(bool(given[Permission.RECORDING]))


def _what_follows(given: Mapping[Permission, bool | None], to_ask: ToAsk) -> str:
    """What a no means that stands there now."""
    if given[Permission.RECORDING] is False:
        return wording(to_ask.language).notes_only
    if any(before.given and given[permission] is False for permission, before in to_ask.before.items()):
        return _("That holds from now on; what was recorded or turned into text before stays as it is.")
    return ""


def _read(programme: "Programme", code: str) -> ToAsk:
    from sessions.people import latest
    from sessions.store.interviews import find_session
    from sessions.store.people import consents_of

    with programme.store() as store:
        session = find_session(store, code)
        expert = store.get(Expert, session.expert_id)
        return ToAsk(expert, session.language, latest(consents_of(store, expert)))

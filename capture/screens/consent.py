"""The four permissions, asked one by one in plain words."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Footer, Input, Label, Static

from capture.naming import wait_told
from capture.screens.permission import PermissionRow
from capture.screens.showing import MUTED
from capture.screens.steps import StepScreen, forward
from capture.screens.to_ask import ToAsk, read_to_ask, told_at_first, what_follows
from capture.screens.withdrawing.history import AnswersDialog, answers_told
from capture.screens.withdrawing.taking import Share, Sight, Taking, is_due, look
from capture.settings import read_settings, remember
from sessions.consent_wording import wording
from sessions.errors import VakborgError
from sessions.i18n import gettext as _
from sessions.people import Permission
from sessions.text import clean_line

if TYPE_CHECKING:
    from sessions.programme import Programme


@dataclass(frozen=True)
class WhatGoes:
    """What is to be taken out, and what that is; None where it could not be looked at."""

    taking: Taking
    sight: Sight | None


class ConsentScreen(StepScreen[bool]):
    """Asks what the expert of session ``code`` permits; its result is whether recording is permitted.

    ``what_goes`` is what the answers leave to be taken out. It is looked for where no talk follows: just before a
    conversation nobody is to be kept busy with it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "h",
            "before",
            _("Earlier"),
            id="consent_before",
            tooltip=_("What was answered before, to whom, and what was taken out"),
        ),
    ]

    class Loaded(Message):
        """It is known whom to ask."""

        def __init__(self, to_ask: ToAsk) -> None:
            super().__init__()
            self.to_ask = to_ask

    class Kept(Message):
        """The answers are stored; so many recordings ``wait`` again to become text."""

        def __init__(self, what_goes: WhatGoes | None, wait: int) -> None:
            super().__init__()
            self.what_goes, self.wait = what_goes, wait

    def __init__(self, programme: "Programme", code: str, *, talk_follows: bool = False) -> None:
        super().__init__(classes="consent")
        self.programme = programme
        self.code = code
        self.talk_follows = talk_follows
        self.what_goes: WhatGoes | None = None
        self.to_ask: ToAsk | None = None
        self._keeping = False

    @property
    def about(self) -> str:
        return _(
            "What the expert permits. Read each question aloud, or turn the screen; y or n answers it, a "
            "click does the same. Yes and no are both kept, with the time, the version of these words and "
            "your name. An answer can be changed at any time: open the session again and choose Permission. Where a "
            "yes becomes a no, you see after it what is there already and can be taken out. {before} shows what was "
            "answered before."
        ).format(before=self.key("consent_before"))

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
        self.in_background(lambda: self.Loaded(read_to_ask(self.programme, self.code)))

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
        self.say(told_at_first(to_ask, talk_follows=self.talk_follows))
        rows[0].focus()
        self.refresh_bindings()

    @property
    def rows(self) -> list[PermissionRow]:
        """The four questions."""
        return list(self.query(PermissionRow))

    @on(PermissionRow.Answered)
    def _saywhat_follows(self) -> None:
        if self.to_ask:
            given = {row.asked.permission: row.given for row in self.rows}
            self.say(what_follows(given, self.to_ask, talk_follows=self.talk_follows))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What was answered before can be seen where something was."""
        del parameters
        return action != "before" or bool(self.to_ask and self.to_ask.consents)

    def action_before(self) -> None:
        """Show what was answered before."""
        if to_ask := self.to_ask:
            told = answers_told(wording(to_ask.language), to_ask.consents, to_ask.withdrawals)
            self.app.push_screen(AnswersDialog(told))

    @on(Input.Submitted)
    def _enter_in_the_field(self) -> None:
        self.action_go_on()

    def action_back(self) -> None:
        """Leave without a result; not while the answers are being stored."""
        if not self._keeping:
            super().action_back()

    def action_go_on(self) -> None:
        """Store the answers, if it is known who asked; where a talk follows, once there are four."""
        unanswered = next((row for row in self.rows if row.given is None), None)
        enough = not self.talk_follows and any(row.given is not None for row in self.rows)
        name = self.query_one(Input)
        if self.to_ask is None:
            self.load()
        elif unanswered and not enough:
            self.say(_("Not answered yet: {question}").format(question=unanswered.asked.question))
            unanswered.focus()
        elif not clean_line(name.value):
            self.say(_("Who asked? Type your own name."))
            name.focus()
        elif not self._keeping:
            self._keep(self.to_ask, clean_line(name.value))

    def _keep(self, to_ask: ToAsk, asked_by: str) -> None:
        self._keeping = True
        answers = {row.asked.permission: row.given for row in self.rows if row.given is not None}
        taken_back = to_ask.taken_back(answers)
        refused = tuple(p for p in Permission if answers.get(p) is False)
        taking = Taking((Share(to_ask.expert, refused),))
        if taken_back and not self.talk_follows:
            self.say(_("Looking what is there …"))

        def keep() -> Message:
            from sessions.store.consenting import keep_answers

            looks = bool(taken_back) and not self.talk_follows
            sight = _look(self.programme, taking) if looks else None  # while the drafts still have it
            with self.programme.store() as store:
                wait = keep_answers(store, to_ask.expert, answers, asked_by)
                due = looks and is_due(store, taking)
            remember(interviewer=asked_by)
            return self.Kept(_what_goes(taking, sight, due=due) if looks else None, wait)

        self.in_background(keep)

    @on(Kept)
    def _done(self, kept: Kept) -> None:
        given = {row.asked.permission: row.given for row in self.rows}
        self.what_goes = kept.what_goes
        if kept.wait:
            self.app.notify(wait_told(kept.wait), markup=False)
        self.finish(bool(given[Permission.RECORDING]))


def _look(programme: "Programme", taking: Taking) -> Sight | None:
    """What would go; None where that cannot be seen: the screen that follows looks again, and shows why."""
    try:
        return look(programme, taking, lambda _step: None)
    except VakborgError:
        return None


def _what_goes(taking: Taking, sight: Sight | None, *, due: bool) -> WhatGoes | None:
    if sight is None:
        return WhatGoes(taking, None)
    seen = replace(sight, due=due)
    return None if seen.nothing else WhatGoes(taking, seen)

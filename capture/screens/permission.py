"""One permission with its yes and no: neither is chosen before somebody chooses."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, Static

from capture.naming import when
from sessions.consent_wording import Asked, Wording
from sessions.i18n import gettext as _
from sessions.i18n import language
from sessions.people import Consent

_YES = "j,y" if language() == "nl" else "y,j"
"""The first of them stands at the bottom of the screen."""


class PermissionRow(Vertical, can_focus=True):
    """A question with its answer; ``given`` is None as long as there is none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(_YES, "answer(True)", _("Yes"), id="consent_yes", tooltip=_("The expert permits it")),
        Binding("n", "answer(False)", _("No"), id="consent_no", tooltip=_("The expert does not permit it")),
        Binding("left", "answer(True)", show=False),
        Binding("right", "answer(False)", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]

    given: reactive[bool | None] = reactive(None, init=False)

    class Answered(Message):
        """Yes or no was chosen."""

    def __init__(self, asked: Asked, wording: Wording, before: Consent | None) -> None:
        super().__init__(classes="permission")
        self.asked = asked
        self._wording = wording
        self.set_reactive(PermissionRow.given, before.given if before else None)

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static(self.asked.question, classes="question", markup=False)
            yield Static(self._told(True), classes="yes", markup=False)
            yield Static(self._told(False), classes="no", markup=False)
        yield Static(self.asked.meaning, classes="meaning", markup=False)

    def _told(self, answer: bool) -> str:
        name = self._wording.yes if answer else self._wording.no
        return f"({'•' if self.given is answer else ' '}) {name}"

    def watch_given(self) -> None:
        """Show the answer."""
        self.query_one(".yes", Static).update(self._told(True))
        self.query_one(".no", Static).update(self._told(False))

    def on_click(self, event: events.Click) -> None:
        """A click on yes or no chooses it."""
        self.focus()
        clicked = event.widget
        if clicked and (clicked.has_class("yes") or clicked.has_class("no")):
            self.action_answer(clicked.has_class("yes"))

    def action_answer(self, given: bool) -> None:
        """Answer, and on to the next question."""
        self.given = given
        self.post_message(self.Answered())
        unanswered = [row for row in self.screen.query(PermissionRow) if row.given is None]
        nameless = not all(field.value for field in self.screen.query(Input))
        if unanswered or nameless:  # else a key too many would end up in the name that stands there
            self.screen.focus_next()


def told_before(consents: Iterable[Consent]) -> str:
    """When the answers that stand there were given, and that they can be changed."""
    moments = [c.at for c in consents]
    if not moments:
        return ""
    told = _("Answers of {date}: Enter confirms them, or change what is different now.")
    return told.format(date=when(max(moments)))

"""The screens around a conversation, each a step: Enter goes on, Esc goes back, and one line says what is missing."""

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Button, Static

from capture.interviewing.state import News, Notice, Snapshot
from capture.screens.alerting import alert
from capture.screens.base import BaseScreen
from capture.screens.failure import Failed
from sessions.errors import VakborgError
from sessions.i18n import gettext as _

if TYPE_CHECKING:
    from capture.interviewing.conductor import Conductor

R = TypeVar("R")


def forward(label: str) -> Horizontal:
    """The button that does what Enter does, for the mouse."""
    button = Button(label, id="forward", compact=True, action="screen.go_on")
    return Horizontal(button, classes="forward")  # a margin of its own would make its neighbours narrower


class StepScreen(BaseScreen, Generic[R]):
    """A step with a ``result``: None until it is done, and where somebody went back instead."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", _("Go on"), id="go_on", tooltip=_("To the next step")),
        Binding("r,f5", "nothing", show=False),
    ]

    result: R | None = None
    searchable = False  # a step is finished first

    def finish(self, result: R) -> None:
        """This step is done."""
        self.result = result
        self.dismiss()

    def action_back(self) -> None:
        """Leave without a result."""
        self.dismiss()

    def action_go_on(self) -> None:
        """To the next step, if this one is complete."""

    def say(self, message: str) -> None:
        """Put ``message`` where this screen says what is missing."""
        self.query_one(".missing", Static).update(message)


class ConductedStep(StepScreen[R]):
    """A step of a conversation that has a ``conductor``; ``snapshot`` is the latest that it told."""

    class Heard(Message):
        """The conductor told something."""

        def __init__(self, news: News) -> None:
            super().__init__()
            self.news = news

    def __init__(self, conductor: "Conductor", *, classes: str) -> None:
        super().__init__(classes=classes)
        self.conductor = conductor
        self.snapshot: Snapshot | None = None

    def on_mount(self) -> None:
        self.conductor.listen(self._pass_on)

    def _pass_on(self, news: News) -> None:
        self.post_message(self.Heard(news))

    @on(Heard)
    def _sort_out(self, heard: Heard) -> None:
        news = heard.news
        if isinstance(news, VakborgError):
            self.app.post_message(Failed(news))
        elif isinstance(news, Notice):
            self.notify(news.text, severity="warning" if news.warning else "information", markup=False)
        else:
            if isinstance(news, Snapshot):
                before, self.snapshot = self.snapshot, news
                alert(self, before, news, shown=False)
            self.heard(news)

    def heard(self, news: News) -> None:
        """Show what the conductor told."""

"""The taking out itself: what it is doing. It cannot be stopped half-way."""

from collections.abc import Callable, Iterable

from textual import on
from textual.message import Message
from textual.widget import Widget
from textual.widgets import ProgressBar, Static

from capture.faults import foreseen
from capture.screens.dialog import Dialog
from capture.screens.withdrawing.taking import Step, Tell
from sessions.errors import VakborgError
from sessions.i18n import gettext as _
from sessions.text import clean_line
from sessions.withdrawal import Loss

Outcome = Loss | VakborgError
"""What went, or why it failed."""


class WorkingDialog(Dialog[Outcome]):
    """Lets a thread do ``work``; gives what came of it."""

    class Told(Message):
        """How far it is."""

        def __init__(self, step: Step) -> None:
            super().__init__()
            self.step = step

    class Done(Message):
        """It is over."""

        def __init__(self, outcome: Outcome) -> None:
            super().__init__()
            self.outcome = outcome

    def __init__(self, work: Callable[[Tell], Loss]) -> None:
        super().__init__(
            _("Taking out …"), _("This takes a moment and cannot be stopped half-way."), "working"
        )
        self.work = work

    def parts(self) -> Iterable[Widget]:
        yield ProgressBar(show_eta=False)
        yield Static(_("It begins …"), classes="state", markup=False)

    def on_mount(self) -> None:
        self.run_worker(self._work, thread=True, group="withdrawing")

    def _work(self) -> None:
        try:
            self.post_message(self.Done(self.work(self._tell)))
        except Exception as error:  # noqa: BLE001 - the boundary: every failure is shown
            self.post_message(self.Done(foreseen(error)))

    def _tell(self, step: Step) -> None:
        self.post_message(self.Told(step))

    @on(Told)
    def _show(self, told: Told) -> None:
        self.query_one(ProgressBar).update(total=1, progress=told.step.share)
        doing = _("{name}: sound, text and documents are wiped …").format(name=told.step.name)
        self.query_one(".state", Static).update(clean_line(doing))

    @on(Done)
    def _end(self, done: Done) -> None:
        self.give(done.outcome)

    def action_leave(self) -> None:
        """Not now: it is under way."""
        self.query_one(".hint", Static).update(_("A moment: it is still under way."))

    def leave_first(self, then: Callable[[], object]) -> None:
        """Nobody leaves before it is done."""
        del then
        self.action_leave()

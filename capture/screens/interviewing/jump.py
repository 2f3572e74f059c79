"""To any question: the guide in a list, narrowed down by typing."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, OptionList

from capture.interviewing.state import Snapshot
from capture.screens.interviewing.dialog import Dialog
from capture.screens.interviewing.guide_list import GuideList, lines
from sessions.i18n import gettext as _


class JumpDialog(Dialog[str]):
    """All questions with how far they are; gives the id of the chosen one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
    ]

    def __init__(self, now: Snapshot) -> None:
        super().__init__(
            _("To which question?"), _("Type to search, ↑ ↓ choose, Enter goes there, Esc closes."), "jump"
        )
        self.now = now

    def parts(self) -> Iterable[Widget]:
        yield Input(placeholder=_("a word from the question, its topic or its module"), compact=True)
        yield GuideList()

    def on_mount(self) -> None:
        self.query_one(Input).focus()
        self._list("")
        self.listing.choose(self.now.standing.question.id)

    @property
    def listing(self) -> GuideList:
        """The questions that match."""
        return self.query_one(GuideList)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        self._list(event.value)

    def _list(self, wanted: str) -> None:
        shown = lines(self.now, wanted, in_words=True)
        self.listing.show(shown)
        first = next((i for i, _line in shown if i), "")
        self.listing.choose(first)

    def action_move(self, step: int) -> None:
        """Through the list, while typing goes on."""
        if step > 0:
            self.listing.action_cursor_down()
        else:
            self.listing.action_cursor_up()

    @on(Input.Submitted)
    def _go(self) -> None:
        option = self.listing.highlighted_option
        if option and option.id:
            self.give(option.id)

    @on(OptionList.OptionSelected)
    def _go_to_clicked(self, event: OptionList.OptionSelected) -> None:
        self.give(event.option.id)

"""A dialog with a list that typing narrows down; gives the id of the chosen line."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input, OptionList

from capture.screens.dialog import Dialog


class SearchList(Dialog[str]):
    """Base of the dialogs that search while one types; ``parts`` has an Input and an OptionList."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
    ]

    def on_mount(self) -> None:
        self.query_one(Input).focus()
        self.begin()

    def begin(self) -> None:
        """List everything."""
        self.show_matches("")

    @property
    def listing(self) -> OptionList:
        """What matches."""
        return self.query_one(OptionList)

    def show_matches(self, wanted: str) -> None:
        """List what matches ``wanted``, and stand on the likeliest."""
        raise NotImplementedError

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        self.show_matches(event.value)

    def action_move(self, step: int) -> None:
        """Through the list, while typing goes on."""
        if step > 0:
            self.listing.action_cursor_down()
        else:
            self.listing.action_cursor_up()

    @on(Input.Submitted)
    def _take(self) -> None:
        option = self.listing.highlighted_option
        if option and option.id:
            self.give(option.id)

    @on(OptionList.OptionSelected)
    def _take_clicked(self, event: OptionList.OptionSelected) -> None:
        if event.option.id:
            self.give(event.option.id)

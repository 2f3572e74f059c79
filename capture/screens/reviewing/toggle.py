"""On or off, and one of a few: told by a sign, not by a colour alone."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Button


class Toggle(Button):
    """A button that is on or off; ``one_of`` a few of which one is on."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "press", show=False)]

    def __init__(self, words: str, *, on: bool = False, one_of: bool = False, classes: str = "") -> None:
        self.words = words
        self.is_on = on
        self._signs = "○●" if one_of else "☐✔"
        super().__init__(self._shown(), compact=True, classes=classes)

    def _shown(self) -> Content:
        return Content(f"{self._signs[self.is_on]} {self.words}")

    def turn(self, on: bool) -> None:
        """Be on, or off."""
        self.is_on = on
        self.label = self._shown()

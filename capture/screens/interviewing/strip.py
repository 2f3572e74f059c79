"""A piece of the screen that is painted only when it changes, and of which parts can be clicked."""

from collections.abc import Mapping

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

Keys = Mapping[str, str]
"""Which key does what, as people read it, by the id of its binding."""

_DOES = "does"


def doing(content: Content, action: str) -> Content:
    """``content``, a click on which does ``action`` of the screen."""
    return content.stylize(Style.from_meta({_DOES: action}))


class Strip(Static):
    """A strip. ``fixed`` ones have a size of their own: painting them moves nothing else."""

    def __init__(self, classes: str, *, fixed: bool = True) -> None:
        super().__init__(classes=classes, markup=False)
        self._shown = Content("")
        self._fixed = fixed

    def show(self, content: Content) -> None:
        """Paint ``content``, unless it is there already."""
        if not content.is_same(self._shown):
            self._shown = content
            self.update(content, layout=not self._fixed)

    async def on_click(self, event: events.Click) -> None:
        """Do what the word under the mouse stands for."""
        if action := event.style.meta.get(_DOES):
            event.stop()
            await self.run_action(f"screen.{action}")

"""What the screens of modules share: for whom the drafts are, the house template, and writing them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from capture.drafts.writing import Task, Writing, to_word
from capture.screens.base import BaseScreen
from capture.screens.drafting.audience import audience_name, other_audience
from capture.screens.drafting.template import TemplateDialog, remember_template, template_of
from capture.screens.drafting.writing import WritingDialog
from sessions.i18n import gettext as _
from sessions.release import Release
from sessions.text import clean_line

if TYPE_CHECKING:
    from sessions.programme import Programme


class DraftsScreen(BaseScreen):
    """A screen of drafts for one ``audience``. One reading at a time; what is asked meanwhile is read after it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "write", _("To Word"), id="draft_write", tooltip=_("Write this module to Word")),
        Binding(
            "c", "changes", _("Changes"), id="draft_changes", tooltip=_("What changed since the last export")
        ),
        Binding(
            "a",
            "audience",
            _("For whom"),
            id="draft_audience",
            tooltip=_("For the partners, or only what is free for everybody"),
        ),
        Binding(
            "t",
            "template",
            _("Template"),
            id="draft_template",
            tooltip=_("The house template for Word, or our own"),
        ),
    ]

    def __init__(self, programme: "Programme", audience: Release, classes: str) -> None:
        super().__init__(classes=classes)
        self.programme = programme
        self.audience = audience
        self._reading = False
        self._again = False
        self._left = False

    # --- reading -------------------------------------------------------------------------------------
    def load(self) -> None:
        """Read, or read again once what is being read is there."""
        if self._reading:
            self._again = True
            return
        self._reading, self._again = True, False
        self.begin_reading()

    def begin_reading(self) -> None:
        """Let a thread read what this screen shows; :meth:`has_read` follows."""

    def has_read(self) -> None:
        """What was asked for is there, or it failed."""
        self._reading = False
        if self._again:
            self.load()

    @property
    def outdated(self) -> bool:
        """Whether something else was asked for meanwhile."""
        return self._again

    @on(events.ScreenSuspend)
    def _leave(self) -> None:
        self._left = not isinstance(
            self.app.screen, ModalScreen
        )  # below a dialog nothing is different after it

    @on(events.ScreenResume)
    def _come_back(self) -> None:
        self.refresh_bindings()  # else what the other screen hid stays hidden at the bottom
        if self._left:
            self._left = False
            self.came_back()

    def came_back(self) -> None:
        """Another screen was closed: something may be different."""
        self.load()

    # --- keys ----------------------------------------------------------------------------------------
    def write_to_word(self, tasks: Sequence[Task]) -> None:
        """Write these modules."""
        if tasks:
            begin = to_word(self.programme, self.audience, template_of(self.programme))
            self.app.push_screen(WritingDialog(Writing(tasks, begin)), self._written)

    def _written(self, anything: bool | None) -> None:
        if anything:
            self.load()

    def action_audience(self) -> None:
        """The other audience."""
        self.audience = other_audience(self.audience)
        self.show_audience()
        self.load()

    def show_audience(self) -> None:
        """Show for whom the drafts are now."""

    def action_template(self) -> None:
        """Choose the house template, or clear it."""
        self.app.push_screen(TemplateDialog(template_of(self.programme)), self._take_template)

    def _take_template(self, chosen: str | None) -> None:

        if chosen is None:
            return
        remember_template(self.programme, Path(chosen) if chosen else None)
        told = _("Word drafts are made with {name}.").format(name=Path(chosen).name) if chosen else ""
        self.notify(clean_line(told or _("Word drafts are made with our own template.")), markup=False)
        self.show_audience()

    def made_for(self) -> str:
        """For whom, and with which template."""
        template = template_of(self.programme)
        named = clean_line(template.name) if template else ""
        return ", ".join(part for part in (audience_name(self.audience), named) if part)

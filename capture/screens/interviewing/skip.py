"""Why a question is skipped."""

from collections.abc import Iterable

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from capture.screens.interviewing.dialog import Choice, button
from sessions.i18n import gettext as _
from sessions.text import clean_line


class SkipDialog(Choice[str]):
    """A few ready reasons, and a field for another; gives the reason."""

    def __init__(self) -> None:
        reasons = (
            _("The expert does not do this work."),
            _("This was told at another question already."),
            _("No time left; another time."),
            _("Another expert can tell this better."),
            _("The expert would rather not tell this."),
        )
        super().__init__(_("Why is this question skipped?"), [(Content(r), r) for r in reasons])

    def parts(self) -> Iterable[Widget]:
        yield from super().parts()
        yield Input(placeholder=_("Tab: another reason, in your own words"), max_length=300, compact=True)
        yield button(_("Skip"), "in_own_words")

    @on(Input.Submitted)
    def action_in_own_words(self) -> None:
        """Skip it for the reason that was typed; where there is none, type one."""
        field = self.query_one(Input)
        if reason := clean_line(field.value):
            self.give(reason)
        else:
            field.focus()

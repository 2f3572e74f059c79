"""Where the file for the expert goes."""

from collections.abc import Iterable
from pathlib import Path

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Static

from capture.screens.dialog import Dialog, button
from capture.screens.interviewing.attach import PathInput
from capture.screens.interviewing.dropped import paths_in
from sessions.i18n import gettext as _
from sessions.text import clean_line

SUFFIX = ".docx"


class SendDialog(Dialog[Path]):
    """A field for the place, with a proposal; gives the path of the file. A folder gets the proposed name in it."""

    def __init__(self, expert: str, proposal: Path) -> None:
        hint = _(
            "Enter makes the file, Esc closes. A file that is there already stays: the new one gets a number."
        )
        super().__init__(_("A Word file for {expert}").format(expert=clean_line(expert)), hint, "send")
        self.proposal = proposal

    def parts(self) -> Iterable[Widget]:
        told = _(
            "All that was said stands in it, answer by answer, with room to change and to remark. It is made at "
            "the place below; you mail it yourself."
        )
        yield Static(told, classes="told", markup=False)
        yield PathInput(clean_line(str(self.proposal)), compact=True, select_on_focus=False)
        yield Static("", classes="missing", markup=False)
        yield button(_("Make the file"), "make")

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    @on(PathInput.Dropped)
    def _take_dropped(self, dropped: PathInput.Dropped) -> None:
        self.query_one(Input).value = clean_line(str(dropped.paths[0]))

    @on(Input.Submitted)
    def action_make(self) -> None:
        """Give the place."""
        paths = paths_in(self.query_one(Input).value)
        path = paths[0] if paths else self.proposal
        if path.is_dir():
            path /= self.proposal.name
        if path.suffix.lower() != SUFFIX:
            told = _("{name} is no name of a Word document: let it end in .docx.").format(name=path.name)
            self.query_one(".missing", Static).update(clean_line(told))
        else:
            self.give(path)

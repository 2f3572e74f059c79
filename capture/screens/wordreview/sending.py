"""Where the file for the expert goes, and to whom they mail it back."""

from collections.abc import Iterable
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Sending:
    """Make the file at ``path``; it is to be mailed back to ``by`` (empty: to whoever sent it)."""

    path: Path
    by: str


class SendDialog(Dialog[Sending]):
    """A field for the place, with a proposal, and one for the name. A folder gets the proposed name in it."""

    def __init__(self, expert: str, proposal: Path, by: str) -> None:
        hint = _(
            "Enter makes the file, Tab goes to the other field, Esc closes. A file that is there already stays: the "
            "new one gets a number."
        )
        super().__init__(_("A Word file for {expert}").format(expert=clean_line(expert)), hint, "send")
        self.proposal = proposal
        self.by = by

    @property
    def about(self) -> str:
        return _(
            "The file is made at the place in the first field: a path, or a folder that is there. You mail it to the "
            "expert yourself. The name in the second field stands in it as the one to mail it back to; without a "
            "name it says: to whoever sent it."
        )

    def parts(self) -> Iterable[Widget]:
        told = _("All that was said stands in it, with boxes to tick and room for remarks. It is made here:")
        yield Static(told, classes="told", markup=False)
        yield PathInput(clean_line(str(self.proposal)), compact=True, select_on_focus=False)
        yield Static(_("Your name, to whom it is mailed back:"), classes="told by", markup=False)
        name = Input(self.by, compact=True, select_on_focus=False, classes="name")
        name.placeholder = _("no name: “to whoever sent it”")
        yield name
        yield Static("", classes="missing", markup=False)
        yield button(_("Make the file"), "make")

    def on_mount(self) -> None:
        self.query_one(PathInput).focus()

    @on(PathInput.Dropped)
    def _take_dropped(self, dropped: PathInput.Dropped) -> None:
        self.query_one(PathInput).value = clean_line(str(dropped.paths[0]))

    @on(Input.Submitted)
    def action_make(self) -> None:
        """Give the place and the name."""
        paths = paths_in(self.query_one(PathInput).value)
        path = paths[0] if paths else self.proposal
        if path.is_dir():
            path /= self.proposal.name
        if wrong := self._wrong(path):
            self.query_one(".missing", Static).update(clean_line(wrong))
        else:
            self.give(Sending(path, clean_line(self.query_one(".name", Input).value)))

    def _wrong(self, path: Path) -> str:
        """What is wrong with the place; empty where nothing is."""
        if path.suffix.lower() != SUFFIX:
            told = _("{name} is no name of a Word document: let it end in .docx.")
            return told.format(name=path.name)
        if path.parent != self.proposal.parent and not path.parent.is_dir():
            told = _("There is no folder {folder}. Make it first, or choose another place.")
            return told.format(folder=path.parent)
        return ""

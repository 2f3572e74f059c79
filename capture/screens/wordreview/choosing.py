"""Which file came back: the Word files on this machine, newest first, or any other by its path."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from capture.faults import foreseen
from capture.screens.dialog import Dialog, Listing, button
from capture.screens.failure import Failed
from capture.screens.interviewing.attach import PathInput
from capture.screens.interviewing.dropped import paths_in
from capture.screens.showing import MUTED
from capture.wordreview.candidates import Candidate, Whose, candidates
from capture.wordreview.naming import moment
from sessions.i18n import gettext as _
from sessions.sheet import Sheet
from sessions.text import clean_line

if TYPE_CHECKING:
    from sessions.programme import Programme


class ChooseFileDialog(Dialog[Path]):
    """A list of files and a field for a path; gives the path of one that is there."""

    class Found(Message):
        """The files."""

        def __init__(self, files: Sequence[Candidate]) -> None:
            super().__init__()
            self.files = files

    def __init__(self, programme: "Programme", sheets: Sequence[Sheet]) -> None:
        hint = _("Enter chooses, Tab goes to the field and back, Esc closes.")
        super().__init__(_("Which file came back?"), hint, "choose-file")
        self.programme = programme
        self.sheets = sheets
        self.files: Sequence[Candidate] = ()

    @property
    def about(self) -> str:
        return _(
            "The Word files in the exports of this programme and among your downloads, those that were made for this "
            "session first. Any other file: type where it is in the field, or drop it on this window. Nothing is "
            "stored yet: first you see what would change."
        )

    def parts(self) -> Iterable[Widget]:
        yield Static(_("Looking for Word files …"), classes="told", markup=False)
        yield Listing(classes="choices", markup=False)
        yield PathInput(placeholder=_("or drop the file here, or type where it is"), compact=True)
        yield Static("", classes="missing", markup=False)
        yield button(_("Look into it"), "look")

    def on_mount(self) -> None:
        self.query_one(".choices").display = False
        self.query_one(Input).focus()
        self.run_worker(self._look_around, thread=True)

    def _look_around(self) -> None:
        app = self.app
        try:
            self.post_message(self.Found(candidates(self.programme, self.sheets)))
        except Exception as error:  # noqa: BLE001 - the boundary: every failure is shown
            app.post_message(Failed(foreseen(error)))
            self.post_message(self.Found(()))

    @on(Found)
    def _show(self, found: Found) -> None:
        self.files = found.files
        listing = self.query_one(Listing)
        listing.add_options([Option(_line(one)) for one in found.files])
        listing.display = bool(found.files)
        none = _("There is no Word file in the exports of this programme, nor among your downloads.")
        several = _("Word files in the exports of this programme and among your downloads:")
        self.query_one(".told", Static).update(several if found.files else none)
        if found.files and not self.query_one(Input).value:
            listing.highlighted = 0
            listing.focus()

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self._take(self.files[event.option_index].path)

    @on(PathInput.Dropped)
    def _take_dropped(self, dropped: PathInput.Dropped) -> None:
        self._take(dropped.paths[0])

    @on(Input.Submitted)
    def _take_typed(self) -> None:
        paths = paths_in(self.query_one(Input).value)
        if paths:
            self._take(paths[0])

    def action_look(self) -> None:
        """The file that is typed, else the one at hand in the list."""
        at = self.query_one(Listing).highlighted
        if self.query_one(Input).value.strip() or at is None:
            self._take_typed()
        else:
            self._take(self.files[at].path)

    def _take(self, path: Path) -> None:
        if path.is_file():
            self.give(path)
        else:
            told = _("There is no file {name} there.").format(name=path.name)
            self.query_one(".missing", Static).update(clean_line(told))


def _line(one: Candidate) -> Content:
    whose = {
        Whose.THIS_SESSION: _("of this session"),
        Whose.AS_SENT: _("of this session, as it was sent"),
        Whose.ANOTHER: _("of another session"),
        Whose.UNKNOWN: "",
    }[one.whose]
    place = clean_line(f"{moment(one.changed_at)}, {one.path.parent.name}")
    told = (whose, "bold" if one.whose is Whose.THIS_SESSION else MUTED)
    return Content.assemble(clean_line(one.path.name), "  ", told, "\n   ", (place, MUTED))

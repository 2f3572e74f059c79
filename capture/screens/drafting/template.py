"""The house template in which Word drafts are made: chosen per programme, and remembered."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Static

from capture.screens.dialog import Dialog, button
from capture.screens.interviewing.attach import PathInput
from capture.screens.interviewing.dropped import paths_in
from capture.settings import read_settings, remember
from sessions.i18n import gettext as _
from sessions.text import clean_line

if TYPE_CHECKING:
    from sessions.programme import Programme

SUFFIXES = (".docx", ".dotx")


def template_of(programme: "Programme") -> Path | None:
    """The house template of this programme; None for our own."""
    chosen = read_settings().templates.get(_key(programme))
    return Path(chosen) if chosen else None


def remember_template(programme: "Programme", path: Path | None) -> None:
    """Use this one from now on; None for our own."""
    kept = {key: value for key, value in read_settings().templates.items() if key != _key(programme)}
    remember(templates=kept | ({_key(programme): str(path)} if path else {}))


def _key(programme: "Programme") -> str:
    return str(programme.folder)


class TemplateDialog(Dialog[str]):
    """A field for the file; gives its path, "" for our own template."""

    def __init__(self, path: Path | None) -> None:
        hint = _("Drop the file here or type where it is; Enter keeps it. Empty: our own. Esc closes.")
        super().__init__(_("The house template for Word"), hint, "template")
        self.path = path

    def parts(self) -> Iterable[Widget]:
        told = _("A Word document or template (.docx, .dotx): its fonts, styles, headers and cover are used.")
        yield Static(told, classes="told", markup=False)
        typed = clean_line(str(self.path)) if self.path else ""
        yield PathInput(typed, placeholder=_("our own template"), compact=True)
        yield Static("", classes="missing", markup=False)
        yield button(_("Keep"), "keep")

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    @on(PathInput.Dropped)
    def _take_dropped(self, dropped: PathInput.Dropped) -> None:
        self._take(dropped.paths[0])

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Keep what is typed."""
        paths = paths_in(self.query_one(Input).value)
        if paths:
            self._take(paths[0])
        else:
            self.give("")

    def _take(self, path: Path) -> None:
        if path.suffix.lower() not in SUFFIXES:
            self._say(_("{name} is no Word document or template (.docx, .dotx).").format(name=path.name))
        elif not path.is_file():
            self._say(_("There is no file {name} there.").format(name=path.name))
        else:
            self.give(str(path.resolve()))

    def _say(self, told: str) -> None:
        self.query_one(".missing", Static).update(clean_line(told))

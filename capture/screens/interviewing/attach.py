"""A photo or a file to the answer at hand: by path, dropped on the terminal, or from a watched folder."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual import events, on
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from capture.screens.interviewing.dialog import Dialog, button
from capture.screens.interviewing.dropped import dropped_paths, paths_in
from sessions.i18n import gettext as _
from sessions.text import clean_line


@dataclass(frozen=True)
class Attached:
    """Files to keep with the answer, or the folder to watch from now on (empty: none any more)."""

    paths: Sequence[Path] = ()
    folder: str | None = None


class PathInput(Input):
    """A field for a path; files that are dropped on it are told at once, however many."""

    class Dropped(Message):
        """These were dropped."""

        def __init__(self, paths: Sequence[Path]) -> None:
            super().__init__()
            self.paths = paths

    def on_paste(self, event: events.Paste) -> None:
        if paths := dropped_paths(event.text):
            event.prevent_default()
            event.stop()
            self.post_message(self.Dropped(paths))


class AttachDialog(Dialog[Attached]):
    """Two fields: files for this answer, and the folder to which a phone syncs its photos."""

    def __init__(self, folder: str) -> None:
        hint = _("Drop a file here or type where it is; Enter keeps it. Tab: the folder. Esc closes.")
        super().__init__(_("A photo or file to this answer"), hint, "attach")
        self.folder = folder

    def parts(self) -> Iterable[Widget]:
        yield PathInput(placeholder=_("the photo or file"), classes="files", compact=True)
        told = _("Take in each new photo from this folder (where your phone puts them; empty: none):")
        yield Static(told, classes="told", markup=False)
        yield Input(clean_line(self.folder), placeholder=_("no folder"), classes="folder", compact=True)
        yield button(_("Keep"), "keep")

    def on_mount(self) -> None:
        self.query_one(".files", Input).focus()

    @on(PathInput.Dropped)
    def _take_dropped(self, dropped: PathInput.Dropped) -> None:
        self.give(Attached(dropped.paths))

    @on(Input.Submitted, ".files")
    def _take_typed(self) -> None:
        if paths := self._paths("files"):
            self.give(Attached(paths))

    @on(Input.Submitted, ".folder")
    def _watch(self) -> None:
        self.give(Attached(folder=self._folder()))

    def action_keep(self) -> None:
        """Keep the files that are typed, and the folder if it is another one now."""
        files, folder = self._paths("files"), self._folder()
        self.give(Attached(files, None if folder == self.folder else folder))

    def _paths(self, name: str) -> list[Path]:
        return paths_in(self.query_one(f".{name}", Input).value)

    def _folder(self) -> str:
        paths = self._paths("folder")
        return str(paths[0]) if paths else ""

"""Writing to Word: how far it is, stopping between two modules, and what came of it."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, ProgressBar, Static
from textual.widgets.option_list import Option

from capture.drafts.writing import Done, Progress, Writing
from capture.faults import foreseen
from capture.naming import duration
from capture.screens.dialog import Dialog, Listing, button
from capture.screens.failure import Failed
from capture.screens.showing import MUTED
from capture.viewing import open_file
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.text import clean_line


class WritingDialog(Dialog[bool]):
    """Writes, and then shows the files; Enter opens one. Gives whether anything was written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "open", _("Open"), id="open_document", tooltip=_("Open the document in Word")),
    ]

    class Told(Message):
        """How far it is."""

        def __init__(self, progress: Progress) -> None:
            super().__init__()
            self.progress = progress

    class Broken(Message):
        """It failed; what was written is there."""

    class Opened(Message):
        """A file was opened, or could not be."""

        def __init__(self, done: Done, opened: bool) -> None:
            super().__init__()
            self.done = done
            self.opened = opened

    def __init__(self, writing: Writing) -> None:
        super().__init__(_("To Word"), _("Esc stops after the module at hand."), "writing")
        self.writing = writing
        self.progress: Progress | None = None
        self._over = False
        self._stopping = False

    def parts(self) -> Iterable[Widget]:
        yield ProgressBar(show_eta=False)
        yield Static(_("It begins …"), classes="state", markup=False)
        yield Listing(classes="choices", markup=False)
        yield button(_("Open"), "open")

    def on_mount(self) -> None:
        self.query_one(".choices").display = False
        self.query_one(".for-the-mouse").display = False
        self.run_worker(self._work, thread=True, group="writing")

    def on_unmount(self) -> None:
        """Nobody waits for the rest."""
        self.writing.stop()

    def _work(self) -> None:
        try:
            self._pass_on(self.writing.run(self._pass_on))
        except Exception as error:  # noqa: BLE001 - the boundary: every failure is shown
            self.app.post_message(Failed(foreseen(error)))
            self.post_message(self.Broken())

    def _pass_on(self, progress: Progress) -> None:
        self.post_message(self.Told(progress))

    @on(Told)
    def _show(self, told: Told) -> None:
        self.progress = told.progress
        self.query_one(ProgressBar).update(total=told.progress.total, progress=len(told.progress.done))
        if told.progress.over:
            self._finish(_ended(told.progress))
        else:
            self._say(_under_way(told.progress, stopping=self._stopping))

    @on(Broken)
    def _tell_broken(self) -> None:
        done = self.progress.done if self.progress else ()
        self._finish(_("It was not finished. {written}").format(written=_written(len(done))))

    def _finish(self, told: str) -> None:
        self._over = True
        self._say(told)
        self.query_one(ProgressBar).display = False
        if self.done:
            self.listing.add_options([Option(_shown(one)) for one in self.done])
            self.listing.display = True
            self.query_one(".for-the-mouse").display = True
            self.listing.highlighted = 0
            self.listing.focus()
        hint = _("Enter or o opens the chosen document, Esc closes.") if self.done else _("Esc closes.")
        self.query_one(".hint", Static).update(hint)

    @property
    def done(self) -> tuple[Done, ...]:
        """What was written."""
        return self.progress.done if self.progress else ()

    @property
    def listing(self) -> Listing:
        """The documents."""
        return self.query_one(Listing)

    def _say(self, told: str) -> None:
        self.query_one(".state", Static).update(told)

    def action_leave(self) -> None:
        """Close; while it is writing, stop after the module at hand."""
        if self._over:
            self.give(bool(self.done))
            return
        self._stopping = True
        self.writing.stop()
        if self.progress:
            self._say(_under_way(self.progress, stopping=True))

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open the chosen document with the program of this machine."""
        at = self.listing.highlighted
        if self._over and at is not None and at < len(self.done):
            self.run_worker(partial(self._open, self.done[at]), thread=True, group="opening")

    def _open(self, done: Done) -> None:
        self.post_message(self.Opened(done, open_file(done.path)))

    @on(Opened)
    def _tell_opened(self, opened: Opened) -> None:
        name = opened.done.path.name
        if opened.opened:
            self._say(_("{name} is opened.").format(name=clean_line(name)))
        else:
            told = _("This machine has no program that opens {name} by itself. It is here: {folder}")
            folder = opened.done.path.parent
            self._say(clean_line(told.format(name=name, folder=folder)))


def _under_way(progress: Progress, *, stopping: bool) -> str:
    told = _("{n} of {all}: {title}").format(
        n=len(progress.done) + 1, all=progress.total, title=clean_line(progress.now)
    )
    if stopping:
        return told + "\n" + _("It stops after this one.")
    if progress.seconds_left is None:
        return told + "\n" + _("How long it takes is not known yet.")
    return told + "\n" + _("About {time} to go.").format(time=duration(progress.seconds_left))


def _ended(progress: Progress) -> str:
    told = _written(len(progress.done))
    return _("Stopped. {written}").format(written=told) if progress.stopped else told


def _written(n: int) -> str:
    return ngettext("{n} document was written.", "{n} documents were written.", n).format(n=n)


def _shown(done: Done) -> Content:
    lines = [
        Content.styled(clean_line(done.title), "bold"),
        Content.styled(clean_line(str(done.path)), MUTED),
    ]
    lines += [Content(f"! {clean_line(remark)}") for remark in done.remarks]
    return Content("\n").join(lines)

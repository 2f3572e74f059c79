"""Every version of a fragment, and back to one of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from capture.faults import foreseen
from capture.naming import when
from capture.screens.confirm import Confirm
from capture.screens.dialog import Dialog
from capture.screens.failure import Failed
from capture.screens.reviewing.changes import changed, one_line
from capture.screens.showing import MUTED
from sessions.i18n import N_
from sessions.i18n import gettext as _
from sessions.store import Store
from sessions.text import clean_line
from sessions.transcript import Revision, Segment, Why

if TYPE_CHECKING:
    from sessions.programme import Programme

_WHYS = {
    Why.HUMAN: N_("typed"),
    Why.VOCABULARY: N_("vocabulary"),
    Why.NUMBERS: N_("numbers and units"),
    Why.REPLACE: N_("find and replace"),
    Why.WORD: N_("Word file"),
    Why.STRUCK: N_("struck"),
    Why.SPLIT: N_("split"),
    Why.JOIN: N_("joined"),
    Why.RESTORED: N_("put back"),
    Why.UNDONE: N_("undone"),
    Why.REDONE: N_("done again"),
    Why.HEARD_AGAIN: N_("heard again"),
}


@dataclass(frozen=True)
class Version:
    """A text that a fragment had, what it was before, and whose doing that was.

    ``of_another`` says that it is of a fragment that this one was split from or joined of.
    """

    text: str
    before: str
    head: str
    of_another: bool = False


def read_versions(store: Store, segment_id: int) -> list[Version]:
    """The versions of a fragment, newest first; the last is the machine's own text."""
    from sessions.store.revising import versions

    segment = store.get(Segment, segment_id)
    made = [_version(revision, segment_id) for revision in reversed(versions(store, segment_id))]
    own = Version(segment.machine_text, segment.machine_text, _("as the model heard it"))
    return [*made, own]


def _version(revision: Revision, segment_id: int) -> Version:
    head = f"{_moment(revision.at)}  {clean_line(revision.by)}  {_(_WHYS[revision.why])}"
    other = revision.segment_id != segment_id
    if other:
        head += "  " + _("(before it was split or joined)")
    text = (
        revision.after or revision.before
    )  # of what was struck: its text, not that nothing is read any more
    return Version(text, revision.before or text, head, of_another=other)


def _moment(at: datetime) -> str:
    return f"{when(at)} {at.astimezone():%H:%M}"


class HistoryDialog(Dialog[str]):
    """The versions of a fragment; gives the text of the one that is to be put back."""

    class Loaded(Message):
        """The versions are read."""

        def __init__(self, versions: list[Version], now: str) -> None:
            super().__init__()
            self.versions = versions
            self.now = now

    def __init__(self, programme: "Programme", segment_id: int) -> None:
        hint = _("[old → new] is what was changed. Enter puts a version back, Esc closes.")
        super().__init__(_("The history of this fragment"), hint, "history")
        self.programme = programme
        self.segment_id = segment_id
        self.versions: list[Version] = []
        self.now = ""

    def parts(self) -> Iterable[Widget]:
        yield Static(_("Reading …"), classes="state", markup=False)
        yield OptionList(classes="choices versions", markup=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()
        self.run_worker(self._read, thread=True)

    def _read(self) -> None:
        app = self.app
        try:
            with self.programme.store() as store:
                now = store.get(Segment, self.segment_id).text
                self.post_message(self.Loaded(read_versions(store, self.segment_id), now))
        except Exception as error:  # noqa: BLE001 - the boundary: every failure is shown
            app.post_message(Failed(foreseen(error)))

    @on(Loaded)
    def _show(self, loaded: Loaded) -> None:
        self.versions, self.now = loaded.versions, loaded.now
        unchanged = len(self.versions) == 1
        self._say(_("Nobody changed this fragment: it is as the model heard it.") if unchanged else "")
        options = self.query_one(OptionList)
        now = next((v for v in self.versions if self._is_now(v)), None)
        options.add_options([Option(_line(v, now=v is now)) for v in self.versions])
        options.highlighted = 0

    def _is_now(self, version: Version) -> bool:
        return one_line(version.text) == one_line(self.now)

    def _say(self, text: str) -> None:
        state = self.query_one(".state", Static)
        state.update(text)
        state.display = bool(text)

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        version = self.versions[event.option_index]
        if self._is_now(version):
            self._say(_("That is how it stands now."))
        elif version.of_another:
            self.app.push_screen(_of_another(), lambda yes: self.give(version.text) if yes else None)
        else:
            self.give(version.text)


def _line(version: Version, *, now: bool) -> Content:
    head = Content.styled(version.head, MUTED)
    if now:
        head += Content.styled("  " + _("● as it is now"), "bold")
    text = changed(version.before, version.text)
    return Content("\n").join([head, text if text else Content(_("(no words)")), Content("")])


def _of_another() -> Confirm:
    told = _(
        "This text is from before the fragment was split or joined. What was said in the other part is in it, "
        "or is missing. To take the splitting or joining itself back, use undo."
    )
    return Confirm(_("Put it back all the same?"), told, _("Put it back"), _("Leave it"))

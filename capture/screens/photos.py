"""The photos and other files of a session: what they show, and how far each may go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import DataTable, Input

from capture.naming import file_size, level_name
from capture.photos import is_there, look_at, refuse_broken
from capture.screens.key_names import key_of
from capture.screens.listed import ListScreen
from capture.screens.listed_table import Listed
from capture.screens.reviewing.form import Form
from capture.screens.showing import MUTED
from sessions.i18n import N_
from sessions.i18n import gettext as _
from sessions.interview import Attachment
from sessions.release import Release
from sessions.store import Store
from sessions.store.interviews import find_session
from sessions.store.photos import AnswerFile, answer_files, caption, find_file, put_back, release_file
from sessions.text import clean_line

if TYPE_CHECKING:
    from sessions.programme import Programme


@dataclass(frozen=True)
class Shown:
    """A file of an answer, and whether it is on the disk."""

    of: AnswerFile
    there: bool

    @property
    def file(self) -> Attachment:
        """The file."""
        return self.of.file


class CaptionForm(Form[str]):
    """What a photo shows, typed."""

    labels: ClassVar[Mapping[str, str]] = {"caption": N_("Caption")}

    def __init__(self, file: Attachment) -> None:
        heading = _("What does “{name}” show?").format(name=clean_line(file.original_name))
        super().__init__(heading, "", "caption", {"caption": file.caption})

    def compose(self) -> ComposeResult:
        hint = _("It stands under the photo in documents. Enter or {key} keeps it, Esc closes.")
        self.hint = hint.format(key=key_of(self, "keep_form"))
        yield from super().compose()

    def on_mount(self) -> None:
        self.field("caption").focus()

    @on(Input.Submitted)
    async def action_keep(self) -> None:
        """Keep it; empty is no caption."""
        self.give(self.typed()["caption"])


class FileTable(Listed):
    """The files, with their Enter in the footer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select_cursor", _("Caption"), id="caption", tooltip=_("Say what the photo shows")),
    ]


class PhotosScreen(ListScreen[Shown]):
    """The files of the session with this ``code``, opened at those of the answer with ``answer_id``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "o", "view", _("Look"), id="view_photo", tooltip=_("Show the picture, in the system's viewer")
        ),
        Binding("u", "undo", _("Undo"), id="undo", tooltip=_("Take back what was done last")),
    ]
    in_order: ClassVar[Sequence[str]] = (
        "caption", "how_far", "view_photo", "undo", "back", "search", "help", "quit",
    )  # fmt: skip
    giving = 2

    def __init__(self, programme: "Programme", code: str, answer_id: int = 0) -> None:
        title = _("Photos and files of {code}").format(code=code)
        told = _("These stay in the company until you release them. Only pictures go into drafts.")
        super().__init__(programme, "photos", title, told)
        self.headings = (_("file"), _("caption"), _("where"), _("release"))
        self.code = code
        self._answer_id = answer_id
        self._done: list[tuple[Attachment, Attachment]] = []

    @property
    def about(self) -> str:
        return _(
            "The photos and files that came in with the answers of this session, and when. Enter gives a photo "
            "its caption, {view} shows it. {release}, or 1, 2 and 3, decides how far it may go: nothing leaves "
            "by accident, and a photo may show whose part it is. Only pictures can go into a draft; another "
            "file stays in the programme. {undo} takes the last change back."
        ).format(view=self.key("view_photo"), release=self.key("how_far"), undo=self.key("undo"))

    def table_of(self) -> Listed:
        return FileTable(cursor_type="row")

    def read(self, store: Store) -> Sequence[Shown]:
        files = answer_files(store, find_session(store, self.code))
        return [Shown(one, is_there(self.programme, one.file.path)) for one in files]

    def id_of(self, thing: Shown) -> int:
        return thing.file.id

    def first(self, things: Sequence[Shown]) -> int:
        return next((n for n, one in enumerate(things) if one.of.answer.id == self._answer_id), 0)

    def row(self, thing: Shown) -> Sequence[str]:
        file = thing.file
        return (
            file.original_name,
            file.caption,
            thing.of.reference,
            _state(thing) or level_name(file.release),
        )

    def detail(self, thing: Shown) -> Content:
        file, one = thing.file, thing.of
        name = ", ".join([clean_line(file.original_name), file_size(file.size), clean_line(file.path)])
        lines = [
            Content.assemble((f"{one.reference}  ", "bold"), clean_line(one.question.text)),
            Content(clean_line(file.caption)) if file.caption else Content.styled(_("no caption yet"), MUTED),
            Content.styled(name, MUTED),
            Content.styled(_says(thing), "$text-warning" if _state(thing) or one.withheld else MUTED),
        ]
        return Content("\n").join(lines)

    def nothing(self) -> Content:
        return Content(
            _(
                "No photos or files yet. They come in during the conversation: drop a photo on the window, type "
                "where it is, or let Vakborg watch the folder in which your phone puts them."
            )
        )

    # --- changing ------------------------------------------------------------------------------------
    @on(DataTable.RowSelected)
    def _caption(self) -> None:
        shown = self.chosen
        if shown is None:
            return

        def keep(text: str | None) -> None:
            if text is not None and text != shown.file.caption:
                self.change(lambda store: self._captioned(store, shown.file.id, text))

        self.app.push_screen(CaptionForm(shown.file), keep)

    def _captioned(self, store: Store, id_: int, text: str) -> str:
        before = find_file(store, id_)
        self._done.append((before, caption(store, id_, text)))
        return _("The caption is kept.")

    def release_of(self, thing: Shown) -> tuple[str, Release]:
        return thing.file.original_name, thing.file.release

    def release(self, thing: Shown, level: Release) -> None:
        self.change(
            lambda store: self._released(store, thing.file.id, level), lambda error: self.say(str(error))
        )

    def _released(self, store: Store, id_: int, level: Release) -> str:
        before = find_file(store, id_)
        refuse_broken(self.programme, before, level)
        after = release_file(store, id_, level)
        if after != before:
            self._done.append((before, after))
        return f"{clean_line(after.original_name)}: {level_name(level)}"

    def action_undo(self) -> None:
        """Take the last change of this screen back."""
        self.change(self._taken_back, lambda error: self.say(str(error)))

    def _taken_back(self, store: Store) -> str:
        if not self._done:
            return _("There is nothing to take back.")
        before, after = self._done.pop()
        put_back(store, before, after)
        return _("Taken back: {name}").format(name=clean_line(after.original_name))

    def action_view(self) -> None:
        """Show the picture."""
        if shown := self.chosen:
            self.say(_("Opening …"))
            self.aside(lambda: self._viewed(shown.file))

    def _viewed(self, file: Attachment) -> str:
        look_at(self.programme, file.path)
        return _("{name} is open in the system's viewer.").format(name=clean_line(file.original_name))


def _state(shown: Shown) -> str:
    """What keeps it out of a draft whatever its release, in a word or two."""
    if not shown.there:
        return _("missing")
    return "" if shown.of.picture else _("no picture")


def _says(shown: Shown) -> str:
    if not shown.there:
        return _("It is missing on the disk: put it back from your last backup.")
    if not shown.of.picture:
        return _("It is no picture that a draft can hold (JPEG, PNG): it stays in the programme.")
    if shown.of.withheld:
        return _("The expert does not permit a transcript: it goes into no draft.")
    return level_name(shown.file.release)

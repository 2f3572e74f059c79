"""The field in which the text of one fragment is mended. What is typed stays until it is kept or given up."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static, TextArea

from capture.reviewing.state import Line
from capture.screens.reviewing.fragment_lines import Span
from sessions.fragments import clock
from sessions.i18n import gettext as _
from sessions.text import clean, clean_line


@dataclass(frozen=True)
class Typed:
    """What somebody typed in a fragment, and what it said when they began."""

    segment_id: int
    text: str
    seen: str

    @property
    def changed(self) -> bool:
        """Whether it says something else."""
        return clean_line(self.text) != clean_line(self.seen)


class Field(TextArea):
    """The field: one line of text, however it wraps."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,ctrl+s",
            "keep",
            _("Keep"),
            id="keep_text",
            tooltip=_("Keep the text; the fragment is right then"),
        ),
        Binding("f6", "split", _("Split"), id="split_here", tooltip=_("Split the fragment at the cursor")),
        Binding("escape", "give_up", show=False),
        Binding("ctrl+home", "to_start", show=False),
        Binding("ctrl+end", "to_end", show=False),
    ]

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.action_keep()
        else:
            await super()._on_key(event)

    def action_keep(self) -> None:
        """Keep the text."""
        self.post_message(Editor.Kept())

    def action_split(self) -> None:
        """Split at the cursor."""
        self.post_message(Editor.Split())

    def action_to_start(self) -> None:
        """Before the first word."""
        self.move_cursor(self.document.start)

    def action_to_end(self) -> None:
        """Behind the last word."""
        self.move_cursor(self.document.end)

    def action_give_up(self) -> None:
        """Leave the fragment as it was."""
        self.post_message(Editor.GivenUp())


class Editor(Vertical):
    """The field with its heading, below the fragments; out of sight while nothing is edited."""

    class Kept(Message):
        """The text is to be kept."""

    class Split(Message):
        """The fragment is to be split at the cursor."""

    class GivenUp(Message):
        """The fragment is to stay as it was."""

    def __init__(self) -> None:
        super().__init__(classes="editor")
        self._open: Typed | None = None

    def compose(self) -> ComposeResult:
        yield Static("", classes="heading", markup=False)
        yield Field(compact=True, show_line_numbers=False, soft_wrap=True)

    @property
    def field(self) -> Field:
        """The field itself."""
        return self.query_one(Field)

    @property
    def typed(self) -> Typed | None:
        """What is typed now; None where nothing is edited."""
        if self._open is None:
            return None
        return Typed(self._open.segment_id, clean(self.field.text), self._open.seen)

    @property
    def unsaved(self) -> bool:
        """Whether something would be lost."""
        typed = self.typed
        return typed is not None and typed.changed

    @property
    def cursor(self) -> int:
        """The character of the kept text before which the cursor stands."""
        document, location = self.field.document, self.field.cursor_location
        before = document.get_text_range((0, 0), location)
        return len(clean_line(before)) + (before[-1:].isspace())

    @property
    def marked(self) -> str:
        """The text that is marked in the field."""
        return clean_line(self.field.selected_text)

    def open(self, line: Line, span: Span | None = None) -> None:
        """Edit this fragment; the cursor stands on ``span``, which is marked."""
        text = line.fragment.segment.text
        self._begin(Typed(line.id, text, text), clock(line.fragment.segment.start))
        at = span or (0, 0)
        self.field.move_cursor((0, at[0]))
        self.field.move_cursor((0, at[1]), select=True)

    def open_again(self, typed: Typed) -> None:
        """What was typed could not be kept: it is still here."""
        self._begin(typed, _("not kept yet"))
        self.field.move_cursor(self.field.document.end)

    def _begin(self, typed: Typed, where: str) -> None:
        self._open = typed
        self.field.load_text(typed.text)
        self.query_one(".heading", Static).update(_("Edit {where}").format(where=where))
        self.set_class(True, "-open")
        self.field.focus()

    def was_seen(self, text: str) -> None:
        """The person has seen that the fragment says ``text`` by now."""
        if self._open:
            self._open = Typed(self._open.segment_id, self._open.text, text)

    def close(self) -> None:
        """Edit nothing any more."""
        self._open = None
        self.set_class(False, "-open")

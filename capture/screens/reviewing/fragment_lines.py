"""A fragment of the review as lines of text: in full where one stands on it, quiet elsewhere.

Nothing is told by colour alone: a doubtful word stands in ‹ ›, what is struck says so, ● counts, ○ is only
suggested.
"""

from dataclasses import dataclass

from textual.content import Content

from capture.reviewing.state import Line
from capture.screens.reviewing.notes import full_notes, quiet_notes
from capture.screens.reviewing.wrapping import breaks
from capture.screens.showing import MUTED
from sessions.fragments import clock
from sessions.guides.model import Guide
from sessions.i18n import gettext as _
from sessions.release import Release
from sessions.text import clean_line
from sessions.transcript import Role

Span = tuple[int, int]


@dataclass(frozen=True)
class Room:
    """How wide a line may be in cells, and how many of them the times take."""

    width: int
    time: int = 5

    @property
    def gutter(self) -> int:
        """Cells before the text: a bar, the time, a mark, and spaces."""
        return 1 + self.time + 3

    @property
    def text(self) -> int:
        """Cells for the text."""
        return max(10, self.width - self.gutter)


@dataclass(frozen=True)
class Lit:
    """What of a fragment is lit up: whether one stands on it, the word that is heard now, and a word to look
    at (both in characters of its text)."""

    here: bool = False
    spoken: Span | None = None
    doubt: Span | None = None


NOT_LIT = Lit()


def height(line: Line, room: Room) -> int:
    """Lines of a quiet fragment: its text, and one below it."""
    return len(breaks(shown_text(line), room.text)) + 1


def quiet(line: Line, room: Room, guide: Guide, lit: Lit = NOT_LIT) -> list[Content]:
    """The fragment, and one line with what is settled or to be settled in it."""
    note = quiet_notes(line, guide).truncate(room.text, ellipsis=True)
    return [*_said(line, room, lit), Content(" " * room.gutter) + note]


def full(line: Line, room: Room, guide: Guide, lit: Lit) -> list[Content]:
    """The fragment with all that is known of it, each topic with its digit."""
    notes = full_notes(line, guide, room.text)
    bar = Content.assemble(("▌", "$primary"), " " * (room.gutter - 1))
    return [*_said(line, room, lit), *(bar + note for note in notes)]


def shown_text(line: Line) -> str:
    """The text as it is shown: who speaks, if not the expert, and the doubtful words in ‹ ›."""
    segment = line.fragment.segment
    text, at, pieces = segment.text, 0, [voice(line)]
    if not line.doubts and segment.role is Role.EXPERT and text.isprintable():
        return text  # most are so, and there may be thousands
    for start, end in line.doubts:
        pieces += [text[at:start], "‹", text[start:end], "›"]
        at = end
    shown = "".join([*pieces, text[at:]])
    return "".join(c if c.isprintable() else " " for c in shown)  # as long as before: places stay right


def voice(line: Line) -> str:
    """Who speaks, where it is not the expert."""
    segment = line.fragment.segment
    if segment.role is Role.EXPERT:
        return ""
    return (clean_line(segment.speaker) or _("Interviewer")) + ": "


def _said(line: Line, room: Room, lit: Lit) -> list[Content]:
    text = shown_text(line)
    content = _styled(line, text, lit)
    lines = [content[start:end] for start, end in breaks(text, room.text)]
    heads = [_head(line, room, lit), *([_head(None, room, lit)] * (len(lines) - 1))]
    return [head + said for head, said in zip(heads, lines, strict=True)]


def _head(line: Line | None, room: Room, lit: Lit) -> Content:
    bar = Content.styled("▌", "$primary") if lit.here else Content(" ")
    if line is None:
        return bar + " " * (room.gutter - 1)
    segment = line.fragment.segment
    sign = "!" if line.conflicts else "✓" if segment.checked and line.counts else " "
    return (
        bar
        + Content.styled(f"{clock(segment.start):<{room.time}} ", MUTED)
        + Content.styled(f"{sign} ", "bold")
    )


def _styled(line: Line, text: str, lit: Lit) -> Content:
    content = Content(text)
    if line.fragment.segment.role is not Role.EXPERT:
        content = content.stylize("italic")
    if line.fragment.segment.release is Release.STRUCK:
        content = content.stylize(f"strike {MUTED}")
    for doubt in line.doubts:
        content = content.stylize("underline", *_in_text(line, doubt))
    if lit.doubt:
        content = content.stylize("reverse", *_in_text(line, lit.doubt))
    if lit.spoken:
        content = content.stylize("reverse underline", *_in_text(line, lit.spoken))
    return content


def _in_text(line: Line, span: Span) -> Span:
    """Where a span of the fragment's text stands in what is shown."""
    return _shifted(line, span[0]), _shifted(line, span[1] - 1) + 1


def _shifted(line: Line, at: int) -> int:
    marks = sum((start <= at) + (end <= at) for start, end in line.doubts)
    return len(voice(line)) + at + marks

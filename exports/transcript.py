"""One session as a document: Word, Markdown, plain text, captions or JSON.

Struck fragments are in none of them. The interviewer's lines are in all, marked as such, and what the
machine itself doubts carries a request to listen again.
"""

from collections.abc import Callable
from datetime import datetime

from exports.captions import to_srt, to_vtt
from exports.labels import Labels
from exports.markdown import escape
from exports.reading import Heard, about, heard, status, topics_line, warnings, wish_line
from exports.record import to_json
from sessions.errors import UnknownName
from sessions.fragments import AnswerReading, SessionReading, clock
from sessions.i18n import gettext
from sessions.text import clean_line

FORMATS = ("docx", "md", "txt", "vtt", "srt", "json")


def transcript(reading: SessionReading, format_: str, *, programme: str, made_at: datetime) -> bytes:
    """The session as the content of a file in one of :data:`FORMATS`."""
    if format_ == "docx":
        from exports.word.page import finished
        from exports.word.transcript import render_transcript

        return finished(render_transcript(reading, programme=programme, made_at=made_at), "transcript")
    makers: dict[str, Callable[[SessionReading], str]] = {
        "md": to_markdown,
        "txt": to_text,
        "vtt": to_vtt,
        "srt": to_srt,
        "json": to_json,
    }
    if format_ not in makers:
        message = gettext("There is no format {name}.").format(name=format_)
        raise UnknownName(message, gettext("There are: {names}.").format(names=", ".join(FORMATS)))
    return makers[format_](reading).encode("utf-8")


def to_markdown(reading: SessionReading) -> str:
    """The session as CommonMark; nothing that was said works as markup."""
    _ = Labels(reading.guide.language)
    title, details = about(reading, _)
    lines = [f"# {escape(title)}", "", *(f"- **{escape(k)}:** {escape(v)}" for k, v in details)]
    for text in warnings(reading, _):
        lines += ["", f"**{escape(text)}**"]
    for answer in reading.answers:
        lines += ["", f"## {answer.answer.number}\\. {escape(answer.question.text)}"]
        if topics := topics_line(reading, answer, _):
            lines += ["", f"*{escape(topics)}*"]
        if wish := wish_line(answer, _):
            lines += ["", f"**{escape(wish)}**"]
        lines += _markdown_lines(answer, _)
    return "\n".join(lines) + "\n"


def to_text(reading: SessionReading) -> str:
    """The session as plain text."""
    _ = Labels(reading.guide.language)
    title, details = about(reading, _)
    lines = [title, "=" * len(title), "", *(clean_line(f"{k}: {v}") for k, v in details)]
    for text in warnings(reading, _):
        lines += ["", text]
    for answer in reading.answers:
        lines += ["", "", clean_line(f"{answer.answer.number}. {answer.question.text}")]
        if topics := topics_line(reading, answer, _):
            lines.append(clean_line(topics))
        if wish := wish_line(answer, _):
            lines.append(wish)
        lines += ["", *(_text_line(line) for line in heard(answer, _))]
        if note := status(answer, _):
            lines.append(note)
    return "\n".join(lines) + "\n"


def _markdown_lines(answer: AnswerReading, _: Labels) -> list[str]:
    lines: list[str] = []
    for line in heard(answer, _):
        who = f"*{escape(line.speaker)}:* " if line.interviewer else ""
        doubt = f" *({escape(line.doubt)})*" if line.doubt else ""
        lines += ["", f"**{clock(line.fragment.segment.start)}** {who}{escape(line.text)}{doubt}"]
    if note := status(answer, _):
        lines += ["", f"*{escape(note)}*"]
    return lines


def _text_line(line: Heard) -> str:
    who = f"{line.speaker}: " if line.interviewer else ""
    doubt = f" ({line.doubt})" if line.doubt else ""
    return clean_line(f"[{clock(line.fragment.segment.start)}] {who}{line.text}{doubt}")

"""Statements on paper: an expert's words, and after each, quietly and in brackets, where it was said."""

from collections.abc import Iterable, Sequence

from exports.draft.model import Paragraph, Source, Statement
from exports.draft.paragraphs import in_parts
from exports.word.blocks.chapter import Chapter
from exports.word.body import Line
from exports.word.styles import BODY, CELL, LABEL, SOURCE
from exports.word.tables import Grid
from sessions.text import clean_line


def say(chapter: Chapter, line: Line, statements: Iterable[Statement], label: str = "") -> Line:
    """Write ``statements``, each with its references behind it, after ``label`` which says whose words they are.

    An answer is named once; what follows from it has only the time.
    """
    if label:
        line.text(f"{label}: ", LABEL)
    named = ""
    for at, statement in enumerate(statements):
        named = _statement(chapter, line.text(" " if at else ""), statement, named)
    return line


def say_all(chapter: Chapter, statements: Sequence[Statement], label: str = "", style: str = BODY) -> None:
    """Write ``statements`` in paragraphs of a length that can be read."""
    for part in in_parts(statements) if statements else ():
        say(chapter, chapter.body.line(style), part, label)


def say_paragraph(chapter: Chapter, told: Paragraph, style: str = BODY) -> None:
    """A paragraph, with the remarks that belong to its statements."""
    line = say(chapter, chapter.body.line(style), told.statements, told.label)
    remark(chapter, line, told.statements)


def fill(chapter: Chapter, grid: Grid, line: Line, column: int, statements: Iterable[Statement]) -> None:
    """Write ``statements`` into a cell, below each other; ``line`` is its first."""
    named = ""
    for at, statement in enumerate(statements):
        named = _statement(chapter, grid.more(column, CELL) if at else line, statement, named)


def remark(chapter: Chapter, line: Line, statements: Iterable[Statement]) -> None:
    """Put the decisions that ``statements`` ask for beside ``line``, as comments."""
    for statement in statements:
        for text in chapter.decisions.get(statement.source.segment_id, ()):
            chapter.body.comment(line, text)


def refer(chapter: Chapter, line: Line, segment_id: int, reference: str) -> Line:
    """A reference alone, in brackets."""
    return line.text("[", SOURCE).link(reference, chapter.anchor(segment_id), SOURCE).text("]", SOURCE)


def _statement(chapter: Chapter, line: Line, statement: Statement, named: str) -> str:
    """A statement with all of its references, after the answer ``named``; the answer that is named last."""
    _ = chapter.labels
    line.text(clean_line(statement.text) + " ").text("[", SOURCE)
    named = _link(chapter, line, statement.source, named, _doubt(chapter, statement))
    named = _others(chapter, line, statement, named)
    words = ", ".join(statement.because)
    because = _(", because of: {words}").format(words=words) if words else ""
    line.text(f"{because}]", SOURCE)
    return named


def _others(chapter: Chapter, line: Line, statement: Statement, named: str) -> str:
    """The further sources of a folded statement, with the name of whoever else said it."""
    _ = chapter.labels
    voice = statement.source.voice
    for source in statement.also:
        if source.voice == voice:
            line.text(", ", SOURCE)
        else:
            voice, named = source.voice, ""
            also = _("also {who}:").format(who=voice.label)
            line.text(f"; {also} ", SOURCE)
        named = _link(chapter, line, source, named)
    return named


def _link(chapter: Chapter, line: Line, source: Source, named: str, doubt: str = "") -> str:
    """A link to a source: its answer where that is not ``named`` yet, and the time."""
    shown = source.time if source.code == named else source.reference
    line.link(shown + doubt, chapter.anchor(source.segment_id), SOURCE)
    return source.code


def _doubt(chapter: Chapter, statement: Statement) -> str:
    why = chapter.labels.doubt(statement.doubt)
    return f" ({why})" if why else ""

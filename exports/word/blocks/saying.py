"""Statements on paper: an expert's words, and after them, quietly and in brackets, where they were said."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from exports.draft.model import Paragraph, Source, Statement
from exports.draft.sources import prefix_and_time
from exports.word.blocks.chapter import Chapter
from exports.word.body import Line
from exports.word.styles import BODY, CELL, LABEL, SOURCE
from exports.word.tables import Grid
from sessions.text import clean_line

LONGEST = 5
"""Statements in one paragraph, as a rule at most: more would be a wall to read and to trace."""


def say(chapter: Chapter, line: Line, statements: Iterable[Statement], label: str = "") -> Line:
    """Write ``statements`` with their references, after ``label`` which says whose words they are.

    One bracket stands after all that one expert said alone; what several said has its own, so that it
    stays clear who said what.
    """
    if label:
        line.text(f"{label}: ", LABEL)
    before = ""
    for run in _runs(statements):
        line.text(before + " ".join(clean_line(s.text) for s in run) + " ")
        _bracket(chapter, line, run)
        before = " "
    return line


def say_all(chapter: Chapter, statements: Sequence[Statement], label: str = "", style: str = BODY) -> None:
    """Write ``statements`` in paragraphs of a length that can be read."""
    for part in _parts(statements):
        say(chapter, chapter.body.line(style), part, label)


def say_paragraph(chapter: Chapter, told: Paragraph, style: str = BODY) -> None:
    """A paragraph, with the remarks that belong to its statements."""
    line = say(chapter, chapter.body.line(style), told.statements, told.label)
    remark(chapter, line, told.statements)


def fill(chapter: Chapter, grid: Grid, line: Line, column: int, statements: Iterable[Statement]) -> None:
    """Write ``statements`` into a cell, below each other; ``line`` is its first."""
    for at, statement in enumerate(statements):
        say(chapter, grid.more(column, CELL) if at else line, [statement])


def remark(chapter: Chapter, line: Line, statements: Iterable[Statement]) -> None:
    """Put the decisions that ``statements`` ask for beside ``line``, as comments."""
    for statement in statements:
        for text in chapter.decisions.get(statement.source.segment_id, ()):
            chapter.body.comment(line, text)


def refer(chapter: Chapter, line: Line, segment_id: int, reference: str) -> Line:
    """A reference alone, in brackets."""
    return line.text("[", SOURCE).link(reference, chapter.anchor(segment_id), SOURCE).text("]", SOURCE)


def _runs(statements: Iterable[Statement]) -> Iterator[list[Statement]]:
    """What was said alone together, each folded statement by itself."""
    for folded, group in groupby(statements, key=lambda s: bool(s.also)):
        if folded:
            yield from ([one] for one in group)
        else:
            yield list(group)


def _bracket(chapter: Chapter, line: Line, run: Sequence[Statement]) -> None:
    _ = chapter.labels
    line.text("[", SOURCE)
    before = ""
    for statement in run:
        before = _link(chapter, line, statement.source, before, _doubt(chapter, statement))
        before = _others(chapter, line, statement, before)
    words = dict.fromkeys(word for statement in run for word in statement.because)
    because = _(", because of: {words}").format(words=", ".join(words)) if words else ""
    line.text(f"{because}]", SOURCE)


def _others(chapter: Chapter, line: Line, statement: Statement, before: str) -> str:
    """The further sources of a folded statement, with the name of whoever else said it."""
    _ = chapter.labels
    voice = statement.source.voice
    for source in statement.also:
        if source.voice != voice:
            voice, before = source.voice, ""
            also = _("also {who}:").format(who=voice.label)
            line.text(f"; {also} ", SOURCE)
        before = _link(chapter, line, source, before)
    return before


def _link(chapter: Chapter, line: Line, source: Source, before: str, doubt: str = "") -> str:
    """A link to a source: the code of the answer where it differs from the one before, and the time."""
    prefix, time = prefix_and_time(source.reference)
    if before:
        line.text(", ", SOURCE)
    shown = time if prefix == before else source.reference
    line.link(shown + doubt, chapter.anchor(source.segment_id), SOURCE)
    return prefix


def _doubt(chapter: Chapter, statement: Statement) -> str:
    why = chapter.labels.doubt(statement.doubt)
    return f" ({why})" if why else ""


def _parts(statements: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Parts of at most :data:`LONGEST`, none of which begins with what leans on the one before."""
    part: list[Statement] = []
    for statement in statements:
        if len(part) >= LONGEST and not statement.leans:
            yield part
            part = []
        part.append(statement)
    if part:
        yield part

"""Where experts agree and where they do not: their answers on the same question beside each other."""

from collections.abc import Sequence

from exports.draft.model import Comparison, ComparisonRow, Position, Verdict
from exports.labels import Labels
from exports.word.blocks.chapter import Chapter
from exports.word.blocks.decisions import differing
from exports.word.blocks.saying import fill, say_all
from exports.word.body import Line
from exports.word.styles import CELL, LABEL, SOURCE
from exports.word.tables import Column, Grid
from sessions.i18n import N_
from sessions.text import clean_line

BESIDE_EACH_OTHER = 3
"""As many experts have a column each at most; more stand below each other."""

_VERDICTS = {
    Verdict.DIFFER: N_("Difference"),
    Verdict.AGREE: N_("Agreed"),
    Verdict.BESIDE: N_("Each by themselves"),
}
_WIDTH, _FIRST = 16.0, 2.8


def comparisons(chapter: Chapter) -> None:
    """A block for each question that several experts answered."""
    _ = chapter.labels
    chapter.heading(_("Where experts agree and where they do not"), 1)
    if not chapter.draft.comparisons:
        chapter.unwritten(_("No question of this module has been answered by several experts yet."))
        return
    chapter.unwritten(
        _(
            "What differs is found by single words, such as numbers and units. Read the rest beside each other too."
        )
    )
    for comparison in chapter.draft.comparisons:
        _comparison(chapter, comparison)


def _comparison(chapter: Chapter, comparison: Comparison) -> None:
    rows = [*comparison.with_verdict(Verdict.DIFFER), *comparison.with_verdict(Verdict.AGREE)]
    chapter.heading(comparison.question, 2)
    if rows and len(comparison.voices) <= BESIDE_EACH_OTHER:
        _beside_each_other(chapter, comparison, rows)
    else:
        for row in rows:
            _below_each_other(chapter, row)
    _each_by_themselves(chapter, comparison.with_verdict(Verdict.BESIDE))


def _beside_each_other(chapter: Chapter, comparison: Comparison, rows: Sequence[ComparisonRow]) -> None:
    _ = chapter.labels
    each = (_WIDTH - _FIRST) / len(comparison.voices)
    columns = [Column(_("Point"), _FIRST), *(Column(voice.label, each) for voice in comparison.voices)]
    who = ", ".join(voice.label for voice in comparison.voices)
    grid = chapter.body.table(columns, _("The answers of {who} beside each other").format(who=who))
    at = {voice: column for column, voice in enumerate(comparison.voices, 1)}
    for row in rows:
        cells = grid.row()
        _point(chapter, grid, cells[0], row)
        for position in row.positions:
            _position(chapter, grid, cells, at[position.voice], position)


def _below_each_other(chapter: Chapter, row: ComparisonRow) -> None:
    _ = chapter.labels
    columns = [Column(_("Who"), 3.2), Column(_("Says"), 9.0), Column(_("Under which conditions"), 3.8)]
    grid = chapter.body.table(columns, _verdict(row, _))
    for number, position in enumerate(row.positions):
        cells = grid.row()
        cells[0].text(position.voice.label, LABEL)
        fill(chapter, grid, cells[1], 1, position.statements)
        cells[2].text(_conditions(position))
        if number == 0 and row.verdict is Verdict.DIFFER:
            chapter.body.comment(cells[0], differing(row, _))


def _point(chapter: Chapter, grid: Grid, line: Line, row: ComparisonRow) -> None:
    _ = chapter.labels
    line.text(_(_VERDICTS[row.verdict]), LABEL)
    if _words(row):
        grid.more(0, CELL).text(_words(row))
    if row.verdict is Verdict.DIFFER:
        chapter.body.comment(line, differing(row, _))


def _position(chapter: Chapter, grid: Grid, cells: Sequence[Line], column: int, position: Position) -> None:
    _ = chapter.labels
    fill(chapter, grid, cells[column], column, position.statements)
    if conditions := _conditions(position):
        text = _("at: {conditions}").format(conditions=conditions)
        grid.more(column, CELL).text(text, SOURCE)


def _each_by_themselves(chapter: Chapter, rows: Sequence[ComparisonRow]) -> None:
    if not rows:
        return
    chapter.heading(chapter.labels(_VERDICTS[Verdict.BESIDE]), 3)
    for row in rows:
        for position in row.positions:
            say_all(chapter, position.statements, position.voice.label)


def _verdict(row: ComparisonRow, _: Labels) -> str:
    return ": ".join(part for part in (_(_VERDICTS[row.verdict]), _words(row)) if part)


def _words(row: ComparisonRow) -> str:
    """What the row is about and the words by which a difference was found, which are the experts' own."""
    about, because = ", ".join(row.about), " / ".join(row.because)
    return clean_line(": ".join(part for part in (about, because) if part))


def _conditions(position: Position) -> str:
    return ", ".join(position.conditions)

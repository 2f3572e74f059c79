"""Steps as a table of three columns: step, key point, reason (TWI Job Instruction)."""

from exports.draft.model import Draft, Step, Steps
from exports.word.blocks.chapter import Chapter
from exports.word.blocks.saying import fill, remark
from exports.word.styles import LABEL, UNWRITTEN
from exports.word.tables import Column, Grid

_WIDTHS = (6.0, 5.0, 5.0)


def steps_table(chapter: Chapter, steps: Steps) -> None:
    """The steps that one expert named in one answer, in the order of speaking; another table of the same answer
    goes on counting."""
    _ = chapter.labels
    heads = (_("Step"), _("Key point: what makes or breaks it"), _("Reason: why it must be so"))
    columns = [Column(head, width) for head, width in zip(heads, _WIDTHS, strict=True)]
    caption = _("The steps of {who}: {question}").format(who=steps.voice.label, question=steps.question)
    grid = chapter.body.table(columns, caption)
    for number, row in enumerate(steps.rows, 1 + _before(chapter.draft, steps)):
        _row(chapter, grid, number, row)


def _before(draft: Draft, steps: Steps) -> int:
    """How many steps of the same answer stand in tables above this one."""
    counted = 0
    for table in (t for topic in draft.topics for section in topic.sections for t in section.steps):
        if table is steps:
            break
        if _answer(table) == _answer(steps):
            counted += len(table.rows)
    return counted


def _answer(steps: Steps) -> int:
    return steps.rows[0].step.source.answer_id if steps.rows else 0


def _row(chapter: Chapter, grid: Grid, number: int, step: Step) -> None:
    cells = grid.row()
    cells[0].text(f"{number}. ", LABEL)
    columns = ((step.step,), step.key_points, step.reasons)
    for column, (line, statements) in enumerate(zip(cells, columns, strict=True)):
        fill(chapter, grid, line, column, statements)
        remark(chapter, line, statements)
        if not statements:
            line.text(chapter.labels("still to be asked"), UNWRITTEN)

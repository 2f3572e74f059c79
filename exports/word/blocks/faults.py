"""Faults as experts tell them: symptom, what you perceive, likely cause, first check, remedy."""

from exports.draft.model import Fault
from exports.word.blocks.chapter import Chapter
from exports.word.blocks.saying import fill, say_all
from exports.word.styles import LABEL, UNWRITTEN
from exports.word.tables import Column, Grid
from sessions.guides.model import FaultPart
from sessions.i18n import N_

_HEADS = {
    FaultPart.SYMPTOM: N_("Symptom"),
    FaultPart.PERCEIVED: N_("What you see, hear and feel"),
    FaultPart.CAUSE: N_("Likely cause"),
    FaultPart.FIRST_CHECK: N_("What to check first"),
    FaultPart.REMEDY: N_("Remedy"),
}
_WIDTH = 24.7


def faults(chapter: Chapter) -> None:
    """A row for each fault, and below the table what its story says besides."""
    _ = chapter.labels
    if not chapter.draft.faults:
        chapter.heading(_("Faults"), 1)
        chapter.unwritten(_("No expert has told about a fault for this module yet."))
        return
    columns = [Column(_(head), _WIDTH / len(_HEADS)) for head in _HEADS.values()]
    with chapter.body.landscape():
        chapter.heading(_("Faults"), 1)
        grid = chapter.body.table(columns, _("Faults as the experts tell them"))
        for fault in chapter.draft.faults:
            _row(chapter, grid, fault)
    if any(fault.rest for fault in chapter.draft.faults):
        _stories(chapter, grid)


def _row(chapter: Chapter, grid: Grid, fault: Fault) -> None:
    _ = chapter.labels
    cells = grid.row()
    cells[0].text(f"{fault.voice.label}: ", LABEL)
    for column, part in enumerate(_HEADS):
        if told := fault.part(part):
            fill(chapter, grid, cells[column], column, told)
        else:
            cells[column].text(_("still to be asked"), UNWRITTEN)


def _stories(chapter: Chapter, grid: Grid) -> None:
    _ = chapter.labels
    chapter.heading(_("What else was told about these faults"), 2)
    chapter.point(chapter.unwritten(""), _("This belongs to the faults in {place}."), grid)
    for fault in chapter.draft.faults:
        say_all(chapter, fault.rest, fault.voice.label)

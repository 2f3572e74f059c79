"""Faults as experts tell them: symptom, what you perceive, likely cause, first check, remedy."""

from exports.draft.model import Fault
from exports.word.blocks.chapter import Chapter
from exports.word.blocks.saying import fill, say_all
from exports.word.styles import LABEL, UNWRITTEN
from exports.word.tables import Column
from sessions.guides.model import FaultPart
from sessions.i18n import N_

_HEADS = {
    FaultPart.SYMPTOM: N_("Symptom"),
    FaultPart.PERCEIVED: N_("What you see, hear and feel"),
    FaultPart.CAUSE: N_("Likely cause"),
    FaultPart.FIRST_CHECK: N_("What to check first"),
    FaultPart.REMEDY: N_("Remedy"),
}


def faults(chapter: Chapter) -> None:
    """A block for each fault: its parts, and what its story says besides."""
    _ = chapter.labels
    chapter.heading(_("Faults"), 1)
    if not chapter.draft.faults:
        chapter.unwritten(_("No expert has told about a fault for this module yet."))
    for number, fault in enumerate(chapter.draft.faults, 1):
        _fault(chapter, number, fault)


def _fault(chapter: Chapter, number: int, fault: Fault) -> None:
    _ = chapter.labels
    name = _("Fault {n} ({who})").format(n=number, who=fault.voice.label)
    chapter.heading(name, 2)
    columns = (Column(_("Part"), 4.0), Column(_("What {who} says").format(who=fault.voice.label), 12.0))
    grid = chapter.body.table(columns, _("{fault}, part by part").format(fault=name))
    for part, head in _HEADS.items():
        label, told = grid.row()
        label.text(_(head), LABEL)
        if said := fault.part(part):
            fill(chapter, grid, told, 1, said)
        else:
            told.text(_("still to be asked"), UNWRITTEN)
    if fault.rest:
        chapter.heading(_("What else was told about it"), 3)
        say_all(chapter, fault.rest)

"""The practice assignment: what to make, on which work of the companies, and how it is assessed."""

from exports.draft.model import CaseBlock, ExpertCriterion
from exports.word.blocks.chapter import Chapter
from exports.word.blocks.pictures import show
from exports.word.blocks.saying import fill
from exports.word.styles import BODY, CELL_HEAD_CENTRED, LABEL, UNWRITTEN
from exports.word.tables import Column, Grid

_BOX = "☐"


def assignment(chapter: Chapter) -> None:
    """The assignment of the guide, the practice cases to do it on, and the rubric."""
    draft, _ = chapter.draft, chapter.labels
    chapter.heading(_("Practice assignment"), 1)
    if draft.assignment.title:
        chapter.heading(draft.assignment.title, 2)
    if draft.assignment.text:
        chapter.body.line(BODY, draft.assignment.text)
    else:
        chapter.unwritten(_("Still to be written: the practice assignment."))
    chapter.unwritten(_("The learner does this assignment on a machine of their own company."))
    _cases(chapter)
    chapter.heading(_("How it is assessed"), 2)
    _criteria(chapter)
    _from_experts(chapter)


def _cases(chapter: Chapter) -> None:
    _ = chapter.labels
    chapter.heading(_("Work of the companies to do it on"), 2)
    if not chapter.draft.assignment.cases:
        line = chapter.unwritten(
            _("Still to be chosen: no practice case of a company fits these topics yet.")
        )
        chapter.body.comment(
            line,
            _("Which work do the learners do this on? Ask each company for a piece, and keep it as a case."),
        )
    for case in chapter.draft.assignment.cases:
        _case(chapter, case)


def _case(chapter: Chapter, case: CaseBlock) -> None:
    _ = chapter.labels
    title = case.title or case.workpiece or _("Practice case")
    chapter.heading(title, 3)
    facts = (
        (_("Company"), case.company),
        (_("Workpiece"), case.workpiece),
        (_("Material"), case.material),
        (_("Machine"), case.machine),
        (_("Requirements"), case.requirements),
        (_("Exercises"), "; ".join(case.topics)),
    )
    for name, text in facts:
        if text:
            chapter.detail(name, text)
    for picture in case.pictures:
        show(chapter, picture, 9.0, title)


def _criteria(chapter: Chapter) -> None:
    """The criteria of the guide, to tick for each learner."""
    _ = chapter.labels
    if not chapter.draft.assignment.criteria:
        chapter.unwritten(_("Still to be written: the criteria to assess it by."))
        return
    marks = (_("not yet"), _("sufficient"), _("good"))
    columns = [Column(_("Criterion"), 9.1), *(Column(mark, 2.3, CELL_HEAD_CENTRED) for mark in marks)]
    grid = chapter.body.table(columns, _("Criteria, to tick for each learner"))
    criteria = chapter.draft.assignment.criteria
    for at, criterion in enumerate(criteria, 1):
        # it stays on one page: it is printed and taken to the machine
        first, *boxes = grid.row(keep=at < len(criteria))
        first.text(criterion)
        for box in boxes:
            box.text(_BOX)


def _from_experts(chapter: Chapter) -> None:
    """What experts look at, as a proposal to complete the criteria with."""
    _ = chapter.labels
    criteria = chapter.draft.assignment.from_experts
    if not criteria:
        return
    chapter.heading(_("What the experts look at (proposal, to be rewritten)"), 3)
    heads = ((_("Topic"), 2.8), (_("not yet"), 5.2), (_("sufficient"), 2.6), (_("good"), 5.4))
    grid = chapter.body.table(
        [Column(*head) for head in heads], _("By which experts see that somebody can do it, or cannot yet")
    )
    for criterion in criteria:
        _criterion(chapter, grid, criterion)


def _criterion(chapter: Chapter, grid: Grid, criterion: ExpertCriterion) -> None:
    _ = chapter.labels
    topic, not_yet, sufficient, good = grid.row()
    topic.text(criterion.topic, LABEL)
    sufficient.text(_("still to be written"), UNWRITTEN)
    for column, line, told in ((1, not_yet, criterion.not_yet), (3, good, criterion.good)):
        if told:
            fill(chapter, grid, line, column, told)
        else:
            line.text(_("still to be written"), UNWRITTEN)

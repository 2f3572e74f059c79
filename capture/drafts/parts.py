"""What stands in a draft besides its topics, as blocks of text."""

from collections.abc import Iterator

from capture.drafts.rows import Block, Kind, Row, all_said, block, of_guide, own, said, subheading
from capture.drafts.topics import numbered
from exports.draft.model import (
    AssessmentItem,
    AssignmentBlock,
    CaseBlock,
    Comparison,
    ComparisonRow,
    Draft,
    Fault,
    ItemKind,
    SourceAnswer,
    Verdict,
)
from exports.labels import APPROVALS
from sessions.guides.model import FaultPart
from sessions.i18n import N_
from sessions.i18n import gettext as _
from sessions.release import Approved
from sessions.text import clean_line

VERDICTS = {
    Verdict.DIFFER: N_("They differ"),
    Verdict.AGREE: N_("They agree"),
    Verdict.BESIDE: N_("Beside each other"),
}
FAULTS = {
    FaultPart.SYMPTOM: N_("Symptom"),
    FaultPart.PERCEIVED: N_("What you notice"),
    FaultPart.CAUSE: N_("Likely cause"),
    FaultPart.FIRST_CHECK: N_("First check"),
    FaultPart.REMEDY: N_("Remedy"),
}
ITEMS = {
    ItemKind.ORDER: N_("Put the steps in order"),
    ItemKind.CAUSE: N_("Which cause belongs to this symptom?"),
    ItemKind.OPEN: N_("What would you do?"),
    ItemKind.TRUE_FALSE: N_("True or not true?"),
}


def parts(draft: Draft) -> Iterator[Block]:
    """Every part after the topics that has something in it."""
    given = (
        (_("Experts beside each other"), _comparisons(draft)),
        (_("Faults"), _faults(draft)),
        (_("Work instruction"), _instructions(draft)),
        (_("Practice assignment"), _assignment(draft.assignment)),
        (_("Test questions"), _items(draft)),
        (_("Glossary"), _glossary(draft)),
        (_("Sources"), _sources(draft)),
    )
    for title, rows in given:
        if found := tuple(rows):
            yield block(title, found)


def _comparisons(draft: Draft) -> Iterator[Row]:
    for comparison in draft.comparisons:
        yield subheading(comparison.question)
        for row in comparison.rows:
            yield from _compared(comparison, row)


def _compared(_comparison: Comparison, row: ComparisonRow) -> Iterator[Row]:
    told = _(VERDICTS[row.verdict])
    if row.because:
        told += ": " + ", ".join(row.because)
    yield own(told, needs=row.verdict is Verdict.DIFFER)
    for position in row.positions:
        whose = ", ".join([position.voice.label, *position.conditions])
        yield from all_said(position.statements, clean_line(whose), 1)


def _faults(draft: Draft) -> Iterator[Row]:
    for fault in draft.faults:
        yield subheading(f"{fault.question} ({fault.voice.label})")
        yield from _fault(fault)


def _fault(fault: Fault) -> Iterator[Row]:
    for part, statements in fault.parts:
        yield from all_said(statements, _(FAULTS[part]))
    yield from all_said(fault.rest, _("Besides") if fault.parts else "")


def _instructions(draft: Draft) -> Iterator[Row]:
    for instruction in draft.instructions:
        yield subheading(f"{instruction.task} ({instruction.voice.label})")
        for number, step in enumerate(instruction.steps, 1):
            yield from numbered(step, str(number))


def _assignment(assignment: AssignmentBlock) -> Iterator[Row]:
    yield subheading(assignment.title)
    yield of_guide(assignment.text)
    for case in assignment.cases:
        yield _case(case)
    for criterion in assignment.criteria:
        yield of_guide(criterion, "-")
    for proposed in assignment.from_experts:
        yield own(_("Proposal for a criterion: {topic}").format(topic=proposed.topic))
        yield from all_said(proposed.not_yet, _("not yet"), 1)
        yield from all_said(proposed.good, _("good"), 1)


def _case(case: CaseBlock) -> Row:
    details = (case.workpiece, case.material, case.machine, case.requirements)
    told = ", ".join(clean_line(d) for d in details if clean_line(d))
    text = f"{case.title}: {told}" if told else case.title
    return Row(Kind.GUIDE, clean_line(text), clean_line(case.company))


def _items(draft: Draft) -> Iterator[Row]:
    if draft.items:
        yield own(_("Proposals, to be rewritten."))
    for number, item in enumerate(draft.items, 1):
        yield from _item(number, item)


def _item(number: int, item: AssessmentItem) -> Iterator[Row]:
    yield subheading(f"{number}. {_(ITEMS[item.kind])}")
    if item.asked:
        yield of_guide(item.asked)
    for statement in item.given:
        yield said(statement, level=1)
    yield from all_said(item.answer, _("Answer"), 1)


def _glossary(draft: Draft) -> Iterator[Row]:
    unconfirmed = _("unconfirmed")
    for entry in draft.glossary:
        other = ", ".join((*entry.variants, entry.english) if entry.english else entry.variants)
        row = of_guide(other, clean_line(entry.term))
        yield row if entry.confirmed else of_guide(f"{other} ({unconfirmed})".strip(), row.lead)


def _sources(draft: Draft) -> Iterator[Row]:
    for session in draft.sources:
        yield subheading(", ".join(p for p in (session.code, session.voice.name, session.machine) if p))
        for answer in session.answers:
            yield _source(answer)


def _source(answer: SourceAnswer) -> Row:
    first = next((line.segment_id for line in answer.lines), 0)
    told = f"{answer.question} ({_(APPROVALS[answer.approved])})"
    left = answer.approved is not Approved.AS_IT_IS
    return Row(Kind.GUIDE, clean_line(told), answer.code, segment_id=first, open=left)

"""A draft as text: what needs a decision first, then the document's own order."""

from dataclasses import replace

from capture.drafts.deciding import MOST, decisions
from capture.drafts.outline import outline
from capture.drafts.rows import Block, Kind, Row
from exports.draft.missing import Missing, NumberGap, Unapproved, ValueGap
from exports.draft.model import (
    Comparison,
    ComparisonRow,
    Draft,
    Fault,
    Instruction,
    Position,
    Source,
    Statement,
    Step,
    Verdict,
    Voice,
)
from sessions.guides.model import FaultPart
from sessions.transcript import Doubt
from tests.exports.conftest import BERT, Q_FAULT, Q_WIRE, SOUTH, Talk
from tests.exports.drafting import draft_of

ANNA = Voice("A", "Anna de Wit", "Vonk Noord", "Vonk Noord", ("Sodick",))


def a_draft(**changes: object) -> Draft:
    """Two experts on wire; ``changes`` are fields of the draft."""
    one, other = Talk(named=True).answer(Q_WIRE), Talk(BERT, SOUTH).answer(Q_WIRE)
    one.says("Voor gewoon werk gebruik ik messingdraad.")
    one.says("De krul van de klos zegt genoeg.", doubt=Doubt.LOW_CONFIDENCE)
    other.says("Ik gebruik bijna altijd gecoate draad.")
    return replace(draft_of(one, other), **changes)  # type: ignore[arg-type]


def told(text: str, segment_id: int) -> Statement:
    return Statement(text, Source(segment_id, "A1·01", 1, ANNA, text, 1.0, 2.0))


def titled(draft: Draft, title: str) -> Block:
    return next(block for block in outline(draft) if block.title == title)


def texts(rows: tuple[Row, ...]) -> list[str]:
    return [row.text for row in rows]


def test_the_parts_stand_in_the_order_of_the_document() -> None:
    titles = [block.title for block in outline(a_draft())]
    assert titles[:3] == ["To decide", "About this module", "Draadsoort en diameter"]
    assert titles[-2:] == ["Sources", "Still missing"]


def test_every_statement_stands_in_it_with_its_source() -> None:
    draft = a_draft()
    rows = [row for block in outline(draft) for row in block.rows if row.kind is Kind.SAID]
    for statement in draft.statements():
        source = statement.source
        assert any((r.segment_id, r.reference) == (source.segment_id, source.reference) for r in rows)


def test_the_words_of_the_tool_look_like_no_experts_words() -> None:
    rows = [row for block in outline(a_draft()) for row in block.rows]
    assert all(row.reference for row in rows if row.kind is Kind.SAID)
    assert any("Still to be written" in row.text for row in rows if row.kind is Kind.TOOL)


def test_a_difference_is_to_be_decided_and_leads_to_a_fragment() -> None:
    positions = (Position(ANNA, (told("Drie millimeter.", 31),), ("Sodick",)),)
    row = ComparisonRow(Verdict.DIFFER, positions, ("3 mm", "5 mm"))
    draft = a_draft(comparisons=(Comparison("M3-V1", "Hoe ver?", (ANNA,), (row,)),))
    (first, *_rest) = decisions(draft)
    assert (first.text, first.segment_id, first.open) == ("Experts differ: Hoe ver? (3 mm, 5 mm)", 31, True)
    beside = titled(draft, "Experts beside each other").rows
    assert [r.lead for r in beside if r.kind is Kind.SAID] == ["Vonk Noord, Sodick"]


def test_what_was_hardly_heard_lacks_context_or_is_not_approved_is_to_be_decided() -> None:
    draft = a_draft()
    code = draft.sources[0].answers[0].code
    value = ValueGap("draad", "0,1", "mm", ("machine",), 44, "A1·01 00:05", "Anna")
    lacking = replace(
        draft.missing, values=(value,), unapproved=(Unapproved(code, "M3-V1", "Draad?", "Anna"),)
    )
    rows = decisions(replace(draft, missing=lacking))
    assert any("De krul" in row.text for row in rows)
    assert any("draad 0,1 mm" in row.text and row.segment_id == 44 for row in rows)
    (unapproved,) = [row for row in rows if row.reference == code]
    assert unapproved.segment_id == draft.sources[0].answers[0].lines[0].segment_id


def test_of_many_the_first_stand_at_the_top() -> None:
    draft = a_draft()
    many = tuple(Unapproved(f"A1·{n:02d}", "M3-V1", "Draad?", "Anna") for n in range(MOST + 3))
    rows = decisions(replace(draft, missing=replace(draft.missing, values=(), unapproved=many)))
    assert sum("Not approved yet" in row.text for row in rows) == MOST
    assert any("And 3 more" in row.text for row in rows)


def test_faults_and_steps_keep_their_parts() -> None:
    fault = Fault(
        ANNA, "M7-V1", "Welke storing?", ((FaultPart.CAUSE, (told("De straal stond scheef.", 5),)),)
    )
    steps = (
        Step(told("Eerst uitlijnen.", 6), (told("Op drie punten.", 7),), (told("Anders kantelt het.", 8),)),
    )
    draft = a_draft(faults=(fault,), instructions=(Instruction(ANNA, "M2-V4", "Opspannen", steps),))
    assert [r.lead for r in titled(draft, "Faults").rows if r.kind is Kind.SAID] == ["Likely cause"]
    said = [(r.lead, r.level) for r in titled(draft, "Work instruction").rows if r.kind is Kind.SAID]
    assert said == [("1", 0), ("Key point", 1), ("Why", 1)]


def test_a_draft_without_statements_says_what_to_ask_and_whom() -> None:
    blocks = outline(draft_of(Talk().answer(Q_FAULT)), ["Anna de Wit, Vonk Noord"])
    assert [block.title for block in blocks] == ["What to do", "About this module"]
    assert Q_WIRE.text in texts(blocks[0].rows)
    assert "Anna de Wit, Vonk Noord" in texts(blocks[0].rows)


def test_numbers_without_a_card_are_missing_and_lead_to_where_they_were_said() -> None:
    draft = a_draft()
    gap = NumberGap(("3 mm", "12"), 44, "A1·01 00:05", "Anna")
    rows = titled(replace(draft, missing=Missing(numbers=(gap,))), "Still missing").rows
    (row,) = [r for r in rows if r.segment_id == 44]
    assert row.text == "A number without its context: “3 mm”, “12”. Ask Anna."
    assert (row.segment_id, row.reference, row.open) == (44, "A1·01 00:05", True)

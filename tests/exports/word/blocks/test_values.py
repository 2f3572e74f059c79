"""Values stand with all that is known of their context, on a landscape page where that is wide."""

from dataclasses import replace
from typing import Any

from docx.enum.section import WD_ORIENT

from exports.draft.model import Draft, Section, TopicBlock, ValueRow
from tests.exports.word.example import empty, example
from tests.exports.word.opened import Opened, opened
from tests.exports.word.teller import cited


def rows_of(*changes: dict[str, Any]) -> TopicBlock:
    """The example's topic with values, of which each is the example's with other fields."""
    topic = example().topics[0]
    section = next(s for s in topic.sections if s.values)
    rows = tuple(replace(section.values[0], **change) for change in changes)
    return TopicBlock("t", "T", (Section(section.kind, (), (), rows),))


def with_values(topic: TopicBlock) -> Draft:
    said = (row.statement for row in topic.sections[0].values)
    return replace(empty(), topics=(topic,), sources=cited(*said))


BARE: dict[str, Any] = dict.fromkeys(
    ("machine", "material", "height", "electrode", "cut", "deviate_when"), ""
)


def orientations(document: Opened) -> set[WD_ORIENT]:
    return {section.orientation for section in document.document.sections}


def test_a_value_has_its_whole_context_and_whose_words_it_is(whole: Opened) -> None:
    head, row = whole.table("Quantity")
    assert len(head) == 9
    assert row == [
        "servospanning",
        "40 V",
        "Sodick AG60L",
        "gehard staal 60 HRC",
        "40 mm",
        "messing 0,25 mm",
        "hoofdsnede",
        "HOSTILE",
        "Vonk Noord: Dan zet ik de servospanning op 40 volt. [A1·04 00:00]",
    ]


def test_only_what_is_wide_lies_on_its_side(whole: Opened, bare: Opened) -> None:
    turned = [s.orientation is WD_ORIENT.LANDSCAPE for s in whole.document.sections]
    assert turned == [False, True, False]
    assert orientations(bare) == {WD_ORIENT.PORTRAIT}


def test_what_is_known_of_none_of_them_is_no_column_and_few_columns_stand_upright() -> None:
    topic = rows_of({**BARE, "material": "staal"}, {**BARE, "height": "20 mm"})
    document = opened(with_values(topic))
    head, first, second = document.table("Quantity")
    assert head == ["Quantity", "Value", "Material", "Height", "In whose words"]
    assert (first[2:4], second[2:4]) == (["staal", ""], ["", "20 mm"])
    assert orientations(document) == {WD_ORIENT.PORTRAIT}


def test_a_value_about_which_nothing_is_known_keeps_its_words() -> None:
    row: ValueRow = rows_of(BARE).sections[0].values[0]
    document = opened(with_values(rows_of(BARE)))
    assert document.table("Quantity")[1][:2] == [row.quantity, f"{row.number} {row.unit}"]

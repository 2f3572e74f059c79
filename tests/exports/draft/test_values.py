"""Values stand as they were given, with their whole context or not at all."""

from dataclasses import replace

from exports.draft.model import ValueRow
from exports.draft.values import value_rows
from sessions.transcript import Value
from tests.exports.conftest import Q_WIRE, Talk
from tests.exports.drafting import basis_of

VALUE = Value(
    0,
    "spanning",
    "vijf à 6",
    "N",
    "AC Cut 20",
    "hardmetaal",
    "60 mm",
    "messing 0,25",
    "hoofdsnede",
    "bij rvs",
)


def rows(talk: Talk, *values: Value) -> tuple[ValueRow, ...]:
    return value_rows(basis_of(talk).unfolded, values)


def test_a_complete_value_stands_exactly_as_it_was_given_with_its_source() -> None:
    talk = Talk().answer(Q_WIRE)
    said = talk.says("Ik zet hem op vijf à zes newton.")
    (row,) = rows(talk, replace(VALUE, segment_id=said.segment.id))
    given = (row.quantity, row.number, row.unit, row.machine, row.material, row.height, row.electrode)
    assert given == ("spanning", "vijf à 6", "N", "AC Cut 20", "hardmetaal", "60 mm", "messing 0,25")
    assert (row.cut, row.deviate_when) == ("hoofdsnede", "bij rvs")
    assert row.statement.source.segment_id == said.segment.id


def test_one_without_its_context_does_not_stand() -> None:
    talk = Talk().answer(Q_WIRE)
    said = talk.says("Ik zet hem op zes newton.")
    assert rows(talk, replace(VALUE, segment_id=said.segment.id, material="")) == ()


def test_a_number_that_is_no_value_does_not_stand() -> None:
    talk = Talk().answer(Q_WIRE)
    said = talk.says("Er stonden zes mensen bij.")
    assert rows(talk, replace(VALUE, segment_id=said.segment.id, dismissed=True)) == ()


def test_values_stand_in_the_order_in_which_they_were_told() -> None:
    talk = Talk().answer(Q_WIRE)
    first, second = talk.says("Eerst zes."), talk.says("Later acht.")
    made = rows(
        talk,
        replace(VALUE, segment_id=second.segment.id, number="8"),
        replace(VALUE, segment_id=first.segment.id),
        replace(VALUE, segment_id=4711),
    )
    assert [row.number for row in made] == ["vijf à 6", "8"]

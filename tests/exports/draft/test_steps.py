"""Steps with what makes or breaks them, per expert and answer."""

from exports.draft.standing import standing
from exports.draft.steps import beside_tables, rows, step_tables
from sessions.facets import Facet
from tests.exports.conftest import BERT, Q_WIRE, SOUTH, Talk, heard
from tests.exports.drafting import basis_of

STEP, KEY_POINT, REASON = (heard(facet) for facet in (Facet.STEP, Facet.KEY_POINT, Facet.REASON))


def two_steps(talk: Talk, who: str) -> Talk:
    talk.answer(Q_WIRE)
    talk.says(f"{who} knipt.", tags=[STEP])
    talk.says(f"{who} houdt de punt recht.", tags=[KEY_POINT])
    talk.says(f"{who} wil niet dat het steekt.", tags=[REASON])
    talk.says(f"{who} rijgt.", tags=[STEP])
    return talk


def test_a_row_is_a_step_with_its_key_points_and_reasons() -> None:
    talk = two_steps(Talk(), "Noord")
    first, second = rows(standing(basis_of(talk).unfolded))
    assert first.step.text == "Noord knipt."
    assert [s.text for s in first.key_points] == ["Noord houdt de punt recht."]
    assert [s.text for s in first.reasons] == ["Noord wil niet dat het steekt."]
    assert (second.step.text, second.key_points, second.reasons) == ("Noord rijgt.", (), ())


def test_each_expert_and_each_answer_has_a_table_of_its_own() -> None:
    one, other = two_steps(Talk(), "Noord"), two_steps(Talk(BERT, SOUTH), "Zuid")
    two_steps(one, "Noord weer")
    tables = step_tables(standing(basis_of(one, other, folding=False).unfolded))
    assert [t.voice.company for t in tables] == ["Vonk Noord", "Vonk Noord", "Precisie Zuid"]
    assert [t.rows[1].step.text for t in tables] == ["Noord rijgt.", "Noord weer rijgt.", "Zuid rijgt."]
    assert {t.question for t in tables} == {Q_WIRE.text}


def test_a_lone_step_is_no_table() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Ik knip.", tags=[STEP])
    stand = standing(basis_of(talk).unfolded)
    assert step_tables(stand) == ()
    assert beside_tables(stand) == stand


def test_a_loose_key_point_is_in_no_table() -> None:
    talk = two_steps(Talk(), "Noord")
    talk.says("Netjes werken.", tags=[KEY_POINT], position=9)
    stand = standing(basis_of(talk).unfolded)
    assert [one.told.statement.text for one in beside_tables(stand)] == ["Netjes werken."]
    assert len(step_tables(stand)[0].rows) == 2

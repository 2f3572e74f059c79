"""Paragraphs keep what was said in one breath, and who said it."""

from dataclasses import replace

from exports.draft.paragraphs import LONGEST, by_question, label_of, paragraphs
from exports.draft.statements import Told
from tests.exports.conftest import BERT, GUIDE, M3, Q_TABLE, Q_WIRE, SOUTH, Talk, accepted
from tests.exports.drafting import basis_of


def told(*talks: Talk) -> tuple[Told, ...]:
    return basis_of(*talks, folding=False).told


def texts(*talks: Talk) -> list[str]:
    """Each paragraph as it is read."""
    made = paragraphs(told(*talks), labelled=False)
    return [" ".join(s.text for s in p.statements) for p in made]


def test_what_was_said_in_one_breath_is_one_paragraph() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Een.")
    talk.says("Twee.")
    assert texts(talk) == ["Een. Twee."]


def test_a_paragraph_ends_where_something_was_left_out() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Een.")
    talk.says("Drie.", position=2)
    assert texts(talk) == ["Een.", "Drie."]


def test_a_long_answer_becomes_several_paragraphs_of_the_same_length() -> None:
    talk = Talk().answer(Q_WIRE)
    for number in range(LONGEST + 1):
        talk.says(f"Iets {number}.")
    assert [len(p.statements) for p in paragraphs(told(talk), labelled=False)] == [3, 3]


def test_no_paragraph_begins_with_what_leans() -> None:
    talk = Talk().answer(Q_WIRE)
    for text in ("Een.", "Twee.", "Drie.", "Dan vier.", "Dan vijf.", "Zes."):
        talk.says(text)
    assert texts(talk) == ["Een. Twee. Drie. Dan vier. Dan vijf.", "Zes."]


def test_what_several_said_stands_by_itself_with_all_their_names() -> None:
    one, other = Talk().answer(Q_WIRE), Talk(BERT, SOUTH).answer(Q_WIRE)
    for text in ("Een.", "Twee.", "Drie."):
        one.says(text)
    other.says("Twee!")
    first, second, third, fourth = told(one, other)
    folded = replace(second, statement=replace(second.statement, also=(fourth.statement.source,)))
    made = paragraphs((first, folded, third), labelled=True)
    assert [p.label for p in made] == ["Vonk Noord", "Vonk Noord, Precisie Zuid", "Vonk Noord"]
    assert label_of(folded) == "Vonk Noord, Precisie Zuid"


def test_the_experts_on_one_question_stand_one_after_the_other() -> None:
    one, other = Talk().answer(Q_TABLE), Talk(BERT, SOUTH).answer(Q_WIRE)
    one.says("Een andere vraag.", tags=[accepted("draadkeuze")])
    one.answer(Q_WIRE)
    for talk, name in ((one, "Noord"), (other, "Zuid")):
        talk.says(f"{name} 3 millimeter.")
        talk.says(f"{name} apart.", position=2)
    ordered = by_question(told(one, other), GUIDE, M3)
    assert [t.statement.text for t in ordered] == [
        "Noord 3 millimeter.",
        "Noord apart.",
        "Zuid 3 millimeter.",
        "Zuid apart.",
        "Een andere vraag.",
    ]

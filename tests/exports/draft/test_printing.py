"""Terms are looked for in all that is printed."""

from dataclasses import replace

from exports.draft.assignment import assignment
from exports.draft.model import AssignmentBlock, CaseBlock, Picture
from exports.draft.printing import printed
from exports.draft.topics import topic_blocks
from sessions.transcript import Value
from tests.exports.conftest import Q_FAULT, Q_WIRE, Talk, suggested
from tests.exports.drafting import basis_of


def test_suggestions_values_captions_and_cases_are_among_the_texts() -> None:
    talk = Talk().answer(Q_WIRE)
    said = talk.says("Die staat op zes newton.")
    talk.answer(Q_FAULT)
    talk.says("De straal stond scheef.", tags=[suggested("spoelen", "straal")])
    value = Value(
        said.segment.id, "draadspanning", "6", "N", "AC 20", "hardmetaal", "60", "messing", "nasnede", "n"
    )
    basis = basis_of(talk, values=(value,))
    picture = Picture(None, "de nozzle")  # type: ignore[arg-type]
    topics = tuple(replace(t, pictures=(picture,)) for t in topic_blocks(basis))
    case = CaseBlock("Stempel", "Noord", "matrijs", "titaan", "Sodick", "Ra 0,4", (), (picture,))
    exercise: AssignmentBlock = replace(assignment(basis), cases=(case,))
    texts = set(printed(basis, topics, exercise))
    assert {
        "De straal stond scheef.",
        "draadspanning",
        "hardmetaal",
        "de nozzle",
        "titaan",
        "matrijs",
    } <= texts
    assert {"Snijd een stempel.", "binnen de tolerantie", "Die staat op zes newton."} <= texts

"""The practice assignment on the companies' cases, with what experts say one sees."""

from dataclasses import replace
from pathlib import PurePosixPath

from exports.draft.assignment import MOST_CRITERIA, assignment
from exports.draft.model import Picture, Statement, Voice
from sessions.facets import Facet
from sessions.interview import Case
from sessions.material import CaseReading, Photo
from sessions.transcript import Doubt
from tests.exports.conftest import M3, NORTH, Q_TABLE, Q_WIRE, SOUTH, Talk, heard
from tests.exports.draft.demo import EDM, demo, module
from tests.exports.drafting import basis_of

ERROR, CHECK = heard(Facet.ERROR), heard(Facet.CHECK)
STAMP = Case(1, "Stempel", "stempelplaat", "K110", "AgieCut", "Ra 0,8", ("hoeken", "draadkeuze"))


def test_the_guide_s_assignment_opens_it() -> None:
    made = assignment(basis_of())
    assert (made.title, made.text, made.criteria) == (
        M3.assignment.title,
        M3.assignment.text,
        M3.assignment.criteria,
    )
    assert (made.cases, made.from_experts) == ((), ())


def test_a_case_that_exercises_a_topic_of_the_module_stands_with_all_that_it_asks() -> None:
    photo = Photo(PurePosixPath("attachments/stempel.jpg"), "De stempel")
    made = assignment(basis_of(cases=(CaseReading(STAMP, NORTH, (photo,)),)))
    (case,) = made.cases
    assert (case.title, case.company, case.workpiece) == ("Stempel", "Vonk Noord", "stempelplaat")
    assert (case.material, case.machine, case.requirements) == ("K110", "AgieCut", "Ra 0,8")
    assert case.topics == ("Draadsoort en diameter", "Hoeken en conisch")
    assert case.pictures == (Picture(PurePosixPath("attachments/stempel.jpg"), "De stempel"),)


def test_a_case_about_other_topics_is_left_out() -> None:
    other = replace(STAMP, topics=("draadbreuk",))
    cases = (CaseReading(other, NORTH), CaseReading(STAMP, SOUTH))
    assert [c.company for c in assignment(basis_of(cases=cases)).cases] == ["Precisie Zuid"]


def test_beginners_errors_and_checks_become_the_two_ends_of_the_rubric() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Een leerling pakt te dikke draad.", tags=[ERROR])
    talk.says("Ik meet de draad na.", tags=[CHECK])
    talk.says("Messing is geel.")
    (criterion,) = assignment(basis_of(talk)).from_experts
    assert criterion.topic == "Draadsoort en diameter"
    assert [s.text for s in criterion.not_yet] == ["Een leerling pakt te dikke draad."]
    assert [s.text for s in criterion.good] == ["Ik meet de draad na."]


def test_what_leans_or_is_doubted_is_no_criterion() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("De klos staat scheef.")
    talk.says("Dat vergeet een leerling.", tags=[ERROR])
    talk.says("Een leerling knoeit knoeit knoeit.", tags=[ERROR], doubt=Doubt.REPETITION)
    assert assignment(basis_of(talk)).from_experts == ()


def test_a_topic_gets_a_few_criteria_at_most_those_that_most_experts_name_first() -> None:
    talk = Talk().answer(Q_TABLE)
    spoel = heard(Facet.ERROR, "spoelen")
    names = ("stempel", "boor", "moer", "klem", "rail", "tafel")
    for name in names:
        talk.says(f"Een leerling vergeet de {name} bij het werk.", tags=[spoel])
    basis = basis_of(talk, folding=False)
    agreed = basis.told[-1]
    shared = replace(
        agreed.statement, also=(replace(agreed.statement.source, voice=_other(agreed.statement)),)
    )
    made = assignment(replace(basis, told=(*basis.told[:-1], replace(agreed, statement=shared))))
    (criterion,) = made.from_experts
    assert len(criterion.not_yet) == MOST_CRITERIA
    assert criterion.not_yet[0] == shared
    assert [s.text for s in criterion.not_yet[1:]] == [
        f"Een leerling vergeet de {name} bij het werk." for name in names[:3]
    ]


def _other(statement: Statement) -> Voice:
    return replace(statement.source.voice, code="B", company="Precisie Zuid")


def test_the_demo_s_beginners_are_in_the_rubric() -> None:
    made = assignment(basis_of(*demo(), guide=EDM, module=module("M2")))
    assert [(c.topic, [s.text for s in c.not_yet]) for c in made.from_experts] == [
        ("Startgaten maken en plaatsen", ["Een beginner legt het gat te dicht bij de contour."])
    ]

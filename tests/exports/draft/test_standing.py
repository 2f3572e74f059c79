"""Each statement stands under the facet that it shows, and what leans stays with what it leans on."""

from exports.draft.standing import Standing, kept_whole, standing
from sessions.facets import Facet
from sessions.guides.model import Guide, Module, Question, QuestionKind
from tests.exports.conftest import GUIDE, M3, M7, Q_FAULT, Q_WIRE, Talk, accepted, heard, shows
from tests.exports.drafting import basis_of

TASK = Question("M3-V1", QuestionKind.TASK_DIAGRAM, "Hoe rijg je de draad in?", ("draadkeuze",))


def stand(talk: Talk, guide: Guide = GUIDE, module: Module = M3) -> list[Standing]:
    return standing(basis_of(talk, guide=guide, module=module).unfolded)


def facets(talk: Talk, module: Module = M3) -> list[Facet | None]:
    return [one.facet for one in stand(talk, module=module)]


def beside(talk: Talk) -> list[bool]:
    return [one.beside_step for one in stand(talk)]


def test_what_leans_stands_with_what_it_leans_on() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Een beginner zit te dicht op de contour.", tags=[heard(Facet.ERROR)])
    talk.says("Dan is er geen ruimte.", tags=[heard(Facet.REASON)])
    talk.says("Bij een zwaar stuk zou ik dat niet doen.", tags=[heard(Facet.LIMIT)])
    talk.says("Voor aluminium neem ik messing.")
    assert facets(talk) == [Facet.ERROR, Facet.ERROR, Facet.ERROR, None]


def test_what_leans_stands_where_a_person_put_it() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Gecoate draad is duur.")
    talk.says("Dat merk je aan de klos.", tags=[shows(Facet.SIGNAL)])
    assert facets(talk) == [None, Facet.SIGNAL]


def test_what_leans_on_a_fragment_that_is_not_there_stands_by_itself() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Een beginner zit te dicht op de contour.", tags=[heard(Facet.ERROR)])
    talk.says("Dan is er geen ruimte.", tags=[heard(Facet.REASON)], position=2)
    assert facets(talk) == [Facet.ERROR, Facet.REASON]


def test_a_story_is_one_example_whatever_it_shows() -> None:
    talk = Talk().answer(Q_FAULT)
    talk.says("De draad brak.")
    talk.says("Een beginner had dat niet gezien.", tags=[heard(Facet.ERROR, "draadbreuk")])
    assert facets(talk, M7) == [Facet.EXAMPLE, Facet.EXAMPLE]


def test_a_step_of_a_task_is_a_step_although_it_begins_with_then() -> None:
    talk = Talk().answer(TASK)
    talk.says("Dit is altijd lastig.")
    talk.says("Dan knip ik de draad af.", tags=[heard(Facet.STEP)])
    talk.says("Dan rijg ik hem in.", tags=[heard(Facet.STEP)])
    assert facets(talk) == [None, Facet.STEP, Facet.STEP]


def test_elsewhere_what_leans_is_no_step_of_its_own() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Je ziet het aan de krul.", tags=[heard(Facet.SIGNAL)])
    talk.says("Dan neem ik een andere klos.", tags=[heard(Facet.STEP)])
    assert facets(talk) == [Facet.SIGNAL, Facet.SIGNAL]


def test_a_key_point_or_a_reason_straight_after_a_step_belongs_to_it() -> None:
    talk = Talk().answer(TASK)
    talk.says("Eerst knip ik de draad af.", tags=[heard(Facet.STEP)])
    talk.says("De punt moet recht zijn.", tags=[heard(Facet.KEY_POINT)])
    talk.says("Een schuine punt blijft steken.", tags=[heard(Facet.REASON)])
    assert beside(talk) == [False, True, True]


def test_after_something_else_it_does_not() -> None:
    talk = Talk().answer(TASK)
    talk.says("Eerst knip ik de draad af.", tags=[heard(Facet.STEP)])
    talk.says("Je hoort een klik.", tags=[heard(Facet.SIGNAL)])
    talk.says("De punt moet recht zijn.", tags=[heard(Facet.KEY_POINT)])
    talk.says("Zo gaat het altijd goed.", tags=[heard(Facet.REASON)], position=7)
    assert beside(talk) == [False, False, False, False]


def test_what_leans_on_a_step_stands_beside_it() -> None:
    talk = Talk().answer(TASK)
    talk.says("Eerst knip ik de draad af.", tags=[heard(Facet.STEP)])
    talk.says("Dat moet recht.")
    talk.says("Dan blijft hij niet steken.", tags=[heard(Facet.REASON)])
    talk.says("Dat scheelt een hoop.")
    assert facets(talk) == [Facet.STEP, Facet.KEY_POINT, Facet.REASON, Facet.REASON]
    assert beside(talk) == [False, True, True, True]


def test_stories_and_steps_are_kept_whole() -> None:
    talk = Talk().answer(TASK)
    talk.says("Dit is altijd lastig.")
    step = talk.says("Eerst knip ik de draad af.", tags=[heard(Facet.STEP)])
    point = talk.says("De punt moet recht zijn.", tags=[heard(Facet.KEY_POINT)])
    talk.says("Netjes werken.", tags=[heard(Facet.KEY_POINT)], position=9)
    talk.answer(Q_FAULT)
    story = talk.says("De draad brak.", tags=[accepted("draadkeuze")])
    told = basis_of(talk, folding=False).told
    assert len(told) == 5
    assert kept_whole(told) == {f.segment.id for f in (step, point, story)}

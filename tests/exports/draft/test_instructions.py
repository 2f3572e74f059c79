"""Work instructions come from task diagrams and teach-backs, one per expert and answer."""

from dataclasses import replace

import pytest

from exports.draft.instructions import instructions
from exports.draft.model import Instruction
from sessions.facets import Facet
from sessions.guides import library
from sessions.guides.model import Guide, Module, Question, QuestionKind
from tests.exports.conftest import BERT, GUIDE, M3, Q_WIRE, SOUTH, Talk, heard, suggested
from tests.exports.draft.walking import ids_in
from tests.exports.drafting import basis_of
from transcripts.tagging import tags_for

TASK = Question("M3-V8", QuestionKind.TASK_DIAGRAM, "Hoe snijd je?", ("draadkeuze", "spoelen"))
TEACH = replace(TASK, id="M3-V9", kind=QuestionKind.TEACH_BACK)
MODULE: Module = replace(M3, questions=(*M3.questions, TASK, TEACH))
WITH_TASK: Guide = replace(GUIDE, modules=(MODULE, GUIDE.modules[1]))


def made(*talks: Talk, folding: bool = True) -> tuple[Instruction, ...]:
    return instructions(basis_of(*talks, guide=WITH_TASK, module=MODULE, folding=folding))


def told(talk: Talk, question: Question = TASK) -> Talk:
    talk.answer(question)
    talk.says("Eerst kies ik de draad.", tags=[heard(Facet.STEP)])
    talk.says("Messing voor gewoon werk.", tags=[heard(Facet.KEY_POINT)])
    talk.says("Dan stel ik de straal in.", tags=[suggested("spoelen", "straal", facet=Facet.STEP)])
    talk.says("Anders breekt hij.", tags=[heard(Facet.REASON, "spoelen")])
    return talk


@pytest.mark.parametrize("question", [TASK, TEACH])
def test_the_steps_of_one_answer_stand_in_the_order_of_speaking_over_its_topics(question: Question) -> None:
    (instruction,) = made(told(Talk(), question))
    assert [s.step.text for s in instruction.steps] == [
        "Eerst kies ik de draad.",
        "Dan stel ik de straal in.",
    ]
    first, second = instruction.steps
    assert [s.text for s in first.key_points] == ["Messing voor gewoon werk."]
    assert [s.text for s in second.reasons] == ["Anders breekt hij."]
    assert (instruction.question_id, instruction.task) == (question.id, "Hoe snijd je?")
    assert instruction.title == M3.title


def test_each_expert_keeps_their_own_instruction_also_where_they_say_the_same() -> None:
    noord, zuid = told(Talk()), told(Talk(BERT, SOUTH))
    both = made(noord, zuid)
    assert [i.voice.company for i in both] == ["Vonk Noord", "Precisie Zuid"]
    assert ids_in(both) == sorted(f.segment.id for t in (noord, zuid) for f in t.fragments)


def test_one_step_is_no_instruction() -> None:
    talk = Talk().answer(TASK)
    talk.says("Eerst kies ik de draad.", tags=[heard(Facet.STEP)])
    talk.says("Messing voor gewoon werk.", tags=[heard(Facet.KEY_POINT)])
    assert made(talk) == ()


def test_steps_that_were_told_at_another_question_are_no_instruction() -> None:
    assert made(told(Talk(), Q_WIRE)) == ()


def test_the_words_of_the_guide_make_the_decisions_of_a_task_its_steps() -> None:
    guide, _toml = library.find("edm-nl")
    question = guide.question("M3-V1")
    talk = Talk(guide=guide).answer(question)
    for text in (
        "Eerst kies ik de draad en de technologie uit de tabel.",
        "Daarna controleer ik de spoeling en de kopafstand.",
        "Na de hoofdsnede meet ik het stuk op 3 hoogtes.",
        "De moeilijkste beslissing is hoeveel nasnedes er nodig zijn.",
    ):
        talk.says(text, tags=tags_for(text, question, guide))
    (instruction,) = instructions(basis_of(talk, guide=guide, module=guide.module("M3")))
    assert [s.step.text.split()[0] for s in instruction.steps] == ["Eerst", "Daarna", "Na"]
    assert [len(s.key_points) for s in instruction.steps] == [0, 0, 1]

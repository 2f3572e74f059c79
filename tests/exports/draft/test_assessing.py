"""Proposals for test questions: each from what was said, with its answer, and none that gives it away."""

from collections.abc import Iterable
from dataclasses import replace

from exports.draft.assessing import MOST, MOST_SAID, MOST_STEPS
from exports.draft.assessing import items as items_of
from exports.draft.comparing import comparisons
from exports.draft.faults import faults
from exports.draft.instructions import instructions
from exports.draft.model import AssessmentItem, ItemKind, Statement
from exports.draft.statements import Basis
from sessions.facets import Facet
from sessions.guides.model import Question, QuestionKind
from sessions.transcript import Doubt
from tests.exports.conftest import BERT, GUIDE, M3, Q_FAULT, Q_TABLE, Q_WIRE, SOUTH, Talk, heard
from tests.exports.draft.demo import EDM, answering, demo, module
from tests.exports.draft.walking import ids_in, sources_in
from tests.exports.drafting import basis_of


def of(module_id: str, *talks: Talk) -> tuple[AssessmentItem, ...]:
    return items(basis_of(*talks, guide=EDM, module=module(module_id)))


def items(basis: Basis) -> tuple[AssessmentItem, ...]:
    return items_of(basis, faults(basis), instructions(basis), comparisons(basis))


def kind(made: tuple[AssessmentItem, ...], wanted: ItemKind) -> list[AssessmentItem]:
    return [item for item in made if item.kind is wanted]


def said(statements: Iterable[Statement]) -> list[str]:
    return [s.text for s in statements]


def test_the_demo_s_decisions_are_to_be_put_in_order() -> None:
    (item,) = kind(of("M3", *demo()), ItemKind.ORDER)
    assert said(item.answer) == [
        "Eerst kies ik de draad en de technologie uit de tabel.",
        "Daarna controleer ik de spoeling en de kopafstand.",
        "Dan snijd ik de hoofdsnede met een ruime offset.",
        "Daarna kies ik het aantal nasnedes.",
    ]
    assert (item.topic, item.asked) == (module("M3").title, EDM.question("M3-V1").text)
    assert ids_in(item.given) == ids_in(item.answer)
    assert [s.source for s in item.given] != [s.source for s in item.answer]
    assert not any(s.text.startswith(("Eerst", "Daarna", "Dan ")) for s in item.given)


def steps(*sentences: str) -> Talk:
    return answering("M3-V1", *sentences)


def test_two_steps_are_nothing_to_put_in_order() -> None:
    assert kind(of("M3", steps("Eerst knip ik.", "Daarna rijg ik.")), ItemKind.ORDER) == []


def test_of_too_many_steps_or_when_one_comes_again_nothing_is_asked() -> None:
    many = steps(*(f"Daarna doe ik handeling {n}." for n in range(MOST_STEPS + 1)))
    again = steps("Eerst knip ik.", "Daarna rijg ik.", "Daarna draai ik.", "Dan knip ik.")
    assert kind(of("M3", many), ItemKind.ORDER) == []
    assert kind(of("M3", again), ItemKind.ORDER) == []
    (item,) = kind(
        of("M3", steps(*(f"Daarna doe ik handeling {n}." for n in range(MOST_STEPS)))), ItemKind.ORDER
    )
    assert len(item.answer) == MOST_STEPS


def test_steps_that_are_doubted_are_not_asked() -> None:
    talk = steps("Eerst knip ik.", "Daarna rijg ik.", "Daarna draai ik hem aan.")
    question = EDM.question("M3-V1")
    doubted = "Dan dan dan meet ik."
    talk.says(doubted, doubt=Doubt.REPETITION, tags=[heard(Facet.STEP, question.topics[0])])
    basis = basis_of(talk, guide=EDM, module=module("M3"), folding=False)
    assert len(instructions(basis)[0].steps) == 4
    (item,) = kind(items(basis), ItemKind.ORDER)
    assert said(item.answer) == ["Eerst knip ik.", "Daarna rijg ik.", "Daarna draai ik hem aan."]


def test_the_demo_s_symptom_asks_for_its_cause_and_no_discarded_suspicion_answers() -> None:
    (item,) = kind(of("M7", *demo()), ItemKind.CAUSE)
    assert said(item.given) == [
        "De draad brak elke 10 minuten op dezelfde plek.",
        "Toen hoorde ik een tikkend geluid bij de bovenste kop.",
    ]
    assert said(item.answer) == ["Het contactblokje was ingesleten."]
    (what_next,) = kind(of("M7", *demo()), ItemKind.OPEN)
    assert said(what_next.given) == said(item.given)
    assert said(what_next.answer) == [
        "Het contactblokje was ingesleten.",
        "Ik heb het contactblokje gedraaid en de geleider schoongemaakt.",
        "Daarna heeft de machine de hele nacht doorgedraaid.",
    ]


def test_a_symptom_that_names_the_cause_asks_nothing() -> None:
    talk = answering("M7-V1", "De draad brak bij het contactblokje.", "Dat contactblokje was ingesleten.")
    assert len(faults(basis_of(talk, guide=EDM, module=module("M7")))) == 1
    assert of("M7", talk) == ()


def test_what_was_perceived_is_not_given_where_it_names_the_cause() -> None:
    talk = answering(
        "M7-V1",
        "De draad brak elke nacht.",
        "Ik hoorde een zacht geluid.",
        "Ik zag dat het contactblokje gloeide, dat was ingesleten.",
        "Het contactblokje was ingesleten.",
    )
    (item,) = kind(of("M7", talk), ItemKind.CAUSE)
    assert said(item.given) == ["De draad brak elke nacht.", "Ik hoorde een zacht geluid."]


def test_an_incident_asks_what_its_expert_did() -> None:
    (item,) = kind(of("M1", *demo()), ItemKind.OPEN)
    assert item.asked == EDM.question("M1-V3").text
    assert said(item.given)[0] == "Op een avond stond het oliepeil te laag en kwam er een vlam."
    assert said(item.answer)[0] == "Ik heb de noodstop ingedrukt en het deksel dicht gelaten."


def test_an_audit_is_answered_with_what_was_done_each_readable_by_itself() -> None:
    (item,) = kind(of("M3", *demo()), ItemKind.OPEN)
    assert (item.asked, item.given) == (EDM.question("M3-V2").text, ())
    assert said(item.answer) == [
        "Bij een plaat van 60 millimeter met een trap liep de straal weg.",
        "Toen heb ik het vermogen verlaagd van stand 12 naar stand 9.",
        "Het hangt ervan af hoe de vonken klinken.",
        "Bij een vlakke plaat zou ik dat niet doen, want dan kost het alleen tijd.",
    ]


def test_an_open_question_that_only_has_facts_to_answer_it_is_none() -> None:
    talk = Talk().answer(Q_TABLE)
    talk.says("Messing is geel.")
    assert items(basis_of(talk)) == ()


def test_an_answer_is_not_a_wall_of_text() -> None:
    talk = Talk().answer(Q_TABLE)
    for n in range(MOST_SAID + 4):
        talk.says(f"Ik draai aan knop {n}.", tags=[heard(Facet.STEP, "spoelen")])
    (item,) = items(basis_of(talk, folding=False))
    assert len(item.answer) == MOST_SAID


def test_what_was_folded_into_another_s_words_answers_once() -> None:
    anna, bert = Talk().answer(Q_TABLE), Talk(BERT, SOUTH).answer(Q_TABLE)
    anna.says("Ik zet de kop dichterbij.", tags=[heard(Facet.STEP, "spoelen")])
    bert.says("De kop zet ik dichterbij.", tags=[heard(Facet.STEP, "spoelen")])
    apart = basis_of(anna, bert, folding=False)
    (item,) = items(apart)
    assert said(item.answer) == ["Ik zet de kop dichterbij.", "De kop zet ik dichterbij."]
    one, other = apart.told
    both = replace(one, statement=replace(one.statement, also=(other.statement.source,)))
    folded = kind(items(replace(apart, told=(both,))), ItemKind.OPEN)
    assert [said(item.answer) for item in folded] == [["Ik zet de kop dichterbij."]]


def agreed(basis: Basis, *, company: str = "Precisie Zuid", **changes: object) -> Basis:
    """``basis`` with its one statement said by an expert of ``company`` too."""
    (told,) = basis.told
    other = replace(
        told.statement.source, voice=replace(told.statement.source.voice, code="B", company=company)
    )
    statement = replace(told.statement, also=(other,), **changes)  # type: ignore[arg-type]
    return replace(basis, told=(replace(told, statement=statement),))


def test_what_two_companies_agree_on_is_true_as_stated() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Gecoate draad snijdt sneller.")
    basis = agreed(basis_of(talk))
    (told,) = basis.told
    (item,) = items(basis)
    assert (item.kind, item.given, item.answer) == (ItemKind.TRUE_FALSE, (told.statement,), (told.statement,))
    assert (item.topic, item.asked) == ("Draadsoort en diameter", "")


def differing() -> tuple[Talk, Talk]:
    anna, bert = Talk().answer(Q_TABLE), Talk(BERT, SOUTH).answer(Q_TABLE)
    for talk, bar in ((anna, 3), (bert, 5)):
        talk.says(f"De straal zet ik op {bar} bar druk bij de kop.", tags=[heard(Facet.STEP, "spoelen")])
    return anna, bert


def test_what_others_say_otherwise_is_neither_true_nor_the_only_answer() -> None:
    anna, bert = differing()
    basis = basis_of(anna, bert)
    (both,) = items(basis)
    assert [s.source.voice.code for s in both.answer] == ["A", "B"]
    doubted = replace(basis.unfolded[1].statement, doubt=Doubt.LOW_CONFIDENCE)
    one, other = basis.unfolded
    sided = replace(basis, unfolded=(one, replace(other, statement=doubted)))
    assert len(comparisons(sided)) == 1
    assert items(sided) == ()
    also = replace(other.statement.source, segment_id=999)
    agreed_on = replace(one, statement=replace(one.statement, also=(also,)))
    assert kind(items(replace(sided, told=(agreed_on,))), ItemKind.TRUE_FALSE) == []


def test_several_experts_answer_one_after_the_other() -> None:
    anna, bert = Talk().answer(Q_TABLE), Talk(BERT, SOUTH).answer(Q_TABLE)
    for n in range(MOST_SAID + 2):
        anna.says(f"Ik draai aan knop {n}.", tags=[heard(Facet.STEP, "spoelen")])
        bert.says(f"Mijn hendel {n} trek ik om.", tags=[heard(Facet.STEP, "spoelen")])
    (item,) = items(basis_of(anna, bert, folding=False))
    assert [s.source.voice.code for s in item.answer] == ["A"] * MOST_SAID + ["B"] * MOST_SAID


def test_only_what_puts_somebody_in_a_situation_can_be_asked_as_it_stands() -> None:
    made = {m: kind(of(m, *demo()), ItemKind.OPEN) for m in ("M3", "M5", "M7")}
    assert [(item.topic, item.poses) for item in made["M3"]] == [(module("M3").title, False)]
    assert [item.poses for item in made["M5"]] == [True]
    assert [item.poses for item in made["M7"]] == [False]


def test_nothing_is_true_on_one_company_s_word_nor_when_it_leans_or_is_doubted_or_a_story() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Gecoate draad snijdt sneller.")
    basis = basis_of(talk)
    assert items(basis) == ()
    assert items(agreed(basis, company="Vonk Noord")) == ()
    assert items(agreed(basis, leans=True)) == ()
    assert items(agreed(basis, doubt=Doubt.LOW_CONFIDENCE)) == ()
    assert items(agreed(basis, facet=Facet.EXAMPLE)) == ()
    incident = replace(Q_FAULT, topics=("draadkeuze",))
    guide = replace(GUIDE, modules=(replace(M3, questions=(incident,)),))
    story = Talk(guide=guide).answer(incident)
    story.says("De draad brak.")
    assert items(agreed(basis_of(story, guide=guide, module=guide.modules[0]))) == ()


def test_what_the_machine_doubts_becomes_no_item() -> None:
    talk = answering("M7-V1", "De draad brak elke nacht.")
    topic = EDM.question("M7-V1").topics[1]
    talk.says("Het contactblokje was ingesleten.", doubt=Doubt.LOW_CONFIDENCE)
    talk.says("Ik heb het blok vervangen.", doubt=Doubt.REPETITION, tags=[heard(Facet.STEP, topic)])
    assert of("M7", talk) == ()


def test_no_more_than_a_dozen_of_every_topic_some() -> None:
    questions = tuple(
        Question(f"M3-W{n}", QuestionKind.KNOWLEDGE_AUDIT, f"Vraag {n}?", (slug,))
        for n, slug in enumerate(["draadkeuze"] * 20 + ["spoelen", "hoeken"])
    )
    wide = replace(M3, questions=questions)
    guide = replace(GUIDE, modules=(wide,))
    talk = Talk(guide=guide)
    for question in questions:
        talk.answer(question)
        talk.says(f"Bij {question.id} knip ik.", tags=[heard(Facet.STEP, question.topics[0])])
    basis = basis_of(talk, guide=guide, module=wide, folding=False)
    made = items(basis)
    assert len(made) == MOST
    assert {"Vraag 20?", "Vraag 21?"} <= {item.asked for item in made}
    assert made == items(basis)
    asked = [item.asked for item in made]
    assert asked == sorted(asked, key=lambda text: int(text.removeprefix("Vraag ").rstrip("?")))


def test_every_word_of_an_item_is_an_expert_s_with_its_source() -> None:
    talks = demo()
    spoken = {f.segment.id: f.segment.text for talk in talks for f in talk.fragments}
    for module_id in ("M1", "M2", "M3", "M5", "M7", "M8"):
        made = of(module_id, *talks)
        assert made
        assert all(spoken[source.segment_id] == source.spoken for source in sources_in(made))

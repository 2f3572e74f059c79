"""A topic's block holds all that was told about it, once, part by part."""

from typing import Any

from exports.draft.model import Kind, Section, TopicBlock
from exports.draft.topics import KINDS, topic_blocks
from sessions.facets import COVERED, Facet
from sessions.guides.model import Module
from sessions.people import Company, Expert
from sessions.transcript import Value
from tests.exports.conftest import (
    BERT,
    M3,
    M7,
    NORTH,
    Q_FAULT,
    Q_TABLE,
    Q_WIRE,
    SOUTH,
    Talk,
    accepted,
    heard,
    shows,
    suggested,
)
from tests.exports.draft.walking import ids_in
from tests.exports.drafting import basis_of


def blocks(*talks: Talk, module: Module = M3, **more: Any) -> dict[str, TopicBlock]:
    return {b.slug: b for b in topic_blocks(basis_of(*talks, module=module, **more))}


def wire(*talks: Talk, **more: Any) -> dict[Kind, Section]:
    return {s.kind: s for s in blocks(*talks, **more)["draadkeuze"].sections}


def texts(section: Section) -> list[str]:
    """Each paragraph as it is read."""
    return [" ".join(s.text for s in p.statements) for p in section.paragraphs]


def labels(section: Section) -> list[str]:
    return [p.label for p in section.paragraphs]


def test_parts_stand_in_a_fixed_order_whatever_came_first() -> None:
    talk = Talk().answer(Q_WIRE)
    for place, facet in enumerate(reversed(KINDS)):
        tags = [shows(facet)] if facet else []
        talk.says(f"Iets over {facet}.", tags=tags, position=place * 2)
    assert list(wire(talk, folding=False)) == list(Kind)


def test_every_facet_has_its_place() -> None:
    assert set(KINDS) == {None, *Facet}


def test_all_that_was_told_stands_in_it_once(anna: Talk, bert: Talk) -> None:
    talk = Talk(BERT, SOUTH, number=2).answer(Q_WIRE)
    for number in range(3):
        for facet in Facet:
            talk.says(f"Zin {number} over {facet}.", tags=[heard(facet)])
        talk.says(f"Dan nog {number}.")
    basis = basis_of(anna, bert, talk)
    made = topic_blocks(basis)
    stands = [ids_in(block.sections) for block in made]
    told = [sorted(i for t in basis.told if t.topic == b.slug for i in ids_in(t)) for b in made]
    assert stands == told
    assert sum(map(len, told)) == len(basis.unfolded)


def test_steps_stand_in_a_table_and_a_loose_key_point_beside_it() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Eerst knip ik.", tags=[heard(Facet.STEP)])
    talk.says("Recht afknippen.", tags=[heard(Facet.KEY_POINT)])
    talk.says("Scheef blijft hij steken.", tags=[heard(Facet.REASON)])
    talk.says("Messing is goedkoop.", tags=[heard(Facet.REASON)], position=5)
    talk.says("Netjes werken.", tags=[heard(Facet.KEY_POINT)], position=7)
    made = wire(talk)
    (table,) = made[Kind.HOW].steps
    assert [s.text for s in table.rows[0].reasons] == ["Scheef blijft hij steken."]
    assert texts(made[Kind.HOW]) == ["Netjes werken."]
    assert texts(made[Kind.WHAT]) == ["Messing is goedkoop."]


def test_a_story_is_told_from_start_to_end_under_one_heading() -> None:
    talk = Talk().answer(Q_FAULT)
    said = ["De draad brak.", "Ik hoorde een tik.", "Het blokje was op.", "Klaar.", "Een beginner niet."]
    facets = (Facet.EXAMPLE, Facet.SIGNAL, None, None, Facet.ERROR)
    for text, facet in zip(said, facets, strict=True):
        talk.says(text, tags=[heard(facet, "draadbreuk")] if facet else [])
    (section,) = blocks(talk, module=M7)["draadbreuk"].sections
    assert section.kind is Kind.EXAMPLE
    assert " ".join(texts(section)) == " ".join(said)


def test_two_stories_are_told_one_after_the_other() -> None:
    one, other = Talk().answer(Q_FAULT), Talk(BERT, SOUTH).answer(Q_FAULT)
    for talk, name in ((one, "Een"), (other, "Twee")):
        talk.says(f"{name} begin.")
        talk.says(f"{name} eind.", position=2)
    (section,) = blocks(one, other, module=M7)["draadbreuk"].sections
    assert texts(section) == ["Een begin.", "Een eind.", "Twee begin.", "Twee eind."]


def test_two_companies_on_one_topic_stand_with_their_names(anna: Talk, bert: Talk) -> None:
    made = wire(anna, bert)
    assert labels(made[Kind.SAID]) == ["Vonk Noord", "Precisie Zuid"]
    assert labels(made[Kind.SIGNAL]) == ["Vonk Noord"]


def test_two_experts_of_one_company_are_told_apart_by_their_codes(anna: Talk) -> None:
    colleague = Talk(Expert("Cor", "C", 1, 3), NORTH).answer(Q_WIRE)
    colleague.says("Ik niet.")
    assert labels(wire(anna, colleague)[Kind.SAID]) == ["Vonk Noord (A)", "Vonk Noord (C)"]


def test_where_one_expert_is_heard_only_an_example_says_whose_it_is(anna: Talk) -> None:
    made = wire(anna)
    assert labels(made[Kind.EXAMPLE]) == ["Vonk Noord"]
    assert {label for kind, s in made.items() if kind is not Kind.EXAMPLE for label in labels(s)} == {""}


def test_twenty_experts_stand_by_question_and_each_in_one_place() -> None:
    talks = []
    for number in range(20):
        company = Company(f"Bedrijf {number}", 10 + number)
        talk = Talk(Expert(f"Expert {number}", chr(ord("A") + number), company.id, 10 + number), company)
        for question in (Q_TABLE, Q_WIRE):
            talk.answer(question)
            for part in range(3):
                text = f"{company.name} zegt {part} op {question.id}."
                talk.says(text, tags=[accepted("draadkeuze", Facet.SIGNAL)], position=part * 2)
        talks.append(talk)
    section = wire(*talks, folding=False)[Kind.SIGNAL]
    questions = [q.id for q in (Q_WIRE, Q_TABLE)]
    expected = [f"Bedrijf {n} zegt {p} op {q}." for q in questions for n in range(20) for p in range(3)]
    assert texts(section) == expected
    assert labels(section) == [text.split(" zegt")[0] for text in expected]


def test_suggestions_stand_apart_with_the_words_that_caused_them(bert: Talk) -> None:
    block = blocks(bert)["spoelen"]
    assert not block.sections
    assert block.suggestions[0].statements[0].because == ("straal",)
    assert block.told


def test_suggestions_of_somebody_else_are_labelled_and_so_is_the_rest(anna: Talk, bert: Talk) -> None:
    block = blocks(anna, bert)["spoelen"]
    assert [p.label for p in block.suggestions] == ["Precisie Zuid"]
    assert {label for s in block.sections for label in labels(s)} == {"Vonk Noord"}


def test_a_lone_suggestion_is_labelled_where_the_module_has_several_companies(anna: Talk, bert: Talk) -> None:
    bert.answer(Q_FAULT)
    bert.says("Een hoek.", tags=[suggested("hoeken", "hoek")])
    assert blocks(anna, bert)["hoeken"].suggestions[0].label == "Precisie Zuid"
    assert blocks(bert)["hoeken"].suggestions[0].label == ""


def test_it_says_which_facets_nobody_told() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Je ziet het.", tags=[heard(Facet.SIGNAL)])
    talk.says("Recht afknippen.", tags=[heard(Facet.KEY_POINT)])
    made = blocks(talk)
    assert made["draadkeuze"].lacking == tuple(f for f in COVERED if f is not Facet.SIGNAL)
    assert made["spoelen"].lacking == COVERED


def test_values_stand_under_the_topic_where_they_were_told() -> None:
    talk = Talk().answer(Q_WIRE)
    said = talk.says("Op zes newton.", tags=[heard(Facet.SIGNAL)])
    value = Value(said.segment.id, "spanning", "6", "N", "AC 20", "staal", "60 mm", "messing", "hoofd", "rvs")
    made = wire(talk, values=(value,))
    assert list(made) == [Kind.SIGNAL, Kind.VALUES]
    assert [row.number for row in made[Kind.VALUES].values] == ["6"]


def test_each_expert_keeps_their_own_steps_also_where_they_say_the_same() -> None:
    talks = (Talk().answer(Q_WIRE), Talk(BERT, SOUTH).answer(Q_WIRE))
    for talk in talks:
        for step in ("Eerst knip ik de draad schuin af met de tang.", "Daarna rijg ik de draad in de kop."):
            talk.says(step, tags=[heard(Facet.STEP)])
    tables = wire(*talks)[Kind.HOW].steps
    assert [(t.voice.company, len(t.rows)) for t in tables] == [("Vonk Noord", 2), ("Precisie Zuid", 2)]


def test_every_paragraph_says_whose_it_is_where_several_are_heard_in_the_module() -> None:
    anna, bert = Talk().answer(Q_WIRE), Talk(BERT, SOUTH).answer(Q_TABLE)
    anna.says("De draad is geel.")
    bert.says("De straal is dicht.", tags=[accepted("spoelen")])
    assert labels(wire(anna)[Kind.SAID]) == [""]
    assert labels(wire(anna, bert)[Kind.SAID]) == ["Vonk Noord"]


def test_what_is_done_about_a_signal_stands_behind_it_in_the_order_of_speaking() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Goed vonken klinkt als regen.", tags=[heard(Facet.SIGNAL)])
    talk.says("Ik verhoog de pauzetijd.")
    talk.says("Messing is geel.", position=7)
    made = wire(talk)
    assert texts(made[Kind.SIGNAL]) == ["Goed vonken klinkt als regen. Ik verhoog de pauzetijd."]
    assert texts(made[Kind.SAID]) == ["Messing is geel."]

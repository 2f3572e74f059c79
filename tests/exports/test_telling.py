"""Paragraphs keep people's words, their sources, and who said them."""

from exports.placing import place
from exports.telling import LONGEST, TopicBlock, topic_blocks
from sessions.facets import Facet
from sessions.people import Expert
from tests.exports.conftest import M3, NORTH, Q_FAULT, Q_TABLE, Q_WIRE, Talk, everything, shows, suggested


def blocks(*talks: Talk) -> dict[str, TopicBlock]:
    return {b.slug: b for b in topic_blocks(M3, place(M3, everything(talks)))}


def test_what_was_said_in_one_breath_is_one_paragraph_with_each_source() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Een.")
    talk.says("Twee.")
    (block,) = blocks(talk)["draadkeuze"].facets
    (paragraph,) = block.paragraphs
    assert [p.text for p in paragraph.pieces] == ["Een.", "Twee."]
    assert paragraph.references == ("A1·01 00:00", "A1·01 00:05")


def test_a_paragraph_ends_where_somebody_else_spoke_or_something_was_struck(anna: Talk) -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Een.")
    talk.says("Drie.", position=2)
    (block,) = blocks(talk)["draadkeuze"].facets
    assert len(block.paragraphs) == 2


def test_a_long_answer_becomes_several_paragraphs() -> None:
    talk = Talk().answer(Q_WIRE)
    for _ in range(LONGEST + 1):
        talk.says("Weer iets.")
    (block,) = blocks(talk)["draadkeuze"].facets
    assert [len(p.pieces) for p in block.paragraphs] == [LONGEST, 1]


def test_facets_follow_a_fixed_order_after_what_shows_none() -> None:
    talk = Talk().answer(Q_WIRE)
    for facet in (Facet.VALUE, Facet.ERROR, Facet.STEP):
        talk.says("x", tags=[shows(facet)])
    talk.says("x")
    order = [b.facet for b in blocks(talk)["draadkeuze"].facets]
    assert order == [None, Facet.STEP, Facet.ERROR, Facet.VALUE]


def test_two_companies_on_the_same_question_stand_side_by_side_with_their_names(
    anna: Talk, bert: Talk
) -> None:
    first = blocks(anna, bert)["draadkeuze"].facets[0]
    assert [p.label for p in first.paragraphs] == ["Vonk Noord", "Precisie Zuid"]


def test_two_experts_of_one_company_are_told_apart_by_their_codes(anna: Talk) -> None:
    colleague = Talk(Expert("Cor", "C", 1, 3), NORTH).answer(Q_WIRE)
    colleague.says("Ik niet.")
    labels = [p.label for p in blocks(anna, colleague)["draadkeuze"].facets[0].paragraphs]
    assert labels == ["Vonk Noord (A)", "Vonk Noord (C)"]


def test_where_one_expert_answered_there_is_no_label(anna: Talk) -> None:
    assert {p.label for b in blocks(anna)["draadkeuze"].facets for p in b.paragraphs} == {""}


def test_suggestions_stand_apart_with_the_words_that_caused_them(bert: Talk) -> None:
    block = blocks(bert)["spoelen"]
    assert not block.facets
    assert block.suggestions[0].because == ("straal",)


def test_joined_suggestions_name_each_word_once() -> None:
    talk = Talk().answer(Q_FAULT)
    talk.says("De straal.", tags=[suggested("spoelen", "straal")])
    talk.says("Straal en druk.", tags=[suggested("spoelen", "straal", "druk")])
    assert blocks(talk)["spoelen"].suggestions[0].because == ("straal", "druk")


def test_a_later_clip_of_an_answer_shows_in_its_reference() -> None:
    talk = Talk().answer(Q_TABLE, clips=2)
    talk.says("Later.", clip=2)
    assert blocks(talk)["spoelen"].facets[0].paragraphs[0].references == ("A1·01/2 00:00",)

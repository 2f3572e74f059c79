"""Paragraphs keep people's words, their sources, and who said them."""

from exports.draft.placing import place
from exports.draft.telling import LONGEST, FacetBlock, TopicBlock, topic_blocks
from sessions.facets import Facet
from sessions.guides.model import Module
from sessions.people import Expert
from sessions.transcript import Tag, TagOrigin
from tests.exports.conftest import (
    BERT,
    GUIDE,
    M3,
    M7,
    NORTH,
    Q_FAULT,
    Q_TABLE,
    Q_WIRE,
    SOUTH,
    Talk,
    accepted,
    everything,
    shows,
    suggested,
)


def blocks(*talks: Talk, module: Module = M3) -> dict[str, TopicBlock]:
    return {b.slug: b for b in topic_blocks(module, place(GUIDE, module, everything(talks)))}


def texts(block: FacetBlock) -> list[str]:
    """Each paragraph as it is read."""
    return [" ".join(piece.text for piece in p.pieces) for p in block.paragraphs]


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


def test_a_long_answer_becomes_several_paragraphs_of_the_same_length() -> None:
    talk = Talk().answer(Q_WIRE)
    for _ in range(LONGEST + 1):
        talk.says("Weer iets.")
    (block,) = blocks(talk)["draadkeuze"].facets
    assert [len(p.pieces) for p in block.paragraphs] == [3, 3]


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


def heard(facet: Facet, topic: str = "draadkeuze") -> Tag:
    """A facet that the machine saw."""
    return Tag(0, topic, TagOrigin.QUESTION, facet)


def test_a_sentence_that_leans_stays_in_the_paragraph_it_leans_on() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Een beginner zit te dicht op de contour.", tags=[heard(Facet.ERROR)])
    talk.says("Dan is er geen ruimte.", tags=[heard(Facet.REASON)])
    talk.says("Bij een zwaar stuk zou ik dat niet doen.", tags=[heard(Facet.LIMIT)])
    (block,) = blocks(talk)["draadkeuze"].facets
    assert block.facet is Facet.ERROR
    assert texts(block) == [
        "Een beginner zit te dicht op de contour. Dan is er geen ruimte. Bij een zwaar stuk zou ik dat niet doen."
    ]


def test_what_shows_no_facet_stays_under_one_only_if_it_leans() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Je ziet het aan de krul.", tags=[heard(Facet.SIGNAL)])
    talk.says("Hij is goedkoper.")
    talk.says("Voor aluminium neem ik messing.")
    first, second = blocks(talk)["draadkeuze"].facets
    assert (first.facet, texts(first)) == (None, ["Voor aluminium neem ik messing."])
    assert texts(second) == ["Je ziet het aan de krul. Hij is goedkoper."]


def test_what_leans_stands_where_a_person_put_it() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Gecoate draad is duur.")
    talk.says("Dat merk je aan de klos.", tags=[shows(Facet.SIGNAL)])
    assert [b.facet for b in blocks(talk)["draadkeuze"].facets] == [None, Facet.SIGNAL]


def test_no_paragraph_begins_with_what_leans() -> None:
    talk = Talk().answer(Q_WIRE)
    for text in ("Een.", "Twee.", "Drie.", "Dan vier.", "Dan vijf.", "Zes."):
        talk.says(text)
    (block,) = blocks(talk)["draadkeuze"].facets
    assert texts(block) == ["Een. Twee. Drie. Dan vier. Dan vijf.", "Zes."]


def test_a_story_is_told_from_start_to_end_under_one_heading() -> None:
    talk = Talk().answer(Q_FAULT)
    said = [
        "De draad brak.",
        "Ik hoorde een tik.",
        "Het blokje was op.",
        "Gedraaid.",
        "Klaar.",
        "Een beginner niet.",
    ]
    for text, facet in zip(said, (Facet.EXAMPLE, Facet.SIGNAL, None, None, None, Facet.ERROR), strict=True):
        talk.says(text, tags=[heard(facet, "draadbreuk")] if facet else [])
    (block,) = blocks(talk, module=M7)["draadbreuk"].facets
    assert block.facet is Facet.EXAMPLE
    assert " ".join(texts(block)) == " ".join(said)
    assert [len(p.pieces) for p in block.paragraphs] == [3, 3]


def test_two_stories_are_told_one_after_the_other(anna: Talk) -> None:
    one, other = Talk().answer(Q_FAULT), Talk(BERT, SOUTH).answer(Q_FAULT)
    for talk, name in ((one, "Een"), (other, "Twee")):
        talk.says(f"{name} begin.")
        talk.says(f"{name} eind.", position=2)
    (block,) = blocks(one, other, module=M7)["draadbreuk"].facets
    assert texts(block) == ["Een begin.", "Een eind.", "Twee begin.", "Twee eind."]


def test_companies_on_one_question_take_turns_within_a_block() -> None:
    one, other = Talk().answer(Q_WIRE), Talk(BERT, SOUTH).answer(Q_WIRE)
    for talk, name in ((one, "Noord"), (other, "Zuid")):
        talk.says(f"{name} 3 millimeter.")
        talk.says(f"{name} apart.", position=2)
    one.answer(Q_TABLE)
    one.says("Een andere vraag.", tags=[accepted("draadkeuze")])
    (block,) = blocks(one, other)["draadkeuze"].facets
    assert texts(block) == [
        "Noord 3 millimeter.",
        "Zuid 3 millimeter.",
        "Noord apart.",
        "Zuid apart.",
        "Een andere vraag.",
    ]


def test_where_two_companies_are_heard_every_paragraph_is_labelled(anna: Talk, bert: Talk) -> None:
    bert.answer(Q_FAULT)
    bert.says("Over messing.", tags=[suggested("draadkeuze", "messing")])
    topic = blocks(anna, bert)["draadkeuze"]
    told = [p for b in topic.facets for p in b.paragraphs]
    assert len(told) > 2
    assert {p.label for p in (*told, *topic.suggestions)} == {"Vonk Noord", "Precisie Zuid"}


def test_a_lone_suggestion_is_labelled_where_the_module_has_several_companies(anna: Talk, bert: Talk) -> None:
    bert.answer(Q_FAULT)
    bert.says("Een hoek.", tags=[suggested("hoeken", "hoek")])
    assert blocks(anna, bert)["hoeken"].suggestions[0].label == "Precisie Zuid"
    assert blocks(bert)["hoeken"].suggestions[0].label == ""


def test_a_topic_with_several_blocks_parts_them_by_headings() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Gewoon messing.")
    assert not blocks(talk)["draadkeuze"].parted
    talk.says("Je hoort het.", tags=[heard(Facet.SIGNAL)])
    assert blocks(talk)["draadkeuze"].parted

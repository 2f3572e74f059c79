"""Word comments stand where somebody must decide, and nowhere else."""

from dataclasses import replace
from typing import Any

from exports.draft.missing import Missing, NumberGap, ValueGap
from exports.draft.model import Draft, Kind, Paragraph, Section, TopicBlock
from exports.labels import Labels
from exports.word.blocks.decisions import decisions
from exports.word.comments import AUTHOR
from sessions.release import Approved
from sessions.transcript import Doubt
from tests.exports.word.example import example
from tests.exports.word.opened import Opened, opened
from tests.exports.word.teller import ANNA, CARO, Teller


def about(document: Opened, words: str) -> list[str]:
    return [text for text, comment in document.comments if words in comment]


def test_comments_are_the_tools(whole: Opened) -> None:
    assert whole.comments
    authors = {c.author for c in whole.document.comments}
    assert authors == {AUTHOR}


def test_what_was_hard_to_hear_is_to_be_listened_to(whole: Opened) -> None:
    (text,) = about(whole, "Play it")
    assert "Dat kost een uur." in text


def test_an_answer_that_is_not_approved_is_asked_for_once_in_each_block(whole: Opened) -> None:
    (text,) = about(whole, "A1·02 has not been approved")
    assert "Zin 1" in text
    (changed,) = about(whole, "changed since")
    assert "Dat kost een uur." in changed


def two_topics(**how: Any) -> Draft:
    """One answer in two topics, twice in the first."""
    told = Teller()
    told.approved[ANNA.code, 1] = Approved.NOT_YET
    said = [told.says(ANNA, 1, f"Zin {n}.", **how) for n in range(3)]
    blocks = [
        TopicBlock(slug, slug, (Section(Kind.SAID, (Paragraph(tuple(some)),)),))
        for slug, some in (("een", said[:2]), ("twee", said[2:]))
    ]
    return example(topics=tuple(blocks), missing=Missing(), items=(), comparisons=())


def test_what_is_to_be_read_is_asked_again_in_another_block_as_blocks_are_cut_apart() -> None:
    found = decisions(two_topics(checked=True), Labels("en"))
    assert [len(texts) for texts in found.values()] == [1, 1]
    assert all("has not been approved yet" in texts[0] for texts in found.values())


def test_what_nobody_looked_at_is_in_the_same_remark_as_the_approval() -> None:
    found = decisions(two_topics(checked=False), Labels("en"))
    assert [len(texts) for texts in found.values()] == [1, 1]
    (text,) = next(iter(found.values()))
    assert text == (
        "Nobody looked at A1·01 yet: listen while you read. Then ask Anna de Wit to approve it before you use it."
    )


def test_a_suggestion_is_a_yes_or_no_and_has_the_remarks_of_any_statement() -> None:
    told = Teller()
    one = told.says(CARO, 5, "Zes ampère.", doubt=Doubt.LOW_CONFIDENCE, because=("ampère",))
    suggested = Paragraph((replace(one, approved=Approved.CHANGED),))
    gap = ValueGap("stroom", "6", "A", ("material",), one.source.segment_id, "C1·05 00:00", "C1")
    draft = example(
        topics=(TopicBlock("t", "Spoelen", (), (), (suggested,)),), missing=Missing(values=(gap,))
    )
    texts = decisions(draft, Labels("en"))[one.source.segment_id]
    assert texts[0].startswith("Is this about “Spoelen”, yes or no?")
    assert "ampère" in texts[0]
    assert ["Play it" in texts[1], "stroom 6 A" in texts[2], "changed since" in texts[3]] == [True] * 3


def test_each_thing_to_choose_has_its_remark(whole: Opened, bare: Opened) -> None:
    assert about(bare, "Which sentence of an expert") != []
    assert about(bare, "Which work do the learners do this on?") != []
    assert about(whole, "Write a caption") == ["Figure 2. Photo without a caption ([Z9·09])"]
    assert about(whole, "Which of these do you use?") == [
        "Put the steps in order",
        "Find the cause",
        "What would you do?",
        "True or false?",
    ]


def test_folded_statements_can_be_taken_apart(whole: Opened) -> None:
    (text,) = about(whole, 'vakborg fold apart "B1·03 00:00" "A1·03 00:07"')
    (remark,) = (comment for _text, comment in whole.comments if "fold apart" in comment)
    assert remark.startswith("Leave it as one, or put them apart?")
    assert remark.endswith('"A1·03 00:07"')
    assert "Neem nooit een klos" in text


def test_experts_who_differ_are_remarked_at_the_difference(whole: Opened) -> None:
    assert len(about(whole, "The experts differ here")) == 3
    assert len(about(whole, "Vonk Noord, Precisie Zuid, Delta (C), Delta (D)")) == 1


def test_a_value_without_context_is_asked_for_where_it_is_said() -> None:
    draft = example()
    said = next(s for s in draft.statements() if "servospanning" in s.text)
    gap = ValueGap("spanning", "40", "V", ("material",), said.source.segment_id, "A1·04 00:00", "Anna (A1)")
    document = opened(example(missing=Missing(values=(gap,))))
    (text,) = about(document, "spanning 40 V: a value without its whole context. Ask Anna (A1): material.")
    assert "servospanning op 40 volt" in text


def test_numbers_without_a_card_are_asked_for_once_at_their_statement() -> None:
    draft = example()
    said = next(s for s in draft.statements() if "servospanning" in s.text)
    gap = NumberGap(("40 volt", "3"), said.source.segment_id, "A1·04 00:00", "Anna (A1)", "Welk materiaal?")
    document = opened(example(missing=Missing(numbers=(gap,))))
    (text,) = about(document, "Numbers without their context: “40 volt”, “3”. Ask Anna (A1)")
    assert "servospanning op 40 volt" in text


def test_remarks_are_in_the_language_of_the_guide() -> None:
    draft = example()
    dutch, english = decisions(draft, Labels("nl")), decisions(draft, Labels("en"))
    assert dutch.keys() == english.keys()
    assert dutch != english


def test_what_is_approved_and_clear_needs_no_decision(whole: Opened) -> None:
    assert not [text for text, _comment in whole.comments if "Bij een stempel" in text]

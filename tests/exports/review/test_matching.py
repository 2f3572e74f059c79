"""Texts without a bookmark are found by their words, and no other ones are."""

from exports.review.model import Block
from tests.exports.review.by_hand import (
    BRASS,
    SENT,
    SPOOL,
    THIN,
    boxes,
    heading,
    placed,
    room,
    second,
    texts,
    wire,
)


def test_a_third_of_the_words_may_be_others() -> None:
    answer = wire(Block(BRASS.replace("gewoon", "zwaar").replace("blank", "hard")), Block(THIN), Block(SPOOL))
    assert sorted(texts(answer)) == [11, 12, 13]
    assert answer.additions == ()


def test_a_paragraph_that_only_quotes_a_fragment_is_new() -> None:
    quoting = (
        "Ik heb er nog eens over nagedacht en met de jongens op de werkvloer gepraat, en die zeiden allemaal dat ze "
        "dan pak ik draad van 0,1 heel gek vonden klinken, want zo praat hier eigenlijk niemand over dat spul."
    )
    answer = wire(Block(BRASS), Block(quoting), Block(SPOOL))
    assert [addition.text for addition in answer.additions] == [quoting]
    assert answer.gone == (12,)


def test_a_few_words_said_elsewhere_are_no_fragment() -> None:
    answer = wire(Block(BRASS), Block("Die is duur."), Block(SPOOL))
    assert [addition.text for addition in answer.additions] == ["Die is duur."]


def test_its_own_answer_comes_first_and_the_others_after() -> None:
    received = placed(heading(1), Block(BRASS), Block(THIN), boxes(1), room(1), second(), Block(SPOOL))
    assert texts(received.answers[0]) == {n: SENT[n] for n in (11, 12, 13)}
    assert [note.segment_id for note in received.answers[0].notes] == [13]

"""What cannot be known by itself is known by what stands around it."""

from dataclasses import replace

from exports.review.model import Block, Returned
from exports.review.placing import place
from sessions.received import Placed
from sessions.sheet import SentFragment
from tests.exports.review.by_hand import BRASS, SHEET, SPOOL, THIN, heading, texts, wire

SHORT = replace(
    SHEET,
    answers=(
        replace(
            SHEET.answers[0],
            fragments=(
                SentFragment(11, BRASS, True),
                SentFragment(12, "Ja.", True),
                SentFragment(13, "Even denken."),
                SentFragment(14, SPOOL, True),
                SentFragment(15, "Ja."),
            ),
        ),
    ),
)


def test_the_halves_of_a_split_fragment_without_bookmarks_come_together() -> None:
    one, other = THIN.split(" die ")
    answer = wire(Block(f"{BRASS} {one}"), Block(f"die {other}"), Block(SPOOL))
    assert texts(answer)[12] == THIN
    assert texts(answer)[11] == BRASS


def test_short_words_without_bookmarks_are_placed_in_their_turn() -> None:
    blocks = (heading(1), Block(BRASS), Block("Ja. Even denken."), Block(f"{SPOOL} Ja."))
    [answer] = place(Returned(blocks, "sha"), SHORT).answers
    assert texts(answer) == {f.segment_id: f.text for f in SHORT.answers[0].fragments}
    assert (answer.additions, answer.notes) == ((), ())


def test_a_sentence_that_was_rewritten_between_two_that_were_not_is_placed_by_that() -> None:
    answer = wire(Block(f"{BRASS} Die andere is mij veel te prijzig geworden. {SPOOL}"))
    assert texts(answer)[12] == "Die andere is mij veel te prijzig geworden."
    assert answer.said[1].placed is Placed.POSITION

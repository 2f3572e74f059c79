"""A box is ticked by a click or by typing; what else stands on its line is a remark."""

import pytest

from exports.review.model import Block
from exports.review.ticking import label_of
from sessions.received import AnswerBack, NoteKind, Wish
from tests.exports.review.by_hand import box, boxes, heading, placed, room, said

RIGHT = label_of(Wish.RIGHT, "")


def _ticked(*lines: Block) -> AnswerBack:
    return placed(heading(1), said(11, 12), said(13), *lines, *room(1)).answers[0]


def test_no_box_is_ticked_in_a_file_that_nobody_touched() -> None:
    assert _ticked(*boxes(1)).wishes == frozenset()


def test_each_box_that_was_clicked_on_counts() -> None:
    assert _ticked(*boxes(1, Wish.RIGHT, Wish.INTERNAL)).wishes == {Wish.RIGHT, Wish.INTERNAL}


@pytest.mark.parametrize(
    "typed", ["x {}", "X {}", "[x] {}", "[ x ] {}", "{} x", "{} ✓", "v {}", "☒ {}", "{}: ja"]
)
def test_a_cross_typed_before_or_after_the_label_ticks_it(typed: str) -> None:
    answer = _ticked(box(1, Wish.RIGHT, text=typed.format(RIGHT)))
    assert answer.wishes == {Wish.RIGHT}
    assert answer.notes == ()


@pytest.mark.parametrize("typed", ["☐ {}", "[ ] {}", "- {}"])
def test_an_empty_box_in_the_text_ticks_nothing(typed: str) -> None:
    answer = _ticked(box(1, Wish.RIGHT, text=typed.format(RIGHT)))
    assert (answer.wishes, answer.notes) == (frozenset(), ())


def test_what_is_typed_behind_a_label_is_a_remark() -> None:
    answer = _ticked(box(1, Wish.RIGHT, ticked=True, text=f"{RIGHT}, maar eerst spoelen"))
    assert answer.wishes == {Wish.RIGHT}
    assert [(n.kind, n.text, n.quote) for n in answer.notes] == [(NoteKind.ROOM, "maar eerst spoelen", RIGHT)]


def test_a_box_of_which_the_label_was_taken_out_does_not_count() -> None:
    assert _ticked(box(1, Wish.RIGHT, ticked=True, text="")).wishes == frozenset()


def test_without_bookmarks_a_box_is_known_by_its_label() -> None:
    lines = [Block(f"{label_of(wish, '')}", boxes=(wish is Wish.NOT_TO_USE,)) for wish in Wish]
    assert _ticked(*lines).wishes == {Wish.NOT_TO_USE}


def test_a_sentence_that_begins_like_a_label_is_text() -> None:
    answer = _ticked(Block(f"{RIGHT} en daarom doe ik dat al jaren zo."), *boxes(1))
    assert [addition.text for addition in answer.additions] == [f"{RIGHT} en daarom doe ik dat al jaren zo."]

"""Which words of a line are ours, and of which fragment the others are."""

from exports.review.lines import Kind, beyond, words_of
from exports.review.marks import Of
from exports.review.model import Block, Found, Returned
from exports.review.sections import sections
from exports.review.ticking import label_of
from exports.review.typed import Typed
from sessions.received import Wish
from tests.exports.review.by_hand import BRASS, SHEET, TABLE, first, name, placed, second, texts


def _running(block: Block, fragment: int = 13) -> Block:
    """The same with the bookmark of a fragment around all of it, as after half of its paragraph was moved away."""
    around = Found(name(Of.FRAGMENT, fragment), 0, len(block.text))
    return Block(block.text, (*block.found, around), block.boxes, style=block.style)


def test_a_bookmark_that_runs_on_over_our_lines_makes_none_of_them_the_experts() -> None:
    above, below = first(), second()
    label = label_of(Wish.RIGHT, "")
    own = Block(f"\t{label}", (Found(name(Of.OURS, 3), 1, 1 + len(label)),), (False,))
    blocks = [*above[:3], _running(own), *map(_running, above[4:]), _running(below[0]), *below[1:]]
    received = placed(blocks)
    assert [answer.notes for answer in received.answers] == [(), ()]
    assert received.unplaced == ()
    assert [texts(answer) for answer in received.answers] == [
        texts(answer) for answer in placed(first(), second()).answers
    ]


def test_what_is_typed_in_the_room_over_which_a_bookmark_runs_is_a_remark() -> None:
    above = first()
    room = Block("Bel me even.", (Found(name(Of.NOTES, 1), 0, 12),))
    received = placed([*above[:-1], _running(room)], second())
    assert [note.text for note in received.answers[0].notes] == ["Bel me even."]


def test_a_fragment_that_says_what_a_label_says_is_still_text() -> None:
    label = label_of(Wish.NOT_TO_USE, "")
    block = Block(label, (Found(name(Of.FRAGMENT, 13), 0, len(label)),))
    [_heading, line] = sections(Returned((first()[0], block), "sha"), SHEET).lines
    assert (line.kind, line.text) == (Kind.TEXT, label)


def test_a_word_in_which_two_bookmarks_touch_is_two_words() -> None:
    found = [Found(name(Of.FRAGMENT, 11), 0, 5), Found(name(Of.FRAGMENT, 12), 5, 10)]
    words = words_of(Block("draad.Dan ", tuple(found)), found)
    assert [(word.text, word.held, word.at) for word in words] == [("draad", (11,), 0), (".Dan", (12,), 5)]


def test_a_few_words_of_ours_further_on_are_the_experts_own() -> None:
    remark = tuple(Typed(word, word.casefold()) for word in ["Dat", "week", "je", "toch", "af"])
    assert beyond(remark, TABLE) == remark
    assert beyond(remark[:0], BRASS) == ()

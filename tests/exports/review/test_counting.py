"""What is ticked counts for the answer that it is about, or is told."""

import pytest

from exports.review.model import Block
from exports.review.ticking import label_of
from sessions.i18n import language, set_language
from sessions.received import NoteKind, Received, Wish
from tests.exports.review.by_hand import (
    BRASS,
    JET,
    POWER,
    SPOOL,
    TABLE,
    THIN,
    WIRE,
    first,
    placed,
    said,
    second,
)


@pytest.fixture(autouse=True)
def _english() -> object:
    before = language()
    set_language("en")
    yield
    set_language(before)


def _bare(*ticked: Wish) -> list[Block]:
    return [Block(label_of(wish, ""), boxes=(wish in ticked,)) for wish in Wish]


def _heading(text: str) -> Block:
    return Block(text, style="heading 1")


WIRE_TOLD, TABLE_TOLD = [Block(f"{BRASS} {THIN}"), Block(SPOOL)], [Block(JET), Block(POWER)]
ROOM = [Block("Ruimte voor opmerkingen"), Block("")]


def _wishes(received: Received) -> list[set[Wish]]:
    return [set(answer.wishes) for answer in received.answers]


@pytest.mark.parametrize(
    "now", [[], [_heading("Andere vraag")], [_heading("2. Wanneer?")], [Block("2. Wanneer?")]]
)
def test_without_bookmarks_a_changed_heading_leaves_each_tick_where_it_was_put(now: list[Block]) -> None:
    above = [_heading(WIRE), *WIRE_TOLD, *_bare(Wish.RIGHT), *ROOM]
    received = placed(above, now, TABLE_TOLD, _bare(Wish.NOT_TO_USE), ROOM)
    assert _wishes(received) == [{Wish.RIGHT}, {Wish.NOT_TO_USE}]
    assert all(note.kind is NoteKind.ROOM for answer in received.answers for note in answer.notes)
    assert received.answers[0].notes == ()


def test_a_tick_above_which_the_heading_of_the_first_answer_is_gone_still_counts() -> None:
    received = placed(WIRE_TOLD, _bare(Wish.INTERNAL), ROOM, _heading(TABLE), TABLE_TOLD, _bare(Wish.RIGHT))
    assert _wishes(received) == [{Wish.INTERNAL}, {Wish.RIGHT}]


def test_the_text_above_boxes_tells_whose_they_are_where_all_between_was_taken_out() -> None:
    received = placed(_heading(WIRE), TABLE_TOLD, _bare(Wish.RIGHT), ROOM)
    assert _wishes(received) == [set(), {Wish.RIGHT}]


@pytest.mark.parametrize(
    "blocks",
    [
        [*WIRE_TOLD, *TABLE_TOLD, *_bare(Wish.NOT_TO_USE)],
        [*WIRE_TOLD, *_bare(Wish.RIGHT), *ROOM, Block("Heel iets anders nu."), *_bare(Wish.NOT_TO_USE)],
    ],
)
def test_a_tick_of_which_the_answer_is_unclear_is_told_and_no_wish(blocks: list[Block]) -> None:
    received = placed(_heading(WIRE), blocks)
    assert not any(Wish.NOT_TO_USE in wishes for wishes in _wishes(received))
    [note] = received.unplaced
    label = label_of(Wish.NOT_TO_USE, "")
    assert note.text == f"Ticked: “{label}”. It is unclear for which answer: it counts for none."


def test_a_tick_outside_all_answers_is_told() -> None:
    received = placed(_bare(Wish.RIGHT), first(), second())
    assert _wishes(received) == [set(), set()]
    assert [note.text[:7] for note in received.unplaced] == ["Ticked:"]


def test_texts_that_changed_places_under_their_headings_leave_it_unclear() -> None:
    one = [_heading(WIRE), *TABLE_TOLD, *_bare(Wish.RIGHT)]
    received = placed(one, _heading(TABLE), WIRE_TOLD, _bare(Wish.NOT_TO_USE))
    assert _wishes(received) == [set(), set()]
    assert len(received.unplaced) == 2


@pytest.mark.parametrize(
    ("here", "there", "holds"),
    [
        ((), (Wish.RIGHT,), set()),
        ((Wish.RIGHT,), (Wish.NOT_TO_USE,), {Wish.NOT_TO_USE}),
        ((Wish.NOT_TO_USE,), (), {Wish.NOT_TO_USE}),
        ((Wish.CHANGED,), (Wish.CHANGED,), {Wish.CHANGED}),
    ],
)
def test_of_an_answer_that_stands_there_twice_the_more_careful_tick_counts(
    here: tuple[Wish, ...], there: tuple[Wish, ...], holds: set[Wish]
) -> None:
    changed = SPOOL.replace("krul", "kleur")
    again = [_heading(WIRE), Block(f"{BRASS} {THIN}"), Block(changed), *_bare(*there), *ROOM]
    received = placed(_heading(WIRE), WIRE_TOLD, _bare(*here), ROOM, again, second())
    assert _wishes(received) == [holds, set()]
    told = [note.text for note in received.answers[0].notes if "more than once" in note.text]
    assert len(told) == (here != there)
    assert (changed, SPOOL) in [(note.text, note.quote) for note in received.answers[0].notes]


def test_boxes_that_were_pulled_apart_are_one_set() -> None:
    right, *others = _bare(Wish.RIGHT)
    received = placed(_heading(WIRE), WIRE_TOLD[0], right, WIRE_TOLD[1], others, ROOM, second())
    assert _wishes(received) == [{Wish.RIGHT}, set()]
    assert received.answers[0].notes == ()


def test_a_box_with_its_bookmark_counts_for_its_own_answer_wherever_it_stands() -> None:
    boxes = [block for block in second() if block.boxes]
    ticked = [Block(one.text, one.found, (number == 3,)) for number, one in enumerate(boxes)]
    received = placed([b for b in first() if not b.boxes][:3], ticked, second()[:3])
    assert _wishes(received) == [set(), {Wish.NOT_TO_USE}]


def test_a_paragraph_from_an_answer_without_a_heading_leaves_the_boxes_below_it_alone() -> None:
    above = [_heading(WIRE), *WIRE_TOLD, said(21), *_bare(Wish.RIGHT), *ROOM]
    received = placed(above, said(22), _bare(Wish.INTERNAL), ROOM)
    assert _wishes(received) == [{Wish.RIGHT}, {Wish.INTERNAL}]

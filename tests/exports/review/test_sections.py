"""Each block is known for what it is: by its bookmark, or by what it says."""

import pytest

from exports.labels import Labels
from exports.review import wording
from exports.review.lines import Kind, Zone
from exports.review.marks import Of
from exports.review.model import Block, Found, Returned
from exports.review.sections import sections
from sessions.received import NoteKind, Wish
from tests.exports.review.by_hand import (
    BRASS,
    MACHINE,
    MARK,
    SHEET,
    WIRE,
    box,
    boxes,
    first,
    heading,
    name,
    placed,
    room,
    said,
    second,
    texts,
)


def _kinds(*blocks: Block) -> list[tuple[Kind, Zone, int]]:
    return [(line.kind, line.zone, line.answer) for line in sections(Returned(blocks, "sha"), SHEET).lines]


def test_an_answer_has_a_heading_text_boxes_and_room() -> None:
    assert _kinds(heading(1), said(11), box(1, Wish.RIGHT), *room(1)) == [
        (Kind.HEADING, Zone.TEXT, 1),
        (Kind.TEXT, Zone.TEXT, 1),
        (Kind.TICK, Zone.ROOM, 1),
        (Kind.NOTES, Zone.ROOM, 1),
        (Kind.NOTES, Zone.ROOM, 1),
    ]


def test_a_heading_without_its_bookmark_is_known_by_its_words() -> None:
    assert _kinds(Block(f"{WIRE[:-1]} ?"), said(11))[0] == (Kind.HEADING, Zone.TEXT, 1)


def test_what_is_typed_behind_a_heading_is_a_remark() -> None:
    received = placed(heading(1, f"{WIRE} Goede vraag!"), said(11, 12), said(13))
    assert [(n.kind, n.text, n.quote) for n in received.answers[0].notes] == [
        (NoteKind.ROOM, "Goede vraag!", WIRE)
    ]


def test_a_paragraph_joined_to_its_heading_is_still_text() -> None:
    mark = Found(name(Of.FRAGMENT, 11), len(WIRE) + 1, len(WIRE) + 1 + len(BRASS))
    both = Block(f"{WIRE} {BRASS}", (Found(name(Of.ANSWER, 1), 0, len(WIRE)), mark))
    answer = placed(both, said(12), said(13)).answers[0]
    assert texts(answer)[11] == BRASS
    assert answer.notes == ()


def test_each_line_in_the_room_is_a_remark_and_every_word_of_it() -> None:
    remarks = [Block("Voor de rest prima."), Block("Bel me even.")]
    answer = placed(heading(1), said(11, 12), said(13), boxes(1), room(1), remarks, second()).answers[0]
    assert [(n.kind, n.text) for n in answer.notes] == [
        (NoteKind.ROOM, "Voor de rest prima."),
        (NoteKind.ROOM, "Bel me even."),
    ]


def test_what_is_typed_behind_our_label_is_a_remark() -> None:
    label = sorted(wording.notes_labels())[0]
    answer = placed(heading(1), said(11, 12), said(13), Block(f"{label}: prima zo"), second()).answers[0]
    assert [(n.kind, n.text) for n in answer.notes] == [(NoteKind.ROOM, "prima zo")]


def test_our_own_lines_are_never_remarks() -> None:
    thanks = Block(sorted(wording.our_lines("nl"))[0])
    bound = Block("Verteld door: Anna de Wit", (Found(name(Of.OURS, 1), 0, 25),))
    received = placed(bound, first(), second(), thanks)
    assert received.unplaced == ()
    assert not any(answer.notes for answer in received.answers)


def test_what_is_typed_after_the_last_line_of_ours_has_no_place() -> None:
    line = Labels("nl")(wording.THANKS)
    thanks = Block(line, (Found(name(Of.OURS, 9), 0, len(line)),))
    received = placed(first(), second(), thanks, Block("Groeten, Anna"))
    assert [n.text for n in received.unplaced] == ["Groeten, Anna"]


@pytest.mark.parametrize("bound", [True, False])
@pytest.mark.parametrize(
    "line", ["Op welke machine: Sodick AQ400", f"{MACHINE} met lineaire motoren", "Op welke machine:"]
)
def test_a_line_that_we_filled_in_is_told_whole_where_it_says_something_else(line: str, bound: bool) -> None:
    found = (Found(name(Of.OURS, 5), 0, len(line)),) if bound else ()
    (note,) = placed(Block(line, found), first(), second()).unplaced
    assert (note.kind, note.text) == (NoteKind.UNPLACED, line)
    assert note.quote == (MACHINE if bound else "")


def test_a_line_of_ours_that_was_written_anew_is_told_whole() -> None:
    (note,) = placed(Block("Sodick AQ400", (Found(name(Of.OURS, 5), 0, 12),)), first(), second()).unplaced
    assert (note.text, note.quote) == ("Sodick AQ400", "")


def test_the_lines_that_we_filled_in_are_known_without_their_bookmarks() -> None:
    received = placed(*(Block(line) for line in SHEET.ours), first(), second(), Block(f"Kenmerk: {MARK}"))
    assert received.unplaced == ()
    assert not any(answer.notes for answer in received.answers)


def test_the_bookmarks_of_another_file_count_for_nothing() -> None:
    other = Block(WIRE, (Found(name(Of.ANSWER, 2), 0, 5),))
    strange = Block(
        other.text, tuple(Found(type(f.name)("zzzzzzzz", f.name.of, f.name.id), 0, 5) for f in other.found)
    )
    assert _kinds(strange)[0] == (Kind.HEADING, Zone.TEXT, 1)

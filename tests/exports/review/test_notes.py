"""A comment is about the words that it was put on, and what is said again is told as such."""

from exports.review.model import Block, WordComment
from sessions.received import NoteKind
from tests.exports.review.by_hand import BRASS, SENT, WIRE, boxes, heading, placed, room, said, second


def test_a_comment_on_a_word_that_is_said_twice_is_about_the_one_that_it_was_put_on() -> None:
    text = "Ook dan draad."
    start = len(BRASS) + 1 + text.index("draad")
    blocks = said((11, BRASS), (12, text), comments=(WordComment("Anna", "Welke?", "draad", start),))
    [note] = placed(heading(1), blocks, said(13), boxes(1), room(1), second()).answers[0].notes
    assert (note.kind, note.segment_id) == (NoteKind.COMMENT, 12)


def test_a_heading_that_was_copied_is_no_remark_of_the_expert() -> None:
    received = placed(heading(1), said(11, 12), said(13), boxes(1), room(1), Block(WIRE), second())
    assert [(n.kind, n.quote) for n in received.answers[0].notes] == [(NoteKind.MOVED, WIRE)]


def test_a_changed_copy_in_the_room_tells_of_which_paragraph() -> None:
    changed = SENT[13].replace("krul", "kleur")
    received = placed(heading(1), said(11, 12), said(13), boxes(1), room(1), Block(changed), second())
    assert [(n.text, n.quote) for n in received.answers[0].notes] == [(changed, SENT[13])]

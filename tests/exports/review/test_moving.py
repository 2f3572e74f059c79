"""What moved is told where it stands now; what stayed is not."""

import pytest

from sessions.i18n import language, set_language
from sessions.received import NoteKind
from tests.exports.review.by_hand import BRASS, SPOOL, boxes, first, heading, placed, room, said, second


@pytest.fixture(autouse=True)
def _english() -> object:
    before = language()
    set_language("en")
    yield
    set_language(before)


def test_a_paragraph_further_down_tells_after_what() -> None:
    received = placed(first(), heading(2), said(22), said(21), boxes(2), room(2))
    [note] = received.answers[1].notes
    assert note.kind is NoteKind.MOVED
    assert note.text == "The expert moved this to the beginning of the answer."


def test_fragments_that_went_together_are_told_of_once() -> None:
    received = placed(heading(1), said(13), said(11, 12), boxes(1), room(1), second())
    [note] = received.answers[0].notes
    assert note.quote == SPOOL[: len(note.quote) - 2] + " …"


def test_another_answer_is_named_by_its_heading() -> None:
    received = placed(heading(1), said(13), room(1), second()[:1], said(21), said(11, 12), said(22), room(2))
    [note] = received.answers[0].notes
    assert note.text == "The expert moved this to the answer to “2. Wanneer week je van de tabel af?”."
    assert note.quote.startswith(BRASS[:20])


def test_paragraphs_that_are_split_and_joined_at_their_fragments_are_counted() -> None:
    received = placed(heading(1), said(11), said(12, 13), boxes(1), room(1), second())
    assert (received.split, received.joined) == (1, 1)
    assert received.answers[0].notes == ()

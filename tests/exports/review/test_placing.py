"""Every word of a file that came back is at its fragment or reported; nothing is lost, nothing is there twice."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from exports.review.model import Block, Returned, WordComment
from exports.review.placing import place
from exports.review.typed import keys
from sessions.received import Addition, NoteKind, Placed, Received
from tests.exports.review.by_hand import (
    BRASS,
    FOOTER,
    JET,
    POWER,
    SENT,
    SHEET,
    SPOOL,
    THIN,
    first,
    heading,
    placed,
    room,
    said,
    second,
    texts,
    wire,
)


def test_a_file_that_nobody_touched_changes_nothing() -> None:
    received = placed(first(), second())
    assert [texts(answer) for answer in received.answers] == [
        {number: SENT[number] for number in (11, 12, 13)},
        {number: SENT[number] for number in (21, 22)},
    ]
    assert not any(a.additions or a.gone or a.wishes or a.notes for a in received.answers)
    assert (received.unplaced, received.split, received.joined) == ((), 0, 0)


def test_what_is_typed_in_a_paragraph_is_of_the_fragment_whose_bookmark_is_around_it() -> None:
    answer = wire(said((11, "Voor gewoon werk gebruik ik nu gecoate draad."), 12), said(13))
    assert texts(answer)[11] == "Voor gewoon werk gebruik ik nu gecoate draad."
    assert texts(answer)[12] == THIN


def test_a_fragment_that_was_rewritten_stays_what_its_bookmark_says() -> None:
    answer = wire(said((11, "Iets heel anders dus."), 12), said(13))
    assert texts(answer)[11] == "Iets heel anders dus."
    assert answer.said[0].placed is Placed.MARK


def test_a_paragraph_without_bookmarks_is_known_by_its_words() -> None:
    answer = wire(Block(f"{BRASS.replace('blank', 'hard')} {THIN}"), said(13))
    assert texts(answer)[11] == BRASS.replace("blank", "hard")
    assert [one.placed for one in answer.said] == [Placed.TEXT, Placed.TEXT, Placed.MARK]


def test_where_text_was_pasted_under_another_bookmark_the_words_tell() -> None:
    answer = wire(said((11, SPOOL), 12), said((13, BRASS)))
    assert texts(answer)[13] == SPOOL
    assert texts(answer)[11] == BRASS


def test_a_paragraph_that_is_taken_out_is_gone() -> None:
    answer = wire(said(11, 12))
    assert answer.gone == (13,)


def test_a_new_paragraph_stands_after_the_fragment_before_it() -> None:
    answer = wire(Block("Eerst dit."), said(11, 12), Block("En spoelen moet je ook."), said(13))
    assert answer.additions == (Addition("Eerst dit.", 0), Addition("En spoelen moet je ook.", 12))


def test_a_split_paragraph_and_two_joined_ones_say_what_they_said() -> None:
    one, other = BRASS.split(" gebruik ")
    split = placed(
        heading(1), said((11, one)), said((11, f"gebruik {other}"), 12), said(13), room(1), second()
    )
    joined = placed(heading(1), said(11, 12, 13), room(1), second())
    assert texts(split.answers[0]) == texts(joined.answers[0]) == {n: SENT[n] for n in (11, 12, 13)}
    assert (split.split, split.joined) == (1, 0)
    assert (joined.split, joined.joined) == (0, 1)


def test_a_split_paragraph_of_which_one_half_has_the_bookmark_is_put_together() -> None:
    one, other = BRASS.split(" altijd ")
    answer = wire(said((11, one)), said(f"altijd {other}", 12), said(13))
    assert texts(answer)[11] == BRASS


def test_a_paragraph_that_moved_keeps_its_fragment_and_is_told() -> None:
    answer = wire(said(13), said(11, 12))
    assert texts(answer) == {n: SENT[n] for n in (11, 12, 13)}
    assert [(note.kind, note.segment_id) for note in answer.notes] == [(NoteKind.MOVED, 13)]


def test_a_paragraph_that_moved_to_another_answer_stays_of_its_own() -> None:
    received = placed(heading(1), said(11, 12), room(1), heading(2), said(21), said(13), said(22), room(2))
    assert texts(received.answers[0])[13] == SPOOL
    assert [note.segment_id for note in received.answers[0].notes] == [13]
    assert received.answers[1].notes == ()


def test_a_paragraph_that_stands_there_twice_is_a_remark() -> None:
    answer = wire(said(11, 12), said(13), Block(SPOOL))
    assert answer.additions == ()
    assert [(note.kind, note.quote) for note in answer.notes] == [(NoteKind.MOVED, SPOOL)]


def test_quotes_and_dashes_that_word_put_in_are_no_change() -> None:
    typed = "Hij zei 'stop' - en toen... stopte ik."
    sheet = replace(SHEET.answers[0].fragments[0], text=typed)
    answers = (
        replace(SHEET.answers[0], fragments=(sheet, *SHEET.answers[0].fragments[1:])),
        SHEET.answers[1],
    )
    came = said((11, "Hij zei ‘stop’ – en\xa0toen… stopte ik."), 12)
    from exports.review.model import Returned
    from exports.review.placing import place

    received = place(Returned((heading(1), came, said(13)), "sha"), replace(SHEET, answers=answers))
    assert received.answers[0].said[0].text == typed


def test_an_answer_of_which_nothing_is_left_is_not_there() -> None:
    received = placed(first())
    assert [answer.there for answer in received.answers] == [True, False]
    assert received.answers[1].gone == ()


def test_an_answer_whose_heading_was_taken_out_is_still_itself() -> None:
    received = placed(first(), second()[1:])
    assert texts(received.answers[1]) == {21: JET, 22: POWER}
    assert received.answers[1].notes == ()


def test_text_before_the_first_answer_is_reported() -> None:
    received = placed(Block("Beste Sanne, ik heb het nagekeken."), first(), second())
    assert [(n.kind, n.text) for n in received.unplaced] == [
        (NoteKind.UNPLACED, "Beste Sanne, ik heb het nagekeken.")
    ]


def test_a_comment_is_about_the_fragment_that_it_quotes() -> None:
    comment = WordComment("Anna", "Weet je het zeker?", "0,1 millimeter")
    answer = wire(said(11, 12, comments=(comment,)), said(13))
    [note] = answer.notes
    assert (note.kind, note.segment_id, note.quote, note.author) == (
        NoteKind.COMMENT,
        12,
        "0,1 millimeter",
        "Anna",
    )


def test_a_sentence_typed_over_a_selected_one_is_that_fragment_said_anew() -> None:
    answer = wire(said(11, "Daarvoor neem ik gewoon een dunner soort."), said(13))
    assert texts(answer)[12] == "Daarvoor neem ik gewoon een dunner soort."
    assert texts(answer)[11] == BRASS


def test_what_was_added_and_came_back_before_is_known_again_by_its_words() -> None:
    back = replace(
        SHEET.answers[0],
        fragments=(
            *SHEET.answers[0].fragments,
            replace(SHEET.answers[0].fragments[0], segment_id=99, text=JET),
        ),
    )
    from exports.review.model import Returned
    from exports.review.placing import place

    blocks = (heading(1), said(11, 12), said(13), Block(JET))
    received = place(Returned(blocks, "sha"), replace(SHEET, back=(back,)))
    assert texts(received.answers[0])[99] == JET
    assert received.answers[0].additions == ()


_WORDS = st.lists(st.sampled_from([*BRASS.split(), *JET.split(), "nieuw", "Ruimte", "x"]), max_size=9)
_PARTS = st.lists(
    st.one_of(
        st.sampled_from(sorted(SENT)),
        st.tuples(st.sampled_from(sorted(SENT)), _WORDS.map(" ".join)),
        _WORDS.map(" ".join),
    ),
    max_size=4,
)
_BLOCKS = st.lists(
    st.one_of(
        _PARTS.map(lambda parts: said(*parts)),
        _WORDS.map(lambda words: Block(" ".join(words))),
        _WORDS.map(lambda words: room(1, " ".join(words))[1]),
    ),
    max_size=8,
)


@settings(max_examples=300, deadline=None)
@given(_BLOCKS, _BLOCKS, _BLOCKS)
def test_no_word_is_lost_or_there_twice(
    before: list[Block], between: list[Block], after: list[Block]
) -> None:
    received = placed(before, heading(1), between, heading(2), after)
    typed = Counter(key for block in (*before, *between, *after) for key in keys(block.text))
    assert _words(received) == typed
    assert received == placed(before, heading(1), between, heading(2), after)


def _words(received: Received) -> Counter[str]:
    """All words that came back; of a copy those that it quotes."""
    found: list[str] = [note.text for note in received.unplaced if note.kind is not NoteKind.MOVED]
    found += [note.quote for note in received.unplaced if note.kind is NoteKind.MOVED]
    for answer in received.answers:
        found += [one.text for one in answer.said] + [one.text for one in answer.additions]
        found += [note.text for note in answer.notes if note.kind is not NoteKind.MOVED]
        found += [n.quote for n in answer.notes if n.kind is NoteKind.MOVED and not n.segment_id]
    return Counter(key for text in found for key in keys(text))


def test_what_was_typed_in_a_header_or_footer_is_reported_once() -> None:
    margins = (
        f"{FOOTER}\tPagina 1 van 3",
        f"{FOOTER} bel me\tPagina 2 van 3",
        "Stap 3 klopt niet.",
        "2",
        "Stap 3 klopt niet.\n1",
    )
    received = place(Returned((*first(), *second()), "sha", margins=margins), SHEET)
    assert [(n.kind, n.text) for n in received.unplaced] == [
        (NoteKind.UNPLACED, "bel me"),
        (NoteKind.UNPLACED, "Stap 3 klopt niet."),
    ]


def test_how_much_is_crossed_out_goes_along() -> None:
    assert place(Returned((*first(), *second()), "sha", crossed_out=2), SHEET).crossed_out == 2

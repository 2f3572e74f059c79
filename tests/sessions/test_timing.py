from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sessions.timing import timed, unsure, word_spans
from sessions.transcript import Segment, Timed, Word

HEARD = (
    Word(1.0, 1.2, " Het", 0.99),
    Word(1.2, 1.8, " elektricum", 0.2),
    Word(1.8, 2.0, " stond", 0.9),
    Word(2.0, 2.5, " laag.", 0.3),
)


def said(text: str, timing: tuple[Word, ...] = ()) -> Segment:
    machine = "Het elektricum stond laag."
    how = Timed.ESTIMATED if timing else Timed.MACHINE
    return Segment(1, 0, 1.0, 2.5, machine, text, HEARD, timing=timing, timed=how)


def test_a_word_that_was_replaced_gets_the_time_of_what_stood_there() -> None:
    words = timed("Het diëlektricum stond laag.", HEARD, 1.0, 2.5)
    assert words == (HEARD[0], Word(1.2, 1.8, " diëlektricum", 1.0), HEARD[2], HEARD[3])


def test_several_words_for_one_share_its_time_by_their_letters() -> None:
    words = timed("Het vonk water stond laag.", HEARD, 1.0, 2.5)
    assert [w.text for w in words[1:3]] == [" vonk", " water"]
    assert words[1].start == 1.2
    assert words[1].end == words[2].start
    assert round(words[1].end - 1.2, 6) == round(0.6 * 4 / 9, 6)
    assert words[2].end == 1.8


def test_words_that_were_put_between_lie_in_the_pause() -> None:
    pause = (Word(1.0, 1.2, " Het", 0.9), Word(2.0, 2.5, " stond", 0.9))
    words = timed("Het bad stond", pause, 1.0, 2.5)
    assert (words[1].start, words[1].end) == (1.2, 2.0)


def test_words_at_the_ends_lie_inside_the_fragment() -> None:
    words = timed("Ja het elektricum stond laag. Hoor.", HEARD, 0.5, 3.0)
    assert (words[0].start, words[0].end) == (0.5, 1.0)
    assert (words[-1].start, words[-1].end) == (2.5, 3.0)


def test_a_word_of_which_only_the_spelling_was_mended_keeps_its_time_and_is_sure() -> None:
    words = timed("Het Elektricum, stond laag.", HEARD, 1.0, 2.5)
    assert words[1] == Word(1.2, 1.8, " Elektricum,", 1.0)
    assert words[3] == HEARD[3]


def test_a_text_of_which_nothing_is_known_is_spread_over_the_fragment() -> None:
    words = timed("aa bb", (), 0.0, 4.0)
    assert [(w.start, w.end) for w in words] == [(0.0, 2.0), (2.0, 4.0)]


def test_an_empty_text_has_no_words() -> None:
    assert timed("  ", HEARD, 1.0, 2.5) == ()


def test_each_word_is_found_in_the_text() -> None:
    spans = word_spans(said("Het elektricum stond laag."))
    assert [said("Het elektricum stond laag.").text[a:b] for a, b, _w in spans] == [
        "Het",
        "elektricum",
        "stond",
        "laag.",
    ]


def test_the_unsure_words_stand_without_their_punctuation() -> None:
    segment = said("Het elektricum stond laag.")
    assert [segment.text[a:b] for a, b in unsure(segment)] == ["elektricum", "laag"]


def test_what_a_person_wrote_is_not_unsure() -> None:
    text = "Het diëlektricum stond laag."
    segment = said(text, timed(text, HEARD, 1.0, 2.5))
    assert [text[a:b] for a, b in unsure(segment)] == ["laag"]


def test_a_word_that_is_not_in_the_text_is_left_out() -> None:
    segment = replace(said("Het stond laag."), timing=HEARD)
    assert [w.text for _a, _b, w in word_spans(segment)] == [" Het", " stond", " laag."]


WORDS = st.sampled_from(["het", "Het,", "bad", "draad", "é", "ß", "0,25", "—", "loopt"])


@given(st.lists(WORDS, max_size=12), st.lists(WORDS, max_size=12))
def test_times_never_go_back_and_every_word_is_there(before: list[str], after: list[str]) -> None:
    known = tuple(Word(i * 0.5, i * 0.5 + 0.4, f" {w}", 0.9) for i, w in enumerate(before))
    end = len(before) * 0.5 + 1
    words = timed(" ".join(after), known, 0.0, end)
    assert [w.text.strip() for w in words] == after
    times = [t for w in words for t in (w.start, w.end)]
    assert times == sorted(times)
    assert all(0 <= t <= end for t in times)

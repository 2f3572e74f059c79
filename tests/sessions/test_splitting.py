from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.release import Release
from sessions.splitting import joined, split_at
from sessions.timing import timed
from sessions.transcript import Doubt, Segment, Timed, Word

WORDS = tuple(
    Word(i * 0.5, i * 0.5 + 0.4, f" {w}", 0.9) for i, w in enumerate(["een", "twee", "drie", "vier"])
)
SEGMENT = Segment(7, 3, 0.0, 2.0, "een twee drie vier", "een twee drie vier", WORDS, id=5)


def test_the_second_part_begins_with_the_word_at_the_place() -> None:
    first, second = split_at(SEGMENT, 9) or pytest.fail("not split")
    assert (first.text, second.text) == ("een twee", "drie vier")
    assert (first.machine_text, second.machine_text) == ("een twee", "drie vier")
    assert (first.words, second.words) == (WORDS[:2], WORDS[2:])
    assert (first.start, first.end, second.start, second.end) == (0.0, 0.9, 1.0, 2.0)
    assert first.made_of == second.made_of == (5,)


@pytest.mark.parametrize("at", [0, 2, -3, 18, 400])
def test_nothing_is_split_off_at_the_ends(at: int) -> None:
    assert split_at(SEGMENT, at) is None or at == 400
    assert split_at(SEGMENT, 400) is None


def test_a_place_inside_a_word_moves_to_its_beginning() -> None:
    first, _second = split_at(SEGMENT, 6) or pytest.fail("not split")
    assert first.text == "een"


def test_a_typed_text_is_split_by_the_times_of_its_words() -> None:
    text = "een stuk of twee drie vier"
    typed = replace(SEGMENT, text=text, timing=timed(text, WORDS, 0.0, 2.0), timed=Timed.ESTIMATED)
    first, second = split_at(typed, text.index("drie")) or pytest.fail("not split")
    assert (first.text, first.machine_text) == ("een stuk of twee", "een twee")
    assert (second.text, second.machine_text) == ("drie vier", "drie vier")
    assert [w.text.strip() for w in first.current_words] == ["een", "stuk", "of", "twee"]
    assert second.current_words == WORDS[2:]


def test_a_text_without_times_is_split_by_its_words() -> None:
    bare = replace(SEGMENT, words=(), text="een drie en vier", start=0.0, end=0.0)
    first, second = split_at(bare, 4) or pytest.fail("not split")
    assert (first.machine_text, second.text) == ("een", "drie en vier")
    assert f"{first.machine_text} {second.machine_text}" == bare.machine_text


def test_a_text_that_the_machine_timed_as_one_word_is_split_by_its_words() -> None:
    lump = replace(SEGMENT, words=(Word(0.0, 2.0, "een twee drie vier", 0.0),))
    first, second = split_at(lump, 9) or pytest.fail("not split")
    assert (first.machine_text, second.machine_text) == ("een twee", "drie vier")
    assert first.end == second.start == pytest.approx(2.0 * 7 / 15)
    for part in (first, second):
        assert all(part.start <= w.start <= w.end <= part.end for w in part.current_words)


def test_what_was_joined_from_parts_with_and_without_words_keeps_what_the_machine_wrote() -> None:
    first, second = split_at(SEGMENT, 9) or pytest.fail("not split")
    whole = joined(first, replace(second, words=()))
    parts = split_at(whole, 4) or pytest.fail("not split")
    assert " ".join(part.machine_text for part in parts) == SEGMENT.machine_text


def test_both_as_one_are_as_careful_as_the_more_careful() -> None:
    first, second = split_at(SEGMENT, 9) or pytest.fail("not split")
    one = replace(first, release=Release.FREE, doubt=Doubt.LOW_CONFIDENCE, checked=True, id=11)
    other = replace(second, release=Release.PARTNERS, id=12)
    whole = joined(one, other)
    assert (whole.text, whole.words, whole.start, whole.end) == (SEGMENT.text, WORDS, 0.0, 2.0)
    assert (whole.release, whole.doubt, whole.checked) == (Release.PARTNERS, Doubt.LOW_CONFIDENCE, False)
    assert whole.made_of == (11, 12)


@given(st.lists(st.sampled_from(["een", "twee", "drie,", "é", "0,25"]), min_size=2, max_size=9), st.data())
def test_joining_what_was_split_gives_it_back(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    at = data.draw(st.integers(0, len(text)))
    changed = replace(SEGMENT, text=text, timing=timed(text, WORDS, 0.0, 2.0), timed=Timed.ESTIMATED)
    parts = split_at(changed, at)
    if parts is not None:
        whole = joined(*parts)
        assert (whole.text, whole.machine_text) == (changed.text, changed.machine_text)
        assert whole.words == WORDS
        if whole.edited:
            assert [w.text for w in whole.current_words] == [w.text for w in changed.timing]
        assert (whole.start, whole.end) == (0.0, 2.0)

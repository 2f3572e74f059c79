"""Types to rows and back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.people import Company, Consent, Permission
from sessions.store.rows import from_row, to_row
from sessions.store.store import Stored
from sessions.transcript import Segment, Source, Transcript, Word
from tests.sessions.store.examples import EXAMPLES, WHEN


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: type(e).__name__)
def test_what_becomes_a_row_comes_back_as_it_was(example: Stored) -> None:
    assert from_row(type(example), to_row(example)) == example


def test_what_has_no_id_yet_gets_none() -> None:
    assert to_row(Company("Vonkwerk")) == {"name": "Vonkwerk"}


def test_a_column_of_a_later_version_is_left_out() -> None:
    assert from_row(Company, {"id": 1, "name": "Vonkwerk", "logo": "x.png"}) == Company("Vonkwerk", 1)


def test_a_moment_elsewhere_is_the_same_moment() -> None:
    local = datetime(2026, 3, 12, 10, 30, tzinfo=timezone(timedelta(hours=1)))
    consent = Consent(1, Permission.CLIP, given=True, at=local, id=1)
    back = from_row(Consent, to_row(consent))
    assert back.at == local.astimezone(UTC)


@given(st.lists(st.tuples(st.floats(0, 1e5), st.floats(0, 1e5), st.text(max_size=8), st.floats(0, 1))))
def test_words_keep_their_times_and_probability(said: list[tuple[float, float, str, float]]) -> None:
    words = tuple(Word(*w) for w in said)
    back = from_row(Segment, to_row(Segment(1, 0, 0.0, 1.0, "a", "a", words, id=1)))
    assert [(w.start, w.end, w.probability) for w in back.words] == [
        (w.start, w.end, w.probability) for w in words
    ]


DIRTY = "\x1b]52;c;eA==\x07\x00\ud800\u202edraad"
CLEANED = "]52;c;eA==draad"


def test_unsafe_text_is_cleaned_inside_words_and_options_too() -> None:
    words = (Word(0.0, 1.0, DIRTY, 0.5),)
    segment = from_row(Segment, to_row(Segment(1, 0, 0.0, 1.0, DIRTY, DIRTY, words, speaker=DIRTY, id=1)))
    assert segment == Segment(
        1, 0, 0.0, 1.0, CLEANED, CLEANED, (Word(0.0, 1.0, CLEANED, 0.5),), speaker=CLEANED, id=1
    )
    transcript = Transcript(1, Source.WHISPER, WHEN, options={DIRTY: [DIRTY, {"x": DIRTY}]}, id=1)
    assert from_row(Transcript, to_row(transcript)) == replace(
        transcript, options={CLEANED: [CLEANED, {"x": CLEANED}]}
    )

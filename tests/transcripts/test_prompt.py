"""The glossary as a hint that always fits."""

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcripts.prompt import LIMIT, build_prompt

# whisper leaves the file of its vocabulary to the garbage collector
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@cache
def tokenizer() -> Any:
    from whisper.tokenizer import get_tokenizer

    return get_tokenizer(multilingual=True, language="nl")


def tokens(text: str) -> int:
    return len(tokenizer().encode(" " + text.strip())) if text else 0


def test_terms_become_one_sentence() -> None:
    prompt = build_prompt(["startgat", "uitvaller"], tokens)
    assert prompt.text == "startgat, uitvaller."
    assert prompt.used == ("startgat", "uitvaller")
    assert prompt.dropped == ()


def test_the_start_goes_where_there_is_no_room_and_is_reported() -> None:
    terms = [f"vonkverspaningsterm{number}" for number in range(200)]
    prompt = build_prompt(terms, tokens)
    assert prompt.dropped
    assert prompt.dropped + prompt.used == tuple(terms)
    assert prompt.text.endswith("vonkverspaningsterm199.")
    assert tokens(build_prompt(terms[-len(prompt.used) - 1 :], lambda _: 0).text) > LIMIT


def test_no_terms_give_no_prompt() -> None:
    assert build_prompt([], tokens).text == ""


def test_a_term_that_never_fits_is_reported() -> None:
    assert build_prompt(["draad " * 300], tokens).dropped == ("draad " * 300,)


def test_a_term_cannot_be_a_control_token() -> None:
    assert tokens(build_prompt(["<|endoftext|>", "<|nl|>"], tokens).text) > 2


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=60), st.integers(0, LIMIT))
def test_it_always_fits_and_nothing_is_lost(terms: list[str], limit: int) -> None:
    prompt = build_prompt(terms, tokens, limit)
    assert tokens(prompt.text) <= limit
    assert prompt.dropped + prompt.used == tuple(terms)


def test_the_programmes_own_terms_come_last() -> None:
    assert build_prompt(["startgat"], tokens, own=["Sodick", "Fanuc"]).text == "startgat, Sodick, Fanuc."


def test_many_of_the_programmes_own_never_push_out_all_of_the_glossary() -> None:
    glossary = [f"glossariumterm{number}" for number in range(60)]
    own = [f"Eigennaam{number}" for number in range(200)]
    used = build_prompt(glossary, tokens, own=own).used
    own_used = [term for term in used if term in own]
    assert used[-1] == "Eigennaam199"
    assert glossary[-1] in used
    assert 0 < tokens(", ".join(own_used)) <= LIMIT // 2


def test_room_that_the_glossary_leaves_is_for_the_programmes_own() -> None:
    own = [f"Eigennaam{number}" for number in range(200)]
    used = build_prompt(["startgat"], tokens, own=own).used
    assert used[0] == "startgat"
    assert tokens(", ".join(used)) > LIMIT * 0.8


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(max_size=20), max_size=40),
    st.lists(st.text(max_size=20), max_size=40),
    st.integers(0, 90),
)
def test_with_own_terms_it_fits_too_and_nothing_is_lost(terms: list[str], own: list[str], limit: int) -> None:
    prompt = build_prompt(terms, tokens, limit, own)
    assert tokens(prompt.text) <= limit
    assert sorted(prompt.dropped + prompt.used) == sorted(terms + own)

"""Finding and replacing literal text."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.replacing import Hit, Replacement, applied, find, replaced


def found(text: str, wanted: str, *, whole_words: bool = False, match_case: bool = False) -> list[str]:
    hits = find({1: text}, wanted, whole_words=whole_words, match_case=match_case)
    return [text[hit.start : hit.end] for hit in hits]


def test_case_and_accents_make_no_difference() -> None:
    assert found("Dielectricum, diëlectricum", "diëlectricum") == ["Dielectricum", "diëlectricum"]


def test_with_match_case_both_do() -> None:
    assert found("Gap, gap, gáp", "gap", match_case=True) == ["gap"]


@pytest.mark.parametrize("match_case", [False, True])
def test_how_an_accent_is_written_makes_none(match_case: bool) -> None:
    apart = unicodedata.normalize("NFD", "één gat")
    assert found(apart, "één", match_case=match_case) == [unicodedata.normalize("NFD", "één")]
    assert found("één gat", unicodedata.normalize("NFD", "één"), match_case=match_case) == ["één"]


def test_what_is_looked_for_is_never_a_pattern() -> None:
    assert found("a.c abc (a.c)", "a.c") == ["a.c", "a.c"]
    assert found("abc", ".*") == []
    assert found(r"C:\draad", "\\") == ["\\"]


def test_whole_words_end_at_anything_but_letters_and_digits() -> None:
    assert found("gat, startgat, gaten (gat) gat2 gát", "gat", whole_words=True) == ["gat", "gat", "gát"]


def test_a_character_that_folds_to_two_is_found_whole_or_not_at_all() -> None:
    assert found("Maß", "s") == []
    assert found("Maß", "mass") == ["Maß"]
    assert found("Maß", "ass") == ["aß"]


def test_a_dotted_capital_i_is_an_i_and_keeps_places_right() -> None:
    assert found("İİ gat", "gat") == ["gat"]
    assert found("İzmir", "izmir") == ["İzmir"]


def test_nothing_is_found_where_nothing_is_looked_for() -> None:
    assert find({1: "gat"}, "") == []
    assert find({1: "gat"}, "\u0301") == []


def test_hits_do_not_overlap_and_say_in_which_text_they_are() -> None:
    assert find({7: "aaa", 9: "ba"}, "aa") == [Hit(7, 0, 2)]
    assert find({7: "x", 9: "ba"}, "a") == [Hit(9, 1, 2)]


def test_what_is_put_in_place_is_literal_too() -> None:
    text = "de gab en de GAB"
    assert replaced(text, find({1: text}, "gab"), r"\1 gap") == r"de \1 gap en de \1 gap"


def test_of_two_replacements_in_one_place_the_first_counts() -> None:
    both = [Replacement(3, 9, "na snede", "nasnede", ""), Replacement(0, 5, "de na", "dena", "")]
    assert applied("de na snede", both) == "dena snede"


ANY = st.text(alphabet="aAáßİıe\u0301 .-s", max_size=12)


@given(ANY, ANY, st.booleans(), st.booleans())
def test_every_hit_is_what_was_looked_for(text: str, wanted: str, whole: bool, case: bool) -> None:
    hits = find({1: text}, wanted, whole_words=whole, match_case=case)
    assert all(before.end <= after.start for before, after in pairwise(hits))
    for hit in hits:
        there = text[hit.start : hit.end]
        assert [h.end for h in find({1: there}, wanted, match_case=case)][:1] == [len(there)]


@given(ANY, ANY)
def test_after_replacing_by_nothing_the_rest_is_untouched(text: str, wanted: str) -> None:
    hits = find({1: text}, wanted)
    kept = "".join(c for i, c in enumerate(text) if not any(h.start <= i < h.end for h in hits))
    assert replaced(text, hits, "") == kept

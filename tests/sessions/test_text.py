"""Text is made safe at every way in, and comparable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.text import clean, clean_line, fold, nearest

CLIPBOARD = "\x1b]52;c;cm0gLXJmIH4=\x07"


@pytest.mark.parametrize(
    ("dirty", "safe"),
    [
        ("a\x00b", "ab"),
        (f"voor{CLIPBOARD}na", "voor]52;c;cm0gLXJmIH4=na"),
        ("\x1b[2J\x9b31mrood", "[2J31mrood"),
        ("del\x7f", "del"),
        ("\ud800los\udfff", "los"),
        ("\u202eachterstevoren\u202c \u2066x\u2069\u200e\u200f\u061c", "achterstevoren x"),
        ("regel\u2028regel\u2029", "regelregel"),
        ("\ufffe\uffff", ""),
        ("Zwaluw\ue000man\uf8ff\U000f0000\U0010fffd", "Zwaluwman"),
        ("een\r\ntwee\rdrie\tvier", "een\ntwee\ndrie\tvier"),
        ("diëlektricum “µm” – 0,25 €", "diëlektricum “µm” – 0,25 €"),
        ("[/] [@click=app.quit]klik[/]", "[/] [@click=app.quit]klik[/]"),
    ],
)
def test_clean_takes_out_what_drives_a_terminal_and_keeps_what_was_said(dirty: str, safe: str) -> None:
    assert clean(dirty) == safe


@given(st.text(st.characters(), max_size=40))
def test_cleaned_text_can_be_stored_printed_and_cleaned_again(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert not set(map(ord, cleaned)) & (set(range(32)) - {9, 10} | set(range(0x7F, 0xA0)))


def test_a_name_stands_on_one_line_without_outer_spaces() -> None:
    assert clean_line("  Jan\r\n van\t\u00a0Dijk \x00") == "Jan van Dijk"


@pytest.mark.parametrize("text", ["Diëlektricum", "DIELEKTRICUM", "die\u0308lektricum"])
def test_accents_and_case_do_not_count_in_comparison(text: str) -> None:
    assert fold(text) == "dielektricum"


@pytest.mark.parametrize(
    ("wanted", "found"), [("M3-V8", "M3-V1"), ("SPOELEN DRAAD", "spoelen-draad"), ("qqq", None), ("", None)]
)
def test_the_nearest_name_is_given_only_where_one_is_near(wanted: str, found: str | None) -> None:
    assert nearest(wanted, ["M3-V1", "spoelen-draad", "zzzzzz"]) == found


def test_nothing_is_near_where_there_are_no_names() -> None:
    assert nearest("M1", []) is None

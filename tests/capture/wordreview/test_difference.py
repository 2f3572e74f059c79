"""Two versions of a text, word by word."""

import pytest

from capture.wordreview.difference import Part, Words, compared, marked, shortened


def test_what_stayed_is_kept_and_what_was_replaced_is_gone_before_what_is_new() -> None:
    assert compared("drie millimeter naast", "vijf millimeter naast") == (
        Words("drie", Part.GONE),
        Words("vijf", Part.NEW),
        Words("millimeter naast"),
    )


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("een twee", "een twee", "een twee"),
        ("een twee drie", "een drie", "een [-twee-] drie"),
        ("een drie", "een twee drie", "een {+twee+} drie"),
        ("", "nieuw", "{+nieuw+}"),
        ("oud", "", "[-oud-]"),
        ("een\n twee", "een  twee", "een twee"),
        ("", "", ""),
    ],
)
def test_marks_tell_it_without_colour(before: str, after: str, told: str) -> None:
    assert marked(compared(before, after)) == told


def test_one_equal_word_between_two_changes_belongs_to_them() -> None:
    told = marked(compared("pak de rode draad nu", "neem de blauwe draad nu"))
    assert told == "[-pak de rode-] {+neem de blauwe+} draad nu"


def test_both_versions_can_be_read_from_the_parts() -> None:
    before, after = "a b c d e f g h", "a x c d y f z h i"
    parts = compared(before, after)
    assert " ".join(p.text for p in parts if p.part is not Part.NEW) == before
    assert " ".join(p.text for p in parts if p.part is not Part.GONE) == after


def test_long_stretches_that_stayed_are_cut_around_each_change() -> None:
    words = [f"w{n}" for n in range(30)]
    changed = [*words[:15], "anders", *words[16:]]
    told = marked(shortened(compared(" ".join(words), " ".join(changed)), around=2))
    assert told == "… w13 w14 [-w15-] {+anders+} w16 w17 …"


def test_between_two_changes_both_sides_stay_in_sight() -> None:
    middle = " ".join(f"m{n}" for n in range(9))
    told = marked(shortened(compared(f"a {middle} b", f"x {middle} y"), around=2))
    assert told == "[-a-] {+x+} m0 m1 … m7 m8 [-b-] {+y+}"


def test_a_stretch_that_is_hardly_longer_is_not_cut() -> None:
    told = marked(shortened(compared("a b c d", "x b c d"), around=2))
    assert told == "[-a-] {+x+} b c d"

"""What the blocks write with: anchors of their own in each chapter, references that lead somewhere."""

import re

from tests.exports.word.example import example
from tests.exports.word.opened import Opened, opened


def test_anchors_of_chapters_differ_and_those_of_a_single_one_have_no_number(whole: Opened) -> None:
    assert "ontbreekt" in whole.bookmarks
    several = opened(example(), example("x", module_id="M4"))
    assert {"ontbreekt_1", "ontbreekt_2"} <= set(several.bookmarks)
    assert "ontbreekt" not in several.bookmarks


def test_every_cross_reference_has_its_place_and_shows_it(whole: Opened) -> None:
    names = re.findall(r"> REF (\S+) ", whole.part("document"))
    assert len(names) == 1
    assert set(names) <= set(whole.bookmarks)
    assert not any("{place}" in text or "…" in text for text in whole.texts)


def test_headings_of_a_chapter_stand_one_level_deeper() -> None:
    several = opened(example(), example("x", module_id="M4"))
    assert several.headings.count((2, "Learning goals")) == 2
    assert several.headings.count((3, "Spoelen")) == 2

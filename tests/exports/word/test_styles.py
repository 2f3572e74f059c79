"""Styles that everybody can read."""

import re

import pytest

from exports.word.contrast import READABLE, contrast
from exports.word.styles import INK, STYLES, TOOL, WASH, Style, style_id

BY_NAME = {style.name: style for style in STYLES}


def colour(style: Style, pattern: str, part: str) -> str:
    """What the style says, or what it builds on."""
    found = re.search(pattern, getattr(style, part))
    if found:
        return found[1]
    return colour(BY_NAME[style.based_on], pattern, part) if style.based_on else ""


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_text_stands_out_enough_on_every_ground_it_can_have(style: Style) -> None:
    ink = colour(style, r'<w:color w:val="(\w{6})"', "run") or INK
    own = colour(style, r'<w:shd [^>]*w:fill="(\w{6})"', "paragraph")
    for paper in {"FFFFFF", WASH, own or "FFFFFF"}:
        assert contrast(ink, paper) >= READABLE


def test_no_text_is_smaller_than_eight_points() -> None:
    sizes = [int(n) for s in STYLES for n in re.findall(r'<w:sz w:val="(\d+)"', s.run)]
    assert min(sizes) >= 16


def test_names_and_ids_are_unique_and_what_they_build_on_comes_first() -> None:
    ids = [style_id(s.name) for s in STYLES]
    assert len(set(ids)) == len(ids)
    for at, style in enumerate(STYLES):
        assert style.based_on in {"", *(s.name for s in STYLES[:at])}
        assert style.next in {"", *BY_NAME}


def test_the_words_of_the_tool_show_apart_without_colour() -> None:
    tool = BY_NAME[TOOL]
    assert "<w:i/>" in tool.run
    assert "<w:left " in tool.paragraph
    bars = [re.findall(r'<w:left w:val="(\w+)"', style.paragraph) for style in STYLES if style != tool]
    assert re.findall(r'<w:left w:val="(\w+)"', tool.paragraph) not in bars

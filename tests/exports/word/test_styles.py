"""Styles that everybody can read."""

import re

import pytest

from exports.word.styles import ACCENT, INK, QUIET, STYLES, WASH, style_id


def luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("paper", ["FFFFFF", WASH])
@pytest.mark.parametrize("ink", [INK, QUIET, ACCENT])
def test_text_stands_out_enough(ink: str, paper: str) -> None:
    dark, light = sorted((luminance(ink), luminance(paper)))
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_no_text_is_smaller_than_eight_points() -> None:
    sizes = [int(n) for s in STYLES for n in re.findall(r'<w:sz w:val="(\d+)"', s.run)]
    assert min(sizes) >= 16


def test_names_and_ids_are_unique_and_what_they_build_on_exists() -> None:
    ids = [style_id(s.name) for s in STYLES]
    assert len(set(ids)) == len(ids)
    assert {style_id(s.based_on) for s in STYLES if s.based_on} <= set(ids)

"""Contrast, against the examples of the guidelines."""

import pytest

from exports.word.contrast import contrast


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("000000", "FFFFFF", 21.0),
        ("FFFFFF", "FFFFFF", 1.0),
        ("767676", "FFFFFF", 4.54),
        ("777777", "ffffff", 4.48),
        ("0000FF", "FFFFFF", 8.59),
    ],
)
def test_known_pairs(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.01)
    assert contrast(other, one) == contrast(one, other)

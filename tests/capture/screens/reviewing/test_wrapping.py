import pytest
from rich.cells import cell_len

from capture.screens.reviewing.wrapping import breaks


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in breaks(text, width)]


def test_lines_break_at_spaces() -> None:
    assert lines("Ik zet het startgat naast de contour.", 12) == [
        "Ik zet het",
        "startgat",
        "naast de",
        "contour.",
    ]


def test_a_word_that_fills_its_line_leaves_no_empty_one() -> None:
    assert lines("drie vier vijf", 4) == ["drie", "vier", "vijf"]


def test_a_word_wider_than_a_line_is_cut() -> None:
    assert lines("draadvonkmachine", 6) == ["draadv", "onkmac", "hine"]


@pytest.mark.parametrize("width", [1, 2, 3, 7, 20])
def test_wide_characters_count_double_and_nothing_is_lost(width: int) -> None:
    text = "de 汉字汉字 ë en nog een 字 erbij 🙂🙂"
    assert all(cell_len(line) <= max(width, 2) for line in lines(text, width))
    assert "".join(lines(text, width)).replace(" ", "") == text.replace(" ", "")


def test_nothing_is_one_empty_line() -> None:
    assert lines("", 10) == [""]

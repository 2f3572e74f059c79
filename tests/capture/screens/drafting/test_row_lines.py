"""A row of a draft as lines of a terminal."""

import pytest

from capture.drafts.rows import Kind, Row
from capture.screens.drafting.row_lines import height, lines, plain

SAID = Row(
    Kind.SAID, "Ik zet het startgat drie millimeter naast de contour. " * 3, "Vonkwerk", "A1·02 00:04", 7
)


@pytest.mark.parametrize("width", [20, 33, 57, 200])
def test_nothing_is_lost_at_any_width(width: int) -> None:
    told = " ".join(line.plain.strip() for line in lines(SAID, width))
    assert told.split() == plain(SAID).split()
    assert len(lines(SAID, width)) == height(SAID, width)
    assert all(line.cell_length <= width for line in lines(SAID, width))


def test_signs_tell_what_colours_tell_too() -> None:
    own = Row(Kind.TOOL, "Nog te schrijven.", open=True)
    assert lines(own, 60)[0].plain == "! ▹ Nog te schrijven."
    assert plain(Row(Kind.SAID, "Zo.", "Vonkwerk", "A1·02", sources=2)) == "Vonkwerk: Zo. [A1·02] (2 times)"


def test_a_heading_has_room_above_it() -> None:
    heading = Row(Kind.HEADING, "Draadkeuze")
    assert [line.plain for line in lines(heading, 40)] == ["", "  Draadkeuze"]
    assert [line.plain for line in lines(heading, 40, here=True)] == ["", "▌ Draadkeuze"]

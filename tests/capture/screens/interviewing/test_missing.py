from capture.screens.interviewing.missing import grid, heading
from sessions.facets import COVERED, Facet
from sessions.gaps import Fill, GapRow
from tests.capture.interviewing.fakes import a_conversation


def a_row(**fills: Fill) -> GapRow:
    topic = a_conversation().standing.module.topics[0]
    return GapRow(topic, "M3", {f: fills.get(f.value, Fill.EMPTY) for f in COVERED})


def test_each_cell_stands_below_its_facet() -> None:
    row = grid([a_row(signal=Fill.TOLD, check=Fill.MARKED, example=Fill.EARLIER)], 74).plain
    names = heading(74).plain
    assert row.startswith("M3 Draadsoort en diameter")
    assert len(row) == len(names) == 74
    signs = [c for c in row if c in "●◐○·"]
    assert signs == ["○", "●", "·", "·", "·", "◐"]
    edges = [i for i, c in enumerate(names) if c != " " and names[i - 1] == " "]
    assert all(
        edge <= i for edge, i in zip(edges, (i for i, c in enumerate(row) if c in "●◐○·"), strict=True)
    )


def test_a_long_topic_gives_way_to_the_facets() -> None:
    row = a_row()
    assert "…" in grid([row], 60).plain
    assert len(grid([row], 60).plain) == 60


def test_the_order_is_that_of_depth() -> None:
    assert COVERED[0] is Facet.EXAMPLE
    assert len(heading(80).plain.split()) == len(COVERED)


def test_without_rows_it_says_so() -> None:
    assert grid([], 60).plain

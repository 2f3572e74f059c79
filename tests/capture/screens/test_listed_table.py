"""Columns that share what room there is."""

import pytest
from textual.app import App, ComposeResult

from capture.screens.listed_table import Listed, shared, together
from tests.watching import shown


@pytest.mark.parametrize(
    ("needs", "room", "widths"),
    [
        ([4, 30, 60], 200, [4, 30, 60]),
        ([4, 30, 60], 64, [4, 30, 30]),
        ([60, 4, 30], 64, [30, 4, 30]),
        ([40, 40], 41, [20, 21]),
        ([40, 40], 3, [8, 8]),
        ([], 10, []),
    ],
)
def test_those_that_need_little_leave_the_rest_to_the_others(
    needs: list[int], room: int, widths: list[int]
) -> None:
    assert shared(needs, room) == widths


async def test_every_column_is_in_sight_and_long_texts_are_shortened() -> None:
    class Table(App[None]):
        def compose(self) -> ComposeResult:
            yield Listed()

    app = Table()
    async with app.run_test(size=(60, 10)) as pilot:
        rows = [("x" * 80, "y" * 80, "[/] release"), ("kort", "", "laatste")]
        app.query_one(Listed).fill(("een", "twee", "drie"), rows, 2, 60)
        await pilot.pause()
        lines = shown(app).splitlines()
    assert "[/] release" in lines[1]
    assert lines[1].count("…") == 2
    assert lines[2].split() == ["kort", "laatste"]


def test_what_says_nothing_is_left_out() -> None:
    assert together(("a\n", " ", "", "b\x07")) == "a, b"

"""The table of sessions: what gives way where not everything fits."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from capture.app import VakborgApp
from capture.screens.overview import SessionLine
from capture.screens.table import SessionTable
from tests.watching import settled

LINE = SessionLine(
    "A1", "Jan van Dijk", "Vonkwerk", datetime(2026, 3, 12, 9, 0, tzinfo=UTC), 4, 4, 0, 0,
    reviewed=100, asked=4, agreed=3, remarks=2,
)  # fmt: skip


async def cells(line: SessionLine, width: int) -> list[str]:
    """The row as it is shown in so many cells."""
    app = VakborgApp(None)
    async with app.run_test(size=(width, 24)) as pilot:
        await app.mount(table := SessionTable())
        table.fill([line], width)
        await settled(pilot)
        return [str(cell) for cell in table.get_row_at(0)]


@pytest.mark.parametrize(
    ("width", "progress"),
    [
        (100, "4 of 4, reviewed, 3 of 4 agreed, 2 remarks"),
        (80, "4 of 4, reviewed, 3 of 4 agreed"),
        (60, "4 of 4, reviewed"),
    ],
)
async def test_what_the_expert_thinks_is_told_where_there_is_room(width: int, progress: str) -> None:
    row = await cells(LINE, width)
    assert row[-1] == progress
    assert row[1] == "Jan van Dijk"


async def test_without_agreement_nothing_is_told_of_it() -> None:
    row = await cells(replace(LINE, agreed=0, remarks=0), 120)
    assert row[-1] == "4 of 4, reviewed"


async def test_what_is_kept_back_is_named_apart_from_what_is_agreed() -> None:
    row = await cells(replace(LINE, agreed=1, internal=2, not_to_use=1, remarks=0), 140)
    assert row[-1] == "4 of 4, reviewed, 1 of 4 agreed, 2 only internal, 1 not to be used"

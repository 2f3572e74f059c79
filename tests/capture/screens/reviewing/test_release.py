"""The levels of release to choose from."""

import pytest

from capture.screens.reviewing.release import ReleaseDialog
from sessions.release import LEVELS, Release
from tests.capture.screens.interviewing.test_dialogs import NOTHING, asking


@pytest.mark.parametrize(
    ("keys", "level"),
    [
        (["down", "down", "down", "enter"], Release.STRUCK),
        (["down", "down", "down", "down", "enter"], Release.STRUCK),
        (["up", "enter"], Release.INTERNAL),
        (["down", "up", "up", "enter"], Release.INTERNAL),
    ],
)
async def test_one_arrow_too_many_does_not_choose_the_other_end(keys: list[str], level: Release) -> None:
    async with asking(ReleaseDialog("", Release.INTERNAL)) as asked:
        assert await asked.press(*keys) is level


async def test_what_cannot_be_struck_offers_three() -> None:
    async with asking(ReleaseDialog("", Release.STRUCK, LEVELS)) as asked:
        assert await asked.press("4") is NOTHING
        assert await asked.press("enter") is Release.INTERNAL

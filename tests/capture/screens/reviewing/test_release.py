"""The levels of release to choose from."""

import pytest

from capture.screens.reviewing.release import ReleaseDialog
from sessions.release import Release
from tests.capture.screens.interviewing.test_dialogs import asking


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

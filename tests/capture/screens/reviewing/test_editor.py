"""The field in which a text is mended."""

from capture.screens.interviewing.key_bar import KeyBar
from sessions.programme import Programme
from tests.capture.screens.reviewing.sitting import sitting


async def test_the_keys_below_begin_with_enter_which_keeps(programme: Programme) -> None:
    async with sitting(programme, at="Ik zet") as at:
        await at.press("enter")
        await at.until(lambda: "keep_text" in at.screen.query_one(KeyBar).names)
        assert at.screen.query_one(KeyBar).names["keep_text"] == "Enter"
        await at.press(*"Nou ", "ctrl+s")
        await at.until(lambda: at.here.startswith("Nou ") or at.segment.checked)
        assert not at.screen.editor.typed

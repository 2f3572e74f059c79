"""Yes and no by their letters."""

import pytest

from capture.screens.confirm import Confirm
from sessions.i18n import set_language
from tests.capture.screens.interviewing.test_dialogs import asking


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(("key", "given"), [("y", True), ("j", True), ("n", False)])
async def test_a_letter_answers(key: str, given: bool, language: str) -> None:
    set_language(language)
    async with asking(Confirm("Zeker weten?", "", "Ja", "Nee")) as asked:
        assert await asked.press(key) is given

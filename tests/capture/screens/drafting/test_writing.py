"""What came of writing, and opening it."""

from pathlib import Path

import pytest

from capture.app import VakborgApp
from capture.drafts.shelf import Which
from capture.drafts.writing import Done, Task, Writing
from capture.screens.drafting.writing import WritingDialog
from sessions.programme import Programme
from tests.watching import SMALL, read, settled

TASK = Task(Which("edm-nl", "M2"), "M2  Startgat")


def dialog(path: Path, *remarks: str) -> WritingDialog:
    return WritingDialog(Writing([TASK], lambda: lambda task: Done(task.title, path, remarks)))


async def test_it_says_where_the_document_is_and_what_was_kept(released: Programme) -> None:
    app = VakborgApp(released)
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(dialog(Path("exports/module M2 (2).docx"), "module M2.docx was kept."))
        await settled(pilot)
        assert "exports/module M2 (2).docx" in read(app)
        assert "! module M2.docx was kept." in read(app)


@pytest.mark.parametrize(("opens", "told"), [(True, "M2.docx is opened."), (False, "It is here:")])
async def test_one_key_opens_it_or_says_where_it_is(
    released: Programme, monkeypatch: pytest.MonkeyPatch, opens: bool, told: str
) -> None:
    asked: list[Path] = []

    def open_file(path: Path) -> bool:
        asked.append(path)
        return opens

    monkeypatch.setattr("capture.screens.drafting.writing.open_file", open_file)
    app = VakborgApp(released)
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(dialog(Path("/exports/M2.docx")))
        await settled(pilot)
        await pilot.press("o")
        await settled(pilot)
        assert told in read(app)
    assert asked == [Path("/exports/M2.docx")]

"""The house template: typed or dropped, remembered per programme, cleared."""

from pathlib import Path

from docx import Document
from textual import events
from textual.widgets import Input

from capture.app import VakborgApp
from capture.screens.drafting.template import TemplateDialog, template_of
from capture.screens.drafts import ModulesScreen
from sessions.programme import Programme
from tests.watching import SMALL, read, settled


async def test_it_is_remembered_shown_and_cleared(released: Programme, programme: Programme) -> None:
    house = released.folder.parent / "Huisstijl BV.docx"
    Document().save(str(house))
    app = VakborgApp(released)
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(ModulesScreen(released))
        await settled(pilot)
        await pilot.press("t")
        await pilot.pause()
        app.screen.query_one(Input).value = f'"{house}"'
        await pilot.press("enter")
        await settled(pilot)
        assert template_of(released) == house.resolve()
        assert template_of(programme) is None
        assert "Huisstijl BV.docx" in read(app)
        await pilot.press("t")
        await pilot.pause()
        app.screen.query_one(Input).value = ""
        await pilot.press("enter")
        await settled(pilot)
        assert template_of(released) is None


async def test_a_file_is_dropped(released: Programme, tmp_path: Path) -> None:
    house = tmp_path / "huis.dotx"
    house.write_bytes(b"x")
    given: list[str | None] = []
    app = VakborgApp(released)
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(TemplateDialog(None), given.append)
        await pilot.pause()
        app.screen.query_one(Input).post_message(events.Paste(str(house)))
        await settled(pilot)
    assert given == [str(house.resolve())]


async def test_what_is_no_template_is_refused_in_the_dialog(released: Programme, tmp_path: Path) -> None:
    app = VakborgApp(released)
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(TemplateDialog(tmp_path / "weg.docx"))
        await pilot.pause()
        await pilot.press("enter")
        assert "There is no file weg.docx there." in read(app)
        app.screen.query_one(Input).value = "foto.jpg"
        await pilot.press("enter")
        assert "foto.jpg is no Word document" in read(app)
        assert isinstance(app.screen, TemplateDialog)

from pathlib import Path

import pytest

from capture.app import VakborgApp
from capture.faults import foreseen
from capture.screens.failure import Failed, FailureScreen
from capture.screens.home import HomeScreen
from sessions.errors import DiskFull, ProgrammeLocked
from sessions.programme import Programme
from tests.watching import SMALL, read, settled


@pytest.mark.parametrize("key", ["enter", "escape", "space"])
async def test_it_shows_heading_message_and_advice_until_a_key(programme: Programme, key: str) -> None:
    app = VakborgApp(programme)
    error = DiskFull("Er is geen plaats meer.", "Maak ruimte.")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        app.post_message(Failed(error))
        await settled(pilot)
        text = read(app)
        await pilot.press(key)
        assert isinstance(app.screen, HomeScreen)
    for part in (error.heading, "Er is geen plaats meer.", "Maak ruimte."):
        assert part in text


async def test_a_click_closes_it(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        app.post_message(Failed(ProgrammeLocked("Bezet.")))
        await settled(pilot)
        await pilot.click(offset=(5, 5))
        assert isinstance(app.screen, HomeScreen)


async def test_what_nobody_foresaw_in_a_worker_names_its_report(
    programme: Programme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(_store: object) -> None:
        raise RuntimeError("geheim gesprek")

    monkeypatch.setattr("capture.screens.overview.overview", break_down)
    app = VakborgApp(programme)
    async with app.run_test(size=(140, 30)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, FailureScreen)
        report = next(tmp_path.glob("fault-*.txt"))
        assert report.name in read(app).replace(" ", "")
        assert "geheim" not in read(app)
        assert "Traceback" not in read(app)
    assert "geheim" not in report.read_text(encoding="utf-8")
    assert "break_down" in report.read_text(encoding="utf-8")


def test_a_foreseen_failure_stays_itself() -> None:
    error = DiskFull("vol")
    assert foreseen(error) is error

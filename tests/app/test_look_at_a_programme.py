"""Somebody opens the app on what the demo made, looks around, and closes it."""

import os
import sys
from pathlib import Path

import pytest

from capture.app import VakborgApp
from capture.screens.help import HelpScreen
from sessions.programme import Programme
from tests.builders import make_programme
from tests.watching import SMALL, read, settled, until, use_own_settings


@pytest.fixture
def programme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Programme:
    use_own_settings(monkeypatch, tmp_path)
    return make_programme(tmp_path / "leerpad")


async def test_from_the_first_screen_to_a_word_that_was_searched(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert "Jan van Dijk" in read(app)
        await pilot.press("enter")
        await settled(pilot)
        assert "Hoe bepaal jij waar het startgat komt" in read(app)
        assert "Startgaten maken en plaatsen" in read(app)
        await pilot.press("right", "down", "down", "down")
        await settled(pilot)
        assert "Spoelen en kopafstand" in read(app)
        await pilot.press("question_mark")
        await settled(pilot)
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape", "slash", *"dielektricum")
        await until(pilot, lambda: "rook uit de bak" in read(app))
        await pilot.press("enter")
        await settled(pilot)
        assert "B1 Fatima el Amrani" in read(app)
        await pilot.press("escape", "escape", "escape")
        await settled(pilot)
        assert "Matrijs & Zn" in read(app)
        await pilot.press("q")
    assert app.return_code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_in_a_real_terminal(programme: Programme, tmp_path: Path) -> None:
    from tests.app.terminal import Terminal

    home = {"XDG_CONFIG_HOME": str(tmp_path / "config"), "XDG_STATE_HOME": str(tmp_path / "state")}
    environment = {**os.environ, **home, "TERM": "xterm-256color"}
    command = [sys.executable, "-m", "capture", "--programme", str(programme.folder)]
    terminal = Terminal(command, environment)
    try:
        terminal.wait_for("Jan van Dijk")
        terminal.type("\r")
        terminal.wait_for("Startgaten maken en plaatsen")
        terminal.type("/grafiet")
        terminal.wait_for("koper was te zwaar")
        terminal.type("\x11")
        assert terminal.wait_for_end() == 0
        assert terminal.after == terminal.before
        assert terminal.modes_on == set()
        assert b"Traceback" not in terminal.written
    finally:
        terminal.close()

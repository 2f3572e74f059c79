import subprocess
import sys
from pathlib import Path

import pytest
from textual.command import CommandPalette

from capture.app import VakborgApp, open_app
from capture.screens.help import HelpScreen
from capture.screens.themes import DARK, LIGHT
from capture.settings import read_settings
from sessions.i18n import gettext as _
from sessions.programme import Programme
from tests.builders import make_programme
from tests.watching import SMALL, read, settled, until, use_own_settings


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    use_own_settings(monkeypatch, tmp_path)


@pytest.fixture(scope="module")
def programme(tmp_path_factory: pytest.TempPathFactory) -> Programme:
    return make_programme(tmp_path_factory.mktemp("app") / "leerpad")


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_q_and_ctrl_q_quit(programme: Programme, key: str) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.press(key)
    assert app.return_code == 0


async def test_ctrl_q_quits_while_typing_and_q_is_a_letter(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.press("slash", "q", "r", "d", "question_mark")
        assert app.screen.query_one("Input").value == "qrd?"  # type: ignore[attr-defined]
        await pilot.press("ctrl+q")
    assert app.return_code == 0


async def test_ctrl_c_says_how_to_quit(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+c")
        await until(pilot, lambda: "Ctrl+Q" in read(app))


async def test_the_look_is_remembered(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert app.theme == LIGHT.name
        assert read_settings().theme == ""
        await pilot.press("d")
        await settled(pilot)
    assert read_settings().theme == DARK.name
    assert VakborgApp(programme).theme == DARK.name


async def test_a_look_that_is_not_there_any_more_gives_the_light_one(
    programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    from capture.settings import remember

    remember(theme="[/]")
    assert VakborgApp(programme).theme == LIGHT.name


async def test_the_command_palette_speaks_the_language_and_does_what_it_says(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: _("Light or dark") in read(app))
        text = read(app)
        assert all(name in text for name in (_("Help"), _("Search"), _("Quit")))
        assert "Maximize" not in text
        await pilot.press(*_("Help"), "enter")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        await pilot.press("ctrl+p")
        assert not isinstance(app.screen, CommandPalette) or app.screen.is_current


async def test_an_unforeseen_fault_on_the_screen_ends_the_app_without_a_traceback(
    programme: Programme, capsys: pytest.CaptureFixture[str]
) -> None:
    app = VakborgApp(programme)
    with pytest.raises(ZeroDivisionError):
        async with app.run_test(size=SMALL) as pilot:
            await settled(pilot)
            app.call_later(lambda: 1 // 0)
            await pilot.pause()
    assert isinstance(app.fault, ZeroDivisionError)
    assert "Traceback" not in "".join(capsys.readouterr())


def test_open_app_hands_a_fault_to_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def end_badly(app: VakborgApp) -> None:
        app.fault = ZeroDivisionError()

    monkeypatch.setattr(VakborgApp, "run", end_badly)
    with pytest.raises(ZeroDivisionError):
        open_app(None)


def test_the_first_screen_comes_without_the_heavy_parts(programme: Programme) -> None:
    code = """
import asyncio, sys
from pathlib import Path
from sessions.programme import Programme
from capture.app import VakborgApp

async def look():
    app = VakborgApp(Programme(Path(sys.argv[1])))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "A1" in str(app.screen.query_one("SessionTable").get_row_at(0)[0])

asyncio.run(look())
print([m for m in ("torch", "whisper", "docx", "av", "sounddevice", "silero_vad") if m in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(programme.folder)], capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_importing_the_app_waits_for_no_database() -> None:
    code = "import sys, capture.app; print({'sqlite_utils', 'cattrs', 'numpy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"

"""What a person sees of the app in a test, and waiting until it has settled."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import DataTable, OptionList

SMALL = (80, 24)

_TURNS = 100
"""How often to look whether something waits to be laid out: a screen that moves by itself never comes to rest."""


def shown(app: App[Any]) -> str:
    """The characters on the screen, line by line."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def read(app: App[Any]) -> str:
    """The characters on the screen as running text: what wraps is one line again."""
    return re.sub(r"[\s│▏▎▊▁▔▅▆▂▃▄▇█]+", " ", shown(app))


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until nothing is being read any more and the result is on the screen."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()  # what the message put on the screen is laid out after it
    calm = 0
    for _turn in range(_TURNS):
        calm = 0 if _waits(pilot.app.screen) else calm + 1
        if calm == 2:  # a table asks for a layout only after it has measured its rows
            return
        await pilot.pause(0.01)


def _waits(screen: Screen[Any]) -> bool:
    tables = screen.query(DataTable)
    drawing = screen._layout_required or bool(screen._dirty_widgets)
    return drawing or any(table._require_update_dimensions for table in tables)


async def until(pilot: Pilot[Any], seen: Callable[[], bool]) -> None:
    """Wait until ``seen``, for what begins by itself after a while."""
    for _turn in range(200):
        if seen():
            return
        await pilot.pause(0.02)
    raise AssertionError(f"never seen on:\n{shown(pilot.app)}")


def prompts(options: OptionList) -> list[str]:
    """The texts of a list, whether they are in sight or not."""
    return [str(option.prompt) for option in options.options]


def use_own_settings(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Keep what is remembered, and reports of faults, away from the machine's own."""
    monkeypatch.setattr("capture.settings.user_config_path", lambda _name: folder / "config")
    monkeypatch.setattr("capture.faults._log_folder", lambda: folder)
